import type { LeftOutReason } from '../../domain/ledger.ts';

/** Words of the ledger of aid. */
export interface LedgerMessages {
  /** The heading of what is given by nobody who is named. */
  readonly noDonor: string;
  /** The heading of lines in the articles' own words. */
  readonly quoted: string;
  /** Whom a row is for, by a name in the nominative. */
  readonly recipient: (name: string) => string;
  readonly kind: Readonly<Record<string, string>>;
  /** A figure on which articles differ, from the lowest to the highest; by itself, or after a sum that it is not in. */
  readonly contested: (range: string, isAfterSum: boolean) => string;
  /** Before what follows about amounts that are in no sum. */
  readonly notAdded: string;
  readonly why: Readonly<Record<LeftOutReason, (n: number) => string>>;
  /** A button back to all values of a filter. */
  readonly all: Readonly<Record<'kind' | 'status', string>>;
  readonly chart: string;
}
