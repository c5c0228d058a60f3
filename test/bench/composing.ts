import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Figure, ms, told } from './figure.ts';
import { median } from './statistics.ts';
import { syntheticDatabase } from './synthetic-database.ts';
import { Cost } from './timed.ts';

const BOUND_MS = 200;
const ROUNDS = 12;
/** Articles that have come in since the last digest, at most. */
const FRESH = 300;

/** What a process that puts digests together tells its parent: of each kind, the first after a start first. */
export const ComposedKinds = z.array(z.strictObject({ kind: z.string(), costs: z.array(Cost).min(2), lines: z.int() }));
export type ComposedKinds = z.infer<typeof ComposedKinds>;

/** Digests of several kinds put together over a large store, each again and again. */
export async function measureComposing(articles: number): Promise<readonly Figure[]> {
  const { path } = await syntheticDatabase(articles);
  const script = fileURLToPath(new URL('compose-process.ts', import.meta.url));
  const fresh = Math.min(FRESH, Math.ceil(articles / 4));
  const child = fork(script, [path, String(ROUNDS), String(fresh)]);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('compose-process.ts ended without a result.')));
  ended.catch(() => undefined); // it ends when it has told
  const [message]: unknown[] = await Promise.race([once(child, 'message'), ended]);
  child.disconnect();
  return ComposedKinds.parse(message).flatMap(figuresOf);
}

function figuresOf({ kind, costs: [first, ...others], lines }: ComposedKinds[number]): readonly Figure[] {
  const slowest = Math.max(...others.map((cost) => cost.ms));
  return [
    {
      ...told(`digest on ${kind} composed, slowest (${lines} lines)`, ms(slowest)),
      bound: `≤ ${ms(BOUND_MS)}`,
      isMet: slowest <= BOUND_MS,
    },
    told('  median', ms(median(others.map((cost) => cost.ms)))),
    told('  median of the processor', ms(median(others.map((cost) => cost.cpuMs)))),
    told('  the first of its kind after a start', ms(first?.ms ?? Number.NaN)),
  ];
}
