import type { ArticleId } from '../domain/article.ts';
import type { ArticleFile } from '../domain/article-file.ts';
import type { FeedItem } from '../domain/feed-item.ts';
import type { Validators } from '../domain/fetch.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source, SourceDeed, SourceId } from '../domain/source.ts';

/** How the reading of one feed goes, whichever servers follow it. Instants are Unix ms. */
export interface FeedState {
  /** As it is fetched. */
  readonly url: string;
  readonly validators: Validators | null;
  /** When it is to be read next. */
  readonly nextAtMs: number;
  /** Pause between two readings, in ms. */
  readonly intervalMs: number;
  /** null: never read yet. */
  readonly lastReadAtMs: number | null;
  /** When something new was last in it; null: never. */
  readonly lastNewAtMs: number | null;
  /** The first failure since it was last read; null: it can be read. */
  readonly failingSinceMs: number | null;
  /** Failures in a row. */
  readonly failures: number;
  /** Why it failed last, as JSON leaves it; whoever reads it parses it. */
  readonly failure: unknown;
  /** When moderators were told that it fails; null: not since it was last read. */
  readonly toldAtMs: number | null;
}

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
  /** `reason` in a form that `FeedState.failure` has too. */
  | { readonly kind: 'aside'; readonly reason: unknown }
  | { readonly kind: 'again'; readonly reason: unknown; readonly notBeforeMs: number };

export interface SourceCounts {
  /** Articles that it brought and that are still there. */
  readonly articles: number;
  /** Items still to be read. */
  readonly queued: number;
  /** Items set aside. */
  readonly aside: number;
}

/** An item that was set aside, with its reason. */
export interface AsideItem {
  readonly title: string | null;
  readonly url: string | null;
  readonly reason: unknown;
  /** Unix ms. */
  readonly atMs: number;
}

/** An earlier version of an article that its publisher changed. */
export interface EarlierVersion {
  readonly file: ArticleFile;
  /** When it was replaced, Unix ms. */
  readonly untilMs: number;
}

/**
 * Sources, what was read of them and what is still to be read. Every change is on the disk when its promise resolves, and is
 * made whole or not at all. What concerns feeds is shared by all scopes; what concerns sources is of exactly one.
 * An adapter is done when `test/store/source-contract.ts` passes on it.
 */
export interface SourceStore {
  /** Adds a source, or replaces the one of its id, and writes down who did what. */
  save(scope: Scope, source: Source, deed: Omit<SourceDeed, 'source' | 'name'>): Promise<void>;
  get(scope: Scope, id: SourceId): Promise<Source | null>;
  /** Of exactly this scope, by name, then id. */
  list(scope: Scope): Promise<readonly Source[]>;
  /** The source of exactly this scope with the address, compared by `addressKey`; null: none. */
  byUrl(scope: Scope, url: string): Promise<Source | null>;
  /**
   * Takes a source out, with all that is still to be read for it alone.
   * @returns articles of the scope that no other source of it has brought, which are the caller's to withdraw or keep
   */
  remove(scope: Scope, id: SourceId, deed: Omit<SourceDeed, 'source' | 'name'>): Promise<readonly ArticleId[]>;
  counts(scope: Scope, id: SourceId): Promise<SourceCounts>;
  /** Those set aside last, first. */
  aside(scope: Scope, id: SourceId, atMost: number): Promise<readonly AsideItem[]>;
  /** Who did what, the last first; of one source where given. */
  deeds(scope: Scope, atMost: number, id?: SourceId): Promise<readonly SourceDeed[]>;
  /** The sources of exactly this scope that brought the articles, by article. */
  sourcesOf(scope: Scope, articles: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly SourceId[]>>;

  feed(url: string): Promise<FeedState | null>;
  /** Feeds with an active source whose time has come, those first that have waited longest. */
  due(nowMs: number, atMost: number): Promise<readonly FollowedFeed[]>;
  /** When the next feed is due, in Unix ms; null: no feed is followed. */
  nextDueAtMs(): Promise<number | null>;
  /** Notes how the reading of a feed went; with `movedTo`, all its sources follow it to that address, each with a deed `moved`. */
  noteFeed(state: FeedState, movedTo?: string): Promise<void>;
  /**
   * Notes a reading that gave items, in one step with what is to be done about them: those that are new to the feed or whose
   * content changed since are queued for all who follow it; those that a follower has not been given yet, for it. Items that
   * the feed holds no more are forgotten when nobody waits for them.
   * @returns how many are new, and how many changed
   */
  noteItems(
    state: FeedState,
    items: readonly FeedItem[],
    nowMs: number,
  ): Promise<{ readonly fresh: number; readonly changed: number }>;
  /** Items that are still to be read and may be tried now: the longest waiting feed's first, newest items of a feed first. */
  queued(nowMs: number, atMost: number): Promise<readonly QueuedItem[]>;
  /** All that is queued, whatever its time. */
  queueLength(): Promise<number>;
  /** Settles an item for these sources, in the state in which it was queued: one that changed meanwhile stays queued. */
  settle(queued: Pick<QueuedItem, 'feed' | 'item' | 'followers'>, outcome: ItemOutcome, nowMs: number): Promise<void>;
  /** Brings an article that came without a feed to a source: one that a moderator added by itself. */
  bring(scope: Scope, id: SourceId, article: ArticleId): Promise<void>;

  /** Keeps what an article was before it is replaced. */
  keepVersion(scope: Scope, version: EarlierVersion): Promise<void>;
  /** The newest first. */
  versions(scope: Scope, article: ArticleId): Promise<readonly EarlierVersion[]>;
}
