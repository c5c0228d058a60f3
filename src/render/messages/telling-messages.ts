import type { Dispute } from '../../domain/brief.ts';

/** Words of an answer in the order of time. */
export interface TimelineMessages {
  readonly newestFirst: string;
  readonly oldestFirst: string;
  /** Beside the order: whose days the headings are. */
  readonly days: string;
  readonly undated: string;
  readonly showNewestFirst: string;
  readonly showOldestFirst: string;
}

/** Words of an answer that shows what sources differ on. */
export interface DisputeMessages {
  readonly over: Readonly<Record<Dispute['over'], string>>;
  readonly looked: (events: number, several: number, isAll: boolean) => string;
  /** Nothing is disputed among what was looked at. */
  readonly none: string;
  readonly agreed: (slots: string) => string;
  readonly slot: Readonly<
    Record<'happened' | 'who' | 'recipient' | 'whom' | 'place' | 'date' | 'amount' | 'count', string>
  >;
  readonly isSo: string;
  readonly isNotSo: string;
}

/** Words of an answer to a search. */
export interface SearchMessages {
  readonly found: string;
  readonly order: string;
  /** More claims hold the words than were looked at. */
  readonly notAll: string;
  /** In front of the words that hold what the line above does not. */
  readonly headline: string;
  readonly inArticle: string;
  /** What is typed has no letter and no digit. */
  readonly noWord: (typed: string) => string;
}

/** Words of the evidence behind an answer, an event or a claim. */
export interface EvidenceMessages {
  /** Before an event's code. */
  readonly event: string;
  readonly around: string;
  readonly showAround: string;
  readonly noEvent: (code: string) => string;
  readonly noClaim: (code: string) => string;
  /** What is typed is no code at all. */
  readonly noCode: (typed: string) => string;
}
