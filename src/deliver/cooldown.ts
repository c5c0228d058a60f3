/** Who called lately. */
export interface Cooldown {
  /**
   * Starts the pause after a call, unless one is running.
   * @returns ms of the pause still to go; 0 when the call may go on
   */
  readonly take: (key: string, nowMs: number) => number;
}

/** Members kept at most: the oldest pauses end early when more call within one. */
const MEMBERS = 10_000;

/** One pause of `lengthMs` for each key; 0 turns it off. A clock set back does not make it longer. */
export function createCooldown(lengthMs: number): Cooldown {
  const endsAtMs = new Map<string, number>();
  return {
    take: (key, nowMs) => {
      const leftMs = (endsAtMs.get(key) ?? nowMs) - nowMs;
      if (leftMs > 0 && leftMs <= lengthMs) return leftMs;
      endsAtMs.delete(key);
      if (lengthMs > 0) endsAtMs.set(key, nowMs + lengthMs);
      forgetEnded(endsAtMs, nowMs);
      return 0;
    },
  };
}

/** The map is in the order in which the pauses end. */
function forgetEnded(endsAtMs: Map<string, number>, nowMs: number): void {
  for (const [key, atMs] of endsAtMs) {
    if (atMs > nowMs && endsAtMs.size <= MEMBERS) return;
    endsAtMs.delete(key);
  }
}
