import type { ArticleId } from '../domain/article.ts';
import type { ArticleFile } from '../domain/article-file.ts';
import type { FeedItem } from '../domain/feed-item.ts';
import type { FeedState } from '../domain/feed-state.ts';
import { DAY_MS, HOUR_MS } from '../domain/period.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source, SourceDeed, SourceId } from '../domain/source.ts';
import type { AsideItem, SourceCounts } from '../domain/source-view.ts';

/** Entries of the trail of who did what that are kept of a scope: the newest. */
export const DEEDS_PER_SCOPE = 5_000;
/** Items set aside that are kept of a source: the newest. */
export const ASIDE_PER_SOURCE = 200;
/** Earlier versions that are kept of an article: the newest. */
export const VERSIONS_PER_ARTICLE = 20;
/** Most items of one feed in one answer of `queued`, so that a long feed does not keep the others waiting. */
export const QUEUED_PER_FEED = 8;
/** For how long an item is known with its content after its feed held it last, in ms. */
export const KNOWN_ITEM_MS = 30 * DAY_MS;
/** Items that are known by name alone after that, of each feed: the newest. One that comes again after those is new. */
export const NAMES_PER_FEED = 2_000;
/** A summary whose date of change alone is another counts as changed no sooner than this after its last version, in ms: some feeds set it at each reading. */
export const STAMP_PAUSE_MS = 6 * HOUR_MS;

/** What is put off for longer was so by a clock that was wrong: its time has come, too. */
export const LONGEST_WAIT_MS = 8 * DAY_MS;

/** A feed that at least one active source follows, with who does. */
export interface FollowedFeed extends FeedState {
  readonly followers: readonly { readonly scope: Scope; readonly source: Source }[];
}

/** An item that was seen in a feed and is still to be read for articles, for these sources. */
export interface QueuedItem {
  readonly feed: string;
  readonly item: FeedItem;
  /** Sources to which it is still to be brought, at least one. */
  readonly followers: FollowedFeed['followers'];
  /** How often it was tried and failed. */
  readonly attempts: number;
}

/** What became of an item: brought into the scopes of the sources, not to be brought at all, or to be tried again. */
export type ItemOutcome =
  | { readonly kind: 'stored'; readonly article: ArticleId }
  | { readonly kind: 'aside'; readonly reason: ProbeFailure }
  | { readonly kind: 'again'; readonly notBeforeMs: number };

/** An earlier version of an article that its publisher changed. */
export interface EarlierVersion {
  readonly file: ArticleFile;
  /** When it was replaced, Unix ms. */
  readonly untilMs: number;
}

/**
 * Sources, what was read of them and what is still to be read. Every change is on the disk when its promise resolves, and is
 * made whole or not at all. What concerns feeds is shared by all scopes; what concerns sources is of exactly one.
 * A feed is known from when an active source follows it, at once due, until no source has its address any more.
 * Who follows a feed from now on (added, approved, resumed) is given what the feed held when it was last read, and what still
 * waits for others, without its being read again; what it has been given before, in the same content, is not given again.
 * A row that does not parse is told to whoever runs the adapter and keeps nothing else from being read: a feed starts as if
 * never read, an item is forgotten and its feed read whole, a source is followed and listed no more. `get` alone throws `CorruptRecord`.
 * The revision that `ClaimStore` tells grows with what a source brought, with what those that are not pending are called and
 * how far they are trusted, and when one is taken out; with nothing else.
 * An adapter is done when `test/store/source-contract.ts` passes on it.
 */
