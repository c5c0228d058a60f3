import cron from 'node-cron';

/** A job that is asked every so often whether it has work; it must bear being asked late, twice or not at all. */
export interface Job {
  readonly name: string;
  /** Cron expression, in UTC. */
  readonly when: string;
  readonly run: () => Promise<void>;
}

/**
 * Starts the ticker. A run that is still under way is not started again; one that fails is reported and asked again in time.
 * @returns stops the ticker; a run under way finishes
 */
export function schedule(jobs: readonly Job[], report: (error: unknown, job: string) => void): () => Promise<void> {
  const tasks = jobs.map(({ name, when, run }) =>
    cron.schedule(when, () => run().catch((error: unknown) => report(error, name)), {
      name,
      noOverlap: true,
      timezone: 'Etc/UTC',
    }),
  );
  return async () => {
    await Promise.all(tasks.map((task) => task.destroy()));
  };
}
