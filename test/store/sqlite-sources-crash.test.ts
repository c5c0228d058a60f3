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
import type { Database } from '../../src/store/sqlite/database.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceStore } from '../../src/store/sqlite/sources/source-store.ts';
import { COMPILED } from '../support/compiled.ts';
import { unexpected } from '../support/stored-app.ts';

const BRINGER = fileURLToPath(new URL('../support/bring-items.ts', import.meta.url));
const ROUNDS = 5;
const A_ROUND = 100_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lets a process note and bring items for a moment, ends it at any point, and gives what it had acknowledged. */
async function killed(path: string, first: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [...COMPILED, BRINGER, path, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  while (!printed.includes('settled ')) await once(child.stdout, 'data');
  await wait(Math.random() * 60);
  child.kill('SIGKILL');
  await once(child, 'close');
  // What follows the last line break was cut off by the kill.
  return printed.split('\n').slice(0, -1);
}

function opened(path: string): Database {
  const database = openDatabase(path, EVENT_RULES);
  if (!database.ok) throw new Error(`cannot open: ${database.error.kind}`);
  return database.value;
}

/** What was noted waits or is there, and what was settled waits no more. */
async function expectNothingLost(database: Database, acknowledged: readonly string[]): Promise<void> {
  const sources = sqliteSourceStore({ database, addressKey: (url) => url, report: unexpected });
  const waiting = database.all("SELECT key, json ->> 'title' AS title FROM item WHERE waiting = 1");
  const there = new Set(await sqliteClaimStore(database).articleIds(OPERATOR));
  const keys = acknowledged.filter((line) => line.startsWith('noted ')).map((line) => line.split(' ')[1] ?? '');
  expect(keys.filter((key) => !there.has(key) && !waiting.some((item) => item.key === key))).toEqual([]);
  const undone = waiting.filter(({ key, title }) => acknowledged.includes(`settled ${key} ${title}`));
  expect(undone).toEqual([]);
  const brought = await sources.sourcesOf(OPERATOR, [...there]);
  expect([...brought.values()].filter((found) => found.join() !== 'feed1')).toEqual([]);
  expect((await sources.counts(OPERATOR, 'feed1')).articles).toBe(brought.size);
  // An article may be there whose item is still to be settled: it is read again and stays as it is.
  expect([...there].filter((id) => !brought.has(id) && !waiting.some(({ key }) => key === id))).toEqual([]);
}

test(`what was noted is neither lost nor doubled over ${ROUNDS} kills at random moments`, async () => {
  const path = join(folder, 'store.db');
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged.push(...(await killed(path, round * A_ROUND)));
    const database = opened(path);
    await expectNothingLost(database, acknowledged);
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  }
  expect(acknowledged.filter((line) => line.startsWith('settled ')).length).toBeGreaterThanOrEqual(ROUNDS);
});
