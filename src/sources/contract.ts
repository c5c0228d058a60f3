import type { Result } from '../domain/failure.ts';
import type { Probe } from '../domain/probe.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { Scope } from '../domain/scope.ts';
import type { Engine, Source, SourceDeed, SourceId, SourceKind, Tier } from '../domain/source.ts';
import type { SourceCheck, SourceRefusal, SourcesHealth, SourceView, Starter } from '../domain/source-view.ts';

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
  /** A feed, a site, or an article, its address as it was typed; with `kind` only what it says. */
  | { readonly from: 'url'; readonly url: string; readonly kind?: SourceKind }
  /** OPML, as a file gave it. */
  | { readonly from: 'opml'; readonly bytes: Uint8Array }
  /** A group of the starter list, by its English name: a list of those that are not followed yet. */
  | { readonly from: 'starters'; readonly crisis: string }
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
  readonly engine?: Engine;
}

/** What moderators do with sources: the same for every edge. */
export interface Sources {
  /** Looks without adding anything; may take as long as two documents take to fetch and read. */
  readonly probe: (wanted: Wanted, given: Given, actor: Actor) => Promise<Result<Probe, ProbeFailure>>;
  /** A dry run again, for its buttons; null: kept no more, or of another scope. */
  readonly probed: (id: string, scope: Scope) => Promise<Probe | null>;
  /** The dry run that a request is about; null: not kept any more, or none. */
  readonly requested: (source: SourceId, scope: Scope) => Promise<Probe | null>;
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
  /** Of the sources in sight of a scope: its own and those of whoever runs the bot. */
  readonly health: (scope: Scope) => Promise<SourcesHealth>;
  readonly view: (id: SourceId, scope: Scope) => Promise<SourceView | null>;
  readonly check: (id: SourceId, actor: Actor) => Promise<Result<SourceCheck, SourceRefusal>>;
  /** What comes of reading a feed that nobody has to follow. */
  readonly checkFeed: (url: string) => Promise<SourceCheck['result']>;
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
