import type { ArticleFile } from '../domain/article-file.ts';
import type { Label } from '../domain/brief.ts';
import type { Result } from '../domain/failure.ts';
import type { FetchFailure } from '../domain/fetch.ts';
import type { Ownership } from '../domain/ownership.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source, SourceDeed, SourceId, SourceKind, Tier } from '../domain/source.ts';
import type { AsideItem, FeedState, SourceCounts } from '../store/source-contract.ts';

/** Who acts, where and when. */
export interface Actor {
  readonly scope: Scope;
  /** null: whoever runs the bot, from a terminal. */
  readonly userId: string | null;
  /** Unix ms. */
  readonly nowMs: number;
}

/** What somebody wants to add. */
export type Wanted =
  /** A feed, a site, or an article; with `kind` only what it says. */
  | { readonly from: 'url'; readonly url: string; readonly kind?: SourceKind }
  /** OPML, as a file gave it. */
  | { readonly from: 'opml'; readonly bytes: Uint8Array }
  | {
      readonly from: 'text';
      readonly text: string;
      readonly publisher: string;
      /** YYYY-MM-DD; null: not known. */
      readonly day: string | null;
      readonly title: string | null;
    };

/** What the moderator says of it; absent: as it says itself. */
export interface Given {
  readonly name?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly tier?: Tier;
}

/** What a moderator should know before adding a source. */
export type Warning =
  | { readonly kind: 'no-dates' }
  | { readonly kind: 'future-dates' }
  /** The pages hold less than the article: a wall, a notice. `why` as `stubOf` tells it. */
  | { readonly kind: 'stub'; readonly why: string }
  | { readonly kind: 'summaries-only' }
  | { readonly kind: 'state-owned'; readonly owner: string | null }
  | { readonly kind: 'unsupported-language'; readonly language: string }
  /** So many of the items shown pass on what these outlets report, or copy what is known. */
  | { readonly kind: 'syndicated'; readonly outlets: readonly string[]; readonly items: number }
  | { readonly kind: 'no-claims' }
  | { readonly kind: 'stale'; readonly newestAtMs: number }
  /** The feed is followed already, by this scope (`here`) or by whoever runs the bot. */
  | { readonly kind: 'followed'; readonly here: boolean; readonly source: SourceId }
  | { readonly kind: 'left-out'; readonly items: number }
  | { readonly kind: 'moved'; readonly to: string };

/** An item as it would be stored, or why it would not. */
export interface ProbedItem {
  readonly title: string | null;
  readonly url: string | null;
  readonly publishedAtMs: number | null;
  /** `known`: stored already; `copy`: another publisher's text, by `of`. */
  readonly standing:
    | { readonly kind: 'new' }
    | { readonly kind: 'known' }
    | { readonly kind: 'copy'; readonly of: string };
  /** What the article is read as; `text` is what its offsets count in. `ok: false`: `reason` in words of a failure. */
  readonly read: Result<{ readonly file: ArticleFile; readonly text: string }, ProbeFailure> | null;
}

/** Something of many that can be added at once: of OPML, or the several feeds of a site. */
export interface ProbedFeed {
  readonly url: string;
  readonly title: string | null;
  readonly isFollowed: boolean;
}

/** A dry run: what would come of adding a source, with nothing added. */
export interface Probe {
  /** Names it for its buttons; it is kept for a day. */
  readonly id: string;
  readonly kind: SourceKind | 'list';
  /** What would be added; for a list, one for each is made of its feed. */
  readonly source: Source;
  readonly ownership: Ownership | null;
  /** Items in all. */
  readonly total: number;
  /** The newest, newest first; the first few of them read. */
  readonly items: readonly ProbedItem[];
  /** For a list, or where a site has several feeds: what may be chosen. Of a site the first is what was read. */
  readonly feeds: readonly ProbedFeed[];
  readonly warnings: readonly Warning[];
  /** Names for what the claims refer to. */
  readonly labels: Readonly<Record<string, Label>>;
  /** Whether it counts only when a second moderator approves it. */
  readonly needsApproval: boolean;
}

