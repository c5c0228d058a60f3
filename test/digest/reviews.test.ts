import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { createDelivery } from '../../src/digest/deliver.ts';
import { type ReviewPorts, showReviews } from '../../src/digest/reviews.ts';
import type { Review } from '../../src/domain/review.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { sqliteReviews } from '../../src/store/sqlite/digests/reviews.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { channelInMemory } from '../support/digest-channel.ts';
import { someContent, someDigest } from '../support/digests.ts';
import { dyingAt, Killed } from '../support/dying.ts';
import { unexpected } from '../support/stored-app.ts';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
const SLOT = Date.parse('2026-06-02T08:00:00Z');

let database: Database;
beforeEach(() => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
});
afterEach(() => database.close());

/** A room in which messages are posted and changed; what it is told arrives, whether or not the answer does. */
function roomInMemory() {
  const messages: { readonly id: string; readonly mark: string; review: Review }[] = [];
  const board: ReviewPorts['board'] = {
    channelOf: async () => 'room',
    findOwn: async (_channel, mark) => {
      const own = messages.filter((one) => one.mark === mark).map(({ id }) => id);
      return own.length > 0 ? { kind: 'found', messageIds: own } : { kind: 'absent' };
    },
    post: async (review, channelId) => {
      const messageId = `m${messages.length}`;
      messages.push({ id: messageId, mark: review.mark, review });
      return { kind: 'shown', message: { channelId, messageId } };
    },
    edit: async (review, message) => {
      const found = messages.find(({ id }) => id === message.messageId);
      if (found) found.review = review;
      return { kind: 'shown', message };
    },
  };
  return { messages, board };
}

/** A digest that moderators see half an hour before. */
async function stage() {
  const clock = { nowMs: SLOT - HOUR };
  const place = channelInMemory(() => clock.nowMs);
  const room = roomInMemory();
  const timetable = { schedule: { kind: 'daily', at: 480 }, zone: 'UTC' } as const;
  const digest = someDigest({ timetable, fromMs: SLOT - HOUR, vetoMinutes: 30 });
  const [digests, reviews] = [sqliteDigests(database, unexpected), sqliteReviews(database)];
  await digests.add(digest, 20);
  const ports = {
    ...{ digests, reviews, board: room.board, channel: place.channel },
    compose: async () => ({ kind: 'content', content: someContent() }) as const,
    finish: async (_: unknown, content: ReturnType<typeof someContent>, dropped: readonly string[]) =>
      dropped.length > 0 ? { ...content, printed: [] } : content,
    tell: async () => true,
    now: () => clock.nowMs,
    catchUpMs: 6 * HOUR,
  };
  /** What one process does at these instants, counted from the slot. */
  const run = async (of: typeof ports, owner: string, afterMs: readonly number[]): Promise<void> => {
    const process = { ...of, owner, report: () => undefined };
    const delivery = createDelivery(process);
    for (const after of afterMs) {
      clock.nowMs = SLOT + after;
      await delivery.tick();
      await showReviews(process);
    }
  };
  const slot = { digestId: digest.id, slotMs: SLOT };
  return { clock, place, room, digest, digests, reviews, ports, run, slot };
}

const BEGINS = -32 * MINUTE;
const DONE = [0, 70 * SECOND, 3 * MINUTE, 5 * MINUTE];

test.for([false, true])(
  'ended at any moment, a digest is shown once and comes once (the last thing done: %s)',
  async (after) => {
    for (let moment = 1; ; moment += 1) {
      const { ports, run, room, place, digests, digest } = await stage();
      const count = { left: moment };
      const dying = {
        ...ports,
        digests: dyingAt(ports.digests, count, after),
        reviews: dyingAt(ports.reviews, count, after),
        board: dyingAt(ports.board, count, after),
        channel: { ...dyingAt(ports.channel, count, after), eventsAfter: ports.channel.eventsAfter },
      };
      await run(dying, 'one', [BEGINS, 0, SECOND]).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      const reached = count.left <= 0;
      await run(ports, 'next', [BEGINS + 70 * SECOND, ...DONE]);
      expect([room.messages.length, place.posts.length], `moment ${moment}`).toEqual([1, 1]);
      expect(room.messages[0]?.review.end, `moment ${moment}`).toMatchObject({ state: 'sent' });
      await digests.erase(digest.guildId);
      if (!reached) {
        expect(moment).toBeGreaterThan(15);
        break;
      }
    }
  },
);

