import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { createDelivery, type DeliveryPorts } from '../../src/digest/deliver.ts';
import { slotsBetween } from '../../src/digest/slots.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { Notice } from '../../src/domain/digest-notice.ts';
import type { Timetable } from '../../src/domain/schedule.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { channelInMemory } from '../support/digest-channel.ts';
import { someContent, someDigest } from '../support/digests.ts';
import { dyingAt, Killed } from '../support/dying.ts';
import { unexpected } from '../support/stored-app.ts';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
const SLOT = Date.parse('2026-06-02T08:00:00Z');
const DAILY: Timetable = { schedule: { kind: 'daily', at: 480 }, zone: 'UTC' };
const daily = (change: Partial<Digest> = {}): Digest =>
  someDigest({ timetable: DAILY, fromMs: SLOT - HOUR, ...change });

let database: Database;
beforeEach(() => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
});
afterEach(() => database.close());

/** A server with one digest, a channel and a clock. */
async function stage(digest = daily()) {
  const clock = { nowMs: SLOT - 3 * MINUTE };
  const now = (): number => clock.nowMs;
  const place = channelInMemory(now);
  const told: Notice[] = [];
  const failed: unknown[] = [];
  const digests = sqliteDigests(database, unexpected);
  await digests.add(digest, 20);
  const ports = (change: Partial<DeliveryPorts> = {}): DeliveryPorts => ({
    digests,
    channel: place.channel,
    compose: async (_digest, { missed, uncertainMs }, nowMs) => {
      const told = { atMs: nowMs, articles: 0, known: '', withheld: [], owed: [] };
      return { kind: 'content', content: someContent({ missed, uncertainMs, told }) };
    },
    finish: async (_digest, content) => content,
    tell: async (_digest, notice) => told.push(notice) > 0,
    now,
    owner: 'one',
    catchUpMs: 6 * HOUR,
    report: (error) => void failed.push(error),
    ...change,
  });
  const slots = (): readonly number[] => place.posts.map(({ outgoing }) => outgoing.slotMs);
  const history = async () =>
    (await digests.history(digest.guildId, digest.id, 50)).map(({ slotMs, state }) => [slotMs, state]);
  /** Ticks at these instants, counted from the slot. */
  const tickAt = async (delivery: ReturnType<typeof createDelivery>, ...afterMs: readonly number[]): Promise<void> => {
    for (const after of afterMs) {
      clock.nowMs = SLOT + after;
      await delivery.tick();
    }
  };
  return { clock, place, told, failed, digests, digest, ports, slots, history, tickAt };
}

const POSTED = { arrives: true, answer: 'unknown' } as const;
const LOST = { arrives: false, answer: 'unknown' } as const;
const BUSY = { arrives: false, answer: 'later' } as const;
const REFUSED = { arrives: false, answer: 'refused' } as const;

