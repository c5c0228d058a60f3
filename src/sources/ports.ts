import type { Publication } from '../domain/article.ts';
import type { Result } from '../domain/failure.ts';
import type { FeedFacts, FeedItem } from '../domain/feed-item.ts';
import type { FetchDocument } from '../domain/fetch.ts';
import type { Ownership } from '../domain/ownership.ts';
import type { PageText } from '../domain/page-text.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Scope } from '../domain/scope.ts';
import type { Engine } from '../domain/source.ts';
import type { SourceNotice } from '../domain/source-notice.ts';
import type { ProposedSource } from '../domain/source-view.ts';
import type { KeyValue } from '../ports.ts';
import type { ClaimStore, Gazetteer, SourceHealth } from '../store/contract.ts';
import type { SourceStore } from '../store/source-contract.ts';

/** A document as it came from outside. */
export interface Document {
  readonly body: Uint8Array;
  /** As the transport named it; null where it did not. */
  readonly charset: string | null;
  /** Where it was found; null: it was handed over. */
  readonly url: string | null;
}

/** What a text goes by that is to be read for claims. */
export interface Known {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: Publication | null;
  readonly language: string | null;
}

export interface FeedText {
  readonly feed: FeedFacts;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
}

export type DocumentFailure = Exclude<ProbeFailure, { readonly kind: 'fetch' | 'no-feed' | 'too-many' }>;

/** Reads documents from outside, however hostile, off the event loop and within a time and an amount of memory. */
export interface Documents {
  readonly feed: (document: Document) => Promise<Result<FeedText, DocumentFailure>>;
  readonly page: (document: Document) => Promise<Result<PageText, DocumentFailure>>;
  readonly opml: (document: Document) => Promise<
    Result<
      {
        readonly feeds: readonly { readonly url: string; readonly title: string | null }[];
        readonly leftOut: number;
        readonly invalid: number;
      },
      DocumentFailure
    >
  >;
  /** Reads a text for claims; takes its turn behind others. With `llm` by the operator's model too, where there is one. */
  readonly article: (text: string, known: Known, engine?: Engine) => Promise<Result<ReadArticle, DocumentFailure>>;
}

/** What the use cases of sources need. */
export interface SourcePorts {
  readonly store: SourceStore;
  readonly claims: ClaimStore;
  readonly gazetteer: Gazetteer;
  readonly health: SourceHealth;
  readonly fetch: FetchDocument;
  readonly documents: Documents;
  /** Dry runs, and what requests are about. */
  readonly probes: KeyValue;
  /** Whether a server asks for a second moderator. */
  readonly needsApproval: (scope: Scope) => Promise<boolean>;
  /** Who owns an outlet, by its name or by the host of an address. */
  readonly ownershipOf: (name: string, url: string | null) => Ownership | null;
  /** The outlet that an address is of, by its name; null: none that is known. */
  readonly outletOf: (url: string) => string | null;
  /** The starter list that ships with Sitrep. */
  readonly proposed: () => readonly ProposedSource[];
  /** Languages whose texts are read for claims, as BCP 47 primary subtags. */
  readonly languages: ReadonlySet<string>;
  /** Tells the moderators of a scope. @returns whether there is anybody to tell and they were told */
  readonly tell: (scope: Scope, notice: SourceNotice) => Promise<boolean>;
  /** What was told to nobody. */
  readonly report: (error: unknown, where: string) => void;
  /** Unix ms. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}
