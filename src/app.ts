import type { Brief } from './domain/brief.ts';
import type { Fault } from './domain/failure.ts';
import type { Language } from './domain/language.ts';
import type { Period } from './domain/period.ts';
import type { Scope } from './domain/scope.ts';
import type { GuildSettings } from './domain/settings.ts';
import type { About, Topic } from './domain/topic.ts';
import type { EntityCount, StoreStatus } from './store/contract.ts';

/** A question as it was asked, before its words are looked up. */
export interface Ask {
  /** As typed, or `id:` with an entity's id, or `topic:` with a topic. */
  readonly query: string;
  readonly about: About;
  /** null: the 30 days that end with the newest matching article. */
  readonly period: Period | null;
  readonly language: Language;
  readonly scope: Scope;
  readonly nowMs: number;
}

/** What became of a question. */
export type Asked =
  | { readonly kind: 'brief'; readonly brief: Brief }
  /** The name fits several unrelated places, people or organisations. */
  | { readonly kind: 'ambiguous'; readonly choices: readonly EntityCount[] }
  /** Nothing goes by that name and no claim holds the words; `near` are the nearest names, best first. */
  | { readonly kind: 'unknown'; readonly near: readonly EntityCount[] };

export interface SubjectChoice {
  /** What to pass as `Ask.query`. */
  readonly query: string;
  readonly label: { readonly kind: 'entity'; readonly count: EntityCount } | { readonly kind: 'topic'; readonly topic: Topic; readonly claims: number };
}

/** What is loaded, and what was set aside and why. */
export interface Status {
  readonly store: StoreStatus;
  readonly faults: readonly Fault[];
  readonly startedAtMs: number;
  readonly version: string;
}

/** The use cases, for every edge alike. Knows each stage's contract and no adapter. */
export interface App {
  /** Answers, and keeps the brief for a week so that its buttons work. */
  readonly ask: (ask: Ask) => Promise<Asked>;
  /** A brief answered before, for exactly this scope; null when it is over a week old or was never there. */
  readonly recall: (id: string, scope: Scope) => Promise<Brief | null>;
  /** Subjects that fit what is typed so far, best first, with how many claims each has. */
  readonly suggest: (typed: string, language: Language, scope: Scope, limit: number) => Promise<readonly SubjectChoice[]>;
  readonly settings: (guildId: string) => Promise<GuildSettings>;
  /** Replaces a server's settings whole. */
  readonly saveSettings: (guildId: string, settings: GuildSettings) => Promise<void>;
  readonly status: (scope: Scope) => Promise<Status>;
}