test('what moderators decide stands after a restart, and is refused once it is on its way', async () => {
  const { ports, run, reviews, digest, slot, place, clock } = await stage();
  await run(ports, 'one', [BEGINS]);
  const decide = (kind: 'hold' | 'release' | 'send', guildId = digest.guildId) =>
    reviews.decide(guildId, slot, { kind }, '90001', clock.nowMs);
  expect(await decide('hold', '20000')).toBe('unknown');
  expect(await decide('hold')).toBe('done');
  await run(ports, 'two', DONE);
  expect([place.posts.length, (await reviews.coming(digest.guildId, digest.id))?.verdict?.kind]).toEqual([0, 'hold']);
  expect(await decide('send')).toBe('done');
  await run(ports, 'three', [6 * MINUTE]);
  expect([place.posts.length, await decide('hold')]).toEqual([1, 'unknown']);
});

test('while somebody sends it nobody can hold it or drop a line', async () => {
  const { ports, run, reviews, digest, digests, slot } = await stage();
  await run(ports, 'one', [BEGINS]);
  await digests.hold({ ...slot, state: 'composed' }, { owner: 'x', untilMs: SLOT + MINUTE }, SLOT);
  for (const deed of [{ kind: 'hold' }, { kind: 'toggle', event: 'abcdef' }] as const)
    expect(await reviews.decide(digest.guildId, slot, deed, '90001', SLOT)).toBe('late');
});

test('a line that is no line of it cannot be dropped, and one that was can be put back', async () => {
  const { ports, run, reviews, digest, slot } = await stage();
  await run(ports, 'one', [BEGINS]);
  const dropped = async (event: string) => {
    await reviews.decide(digest.guildId, slot, { kind: 'toggle', event }, '90001', SLOT);
    return (await reviews.review(digest.guildId, slot))?.dropped.map((one) => one.event);
  };
  expect(await dropped('nosuch')).toEqual([]);
  expect(await dropped('abcdef')).toEqual(['abcdef']);
  expect(await dropped('abcdef')).toEqual([]);
});

test('a digest that is begun too late waits for moderators, at most until it would be an hour late', async () => {
  const { ports, run, place } = await stage();
  await run(ports, 'one', [MINUTE, 2 * MINUTE, 30 * MINUTE]);
  expect(place.posts).toHaveLength(0);
  await run(ports, 'one', [31 * MINUTE]);
  expect(place.posts).toHaveLength(1);
});

test('what is held makes way for the next one, with the claims of what was dropped noted', async () => {
  const { ports, run, reviews, digests, digest, slot, place } = await stage();
  await run(ports, 'one', [BEGINS]);
  await reviews.decide(digest.guildId, slot, { kind: 'toggle', event: 'abcdef' }, '90001', SLOT);
  await reviews.decide(digest.guildId, slot, { kind: 'hold' }, '90001', SLOT);
  await run(ports, 'one', [0, 5 * HOUR, 6 * HOUR]);
  const [last] = await digests.history(digest.guildId, digest.id, 1);
  expect([last, place.posts.length]).toMatchObject([{ state: 'skipped', reason: 'held' }, 0]);
  expect(await digests.progress(digest.guildId, digest.id)).toMatchObject({
    ...{ told: null, missed: null, dropped: ['0123456789abcdef/c1'] },
  });
  await run(ports, 'one', [24 * HOUR + BEGINS, 24 * HOUR]);
  expect([place.posts.length, await digests.progress(digest.guildId, digest.id)]).toMatchObject([1, { dropped: [] }]);
});
