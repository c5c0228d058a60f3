import type { Unreachable } from '../../domain/travelled.ts';

/** Words on how far a correction has come in messages that printed what it is of. */
export interface TravelMessages {
  /** It stands in so many messages; `isUndone`: it was taken back, and stands in them no more. */
  readonly shown: (n: number, isUndone: boolean) => string;
  /** On pages of so many messages that their buttons lead to. */
  readonly elsewhere: (n: number) => string;
  readonly waiting: (n: number) => string;
  readonly unreachable: (n: number, why: string) => string;
  readonly why: Readonly<Record<Unreachable, string>>;
  /** What becomes of messages that are there, after something was corrected. */
  readonly next: string;
}