describe('a digest', () => {
  test('is put together beforehand and comes at its time', async () => {
    const { ports, tickAt, digests, slots, place } = await stage();
    const delivery = createDelivery(ports());
    await tickAt(delivery, -3 * MINUTE);
    expect(await digests.open(SLOT, 5)).toEqual([]);
    await tickAt(delivery, -2 * MINUTE, -SECOND);
    expect([await digests.open(SLOT, 5), slots()]).toMatchObject([[{ state: 'composed' }], []]);
    await tickAt(delivery, 0, SECOND);
    expect(slots()).toEqual([SLOT]);
    expect(place.posts[0]?.mark).toMatch(/^[0-9a-f]{24}$/);
    expect(await digests.progress('10000', 'aaaaaaaa')).toMatchObject({ told: { atMs: SLOT - 2 * MINUTE } });
  });

  test('is composed and sent in one go where its time has come already', async () => {
    const { ports, tickAt, slots } = await stage();
    await tickAt(createDelivery(ports()), 5 * MINUTE);
    expect(slots()).toEqual([SLOT]);
  });

  test.for([
    ['its answer is lost', [POSTED], [0, 20 * SECOND, 30 * SECOND]],
    ['it is lost itself', [LOST], [0, 30 * SECOND]],
    ['it is lost, and the next attempt’s answer too', [LOST, POSTED], [0, 30 * SECOND, MINUTE]],
    ['the platform is busy', [BUSY, BUSY], [0, MINUTE, 2 * MINUTE]],
    ['its answer is lost and the platform busy', [POSTED, BUSY], [0, 30 * SECOND, 2 * MINUTE]],
    [
      'it is lost, the platform is busy, and it is lost again',
      [LOST, BUSY, LOST],
      [0, 30 * SECOND, 2 * MINUTE, 3 * MINUTE],
    ],
  ] as const)('comes once though %s', async ([, turns, instants]) => {
    for (const how of ['message', 'forum-post'] as const) {
      const { ports, tickAt, place, slots, history, digests } = await stage(
        daily({ how, id: how === 'message' ? 'mmmmmmmm' : 'ffffffff' }),
      );
      place.goes(...turns);
      const delivery = createDelivery(ports());
      await tickAt(delivery, ...instants);
      expect([slots(), await history()]).toEqual([[SLOT], [[SLOT, 'sent']]]);
      await tickAt(delivery, HOUR, 2 * HOUR);
      expect(slots()).toEqual([SLOT]);
      await digests.erase('10000');
    }
  });

  test('that is refused is kept, and moderators are told once', async () => {
    const { ports, tickAt, place, slots, told, digests } = await stage();
    place.goes(REFUSED, REFUSED);
    const delivery = createDelivery(ports());
    await tickAt(delivery, 0, MINUTE, 15 * MINUTE);
    expect([slots(), told]).toEqual([[], [{ kind: 'refused', why: 'no-permission' }]]);
    await tickAt(delivery, 30 * MINUTE);
    expect([slots(), told.length]).toEqual([[SLOT], 1]);
    expect(await digests.progress('10000', 'aaaaaaaa')).toMatchObject({ trouble: null });
  });

  test('of which nobody can be told is told again until somebody is, and the next begins with that', async () => {
    const { ports, tickAt, place, told, digests } = await stage();
    const tried: Notice[] = [];
    let isHeard = false;
    const tell = async (_: Digest, notice: Notice): Promise<boolean> => tried.push(notice) > 0 && isHeard;
    place.goes(REFUSED, REFUSED, REFUSED);
    const delivery = createDelivery(ports({ tell }));
    await tickAt(delivery, 0, 15 * MINUTE);
    expect([tried.length, told]).toEqual([2, []]);
    expect(await digests.progress('10000', 'aaaaaaaa')).toMatchObject({ trouble: { isTold: false } });
    isHeard = true;
    await tickAt(delivery, 30 * MINUTE, 45 * MINUTE);
    expect(tried).toHaveLength(3);
    isHeard = false;
    place.looks('unreadable');
    place.goes(POSTED);
    await tickAt(delivery, 24 * HOUR, 24 * HOUR + MINUTE);
    isHeard = true;
    await tickAt(delivery, 48 * HOUR);
    expect(tried.slice(3)).toEqual(Array(2).fill({ kind: 'undecided', slotMs: SLOT + 24 * HOUR }));
  });

  test('that could not be sent for hours is given up, and the next says so', async () => {
    const { ports, tickAt, place, slots, history } = await stage();
    place.goes(...Array.from({ length: 24 }, () => REFUSED));
    const delivery = createDelivery(ports());
    await tickAt(delivery, ...Array.from({ length: 25 }, (_, n) => n * 15 * MINUTE), 24 * HOUR);
    expect(await history()).toEqual([
      [SLOT + 24 * HOUR, 'sent'],
      [SLOT, 'skipped'],
    ]);
    expect(slots()).toEqual([SLOT + 24 * HOUR]);
    expect(place.posts[0]?.outgoing.content.missed).toEqual({ slots: 1, firstMs: SLOT, lastMs: SLOT });
  });

  test('of which nobody can tell is not sent again; moderators are told, and the next says so', async () => {
    const { ports, tickAt, place, slots, told, history } = await stage();
    place.goes(LOST);
    place.looks('unreadable');
    const delivery = createDelivery(ports());
    await tickAt(delivery, 0, 30 * SECOND, MINUTE, HOUR);
    expect([slots(), told, await history()]).toEqual([
      [],
      [{ kind: 'undecided', slotMs: SLOT }],
      [[SLOT, 'undecided']],
    ]);
    await tickAt(delivery, 24 * HOUR);
    expect(place.posts[0]?.outgoing.content.uncertainMs).toBe(SLOT);
  });

  test('that may have come is looked for until it is late, while the channel cannot be looked at', async () => {
    const { ports, tickAt, place, history, slots } = await stage();
    place.goes(POSTED);
    place.looks('later');
    const delivery = createDelivery(ports());
    await tickAt(delivery, 0, ...Array.from({ length: 60 }, (_, n) => (n + 1) * MINUTE));
    expect(await history()).toEqual([]);
    place.looks('found');
    await tickAt(delivery, 2 * HOUR);
    expect([slots(), await history()]).toEqual([[SLOT], [[SLOT, 'sent']]]);
  });

  test('comes late after a pause, once for all that was missed', async () => {
    const { ports, tickAt, place, slots } = await stage();
    const delivery = createDelivery(ports());
    await tickAt(delivery, 48 * HOUR + MINUTE);
    expect(slots()).toEqual([SLOT + 48 * HOUR]);
    expect(place.posts[0]?.outgoing.content.missed).toEqual({ slots: 2, firstMs: SLOT, lastMs: SLOT + 24 * HOUR });
  });

  test('with nothing new that is to be silent then sends nothing', async () => {
    const { ports, tickAt, slots, history, digests } = await stage();
    const { told } = someContent();
    await tickAt(createDelivery(ports({ compose: async () => ({ kind: 'nothing', told }) })), 0, MINUTE);
    expect([slots(), await history()]).toEqual([[], [[SLOT, 'skipped']]]);
    expect(await digests.progress('10000', 'aaaaaaaa')).toMatchObject({ told, missed: null });
  });

  test('of a subject that vanished sends nothing, and moderators are told once', async () => {
    const { ports, tickAt, slots, told } = await stage();
    const delivery = createDelivery(ports({ compose: async () => ({ kind: 'no-subject', query: 'Atlantis' }) }));
    await tickAt(delivery, 0, 24 * HOUR);
    expect([slots(), told]).toEqual([[], [{ kind: 'no-subject', query: 'Atlantis' }]]);
  });

  test('that cannot be put together holds no other up, and is tried again', async () => {
    const { ports, tickAt, slots, digests, failed } = await stage();
    await digests.add(daily({ id: 'bbbbbbbb' }), 20);
    const { compose } = ports();
    let isBroken = true;
    const delivery = createDelivery(
      ports({
        compose: (digest, ...more) => {
          if (isBroken && digest.id === 'aaaaaaaa') throw new Error('broken');
          return compose(digest, ...more);
        },
      }),
    );
    await tickAt(delivery, 0);
    expect([slots(), failed.length]).toEqual([[SLOT], 1]);
    isBroken = false;
    await tickAt(delivery, MINUTE);
    expect(slots()).toEqual([SLOT, SLOT]);
  });
});