export interface SourceStore {
  /** Adds a source, or replaces the one of its id, and writes down who did what. */
  save(scope: Scope, source: Source, deed: Omit<SourceDeed, 'source' | 'name'>): Promise<void>;
  get(scope: Scope, id: SourceId): Promise<Source | null>;
  /** Of exactly this scope, by name, then id. */
  list(scope: Scope): Promise<readonly Source[]>;
  /** The source of exactly this scope with the address, compared by the key that the adapter is opened with; the oldest of several. null: none. */
  byUrl(scope: Scope, url: string): Promise<Source | null>;
  /**
   * Takes a source out, with all that is still to be read for it alone.
   * @returns what `alone` said of it until then, which is the caller's to withdraw or keep
   */
  remove(scope: Scope, id: SourceId, deed: Omit<SourceDeed, 'source' | 'name'>): Promise<readonly ArticleId[]>;
  /** Articles still in the scope that no other source of it has brought, ascending. */
  alone(scope: Scope, id: SourceId): Promise<readonly ArticleId[]>;
  counts(scope: Scope, id: SourceId): Promise<SourceCounts>;
  /** Those set aside last, first. */
  aside(scope: Scope, id: SourceId, atMost: number): Promise<readonly AsideItem[]>;
  /** Who did what, the last first; of one source where given. */
  deeds(scope: Scope, atMost: number, id?: SourceId): Promise<readonly SourceDeed[]>;
  /** Forgets who did what in exactly this scope. */
  forgetDeeds(scope: Scope): Promise<void>;
  /** The sources of exactly this scope that brought the articles, by article. */
  sourcesOf(scope: Scope, articles: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly SourceId[]>>;

  feed(url: string): Promise<FeedState | null>;
  /** Feeds with an active source whose time has come, those first that have waited longest. */
  due(nowMs: number, atMost: number): Promise<readonly FollowedFeed[]>;
  /** When the next feed is due, in Unix ms; null: no feed is followed. */
  nextDueAtMs(): Promise<number | null>;
  /**
   * Notes how the reading of a feed went; nothing where the feed is known no more. With `movedTo`, all its sources, whatever their
   * state, go to that address, each with a deed `moved` of the instant it was last read; what they were given counts there too.
   */
  noteFeed(state: FeedState, movedTo?: string): Promise<void>;
  /** Has the sources of a feed that do not say which page it belongs to (`siteUrl`) say this one. That is no deed. */
  noteSite(feed: string, siteUrl: string): Promise<void>;
  /**
   * Notes a reading that gave items, in one step with what is to be done about them: those that are new to the feed or whose
   * content (`contentOf`) changed since are queued for all who follow it; those that a follower has not been given yet, for it.
   * Items that the feed holds no more are forgotten `KNOWN_ITEM_MS` later, when nobody waits for them, but for their names.
   * Of several items with one key the first counts. Nothing where the feed is known no more.
   * @returns how many are new, and how many changed
   */
  noteItems(
    state: FeedState,
    items: readonly FeedItem[],
    nowMs: number,
  ): Promise<{ readonly fresh: number; readonly changed: number }>;
  /**
   * Items that are still to be read and may be tried now, `QUEUED_PER_FEED` of a feed at most: first those of the feed that waits
   * longest since its queue began or one of its items was settled; of a feed the newest first.
   */
  queued(nowMs: number, atMost: number): Promise<readonly QueuedItem[]>;
  /** All that is queued, whatever its time. */
  queueLength(): Promise<number>;
  /**
   * Settles an item for these sources, in the state in which it was queued: one that changed meanwhile stays queued. An article
   * counts as brought in any case. Sources that are gone are passed over. Cheapest for all followers in one call.
   */
  settle(queued: Pick<QueuedItem, 'feed' | 'item' | 'followers'>, outcome: ItemOutcome, nowMs: number): Promise<void>;
  /** Brings an article that came without a feed to a source: one that a moderator added by itself. */
  bring(scope: Scope, id: SourceId, article: ArticleId): Promise<void>;

  /** Keeps what an article was before it is replaced; the newest `VERSIONS_PER_ARTICLE` stay. The same again changes nothing. */
  keepVersion(scope: Scope, version: EarlierVersion): Promise<void>;
  /** The newest first. */
  versions(scope: Scope, article: ArticleId): Promise<readonly EarlierVersion[]>;
}
