import type { Correction, CorrectionId, CorrectionKind } from '../domain/correction.ts';
import type { Scope } from '../domain/scope.ts';

/** For how long corrections that nobody made by hand are kept, in days: longer than any message that is still edited. */
export const AUTOMATIC_KEPT_DAYS = 90;

/** One thing that happened to a correction; numbers ascend, and none is given twice. */
export interface CorrectionEntry {
  readonly seq: number;
  readonly deed: 'made' | 'undone';
  /** As it is now. */
  readonly correction: Correction;
}

/** Which corrections of a list are meant. */
export interface CorrectionFilter {
  /** Absent: all. */
  readonly kinds?: readonly CorrectionKind[];
  /** Those taken back too. */
  readonly withUndone?: boolean;
}

/** One page of a list, the newest first. */
export interface CorrectionPage {
  readonly corrections: readonly Correction[];
  /** How many there are on all pages. */
  readonly total: number;
}

/**
 * Corrections, and in which order they came about. Every change is on the disk when its promise resolves, and is made whole or
 * not at all; it grows the revision that `ClaimStore` tells. What is marked as wrong is in no answer of the scopes in which that
 * holds (`ClaimStore`), and that a claim goes from an article is noted where articles are stored, in the same step:
 * a `withdrawn` correction is taken back by itself where the article says the same again.
 * An adapter is done when `test/store/correction-contract.ts` passes on it.
 */
export interface CorrectionStore {
  /**
   * Adds corrections that hold, all or none. Where one of the same scope, key and kind holds already, nothing is added for it; but one
   * with another later figure takes its place.
   * @returns those that hold now, in the order given: the ones added, or the ones that were there
   */
  add(corrections: readonly Correction[]): Promise<readonly Correction[]>;
  /** Takes back a correction of exactly this scope. @returns as it is now; null where none of that id holds */
  undo(scope: Scope, id: CorrectionId, by: string | null, atMs: number): Promise<Correction | null>;
  /** One that holds in the scope or was made in it, taken back or not: the server's own or the operator's. */
  get(scope: Scope, id: CorrectionId): Promise<Correction | null>;
  /** Those in sight of a scope (its own and the operator's), the newest first. */
  list(scope: Scope, filter: CorrectionFilter, from: number, atMost: number): Promise<CorrectionPage>;
  /** Those that hold in a scope for any of these keys, by key. An article's own withdrawal does not hold where the scope still has it say so. */
  of(scope: Scope, keys: readonly string[]): Promise<ReadonlyMap<string, readonly Correction[]>>;
  /**
   * What happened after this number, in order; of all scopes. One that was made and taken back has two entries, both with how
   * it is now; one whose later figure is marked as wrong, or is so no more, is told as made again. Entries go with their corrections (`forget`, `purge`), and their numbers stay unused.
   */
  since(seq: number, atMost: number): Promise<readonly CorrectionEntry[]>;
  /** Forgets all that was made in exactly this scope. */
  forget(scope: Scope): Promise<void>;
  /** Forgets what nobody made by hand and is older than `AUTOMATIC_KEPT_DAYS`. @returns how many */
  purge(nowMs: number): Promise<number>;
}
