import { describe, expect, test } from 'vitest';
import type { FeedItem } from '../../src/domain/feed-item.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import { type Found, warningsOf } from '../../src/sources/warnings.ts';
import { aClaim, type anArticle, anArticleFile } from '../support/claims.ts';

const NOW_MS = Date.parse('2026-03-01T00:00:00Z');
const item = (day: string | null, dateProblem: FeedItem['dateProblem'] = null): FeedItem => ({
  ...{ key: 'k', url: null, title: 'T', author: null, updated: null, language: null, text: 'T', isFull: true },
  published: day === null ? null : { at: day, basis: 'stated', note: 'the feed' },
  dateProblem,
});
const found = (over: Partial<Found>): Found => ({
  ...{ items: [item('2026-02-28')], read: [], ownership: null, leftOut: 0, movedTo: null },
  languages: new Set(['en']),
  nowMs: NOW_MS,
  ...over,
});
const readOf = (over: Parameters<typeof anArticle>[0] = {}, claims = [aClaim()]): Found['read'][number] => {
  const file = anArticleFile({ relays: [], ...over }, claims);
  const { title, url } = file.article;
  const read = { ok: true, value: { file, text: 'text' } } as const;
  return { item: { title, url, publishedAtMs: NOW_MS, standing: { kind: 'new' }, read }, insteadOfPage: null };
};

describe('what a moderator is told before adding a source', () => {
  test('nothing of a feed that is as it should be', () => {
    expect(warningsOf(found({ read: [readOf()] }))).toEqual([]);
  });

  test.each<[string, Partial<Found>, readonly unknown[]]>([
    ['no item has a date', { items: [item(null), item(null)] }, [{ kind: 'no-dates' }]],
    ['an item is of the future', { items: [item('2026-02-28'), item(null, 'future')] }, [{ kind: 'future-dates' }]],
    [
      'nothing came for two months',
      { items: [item('2025-12-01'), item('2025-11-01')] },
      [{ kind: 'stale', newestAtMs: Date.parse('2025-12-01') }],
    ],
    ['nothing came for under two months', { nowMs: NOW_MS + 50 * DAY_MS }, []],
    ['a feed without items', { items: [] }, [{ kind: 'no-items' }]],
    [
      'one text without a date',
      { items: [], read: [{ ...readOf(), item: { ...readOf().item, publishedAtMs: null } }] },
      [{ kind: 'no-date' }],
    ],
    [
      'it belongs to a state',
      { ownership: { kind: 'state', owner: 'The state', basis: 'its imprint' } },
      [{ kind: 'state-owned', owner: 'The state' }],
    ],
    [
      'it belongs to a party',
      { ownership: { kind: 'party', owner: null, basis: 'its imprint' } },
      [{ kind: 'state-owned', owner: null }],
    ],
    ['it is paid by the public', { ownership: { kind: 'public', owner: null, basis: 'its charter' } }, []],
    ['more items than are read', { leftOut: 7 }, [{ kind: 'left-out', items: 7 }]],
    ['it has moved', { movedTo: 'https://new.example/rss' }, [{ kind: 'moved', to: 'https://new.example/rss' }]],
    [
      'a language that is not read',
      { read: [readOf(), readOf({ language: 'pl' })] },
      [{ kind: 'unsupported-language', language: 'pl' }],
    ],
    ['nothing that is told', { read: [readOf({}, []), readOf({}, [])] }, [{ kind: 'no-claims' }]],
    ['something that is told', { read: [readOf({}, []), readOf()] }, []],
    [
      'agencies whose reports it passes on',
      { read: [readOf({ relays: ['Wire'] }), readOf({ relays: ['Agency', 'Wire'] }), readOf()] },
      [{ kind: 'syndicated', outlets: ['Agency', 'Wire'], items: 2 }],
    ],
    [
      'a wall before its pages',
      { read: [{ ...readOf(), insteadOfPage: { kind: 'stub', why: 'paywall' } }] },
      [{ kind: 'stub', why: 'paywall' }],
    ],
    [
      'pages that cannot be had',
      { read: [{ ...readOf(), insteadOfPage: { kind: 'too-heavy' } }] },
      [{ kind: 'summaries-only', failure: { kind: 'too-heavy' } }],
    ],
  ])('%s', (_, over, warnings) => {
    expect(warningsOf(found(over))).toEqual(warnings);
  });

  test('the gravest comes first', () => {
    const ownership = { kind: 'state', owner: null, basis: 'its imprint' } as const;
    const kinds = warningsOf(found({ items: [item(null)], leftOut: 1, ownership })).map(({ kind }) => kind);
    expect(kinds).toEqual(['state-owned', 'no-dates', 'left-out']);
  });
});
