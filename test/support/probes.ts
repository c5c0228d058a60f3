import type { Claim } from '../../src/domain/claim.ts';
import type { Probe, ProbedItem, Warning } from '../../src/domain/probe.ts';
import type { ProbeFailure } from '../../src/domain/probe-failure.ts';
import type { SourceView } from '../../src/domain/source-view.ts';
import { aClaim, aFileOf, readFrom } from './claims.ts';
import { aFeedState, aSource } from './sources.ts';

/** The instant at which these pages are looked at. */
export const LOOKED_AT_MS = Date.parse('2024-05-16T12:00:00Z');

const TEXT =
  'Missiles hit a depot in Kharkiv\n\nRussian missiles hit a depot in Kharkiv on Wednesday, the governor said.\n\nNobody was hurt.';
const WORDS = 'Russian missiles hit a depot in Kharkiv on Wednesday, the governor said.';

const strike: Claim = readFrom(TEXT, WORDS, {
  ...aClaim({ sentence: { en: 'Missiles hit a depot.', uk: 'Ракети влучили в склад.' } }),
  attr: { who: 'oleh-syniehubov' },
  epi: 'attributed',
} as Parameters<typeof readFrom>[2]);

/** An item that was read, with one claim. */
export const aReadItem = (over: Partial<ProbedItem> = {}, claims: readonly Claim[] = [strike]): ProbedItem => ({
  title: 'Missiles hit a depot in Kharkiv',
  url: 'https://news.example/a',
  publishedAtMs: Date.parse('2024-05-15T10:00:00Z'),
  standing: { kind: 'new' },
  read: { ok: true, value: { file: aFileOf(TEXT, { publisher: 'The Daily' }, claims), text: TEXT } },
  ...over,
});

const label = (en: string, uk: string) => ({ names: { en, uk }, kind: 'person' });

/** A dry run of a feed of twelve items. */
export const aProbe = (over: Partial<Probe> = {}): Probe => ({
  id: 'run123',
  kind: 'feed',
  source: aSource({ id: 'new123', name: 'The Daily: World' }),
  ownership: { kind: 'state', owner: 'Ministry of Truth', basis: 'its own imprint' },
  total: 12,
  items: [
    aReadItem(),
    aReadItem({ title: null, url: null, publishedAtMs: null, standing: { kind: 'copy', of: 'Agency' }, read: null }),
  ],
  feeds: [],
  leftOut: 0,
  invalid: 0,
  warnings: [{ kind: 'no-dates' }],
  labels: { 'oleh-syniehubov': label('Oleh Syniehubov', 'Олег Синєгубов') },
  needsApproval: false,
  ...over,
});

/** A source in a list. */
export const aView = (over: Partial<SourceView> = {}): SourceView => ({
  source: aSource(),
  feed: aFeedState(LOOKED_AT_MS - 60_000, { lastNewAtMs: LOOKED_AT_MS - 7_200_000, nextAtMs: LOOKED_AT_MS + 600_000 }),
  counts: { articles: 120, queued: 3, aside: 1 },
  ownership: null,
  ...over,
});

const host = 'news.example';
/** One of each kind of failure, and of each reason where words differ by it. */
export const FAILURES: readonly ProbeFailure[] = [
  ...[
    ...(['not-a-url', 'too-long', 'scheme', 'credentials', 'port'] as const).map(
      (why) => ({ kind: 'bad-address', why, part: 'ftp' }) as const,
    ),
    { kind: 'forbidden-address', host, ip: '10.0.0.1', category: 'private' } as const,
    { kind: 'unknown-host', host } as const,
    ...(['refused', 'reset', 'unreachable', 'lookup'] as const).map(
      (why) => ({ kind: 'unreachable', host, why }) as const,
    ),
    ...(['expired', 'other-name', 'untrusted', 'handshake'] as const).map(
      (why) => ({ kind: 'tls', host, why }) as const,
    ),
    { kind: 'too-slow', bound: 'whole', limitMs: 15_000 } as const,
    { kind: 'too-large', part: 'body', limitBytes: 5_242_880 } as const,
    { kind: 'too-many-redirects', limit: 5 } as const,
    { kind: 'redirect-loop' } as const,
    ...[403, 404, 418, 429, 503].map((status) => ({ kind: 'status', status, retryAfterMs: null }) as const),
    { kind: 'gone' } as const,
    { kind: 'truncated' } as const,
    { kind: 'bad-encoding', encoding: 'x' } as const,
    { kind: 'not-http' } as const,
    { kind: 'robots', rule: 'Disallow: /' } as const,
    { kind: 'robots', rule: null } as const,
    { kind: 'not-sent', why: 'stopping' } as const,
  ].map((failure) => ({ kind: 'fetch', failure }) as const),
  ...(['page', 'opml', 'json', 'empty', 'other'] as const).map(
    (looksLike) => ({ kind: 'unreadable', looksLike, problem: 'x' }) as const,
  ),
  { kind: 'no-feed', url: 'https://news.example' },
  { kind: 'too-many', limit: 100, have: 100 },
  { kind: 'too-slow', limitMs: 5_000 },
  { kind: 'too-heavy' },
];

/** One of each kind of warning. */
export const WARNINGS: readonly Warning[] = [
  { kind: 'no-dates' },
  { kind: 'no-date' },
  { kind: 'no-items' },
  { kind: 'future-dates' },
  ...['paywall', 'consent', 'scripts', 'error', 'list', 'of another version'].map(
    (why) => ({ kind: 'stub', why }) as const,
  ),
  { kind: 'summaries-only', failure: null },
  { kind: 'summaries-only', failure: { kind: 'fetch', failure: { kind: 'gone' } } },
  { kind: 'state-owned', owner: null },
  { kind: 'state-owned', owner: 'Ministry of Truth' },
  { kind: 'unsupported-language', language: 'ja' },
  { kind: 'syndicated', outlets: ['Agency', 'Wire'], items: 3 },
  { kind: 'no-claims' },
  { kind: 'stale', newestAtMs: Date.parse('2023-01-01') },
  { kind: 'followed', here: true, source: 'feed1' },
  { kind: 'followed', here: false, source: 'feed1' },
  { kind: 'left-out', items: 80 },
  { kind: 'moved', to: 'https://news.example/new' },
];
