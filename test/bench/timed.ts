import { z } from 'zod';

/** What a process that answers the mix tells its parent. */
export const Timed = z.strictObject({
  /** Of each question in order, ms. */
  ms: z.array(z.number().nonnegative()).min(1),
  /** Of opening the store or building the index, ms. */
  openMs: z.number().nonnegative(),
  rssBytes: z.int().positive(),
});
export type Timed = z.infer<typeof Timed>;

/** Questions asked before the measured ones, of another seed: what a process does only once is not what readers wait for. */
export const WARM_UP = 50;

/** What a step took: `cpuMs` of the processor, in all threads of this process. The two are as one where nothing else runs. */
export const Cost = z.strictObject({ ms: z.number().nonnegative(), cpuMs: z.number().nonnegative() });
export type Cost = z.infer<typeof Cost>;

export async function costOf(step: () => unknown): Promise<Cost> {
  const [startedAt, used] = [performance.now(), process.cpuUsage()];
  await step();
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(used);
  return { ms, cpuMs: (user + system) / 1_000 };
}

/** Asks one question after the other. The time of what is done after each does not count. */
export async function timeEach<T>(
  questions: readonly T[],
  ask: (question: T) => unknown,
  after: () => unknown = () => undefined,
): Promise<number[]> {
  const ms: number[] = [];
  for (const question of questions) {
    ms.push((await costOf(() => ask(question))).ms);
    await after();
  }
  return ms;
}

/** Sends the parent what was measured; the memory is what is still held after a collection (needs `--expose-gc`). */
export function tell(openMs: number, ms: readonly number[]): void {
  globalThis.gc?.();
  process.send?.({ openMs, ms, rssBytes: process.memoryUsage.rss() } satisfies { [K in keyof Timed]: unknown });
}