export type ProbeFailure =
  | { readonly kind: 'fetch'; readonly failure: FetchFailure }
  /** What came could not be read; `problem` one line in English, for the log and the terminal. */
  | { readonly kind: 'unreadable'; readonly what: string; readonly problem: string }
  | { readonly kind: 'no-feed'; readonly url: string }
  | { readonly kind: 'too-many'; readonly limit: number; readonly have: number }
  | { readonly kind: 'too-slow' | 'too-heavy' };

/** Why something was not done to a source. */
export type SourceRefusal =
  | { readonly kind: 'unknown' }
  /** The dry run is kept no more. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'too-many'; readonly limit: number; readonly have: number }
  /** The second moderator must be another one. */
  | { readonly kind: 'own-request' }
  | { readonly kind: 'not-pending' | 'already' };

/** A source as lists show it. */
export interface SourceView {
  readonly source: Source;
  /** null for what is read once. */
  readonly feed: FeedState | null;
  readonly counts: SourceCounts;
  readonly ownership: Ownership | null;
}

/** What `check` finds when it reads a source at once. */
export interface SourceCheck {
  readonly view: SourceView;
  readonly result: Result<
    {
      readonly items: number;
      readonly fresh: number;
      readonly newestAtMs: number | null;
      readonly movedTo: string | null;
    },
    ProbeFailure
  >;
  readonly aside: readonly AsideItem[];
}

/** Most sources of one server; of whoever runs the bot, as many as the bench is run with. */
export const SOURCES_PER_SERVER = 100;
export const SOURCES_OF_OPERATOR = 2_000;

/** What moderators do with sources: the same for every edge. */
export interface Sources {
  /** Looks without adding anything; may take as long as two documents take to fetch and read. */
  readonly probe: (wanted: Wanted, given: Given, actor: Actor) => Promise<Result<Probe, ProbeFailure>>;
  /** A dry run again, for its buttons; null: kept no more, or of another scope. */
  readonly probed: (id: string, scope: Scope) => Promise<Probe | null>;
  /** Of a list or a site with several feeds, the dry run of one. */
  readonly choose: (id: string, feed: number, actor: Actor) => Promise<Result<Probe, ProbeFailure | SourceRefusal>>;
  /** Adds what the dry run showed; `asRequest`: to be approved first, even where the server does not ask for it. */
  readonly add: (
    id: string,
    asRequest: boolean,
    actor: Actor,
  ) => Promise<Result<{ readonly added: readonly Source[]; readonly left: number }, SourceRefusal>>;
  readonly cancel: (id: string, actor: Actor) => Promise<void>;
  /** By another moderator than the one who asked. */
  readonly decide: (
    source: SourceId,
    how: 'approve' | 'refuse',
    actor: Actor,
  ) => Promise<Result<Source, SourceRefusal>>;
  readonly list: (scope: Scope) => Promise<readonly SourceView[]>;
  readonly view: (id: SourceId, scope: Scope) => Promise<SourceView | null>;
  readonly check: (id: SourceId, actor: Actor) => Promise<Result<SourceCheck, SourceRefusal>>;
  readonly pause: (id: SourceId, actor: Actor) => Promise<Result<Source, SourceRefusal>>;
  readonly resume: (id: SourceId, actor: Actor) => Promise<Result<Source, SourceRefusal>>;
  readonly edit: (id: SourceId, given: Given, actor: Actor) => Promise<Result<Source, SourceRefusal>>;
  /** `keep`: what it brought stays with its citations; `withdraw`: it is taken out of answers. */
  readonly remove: (
    id: SourceId,
    what: 'keep' | 'withdraw',
    actor: Actor,
  ) => Promise<Result<{ readonly source: Source; readonly withdrawn: number }, SourceRefusal>>;
  readonly deeds: (scope: Scope, atMost: number, id?: SourceId) => Promise<readonly SourceDeed[]>;
  /** Of the feeds of a scope, as OPML. */
  readonly opml: (scope: Scope) => Promise<string>;
  /** The starter list that ships with Sitrep, each with whether it is followed in the scope. */
  readonly starters: (scope: Scope) => Promise<readonly Starter[]>;
}

/** A source that Sitrep proposes. */
export interface Starter {
  readonly url: string;
  readonly name: string;
  readonly publisher: string;
  readonly language: string;
  /** What it reports on, by the names of the list's groups. */
  readonly crisis: string;
  readonly isFollowed: boolean;
}
