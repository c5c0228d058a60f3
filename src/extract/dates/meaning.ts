/** Monday is 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Unit = 'hour' | 'day' | 'week' | 'weekend' | 'month' | 'year' | 'decade';
/** -1: the one before; 0: this one; 1: the one after. */
export type Step = -1 | 0 | 1;

/** What words for a date say, before anything is known of when they were written. */
export type DateMeaning =
  /** A day, month or year; `step` is for a month without a year ("last June"), `yearStep` for one of such a year. */
  | {
      readonly kind: 'calendar';
      readonly day?: number;
      readonly month?: number;
      readonly year?: number;
      readonly step?: Step;
      readonly yearStep?: Step;
    }
  /** `step` counts from the weekday itself ("last Friday"), `weekStep` from the week ("Friday last week"). */
  | { readonly kind: 'weekday'; readonly weekday: Weekday; readonly step?: Step; readonly weekStep?: Step }
  /** So many units before (negative) or after the day of writing: "yesterday", "last week", "two years ago". */
  | { readonly kind: 'shift'; readonly unit: Unit; readonly by: number }
  /** From so many units before the day of writing until then: "over the past 24 hours". */
  | { readonly kind: 'trailing'; readonly unit: Unit; readonly by: number }
  /** Months of a season, both included; one that ends in the next year ends in a smaller month. */
  | {
      readonly kind: 'season';
      readonly months: readonly [number, number];
      readonly year?: number;
      readonly step?: Step;
    }
  /** The night that ends on a day; without one, on the day of writing. */
  | { readonly kind: 'night'; readonly of?: DateMeaning }
  /** "that day": the day that was told before. */
  | { readonly kind: 'same' }
  /** From the start of one to the end of the other; null is open. */
  | { readonly kind: 'range'; readonly from: DateMeaning | null; readonly to: DateMeaning | null };

/** Words that name a date, with where they stand: UTF-16 code units of the sentence, half-open. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  /** As written, the preposition included. */
  readonly text: string;
  readonly meaning: DateMeaning;
  /**
   * `speech`: when something was said rather than when it happened ("said Friday that"); `attribute`: which of several
   * things is meant ("the 2022 invasion", "this year's talks"), or what came before it ("before Friday").
   */
  readonly use: 'event' | 'speech' | 'attribute';
  /** Whether the words around it tell of past or future; null where none do. A reading of the verb itself is better. */
  readonly tense: 'past' | 'future' | null;
}
