/** What is begun every so often, and not waited for by the clock. */
export interface UntilStopped {
  readonly isStopping: () => boolean;
  readonly tick: () => Promise<void>;
  /** Resolves when what is under way is done, with what that led to. */
  readonly settle: () => Promise<void>;
  /** Begins nothing new; resolves when what is under way is done. */
  readonly stop: () => Promise<void>;
}

/** @param ticks begun at each tick, be it before the last one has ended: one that is slow keeps none from being begun again */
export function untilStopped(ticks: readonly (() => Promise<void>)[], report: (error: unknown) => void): UntilStopped {
  const underWay = new Set<Promise<void>>();
  let isStopping = false;
  const settle = async (): Promise<void> => void (await Promise.all(underWay));
  return {
    isStopping: () => isStopping,
    settle,
    tick: async () => {
      if (isStopping) return;
      for (const tick of ticks) {
        const run = tick().catch(report);
        underWay.add(run);
        void run.finally(() => underWay.delete(run));
      }
    },
    stop: async () => {
      isStopping = true;
      await settle();
    },
  };
}
