import type { Brief, Label } from './domain/brief.ts';
import type { EventId } from './domain/event.ts';
import type { FilterName, Filters } from './domain/filters.ts';
import type { Form } from './domain/form.ts';
import type { Language, Localised } from './domain/language.ts';
import type { Mark } from './domain/member.ts';
import type { ReadMessage } from './domain/message.ts';
import type { Withheld } from './domain/outbox.ts';
import type { Period } from './domain/period.ts';
import type { Scope } from './domain/scope.ts';
import type { RankedClaim } from './domain/sourced-claim.ts';
import type { About, Topic } from './domain/topic.ts';
import type { SourceLimit } from './domain/trust.ts';
import type { Arrival, EntityCount } from './store/contract.ts';

export type AskedFilters = Readonly<Partial<Record<FilterName, string>>>;

/** Where a question for what is new starts from. */
interface Since {
  /** null: the member asks for the first time, or it is the first digest. */
  readonly mark: Pick<Mark, 'atMs' | 'articles' | 'known'> | null;
  /** The articles in sight that count, those first that were stored last. */
  readonly arrivals: readonly Arrival[];
  /** Of a digest: events that were known and that it has never told of. */
  readonly withheld?: readonly Withheld[];
  /** Likewise: events that are to be told whether or not anything has come in on them. */
  readonly owed?: readonly Withheld[];
  /** Likewise: most events to look at. */
  readonly atMost?: number;
}

/** A question as it was asked, before its words are looked up. */
export interface Ask {
  readonly form: Form;
  /** As typed, or `id:` with an entity's id, or `topic:` with a topic; '' where the form is asked by its filters alone. */
  readonly query: string;
  /** As typed, or `id:` with an entity's id, or one of the closed values; those that the form does not have are passed over. */
  readonly filters: AskedFilters;
  readonly about: About;
  /** null: the 30 days that end with the newest matching article. */
  readonly period: Period | null;
  readonly language: Language;
  readonly scope: Scope;
  readonly nowMs: number;
  /** Whose reports count; absent: everybody's. */
  readonly sources?: SourceLimit;
  /** The server does without pictures. */
  readonly withoutPictures?: true;
  /** Its lines are to be worded by the operator's language model. */
  readonly style?: 'prose';
  /** For a file: all that is found rather than the best of it, as far as a file holds. */
  readonly isWhole?: true;
  /** Of a question for what is new: what the member had seen, and what there is now. */
  readonly since?: Since;
  /** Of an alert: the events that it tells of, whatever else is known of its subject. */
  readonly telling?: readonly EventId[];
  /** The message that is held against sources. */
  readonly checking?: ReadMessage;
  /** The one member who sees the answer; absent: everybody in the channel. */
  readonly shownTo?: string;
}

/** An entity that a name may mean, with what tells it from others of the same name. */
export interface EntityChoice extends EntityCount {
  /** Name of the nearest place around it; null for what lies in none. */
  readonly around: Localised | null;
}

/** The filter whose words could not be settled; null in its place: the query. */
interface NamedOption {
  readonly filter: FilterName;
  readonly typed: string;
  /** The others, where each of them is settled. */
  readonly others: Filters | null;
}

/** What became of a question. */
export type Asked =
  | { readonly kind: 'brief'; readonly brief: Brief }
  /** The name fits several unrelated places, people or organisations. */
  | { readonly kind: 'ambiguous'; readonly option: NamedOption | null; readonly choices: readonly EntityChoice[] }
  /** Nothing goes by that name and no claim holds the words; `near` are the nearest names, best first. */
  | { readonly kind: 'unknown'; readonly option: NamedOption | null; readonly near: readonly EntityChoice[] }
  /** What the words name cannot be what the filter asks for, such as a town without a country that gives aid. */
  | { readonly kind: 'unfit'; readonly option: NamedOption; readonly entity: EntityChoice };

/** An event as it may be picked: the claim of it that fits what is typed. */
export interface EventChoice extends RankedClaim {
  /** Of an excerpt whose text is at hand. */
  readonly excerpt: string | undefined;
  readonly labels: Readonly<Record<string, Label>>;
}

export interface SubjectChoice {
  /** What to pass as `Ask.query`. */
  readonly query: string;
  readonly label:
    | { readonly kind: 'entity'; readonly count: EntityChoice }
    | { readonly kind: 'topic'; readonly topic: Topic; readonly claims: number };
}
