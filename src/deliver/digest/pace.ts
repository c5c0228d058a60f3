import { setTimeout as pause } from 'node:timers/promises';

/** Waits until it is the caller's turn. Rejects when the signal ends the wait. */
export type Pace = (signal: AbortSignal) => Promise<void>;

/**
 * Turns in the order of asking, each at least so long after the one before: also where the process was held up, no second
 * holds more of them than that leaves room for.
 */
export function createPace(everyMs: number): Pace {
  let last: Promise<void> = Promise.resolve();
  let lastAt = Number.NEGATIVE_INFINITY;
  return (signal) => {
    const turn = last.then(async () => {
      signal.throwIfAborted();
      const waitMs = lastAt + everyMs - performance.now();
      if (waitMs > 0) await pause(waitMs, undefined, { signal });
      lastAt = performance.now();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
