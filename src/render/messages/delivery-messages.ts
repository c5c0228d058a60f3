import type { Refusal } from '../../domain/digest-notice.ts';

/** Words of a digest as it comes into its channel, and of what moderators are told about one. */
export interface DeliveryMessages {
  /** There is nothing to tell but what too few sources tell of. */
  readonly waiting: string;
  /** Slots at which nothing came out; `last` is `first` where there is one. */
  readonly missed: (slots: number, first: string, last: string) => string;
  /** Nobody knows whether an earlier digest arrived. */
  readonly uncertain: (instant: string) => string;
  /** What the digest was to be about too. */
  readonly lost: (queries: string) => string;
  /** What was too much to be looked at. */
  readonly beyond: {
    readonly left: (events: number) => string;
    readonly untold: (events: number) => string;
    readonly articles: (n: number) => string;
  };
  /** By which the message is found again. */
  readonly mark: (digest: string, code: string) => string;
  readonly part: (part: number, parts: number) => string;
  /** In place of what an earlier message of the digest has room for since it was corrected. */
  readonly movedUp: string;
  readonly notice: DeliveryNoticeMessages;
}

interface DeliveryNoticeMessages {
  readonly title: (digest: string) => string;
  /** Why nothing is delivered, and what a moderator may do about it. */
  readonly refused: Readonly<Record<Refusal, { readonly what: string; readonly todo: string }>>;
  readonly keptTrying: string;
  readonly undecided: (instant: string) => string;
  readonly undecidedNext: string;
  readonly notShown: (instant: string) => string;
  readonly notShownNext: string;
  readonly partly: (instant: string, events: number) => string;
  readonly partlyNext: string;
  /** Of one that is delivered. */
  readonly titleOf: (digest: string) => string;
  readonly noRole: string;
  readonly noRoleNext: string;
  readonly noSubject: (query: string) => string;
  readonly noSubjectNext: string;
}
