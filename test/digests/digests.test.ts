import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { createDelivery } from '../../src/digest/deliver.ts';
import type { WorkPorts } from '../../src/digest/work.ts';
import type { DigestActor, Digests, DigestWish } from '../../src/digests/contract.ts';
import { createDigests } from '../../src/digests/digests.ts';
import type { DigestPorts } from '../../src/digests/ports.ts';
import type { Result } from '../../src/domain/failure.ts';
import type { DigestStore } from '../../src/store/digest-contract.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { sqliteReviews } from '../../src/store/sqlite/digests/reviews.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { channelInMemory } from '../support/digest-channel.ts';
import { someContent } from '../support/digests.ts';
import { someChannel } from '../support/some-channels.ts';
import { unexpected } from '../support/stored-app.ts';

/** Tuesday, 14 May 2024, 12:00 UTC. */
const NOW_MS = Date.UTC(2024, 4, 14, 12);
const DAY_MS = 86_400_000;
const ACTOR: DigestActor = { guildId: '10000', userId: '90000', nowMs: NOW_MS };
const WISH: DigestWish = {
  ...{ channelId: '50000', queries: ['Atlantis'], about: 'everything', language: 'en', sources: 'all', origins: 1 },
  ...{ whenQuiet: 'say', roleId: null, crosspost: false, pictures: false, vetoMinutes: null },
  timetable: { schedule: { kind: 'daily', at: 540 }, zone: 'UTC' },
};
const compose: DigestPorts['compose'] = async () => ({ kind: 'content', content: someContent() });

let database: Database;
let store: DigestStore;
beforeEach(() => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
  store = sqliteDigests(database, unexpected);
});
afterEach(() => database.close());

let made = 0;
const newId = (): string => {
  made += 1;
  return `digest${String(made).padStart(2, '0')}`;
};
const digestsOver = (change: Partial<DigestPorts> = {}): Digests =>
  createDigests({
    ...{
      store,
      reviews: sqliteReviews(database),
      compose,
      lost: async () => [],
      settings: async () => ({}),
      report: unexpected,
    },
    channels: { areThere: () => true, look: async () => someChannel(ACTOR.guildId) },
    newId,
    ...change,
  });

function done<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('what keeps a digest from coming is told', () => {
  const warned = async (change: Partial<DigestPorts>, wish: Partial<DigestWish> = {}) => {
    const { digest } = done(await digestsOver().create({ ...WISH, ...wish }, ACTOR));
    const [listed] = await digestsOver(change).list(ACTOR.guildId, NOW_MS);
    expect((await digestsOver(change).view(digest.id, ACTOR))?.warnings).toEqual(listed?.warnings);
    return listed?.warnings;
  };

  test('where a topic vanished, in its list and when another thing is changed', async () => {
    const lost = { lost: async () => ['Atlantis'] };
    expect(await warned(lost)).toEqual([{ kind: 'lost', queries: ['Atlantis'] }]);
    const [digest] = await store.list(ACTOR.guildId);
    const edited = await digestsOver(lost).edit(digest?.id ?? '', { origins: 2 }, ACTOR);
    expect(done(edited).warnings).toEqual([{ kind: 'lost', queries: ['Atlantis'] }]);
    const refused = await digestsOver(lost).edit(digest?.id ?? '', { queries: ['Atlantis'] }, ACTOR);
    expect(refused).toEqual({ ok: false, error: { kind: 'no-subject', queries: ['Atlantis'] } });
  });

  test('where the platform does not answer, which is reported, or there is none', async () => {
    const failures: unknown[] = [];
    const look = () => Promise.reject(new Error('503'));
    const silent = { channels: { areThere: () => true, look }, report: (error: unknown) => void failures.push(error) };
    expect(await warned(silent)).toEqual([{ kind: 'unanswered' }]);
    expect(failures).toHaveLength(2);
    expect(await warned({ channels: { areThere: () => false, look } })).toEqual([{ kind: 'unchecked' }]);
  });

  test('where moderators are to see it first and have no channel', async () => {
    const heard = { settings: async () => ({ moderatorChannelId: '50009' }) };
    expect(await digestsOver().create({ ...WISH, vetoMinutes: 30 }, ACTOR)).toMatchObject({
      error: { kind: 'no-moderators' },
    });
    const { digest } = done(await digestsOver(heard).create({ ...WISH, vetoMinutes: 30 }, ACTOR));
    expect((await digestsOver(heard).view(digest.id, ACTOR))?.warnings).toEqual([]);
    // Gone since.
    expect((await digestsOver().view(digest.id, ACTOR))?.warnings).toEqual([{ kind: 'no-moderators' }]);
    expect(await digestsOver().edit(digest.id, { origins: 2 }, ACTOR)).toMatchObject({ ok: true });
  });
});