test('a platform that does not answer for one holds no other up', async () => {
  const { ports, tickAt, digests, place, slots } = await stage();
  for (const id of ['bbbbbbbb', 'cccccccc']) await digests.add(daily({ id }), 20);
  const answers: (() => void)[] = [];
  const { channel } = place;
  const delivery = createDelivery(
    ports({
      channel: {
        ...channel,
        send: (outgoing) =>
          outgoing.digest.id === 'aaaaaaaa'
            ? new Promise((resolve) => answers.push(() => resolve(channel.send(outgoing))))
            : channel.send(outgoing),
      },
    }),
  );
  await tickAt(delivery, -MINUTE);
  const hanging = tickAt(delivery, 0);
  await expect.poll(slots).toHaveLength(2);
  await tickAt(delivery, SECOND);
  expect([slots().length, answers.length]).toEqual([2, 1]);
  answers[0]?.();
  await hanging;
  expect(slots()).toHaveLength(3);
});

test('two that work on one store send each digest once', async () => {
  const { ports, tickAt, clock, digests, place } = await stage();
  const ids = Array.from({ length: 19 }, (_, n) => `digest${String(n).padStart(2, '0')}`);
  for (const id of ids) await digests.add(daily({ id, how: 'forum-post' }), 20);
  const [one, other] = [createDelivery(ports()), createDelivery(ports({ owner: 'other' }))];
  for (const after of [-MINUTE, 0, SECOND]) {
    clock.nowMs = SLOT + after;
    await Promise.all([one.tick(), other.tick(), one.tick(), other.tick()]);
  }
  await tickAt(one, MINUTE, HOUR);
  expect(place.posts.map(({ outgoing }) => outgoing.digest.id).sort()).toEqual(['aaaaaaaa', ...ids]);
});

