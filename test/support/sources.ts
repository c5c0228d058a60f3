import type { FeedItem } from '../../src/domain/feed-item.ts';
import type { FeedState } from '../../src/domain/feed-state.ts';
import type { Source } from '../../src/domain/source.ts';

/** An active source of a feed, valid as it is. */
export function aSource(overrides: Partial<Source> = {}): Source {
  const id = overrides.id ?? 'feed1';
  return {
    id,
    kind: 'feed',
    url: 'https://news.example/feed',
    siteUrl: null,
    name: `Feed ${id}`,
    publisher: 'The Daily',
    language: 'en',
    tier: 'usual',
    state: 'active',
    addedBy: '4242',
    addedAtMs: 1_000,
    ...overrides,
  };
}

/** An item that its feed only sums up, valid as it is. */
export function anItem(key: string, overrides: Partial<FeedItem> = {}): FeedItem {
  return {
    key,
    url: `https://news.example/${key}`,
    title: `Title of ${key}`,
    author: null,
    published: null,
    updated: null,
    dateProblem: 'missing',
    language: 'en',
    text: `What ${key} is about.`,
    isFull: false,
    ...overrides,
  };
}

/** The state of a feed that was read without failure at an instant, and is to be read again a minute later. */
export function aFeedState(atMs: number, overrides: Partial<FeedState> = {}): FeedState {
  return {
    url: 'https://news.example/feed',
    validators: { etag: '"1"', lastModified: null },
    nextAtMs: atMs + 60_000,
    intervalMs: 60_000,
    lastReadAtMs: atMs,
    lastNewAtMs: null,
    failingSinceMs: null,
    failures: 0,
    failure: null,
    toldAtMs: null,
    ...overrides,
  };
}
