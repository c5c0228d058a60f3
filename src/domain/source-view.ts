import type { Result } from './failure.ts';
import type { FeedState } from './feed-state.ts';
import type { Localised } from './language.ts';
import type { Ownership } from './ownership.ts';
import type { ProbeFailure } from './probe-failure.ts';
import type { Source, SourceState } from './source.ts';

export interface SourceCounts {
  /** Articles that it brought and that are still there. */
  readonly articles: number;
  /** Items still to be read. */
  readonly queued: number;
  /** When the first of those that could not be read yet may be tried again, Unix ms; absent: none of them was tried. */
  readonly againAtMs?: number;
  /** Items set aside. */
  readonly aside: number;
}

/** An item that was set aside, with its reason. */
export interface AsideItem {
  readonly title: string | null;
  readonly url: string | null;
  readonly reason: ProbeFailure;
  /** Unix ms. */
  readonly atMs: number;
}

/** A source as lists show it. */
export interface SourceView {
  readonly source: Source;
  /** null for what is read once. */
  readonly feed: FeedState | null;
  readonly counts: SourceCounts;
  readonly ownership: Ownership | null;
}

/** A source that is to be read and cannot be at present. */
export interface FailingFeed {
  readonly name: Source['name'];
  readonly feed: FeedState;
}

/** How the sources are that answers are made from. */
export interface SourcesHealth {
  /** How many there are in each state. */
  readonly states: readonly (readonly [SourceState, number])[];
  /** Those that have failed longest first. */
  readonly failing: readonly FailingFeed[];
}

/** What comes of reading a source at once. */
export interface SourceCheck {
  readonly view: SourceView;
  readonly result: Result<
    {
      readonly items: number;
      /** Unix ms. */
      readonly newestAtMs: number | null;
      readonly movedTo: string | null;
    },
    ProbeFailure
  >;
  /** What was set aside last, first. */
  readonly aside: readonly AsideItem[];
}

/** Why something was not done to a source. */
export type SourceRefusal =
  | { readonly kind: 'unknown' }
  /** The dry run is kept no more. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'too-many'; readonly limit: number; readonly have: number }
  /** The second moderator must be another one. */
  | { readonly kind: 'own-request' }
  | { readonly kind: 'not-pending' }
  /** It waits for approval, as it was requested. */
  | { readonly kind: 'pending' }
  /** It is so already. */
  | { readonly kind: 'already' };

/** A source that Sitrep proposes. */
export interface Starter {
  readonly url: string;
  readonly name: string;
  readonly publisher: string;
  /** BCP 47 primary subtag. */
  readonly language: string;
  /** What it reports on: one of the list's groups. */
  readonly crisis: Localised;
  readonly ownership: Ownership | null;
  readonly isFollowed: boolean;
}

/** As it is in the list that ships with Sitrep. */
export type ProposedSource = Omit<Starter, 'ownership' | 'isFollowed'>;
