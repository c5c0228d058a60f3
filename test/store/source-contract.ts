import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedItem } from '../../src/domain/feed-item.ts';
import { OPERATOR, type Scope } from '../../src/domain/scope.ts';
import type { Source, SourceDeed } from '../../src/domain/source.ts';
import type { ClaimStore } from '../../src/store/contract.ts';
import {
  ASIDE_PER_SOURCE,
  DEEDS_PER_SCOPE,
  type ItemOutcome,
  KNOWN_ITEM_MS,
  LONGEST_WAIT_MS,
  QUEUED_PER_FEED,
  type SourceStore,
  STAMP_PAUSE_MS,
  VERSIONS_PER_ARTICLE,
} from '../../src/store/source-contract.ts';
import { anArticleFile } from '../support/claims.ts';
import { aFeedState, anItem, aSource } from '../support/sources.ts';

export interface OpenedSources {
  /** Compares addresses in lower case. */
  readonly sources: SourceStore;
  readonly claims: ClaimStore;
  readonly close: () => void;
}

const A: Scope = { guildId: '100' };
const B: Scope = { guildId: '200' };
const FEED = aFeedState(0).url;
const ELSEWHERE = 'https://other.example/feed';
const HOUR = 3_600_000;

const deed = (atMs = 0, overrides: Partial<SourceDeed> = {}) =>
  ({ atMs, by: '4242', deed: 'added', detail: '', ...overrides }) as const;
const STORED: ItemOutcome = { kind: 'stored', article: 'article-1' };
const ASIDE: ItemOutcome = { kind: 'aside', reason: { kind: 'too-heavy' } };