describe('killed at any moment', () => {
  test.for(['message', 'forum-post', 'thread'] as const)('a %s comes exactly once', async (how) => {
    for (const after of [false, true])
      for (let moment = 1; ; moment += 1) {
        const { ports, tickAt, slots, history, digests } = await stage(daily({ how }));
        const count = { left: moment };
        const whole = ports();
        const dying = dyingAt({ ...whole, now: undefined, report: undefined }, count, after);
        const doomed = createDelivery({
          ...whole,
          digests: dyingAt(whole.digests, count, after),
          channel: { ...dyingAt(whole.channel, count, after), eventsAfter: whole.channel.eventsAfter },
          compose: dying.compose,
          tell: dying.tell,
          report: () => undefined,
        });
        await tickAt(doomed, -2 * MINUTE, 0).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        const reached = count.left <= 0;
        await tickAt(createDelivery(ports({ owner: 'next' })), 10 * SECOND, 70 * SECOND, 5 * MINUTE);
        expect([slots(), await history()], `moment ${moment}`).toEqual([[SLOT], [[SLOT, 'sent']]]);
        await digests.erase('10000');
        if (!reached) {
          expect(moment).toBeGreaterThan(10);
          break;
        }
      }
  });
});

test('whatever the clock does, no slot is doubled, and none is lost once it goes right', async () => {
  const jump = fc.oneof(
    fc.integer({ min: 0, max: 20 * MINUTE }),
    fc.integer({ min: -3 * HOUR, max: 3 * HOUR }),
    fc.integer({ min: -60 * HOUR, max: 60 * HOUR }),
  );
  const timetable: Timetable = { schedule: { kind: 'hours', every: 1, at: 0 }, zone: 'UTC' };
  await fc.assert(
    fc.asyncProperty(fc.array(jump, { maxLength: 12 }), async (jumps) => {
      const { ports, clock, place, slots, digests } = await stage(daily({ timetable }));
      const delivery = createDelivery(ports());
      for (const by of jumps) {
        clock.nowMs += by;
        await delivery.tick();
      }
      // The clock is set right, and every slot from then on comes, or has come while it was wrong.
      clock.nowMs = SLOT + 7 * HOUR + 30 * MINUTE;
      const fromMs = clock.nowMs;
      for (; clock.nowMs < fromMs + 4 * HOUR; clock.nowMs += 5 * MINUTE) await delivery.tick();
      const expected = slotsBetween(timetable, fromMs, clock.nowMs - 5 * MINUTE);
      expect(slots()).toEqual(expect.arrayContaining([...expected]));
      expect(new Set(place.posts.map(({ mark }) => mark)).size).toBe(place.posts.length);
      await digests.erase('10000');
    }),
    { numRuns: 25 },
  );
});
