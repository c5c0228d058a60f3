import type { Mistake } from '../domain/mistake.ts';
import type { Scope } from '../domain/scope.ts';

/** For how long a mistake is kept that somebody has looked at, in days. */
export const SETTLED_KEPT_DAYS = 30;

/**
 * Mistakes that members report, until somebody has looked at them. Every change is on the disk when its promise resolves.
 * An adapter is done when `test/store/mistake-contract.ts` passes on it.
 */
export interface MistakeStore {
  /** Returns false, and adds nothing, where the member has reported `atMost` since an instant (Unix ms), anywhere. */
  add(mistake: Mistake, sinceMs: number, atMost: number): Promise<boolean>;
  /** One of exactly this scope. */
  get(scope: Scope, id: string): Promise<Mistake | null>;
  /** Those that nobody has looked at, the newest first; and how many there are. */
  open(
    scope: Scope,
    from: number,
    atMost: number,
  ): Promise<{ readonly mistakes: readonly Mistake[]; readonly total: number }>;
  /** Returns it as it is now; null where it is not there or was settled before. */
  settle(scope: Scope, id: string, settled: NonNullable<Mistake['settled']>): Promise<Mistake | null>;
  /** How many of a member are kept. */
  countOf(userId: string): Promise<number>;
  /** Forgets what a member reported. @returns how many there were */
  forgetMember(userId: string): Promise<number>;
  /** Forgets all of exactly this scope. */
  forget(scope: Scope): Promise<void>;
  /** Forgets what was settled over `SETTLED_KEPT_DAYS` ago. @returns how many */
  purge(nowMs: number): Promise<number>;
}