/** What every record of sources must do. `open` gives an empty one. */
export function sourceContract(name: string, open: () => OpenedSources): void {
  describe(name, () => {
    let store: SourceStore;
    let claims: ClaimStore;
    let close: () => void;
    beforeEach(() => {
      ({ sources: store, claims, close } = open());
    });
    afterEach(() => close());

    const save = (scope: Scope, source: Source, atMs = 0) => store.save(scope, source, deed(atMs));
    const read = (items: readonly FeedItem[], atMs = 0) => store.noteItems(aFeedState(atMs), items, atMs);
    const items = (...keys: readonly string[]) => keys.map((key) => anItem(key));
    /** What waits: each item with those it waits for. */
    const waiting = async (nowMs = 1e9) =>
      (await store.queued(nowMs, 100)).map(
        ({ item, followers }) =>
          `${item.key}: ${followers.map(({ scope, source }) => `${scope.guildId ?? 'operator'}/${source.id}`).join(' ')}`,
      );
    const settleAll = async (outcome: ItemOutcome = STORED, nowMs = 0) => {
      for (const queued of await store.queued(1e9, 100)) await store.settle(queued, outcome, nowMs);
    };

    describe('sources', () => {
      test('are of exactly one scope, by name, and one of the same id takes the place', async () => {
        await save(A, aSource({ id: 'zzzz', name: 'B' }));
        await save(A, aSource({ id: 'aaaa', name: 'B' }));
        await save(A, aSource({ id: 'mmmm', name: 'A', kind: 'text', url: null }));
        await save(B, aSource({ id: 'aaaa', name: 'Of B' }));
        expect((await store.list(A)).map(({ id }) => id)).toEqual(['mmmm', 'aaaa', 'zzzz']);
        const other = aSource({ id: 'aaaa', name: 'C', tier: 'trusted' });
        await save(A, other);
        expect([await store.get(A, 'aaaa'), (await store.list(A)).length]).toEqual([other, 3]);
        expect([await store.get(B, 'zzzz'), await store.get(OPERATOR, 'aaaa'), await store.list(OPERATOR)]).toEqual([
          null,
          null,
          [],
        ]);
      });

      test('are found by address in their scope, the oldest of several', async () => {
        await save(A, aSource({ id: 'first', name: 'Z' }));
        await save(A, aSource({ id: 'other', name: 'A', url: FEED.toUpperCase().replace('HTTPS', 'https') }));
        const found = async (scope: Scope, url: string) => (await store.byUrl(scope, url))?.id ?? null;
        expect([await found(A, FEED.toUpperCase()), await found(B, FEED), await found(A, ELSEWHERE)]).toEqual([
          'first',
          null,
          null,
        ]);
        await save(A, aSource({ id: 'first', url: ELSEWHERE }));
        expect([await found(A, FEED), await found(A, ELSEWHERE)]).toEqual(['other', 'first']);
      });

      test('that are taken out are gone, with what waits for them alone; another may have the id', async () => {
        await save(A, aSource());
        await save(B, aSource({ id: 'other' }));
        await read(items('one'));
        expect(await store.remove(A, 'none', deed())).toEqual([]);
        await store.remove(A, 'feed1', deed(5, { deed: 'removed' }));
        expect([await store.get(A, 'feed1'), await waiting()]).toEqual([null, ['one: 200/other']]);
        await store.remove(B, 'other', deed());
        expect([await waiting(), await store.queueLength(), await store.feed(FEED)]).toEqual([[], 0, null]);
        await save(A, aSource());
        expect([await store.counts(A, 'feed1'), await waiting()]).toEqual([{ articles: 0, queued: 0, aside: 0 }, []]);
      });

      test('give the articles that no other of their scope brought when they are taken out', async () => {
        for (const id of ['only-here', 'in-both', 'not-kept', 'of-others'])
          for (const scope of id === 'not-kept' ? [B] : [A, B]) await claims.put(scope, anArticleFile({ id }));
        for (const [scope, id] of [
          [A, 'feed1'],
          [A, 'other'],
          [B, 'feed1'],
        ] as const)
          await save(scope, aSource({ id }));
        for (const article of ['only-here', 'in-both', 'not-kept']) await store.bring(A, 'feed1', article);
        await store.bring(A, 'other', 'in-both');
        for (const article of ['only-here', 'of-others']) await store.bring(B, 'feed1', article);
        expect(await store.sourcesOf(A, ['only-here', 'in-both', 'of-others', 'unknown'])).toEqual(
          new Map([
            ['in-both', ['feed1', 'other']],
            ['only-here', ['feed1']],
          ]),
        );
        expect((await store.counts(A, 'feed1')).articles).toBe(2);
        expect(await store.alone(A, 'feed1')).toEqual(['only-here']);
        expect(await store.alone(A, 'none')).toEqual([]);
        expect(await store.remove(A, 'feed1', deed())).toEqual(['only-here']);
        expect(await store.sourcesOf(A, ['only-here', 'in-both'])).toEqual(new Map([['in-both', ['other']]]));
        expect(await store.sourcesOf(B, ['only-here'])).toEqual(new Map([['only-here', ['feed1']]]));
      });

      test('what was done to them is kept, the last first, also of those that are gone, and the newest so many', async () => {
        await save(A, aSource(), 1);
        await store.save(A, aSource({ id: 'other', name: 'Other' }), deed(2, { deed: 'requested', detail: 'why' }));
        await store.remove(A, 'feed1', deed(3, { deed: 'removed', by: null }));
        expect(await store.deeds(A, 10)).toEqual([
          { atMs: 3, by: null, deed: 'removed', source: 'feed1', name: 'Feed feed1', detail: '' },
          { atMs: 2, by: '4242', deed: 'requested', source: 'other', name: 'Other', detail: 'why' },
          { atMs: 1, by: '4242', deed: 'added', source: 'feed1', name: 'Feed feed1', detail: '' },
        ]);
        const instants = async (...wanted: Parameters<SourceStore['deeds']>) =>
          (await store.deeds(...wanted)).map(({ atMs }) => atMs);
        expect([await instants(A, 1), await instants(A, 9, 'feed1'), await instants(B, 9)]).toEqual([[3], [3, 1], []]);
        await save(B, aSource({ state: 'paused' }), 7);
        for (let at = 1; at <= DEEDS_PER_SCOPE; at += 1)
          await save(A, aSource({ id: 'other', state: 'paused' }), 10 + at);
        const left = await instants(A, DEEDS_PER_SCOPE + 9);
        expect([left.length, left.at(-1), await instants(B, 9)]).toEqual([DEEDS_PER_SCOPE, 11, [7]]);
      });
    });

    describe('feeds', () => {
      const dueAt = async (nowMs: number, atMost = 9) => (await store.due(nowMs, atMost)).map(({ url }) => url);

      test('are known and due at once when an active source follows them, and once for all who do', async () => {
        expect([await store.nextDueAtMs(), await store.feed(FEED)]).toEqual([null, null]);
        for (const state of ['pending', 'paused', 'gone'] as const) await save(A, aSource({ id: state, state }), 5);
        await save(A, aSource({ id: 'page', kind: 'article' }), 5);
        expect([await store.nextDueAtMs(), await store.feed(FEED)]).toEqual([null, null]);
        await save(A, aSource(), 7);
        await save(OPERATOR, aSource({ id: 'mine' }), 8);
        const fresh = {
          ...aFeedState(0, { validators: null, nextAtMs: 7, intervalMs: 0, lastReadAtMs: null }),
          followers: [
            { scope: A, source: aSource() },
            { scope: OPERATOR, source: aSource({ id: 'mine' }) },
          ],
        };
        expect([await store.nextDueAtMs(), await store.due(6, 9), await store.due(7, 9)]).toEqual([7, [], [fresh]]);
      });

      test('are due when their state says so, those first that have waited longest', async () => {
        for (const [at, id] of ['late', 'soon', 'next'].entries())
          await save(A, aSource({ id, url: `https://${id}.example/` }), at);
        const failed = aFeedState(100, {
          url: 'https://late.example/',
          failingSinceMs: 50,
          failures: 2,
          failure: { kind: 'fetch', failure: { kind: 'status', status: 503, retryAfterMs: null } },
          toldAtMs: 90,
          lastNewAtMs: 10,
        });
        await store.noteFeed(failed);
        expect(await store.feed(failed.url)).toEqual(failed);
        expect([await dueAt(99), await dueAt(99, 1), await store.nextDueAtMs()]).toEqual([
          ['https://soon.example/', 'https://next.example/'],
          ['https://soon.example/'],
          1,
        ]);
        expect(await dueAt(100 + 60_000)).toEqual([
          'https://soon.example/',
          'https://next.example/',
          'https://late.example/',
        ]);
      });

      test('tell their sources which page they belong to where these do not know it', async () => {
        const site = 'https://news.example/';
        await save(A, aSource());
        await save(B, aSource({ siteUrl: 'https://said.example/' }));
        await save(B, aSource({ id: 'other', url: ELSEWHERE }));
        await store.noteSite(FEED, site);
        expect([...(await store.list(A)), ...(await store.list(B))].map(({ siteUrl }) => siteUrl)).toEqual([
          site,
          'https://said.example/',
          null,
        ]);
        expect((await store.deeds(A, 9)).map((one) => one.deed)).toEqual(['added']);
      });

      test('that were put off by a clock that was wrong are due at once', async () => {
        await save(A, aSource());
        await store.noteFeed(aFeedState(0, { nextAtMs: 3_000 + LONGEST_WAIT_MS }));
        expect([await dueAt(2_999), await dueAt(3_000)]).toEqual([[FEED], []]);
      });

      test('that nobody follows any more are not due, keep their state, and are due as before when somebody does', async () => {
        await save(A, aSource());
        await store.noteFeed(aFeedState(100));
        await save(A, aSource({ state: 'paused' }));
        expect([await dueAt(1e9), await store.nextDueAtMs(), await store.feed(FEED)]).toEqual([
          [],
          null,
          aFeedState(100),
        ]);
        await save(A, aSource(), 200);
        expect([await store.nextDueAtMs(), await dueAt(1e9)]).toEqual([100 + 60_000, [FEED]]);
      });

      test('that are known no more are not noted', async () => {
        await store.noteFeed(aFeedState(1));
        expect(await read(items('one'))).toEqual({ fresh: 0, changed: 0 });
        expect([await store.feed(FEED), await store.queueLength()]).toEqual([null, 0]);
      });

      test('are left for another when the last of their sources goes to another address', async () => {
        await save(A, aSource());
        await read(items('one'));
        await save(A, aSource({ url: ELSEWHERE }), 5);
        expect([await store.feed(FEED), await store.nextDueAtMs(), await waiting()]).toEqual([null, 5, []]);
      });

      test('that moved take all their sources along, whatever their state, and what was read of them', async () => {
        await save(A, aSource());
        await save(B, aSource({ id: 'other', state: 'paused' }));
        await read(items('one', 'two'), 50);
        await settleAll();
        await store.noteFeed(aFeedState(100), ELSEWHERE);
        expect([await store.feed(FEED), await store.feed(ELSEWHERE)]).toEqual([
          null,
          aFeedState(100, { url: ELSEWHERE }),
        ]);
        expect([(await store.get(A, 'feed1'))?.url, (await store.get(B, 'other'))?.url]).toEqual([
          ELSEWHERE,
          ELSEWHERE,
        ]);
        expect((await store.byUrl(A, ELSEWHERE))?.id).toBe('feed1');
        expect((await store.deeds(B, 1))[0]).toMatchObject({ atMs: 100, by: null, deed: 'moved', detail: ELSEWHERE });
        expect(await store.noteItems(aFeedState(200, { url: ELSEWHERE }), items('one', 'two'), 200)).toEqual({
          fresh: 0,
          changed: 0,
        });
        expect(await waiting()).toEqual([]);
      });

      test('that moved to one that is known join it, and what was given here is not given there', async () => {
        await save(A, aSource());
        await read(items('same', 'changed', 'waits'));
        for (const queued of await store.queued(0, 9))
          if (queued.item.key !== 'waits') await store.settle(queued, STORED, 0);
        await save(B, aSource({ id: 'other', url: ELSEWHERE }));
        const there = [anItem('same'), anItem('changed', { title: 'Otherwise' }), anItem('more'), anItem('waits')];
        await store.noteItems(aFeedState(0, { url: ELSEWHERE }), there, 0);
        for (const queued of await store.queued(0, 9))
          if (queued.feed === ELSEWHERE) await store.settle(queued, STORED, 0);
        await store.noteFeed(aFeedState(100), ELSEWHERE);
        expect(await waiting()).toEqual(['changed: 100/feed1', 'more: 100/feed1', 'waits: 100/feed1']);
        expect([await dueAt(1e9), await store.feed(FEED)]).toEqual([[ELSEWHERE], null]);
      });
    });

    describe('items', () => {
      beforeEach(() => save(A, aSource()));

      test('are queued for all who follow, once, newest first, undated ones as the feed has them', async () => {
        await save(B, aSource({ id: 'other' }));
        const at = (iso: string) => ({ published: { at: iso, basis: 'stated', note: 'feed' } as const });
        const feed = [anItem('old', at('2024-05-10')), anItem('new', at('2024-05-12')), ...items('x', 'y', 'x')];
        const nowMs = Date.parse('2024-05-11');
        expect(await store.noteItems(aFeedState(nowMs), feed, nowMs)).toEqual({ fresh: 4, changed: 0 });
        expect(await store.queued(nowMs, 1)).toEqual([
          {
            feed: FEED,
            item: feed[1],
            followers: [
              { scope: A, source: aSource() },
              { scope: B, source: aSource({ id: 'other' }) },
            ],
            attempts: 0,
          },
        ]);
        expect((await store.queued(nowMs, 9)).map(({ item }) => item.key)).toEqual(['new', 'x', 'y', 'old']);
        expect([await store.queueLength(), (await store.counts(B, 'other')).queued]).toEqual([4, 4]);
        expect(await store.feed(FEED)).toEqual(aFeedState(nowMs));
        expect(await store.noteItems(aFeedState(nowMs + 1), feed, nowMs + 1)).toEqual({ fresh: 0, changed: 0 });
        expect(await store.queueLength()).toBe(4);
      });

      test('that are stored count as brought, and wait no more', async () => {
        await read(items('one'));
        await claims.put(A, anArticleFile());
        const before = await claims.revision();
        await settleAll();
        expect([await waiting(), await store.counts(A, 'feed1')]).toEqual([[], { articles: 1, queued: 0, aside: 0 }]);
        expect(await store.sourcesOf(A, ['article-1'])).toEqual(new Map([['article-1', ['feed1']]]));
        expect(await claims.revision()).toBeGreaterThan(before);
        await claims.remove(A, 'article-1');
        expect((await store.counts(A, 'feed1')).articles).toBe(0);
      });

      test('that cannot be read are set aside with their reason, the last first, until they change and can be', async () => {
        await read(items('one', 'two'));
        const [one, two] = await store.queued(0, 9);
        if (one && two) {
          await store.settle(one, ASIDE, 10);
          await store.settle(two, { kind: 'aside', reason: { kind: 'too-slow', limitMs: 5 } }, 20);
        }
        const expected = [
          {
            title: 'Title of two',
            url: 'https://news.example/two',
            reason: { kind: 'too-slow', limitMs: 5 },
            atMs: 20,
          },
          { title: 'Title of one', url: 'https://news.example/one', reason: { kind: 'too-heavy' }, atMs: 10 },
        ];
        expect([await store.aside(A, 'feed1', 9), await store.aside(A, 'feed1', 1)]).toEqual([expected, [expected[0]]]);
        expect([await waiting(), await store.counts(A, 'feed1')]).toEqual([[], { articles: 0, queued: 0, aside: 2 }]);
        await read([anItem('one', { title: 'Otherwise' }), anItem('two')], 30);
        await settleAll();
        expect((await store.aside(A, 'feed1', 9)).map(({ title }) => title)).toEqual(['Title of two']);
        expect(await store.aside(B, 'feed1', 9)).toEqual([]);
      });

      test('of those set aside, the newest are kept', async () => {
        const keys = Array.from({ length: ASIDE_PER_SOURCE + 2 }, (_, at) => `item-${at}`);
        await read(items(...keys));
        for (const key of keys) await store.settle(await queuedAs(key), ASIDE, keys.indexOf(key));
        expect((await store.counts(A, 'feed1')).aside).toBe(ASIDE_PER_SOURCE);
        expect((await store.aside(A, 'feed1', 1_000)).at(-1)?.title).toBe('Title of item-2');
      });

      /** An item as `queued` would give it. */
      const queuedAs = async (key: string) => ({
        feed: FEED,
        item: anItem(key),
        followers: [{ scope: A, source: aSource() }],
      });

      test('that are to be tried again wait for their time, and say how often they were', async () => {
        await read(items('one', 'two'));
        const [one] = await store.queued(0, 1);
        expect((await store.counts(A, 'feed1')).againAtMs).toBeUndefined();
        if (one) await store.settle(one, { kind: 'again', notBeforeMs: 500 }, 10);
        expect((await store.counts(A, 'feed1')).againAtMs).toBe(500);
        expect([await waiting(499), await waiting(500), await store.queueLength()]).toEqual([
          ['two: 100/feed1'],
          ['one: 100/feed1', 'two: 100/feed1'],
          2,
        ]);
        expect((await store.queued(500, 9)).map(({ attempts }) => attempts)).toEqual([1, 0]);
      });

      test('that were put off by a clock that was wrong are tried at once', async () => {
        await read(items('one'));
        const [one] = await store.queued(0, 1);
        if (one) await store.settle(one, { kind: 'again', notBeforeMs: 3_000 + LONGEST_WAIT_MS }, 10);
        expect([await waiting(2_999), await waiting(3_000)]).toEqual([['one: 100/feed1'], []]);
      });

      test('that changed are queued again for all; what was read of the version before settles nothing', async () => {
        await save(B, aSource({ id: 'other' }));
        await read(items('one'));
        const [before] = await store.queued(0, 1);
        const changed = anItem('one', { text: 'More is known now.' });
        expect(await read([changed], 10)).toEqual({ fresh: 0, changed: 1 });
        if (before) await store.settle(before, STORED, 20);
        expect(await waiting()).toEqual(['one: 100/feed1 200/other']);
        expect((await store.queued(0, 9))[0]?.item).toEqual(changed);
        expect(await store.sourcesOf(A, ['article-1'])).toEqual(new Map([['article-1', ['feed1']]]));
        await settleAll();
        expect([await waiting(), await read([changed], 30)]).toEqual([[], { fresh: 0, changed: 0 }]);
        expect(await read(items('one'), 40)).toEqual({ fresh: 0, changed: 1 });
      });

      test.for([
        {
          name: 'another date of publication',
          of: {},
          later: { published: { at: '2024-05-12', basis: 'stated', note: 'feed' } },
          changed: 0,
        },
        {
          name: 'another date of change of the whole text',
          of: { isFull: true },
          later: { isFull: true, updated: '2024-05-12' },
          changed: 0,
        },
        { name: 'a date of change that is gone', of: { updated: '2024-05-12' }, later: {}, changed: 0 },
        {
          name: 'another date of change of a summary',
          of: { updated: '2024-05-12' },
          later: { updated: '2024-05-13' },
          changed: 1,
        },
      ] as const)('$name is $changed change, and none before its time', async ({ of, later, changed }) => {
        await read([anItem('one', of)]);
        await settleAll();
        expect(await read([anItem('one', later)], STAMP_PAUSE_MS - 1)).toEqual({ fresh: 0, changed: 0 });
        expect(await read([anItem('one', later)], STAMP_PAUSE_MS)).toEqual({ fresh: 0, changed });
        expect(await store.queueLength()).toBe(changed);
      });

      test('wait for those alone who have not been given them', async () => {
        await save(B, aSource({ id: 'other' }));
        await read(items('one'));
        await store.settle({ ...(await queuedAs('one')) }, STORED, 0);
        expect([await waiting(), (await store.counts(A, 'feed1')).queued]).toEqual([['one: 200/other'], 0]);
        await settleAll();
        expect(await waiting()).toEqual([]);
      });

      test('are given to who follows later, without being read again, as the feed held them last', async () => {
        await read(items('gone', 'one'));
        await settleAll();
        await read(items('one', 'two'), 10);
        await settleAll();
        await save(B, aSource({ id: 'other' }), 20);
        expect(await waiting()).toEqual(['two: 200/other', 'one: 200/other']);
        await settleAll();
        await store.noteFeed(aFeedState(30));
        expect([await waiting(), await read(items('one', 'two'), 40)]).toEqual([[], { fresh: 0, changed: 0 }]);
      });

      test('are not given to who pauses, and what the feed holds is when it goes on, but for what it had', async () => {
        await save(B, aSource({ id: 'other' }));
        await read(items('had'));
        await settleAll();
        await read(items('had', 'waits', 'passes'), 10);
        await save(A, aSource({ state: 'paused' }), 20);
        expect([await waiting(), (await store.counts(A, 'feed1')).queued]).toEqual([
          ['waits: 200/other', 'passes: 200/other'],
          0,
        ]);
        await settleAll();
        await read(items('new', 'had', 'waits'), 30);
        await settleAll();
        await save(A, aSource(), 40);
        expect(await waiting()).toEqual(['new: 100/feed1', 'waits: 100/feed1']);
        await settleAll();
        await save(A, aSource({ name: 'Otherwise' }), 50);
        expect(await waiting()).toEqual([]);
      });

      test('are given to who pauses while they are read, and not again when it goes on', async () => {
        await save(B, aSource({ id: 'other' }));
        await read(items('one', 'two'));
        const [one] = await store.queued(0, 9);
        await save(A, aSource({ state: 'paused' }));
        if (one) await store.settle(one, STORED, 0);
        expect(await store.sourcesOf(A, ['article-1'])).toEqual(new Map([['article-1', ['feed1']]]));
        await save(A, aSource());
        expect(await waiting()).toEqual(['two: 200/other 100/feed1']);
      });

      test('of sources that are gone meanwhile, are given to the others', async () => {
        await save(B, aSource({ id: 'other' }));
        await read(items('one'));
        const [one] = await store.queued(0, 9);
        await store.remove(A, 'feed1', deed());
        if (one) await store.settle(one, STORED, 0);
        expect([await waiting(), await store.sourcesOf(B, ['article-1'])]).toEqual([
          [],
          new Map([['article-1', ['other']]]),
        ]);
      });

      test('that leave the feed stay in the queue, and are no news when they come again', async () => {
        await read(items('waits', 'done'));
        await store.settle(await queuedAs('done'), STORED, 0);
        await read([], 10);
        expect(await waiting()).toEqual(['waits: 100/feed1']);
        await settleAll();
        expect(await read(items('waits', 'done'), 20)).toEqual({ fresh: 0, changed: 0 });
        expect(await waiting()).toEqual([]);
        await save(B, aSource({ id: 'other' }));
        expect(await waiting()).toEqual(['waits: 200/other', 'done: 200/other']);
      });

      test('are known by name for long after they left the feed, and another by the same name is no news', async () => {
        await read(items('one', 'waits'));
        await store.settle(await queuedAs('one'), STORED, 0);
        await read([], 0);
        await read([], KNOWN_ITEM_MS + 1);
        expect(await waiting()).toEqual(['waits: 100/feed1']);
        const changed = anItem('one', { title: 'Otherwise' });
        expect(await read([changed], KNOWN_ITEM_MS + 2)).toEqual({ fresh: 0, changed: 0 });
        expect(await waiting()).toEqual(['waits: 100/feed1']);
        await save(B, aSource({ id: 'other' }));
        expect(await waiting()).toContain('one: 200/other');
      });

      test('of one feed do not keep those of others waiting', async () => {
        const short = 'https://short.example/feed';
        await save(A, aSource({ id: 'short', url: short }));
        const keys = Array.from({ length: QUEUED_PER_FEED + 3 }, (_, at) => `item-${at}`);
        await read(items(...keys), 10);
        await store.noteItems(aFeedState(20, { url: short }), items('short-1', 'short-2'), 20);
        const first = await store.queued(20, 100);
        expect(first.map(({ item }) => item.key)).toEqual([...keys.slice(0, QUEUED_PER_FEED), 'short-1', 'short-2']);
        if (first[0]) await store.settle(first[0], STORED, 30);
        expect((await store.queued(30, 3)).map(({ item }) => item.key)).toEqual(['short-1', 'short-2', 'item-1']);
      });

      test('an article counts as brought once, whoever settles it twice', async () => {
        await claims.put(A, anArticleFile());
        await read(items('one'));
        const [one] = await store.queued(0, 1);
        for (const outcome of [STORED, STORED, ASIDE]) if (one) await store.settle(one, outcome, 0);
        await store.bring(A, 'feed1', 'article-1');
        await store.bring(A, 'none', 'article-1');
        expect((await store.counts(A, 'feed1')).articles).toBe(1);
      });
    });

    test('answers hold while nothing changes that they are made from', async () => {
      await save(A, aSource());
      const before = await claims.revision();
      await read(items('one', 'two'));
      await store.noteFeed(aFeedState(10));
      await store.queued(10, 9);
      await settleAll(ASIDE);
      await save(A, aSource({ state: 'paused' }));
      await save(B, aSource({ state: 'pending', tier: 'trusted' }));
      await store.keepVersion(A, { file: anArticleFile(), untilMs: 1 });
      expect(await claims.revision()).toBe(before);
      const changes = [
        () => save(B, aSource({ tier: 'trusted' })),
        () => save(A, aSource({ tier: 'doubtful' })),
        () => save(A, aSource({ id: 'other' })),
        () => store.bring(A, 'feed1', 'article-1'),
        () => store.remove(A, 'feed1', deed()),
      ];
      for (const change of changes) {
        const revision = await claims.revision();
        await change();
        expect(await claims.revision()).toBeGreaterThan(revision);
      }
    });

    test('who did what is forgotten for one scope alone', async () => {
      for (const scope of [A, B]) await save(scope, aSource());
      await store.forgetDeeds(A);
      expect([await store.deeds(A, 9), (await store.deeds(B, 9)).length]).toEqual([[], 1]);
    });

    test('earlier versions of an article go with it', async () => {
      const file = anArticleFile({ id: 'article-1' });
      await claims.put(A, file);
      await store.keepVersion(A, { file, untilMs: 1 });
      await claims.remove(A, 'article-1');
      expect(await store.versions(A, 'article-1')).toEqual([]);
    });

    test('earlier versions of an article are kept for its scope, the newest first and so many', async () => {
      const version = (at: number) => ({ file: anArticleFile({ title: `Version ${at}` }), untilMs: at });
      for (let at = 1; at <= VERSIONS_PER_ARTICLE + 2; at += 1) await store.keepVersion(A, version(at));
      await store.keepVersion(A, { ...version(VERSIONS_PER_ARTICLE + 2), untilMs: 99 * HOUR });
      await store.keepVersion(B, version(1));
      const kept = await store.versions(A, 'article-1');
      expect([kept.length, kept[0], kept.at(-1)]).toEqual([
        VERSIONS_PER_ARTICLE,
        version(VERSIONS_PER_ARTICLE + 2),
        version(3),
      ]);
      expect([await store.versions(B, 'article-1'), await store.versions(OPERATOR, 'article-1')]).toEqual([
        [version(1)],
        [],
      ]);
    });
  });
}
