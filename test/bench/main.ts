/**
 * Measures what Sitrep promises, each against a peer in the same run, and prints a table:
 * `npm run bench -- [--only start,memory,brief,concurrent] [--small]`. Exit status 0 says that everything ran, not that it was met.
 */
import { parseArgs } from 'node:util';
import { measureBrief } from './brief.ts';
import { measureConcurrent } from './concurrent.ts';
import { type Figure, machineWords, tableOf } from './figure.ts';
import { measureMemory } from './memory.ts';
import { measureStart } from './start.ts';

interface Size {
  readonly pairs: number;
  readonly memoryRounds: number;
  readonly idleMs: number;
  readonly articles: number;
  readonly queries: number;
  readonly rounds: number;
}
const FULL: Size = { pairs: 9, memoryRounds: 3, idleMs: 10_000, articles: 100_000, queries: 600, rounds: 5 };
/** Says nothing about speed: shows that the bench runs. */
const SMALL: Size = { pairs: 1, memoryRounds: 1, idleMs: 100, articles: 200, queries: 5, rounds: 1 };

const PARTS: Readonly<Record<string, (size: Size) => Promise<readonly Figure[]>>> = {
  start: ({ pairs }) => measureStart(pairs),
  memory: ({ memoryRounds, idleMs }) => measureMemory(memoryRounds, idleMs),
  brief: ({ articles, queries }) => measureBrief(articles, queries),
  concurrent: ({ rounds, articles }) => measureConcurrent(rounds, articles),
};

const { values } = parseArgs({ options: { only: { type: 'string' }, small: { type: 'boolean', default: false } } });
const names = values.only?.split(',') ?? Object.keys(PARTS);
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(64);
}

process.stdout.write(`${machineWords()}\n`);
const figures: Figure[] = [];
for (const name of names) {
  process.stderr.write(`measuring: ${name} …\n`);
  figures.push(...((await PARTS[name]?.(values.small ? SMALL : FULL)) ?? []));
}
process.stdout.write(`${tableOf(figures)}\n`);
