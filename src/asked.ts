import type { Brief } from './domain/brief.ts';
import type { Language, Localised } from './domain/language.ts';
import type { Period } from './domain/period.ts';
import type { Scope } from './domain/scope.ts';
import type { About, Topic } from './domain/topic.ts';
import type { EntityCount } from './store/contract.ts';

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

/** An entity that a name may mean, with what tells it from others of the same name. */
export interface EntityChoice extends EntityCount {
  /** Name of the nearest place around it; null for what lies in none. */
  readonly around: Localised | null;
}

/** What became of a question. */
export type Asked =
  | { readonly kind: 'brief'; readonly brief: Brief }
  /** The name fits several unrelated places, people or organisations. */
  | { readonly kind: 'ambiguous'; readonly choices: readonly EntityChoice[] }
  /** Nothing goes by that name and no claim holds the words; `near` are the nearest names, best first. */
  | { readonly kind: 'unknown'; readonly near: readonly EntityChoice[] };

export interface SubjectChoice {
  /** What to pass as `Ask.query`. */
  readonly query: string;
  readonly label:
    | { readonly kind: 'entity'; readonly count: EntityChoice }
    | { readonly kind: 'topic'; readonly topic: Topic; readonly claims: number };
}
