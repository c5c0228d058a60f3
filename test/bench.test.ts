import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMAND_NAMES } from './bench/command-questions.ts';
import { tableOf, told } from './bench/figure.ts';
import { benchQueries } from './bench/queries.ts';
import { quantile } from './bench/statistics.ts';
import { ROOT, withFolder } from './support/sitrep.ts';

/** With a folder of its own for what it would keep in the system's; its processes load code that was compiled before. */
const bench = (...args: readonly string[]) =>
  withFolder(async (folder) => {
    const NODE_COMPILE_CACHE = join(ROOT, 'node_modules/.cache/compile');
    const env = { ...process.env, NODE_COMPILE_CACHE, TMPDIR: folder, TEMP: folder };
    return spawnSync(process.execPath, [join(import.meta.dirname, 'bench/main.ts'), ...args], {
      encoding: 'utf8',
      env,
    });
  });

test('the bench runs: answers at a tiny size, each figure with its peer, status 0', async () => {
  const { status, stdout, stderr } = await bench('--small', '--only', 'brief');
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^\d+ cores .*, \d+ GiB, Node \d+/);
  expect(stdout).toMatch(/^brief, p99 +[\d.]+ ms +[\d.]+ ms +[\d.]+ × +≤ 50 ms +(met|MISSED)$/m);
  expect(stdout).toMatch(/^ {2}resident memory +\d+ MB +\d+ MB/m);
});

test("every command is asked, and articles are added, each with its time and the processor's", async () => {
  const { status, stdout, stderr } = await bench('--small', '--only', 'commands,events');
  expect(status, stderr).toBe(0);
  const told = [...stdout.matchAll(/^(\S.*), p99 +[\d.]+ ms \([\d.]+ ms\) +≤ \d+ ms +(?:met|MISSED)$/gm)];
  expect(told.map(([, name]) => name)).toEqual([...COMMAND_NAMES.map((name) => `/${name}`), 'adding an article to 60']);
});

test('a part that is not there is refused before anything is measured', async () => {
  const { status, stdout, stderr } = await bench('--only', 'start,speed');
  expect([status, stdout]).toEqual([64, '']);
  expect(stderr).toBe(
    'There is no part speed; there are start, memory, brief, concurrent, commands, events, extraction, sources, digests.\n',
  );
});

test.for([
  { q: 0.5, of: [4, 1, 3, 2], is: 2 },
  { q: 0.95, of: Array.from({ length: 100 }, (_, at) => at + 1), is: 95 },
  { q: 0.99, of: [7], is: 7 },
  { q: 1, of: [1, 9, 5], is: 9 },
])('the share $q of $of.length values lies at or below $is', ({ q, of, is }) => {
  expect(quantile(of, q)).toBe(is);
});

test('the mix is the same each time and holds every kind of question', () => {
  const mix = benchQueries(1_000, 600, 'mix');
  expect(mix).toEqual(benchQueries(1_000, 600, 'mix'));
  const shares = Map.groupBy(mix, ({ kind }) => kind);
  expect([...shares.keys()].sort()).toEqual([
    'a topic',
    'any person',
    'any town',
    'one word',
    'the commonest person',
    'the commonest place',
    'the commonest town',
    'the country',
    'the last village',
    'two words',
  ]);
  expect(shares.get('the commonest place')?.length).toBeGreaterThan(60);
  expect(new Set(mix.map(({ input }) => input.period)).size).toBe(6);
});

test('the table stands in columns, and says what was missed', () => {
  const missed = { ...told('slow', '9.0 ms', '1.0 ms', '9.00 ×'), bound: '≤ 5 ms', isMet: false };
  expect(tableOf([missed, told('  more', '1 MB')]).split('\n')).toEqual([
    'figure  Sitrep  peer    ratio   bound',
    'slow    9.0 ms  1.0 ms  9.00 ×  ≤ 5 ms  MISSED',
    '  more  1 MB',
  ]);
});
