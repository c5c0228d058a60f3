/**
 * Measures what Sitrep promises, each against a peer in the same run, and prints a table:
 * `npm run bench -- [--only start,memory,brief,concurrent,commands,events,extraction,sources,digests] [--small]`. Exit status 0 says that everything ran, not that it was met.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withFolder } from '../support/sitrep.ts';
import { type Figure, machineWords, tableOf } from './figure.ts';

interface Size {
  readonly pairs: number;
  readonly memoryRounds: number;
  readonly idleMs: number;
  readonly articles: number;
  readonly queries: number;
  /** To each command. */
  readonly questions: number;
  readonly rounds: number;
  readonly extracted: number;
  readonly added: number;
  readonly feeds: number;
  readonly channels: number;
}
const FULL: Size = {
  pairs: 9,
  memoryRounds: 3,
  idleMs: 10_000,
  articles: 100_000,
  queries: 600,
  questions: 300,
  rounds: 5,
  extracted: 400,
  added: 400,
  feeds: 1_000,
  channels: 1_000,
};
/** Says nothing about speed: shows that the bench runs. */
const SMALL: Size = {
  pairs: 1,
  memoryRounds: 1,
  idleMs: 100,
  articles: 60,
  queries: 5,
  questions: 2,
  rounds: 1,
  extracted: 3,
  added: 4,
  feeds: 12,
  channels: 3,
};

/** `stateDir` is what a bot leaves that has run for a while. */
type Part = (size: Size, stateDir: string) => Promise<readonly Figure[]>;
const PARTS: Readonly<Record<string, Part>> = {
  start: async ({ pairs }, stateDir) => (await import('./start.ts')).measureStart(stateDir, pairs),
  memory: async ({ memoryRounds, idleMs }, stateDir) =>
    (await import('./memory.ts')).measureMemory(stateDir, memoryRounds, idleMs),
  brief: async ({ articles, queries }) => (await import('./brief.ts')).measureBrief(articles, queries),
  concurrent: async ({ rounds, articles }, stateDir) =>
    (await import('./concurrent.ts')).measureConcurrent(stateDir, rounds, articles),
  commands: async ({ articles, questions }) => (await import('./commands.ts')).measureCommands(articles, questions),
  events: async ({ articles, added }) => (await import('./events.ts')).measureEvents(articles, added),
  extraction: async ({ extracted }) => (await import('./extraction.ts')).measureExtraction(extracted),
  sources: async ({ feeds }) => (await import('./sources.ts')).measureSources(feeds),
  digests: async ({ channels, articles }) => [
    ...(await (await import('./digests.ts')).measureDigests(channels)),
    ...(await (await import('./composing.ts')).measureComposing(articles)),
  ],
};

/** Parts that need no bot that has run. */
const WITHOUT_STATE: ReadonlySet<string> = new Set(['brief', 'commands', 'events', 'extraction', 'sources', 'digests']);

const { values } = parseArgs({ options: { only: { type: 'string' }, small: { type: 'boolean', default: false } } });
const names = values.only?.split(',') ?? Object.keys(PARTS);
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(64);
}

process.stdout.write(`${machineWords()}\n`);
const figures = await withFolder(async (folder) => {
  const stateDir = join(folder, 'state');
  if (names.some((name) => !WITHOUT_STATE.has(name))) await (await import('./processes.ts')).fillState(stateDir);
  const found: Figure[] = [];
  for (const name of names) {
    process.stderr.write(`measuring: ${name} …\n`);
    found.push(...((await PARTS[name]?.(values.small ? SMALL : FULL, stateDir)) ?? []));
  }
  return found;
});
process.stdout.write(`${tableOf(figures)}\n`);
