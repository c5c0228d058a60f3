import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { type Database, int } from '../../src/store/sqlite/database.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { COMPILED } from '../support/compiled.ts';
import { syntheticStore } from '../support/synthetic.ts';

const WRITER = fileURLToPath(new URL('../support/put-articles.ts', import.meta.url));
/** More with `STORE_KILLS=20`. */
const ROUNDS = Number(process.env.STORE_KILLS ?? 8);
const A_ROUND = 100_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Writer {
  readonly acknowledged: () => readonly string[];
  readonly started: Promise<unknown>;
  readonly ended: Promise<unknown>;
  readonly kill: () => void;
}

function writer(path: string, first: number, count: number): Writer {
  const child = spawn(process.execPath, [...COMPILED, WRITER, path, String(first), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return {
    // What follows the last line break was cut off by the kill.
    acknowledged: () => printed.split('\n').slice(0, -1),
    started: once(child.stdout, 'data'),
    ended: once(child, 'close'),
    kill: () => child.kill('SIGKILL'),
  };
}

function opened(path: string): Database {
  const database = openDatabase(path, EVENT_RULES);
  if (!database.ok) throw new Error(`cannot open: ${database.error.kind}`);
  return database.value;
}

const news = syntheticStore(1_000_000);
const known = new Map<string, number>();

/** How many claims the synthetic article of that id has. */
function claimsIn(id: string): number {
  const claims = known.get(id) ?? news.file(Number(id.split('-')[1])).claims.length;
  known.set(id, claims);
  return claims;
}

/** Every one of the articles is there with all its claims, each found by the place index and by its words. */
async function expectWhole(database: Database, ids: readonly string[]): Promise<void> {
  const store = sqliteClaimStore(database);
  const stored = new Set(await store.articleIds(OPERATOR));
  expect(ids.filter((id) => !stored.has(id))).toEqual([]);
  const expected = [...stored].reduce((sum, id) => sum + claimsIn(id), 0);
  expect((await store.status(OPERATOR)).claims).toBe(expected);
  for (const table of ['claim', 'claim_words', 'mention WHERE ref = 0'])
    expect([table, int(database.get(`SELECT count(*) AS n FROM ${table}`) ?? {}, 'n')]).toEqual([table, expected]);
  expect(int(database.get('SELECT sum(articles) AS n FROM cover WHERE ref = 0') ?? {}, 'n')).toBe(stored.size);
  expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
}

test(`nothing acknowledged is lost over ${ROUNDS} kills at random moments`, async () => {
  const path = join(folder, 'store.db');
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const running = writer(path, round * A_ROUND, A_ROUND);
    await running.started;
    await wait(Math.random() * 80);
    running.kill();
    await running.ended;
    acknowledged.push(...running.acknowledged());
    const database = opened(path);
    await expectWhole(database, acknowledged);
    database.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
}, 300_000);

test('two processes that write at the same time lose nothing', async () => {
  const path = join(folder, 'store.db');
  opened(path).close();
  const both = [writer(path, 0, 40), writer(path, A_ROUND, 40)];
  await Promise.all(both.map(({ ended }) => ended));
  const acknowledged = both.flatMap((each) => each.acknowledged());
  expect(acknowledged).toHaveLength(80);
  const database = opened(path);
  await expectWhole(database, acknowledged);
  database.close();
});
