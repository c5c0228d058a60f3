import { setTimeout as pause } from 'node:timers/promises';

export interface Persistence {
  /** No attempt starts later than this long after the first. */
  readonly forMs: number;
  /** Pause before the second attempt; each further one is twice as long. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Whether a failure may pass by itself, so that another attempt makes sense. */
  readonly passing: (error: unknown) => boolean;
  /** Ends it between two attempts. */
  readonly signal: AbortSignal;
}

/** Tries until it works, a failure is no passing one, or the time is up; then throws the last failure. */
export async function persist<T>(attempt: () => Promise<T>, how: Persistence): Promise<T> {
  const startedAt = performance.now();
  for (let pauseMs = how.firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, how.longestPauseMs)) {
    try {
      return await attempt();
    } catch (error) {
      const late = performance.now() - startedAt + pauseMs > how.forMs;
      if (late || how.signal.aborted || !how.passing(error)) throw error;
    }
    await pause(pauseMs, undefined, { signal: how.signal }).catch(() => undefined); // one more attempt at the end
  }
}