test('each channel is looked at once for a list', async () => {
  const seen: string[] = [];
  const look = async (id: string) => {
    seen.push(id);
    return someChannel(ACTOR.guildId);
  };
  for (const channelId of ['50000', '50000', '50001']) done(await digestsOver().create({ ...WISH, channelId }, ACTOR));
  await digestsOver({ channels: { areThere: () => true, look } }).list(ACTOR.guildId, NOW_MS);
  expect(seen).toEqual(['50000', '50001']);
});

test('a preview changes nothing, and says where there is nothing', async () => {
  const digests = digestsOver();
  const { digest } = done(await digests.create(WISH, ACTOR));
  expect(done(await digests.preview(digest.id, ACTOR)).content).toEqual(someContent());
  const quiet = digestsOver({ compose: async () => ({ kind: 'nothing', told: someContent().told }) });
  expect(done(await quiet.preview(digest.id, ACTOR)).content).toBeNull();
  const lost = digestsOver({ compose: async () => ({ kind: 'no-subject', query: 'Atlantis' }) });
  expect(await lost.preview(digest.id, ACTOR)).toMatchObject({ error: { kind: 'no-subject' } });
  expect(await store.progress(ACTOR.guildId, digest.id)).toMatchObject({ told: null });
});

describe('a digest that is sent at once', () => {
  const deliveryAt = (now: () => number) => {
    const platform = channelInMemory(now);
    const tell = async (): Promise<boolean> => true;
    const finish: WorkPorts['finish'] = async (_digest, content) => content;
    const limits = { owner: 'me', catchUpMs: 6 * 3_600_000, report: unexpected };
    return {
      platform,
      tick: createDelivery({ digests: store, channel: platform.channel, compose, finish, tell, now, ...limits }).tick,
    };
  };

  test.for(['active', 'paused'] as const)(
    'comes once, is in the history, and leaves the timetable as it was: %s',
    async (state) => {
      let nowMs = NOW_MS;
      const { platform, tick } = deliveryAt(() => nowMs);
      const digests = digestsOver();
      const { digest } = done(await digests.create({ ...WISH, queries: [] }, ACTOR));
      if (state === 'paused') await digests.pause(digest.id, ACTOR);
      await tick();
      expect(platform.posts).toEqual([]);
      done(await digests.now(digest.id, ACTOR));
      expect(await digests.now(digest.id, ACTOR)).toEqual({ ok: false, error: { kind: 'under-way' } });
      await tick();
      await tick();
      expect(await digests.history(digest.id, ACTOR.guildId, 9)).toMatchObject([
        { state: 'sent', slotMs: NOW_MS, messageIds: [platform.posts[0]?.id] },
      ]);
      nowMs = NOW_MS + DAY_MS;
      await tick();
      expect(platform.posts).toHaveLength(state === 'paused' ? 1 : 2);
    },
  );
});

test('nothing is sent at once where there are no channels, or the digest is gone', async () => {
  const { digest } = done(await digestsOver().create(WISH, ACTOR));
  const digests = digestsOver({ channels: { areThere: () => false, look: async () => null } });
  expect(await digests.now(digest.id, ACTOR)).toEqual({ ok: false, error: { kind: 'unchecked' } });
  done(await digests.remove(digest.id, ACTOR));
  const gone = { ok: false, error: { kind: 'unknown' } };
  for (const deed of ['now', 'pause', 'resume', 'remove', 'preview'] as const)
    expect(await digests[deed](digest.id, ACTOR)).toEqual(gone);
  expect(await digests.edit(digest.id, { origins: 2 }, ACTOR)).toEqual(gone);
  expect(await store.open(NOW_MS, 9)).toEqual([]);
});

test('a digest that is resumed does not bring what would have come meanwhile', async () => {
  const digests = digestsOver();
  const { digest } = done(await digests.create(WISH, ACTOR));
  done(await digests.pause(digest.id, ACTOR));
  const later = { ...ACTOR, nowMs: NOW_MS + 3 * DAY_MS };
  expect(done(await digests.resume(digest.id, later)).digest).toMatchObject({ state: 'active', fromMs: later.nowMs });
  expect(await digests.resume(digest.id, later)).toEqual({ ok: false, error: { kind: 'already' } });
});
