import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { COMMAND_NAMES } from './command-questions.ts';
import { type Figure, ms, told } from './figure.ts';
import { quantile } from './statistics.ts';
import { syntheticDatabase } from './synthetic-database.ts';
import { Cost } from './timed.ts';

const BOUND_MS = 50;
const Told = z.strictObject({ command: z.enum(COMMAND_NAMES), costs: z.array(Cost) });

/** So many questions to each command over the synthetic store; its own time first, then that of the processor. */
export async function measureCommands(articles: number, questions: number): Promise<readonly Figure[]> {
  const { path } = await syntheticDatabase(articles);
  const args = [path, String(articles), String(questions)];
  const child = fork(fileURLToPath(new URL('commands-process.ts', import.meta.url)), args);
  const figures: Figure[] = [];
  child.on('message', (message) => {
    const { command, costs } = Told.parse(message);
    figures.push(...figuresOf(`/${command}`, costs, BOUND_MS));
  });
  const status = await new Promise((resolve) => child.once('exit', resolve));
  if (status !== 0) throw new Error('commands-process.ts ended without a result.');
  return figures;
}

/** The median, and the 99th percentile that is held against a bound; in brackets what of either the processor took. */
export function figuresOf(name: string, costs: readonly Cost[], boundMs: number): readonly Figure[] {
  const at = (q: number) => ({
    wall: quantile(
      costs.map((cost) => cost.ms),
      q,
    ),
    cpu: quantile(
      costs.map((cost) => cost.cpuMs),
      q,
    ),
  });
  const words = (q: number): string => `${ms(at(q).wall)} (${ms(at(q).cpu)})`;
  return [
    told(`${name}, p50`, words(0.5)),
    { ...told(`${name}, p99`, words(0.99)), bound: `≤ ${boundMs} ms`, isMet: at(0.99).wall <= boundMs },
  ];
}
