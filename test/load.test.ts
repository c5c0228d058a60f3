import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_RULES } from '../src/brief/event/rules.ts';
import { OPERATOR } from '../src/domain/scope.ts';
import { load } from '../src/load.ts';
import { DATA_FOLDER } from '../src/place.ts';
import { keyvOver } from '../src/store/keyv.ts';
import { sqliteClaimStore } from '../src/store/sqlite/claim-store.ts';
import type { Database } from '../src/store/sqlite/database.ts';
import { sqliteGazetteer } from '../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../src/store/sqlite/open.ts';

const [FIRST, SECOND] = ['000_8b8c8ff5a4043ff4', '001_f627946c996f17f9'];

let dataDir: string;
let database: Database;

/** The committed articles and the small files of names; the long lists of settlements only cost time here. */
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sitrep-data-'));
  cpSync(DATA_FOLDER, dataDir, { recursive: true, filter: (path) => !path.endsWith('.tsv') });
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
});
afterEach(() => {
  database.close();
  rmSync(dataDir, { recursive: true });
});

const portsOf = () => ({
  dataDir,
  claims: sqliteClaimStore(database),
  gazetteer: sqliteGazetteer(database),
  remembered: keyvOver(database, 'loaded'),
});
const article = (id = ''): string => join(dataDir, 'articles', `${id}.json`);
const statusNow = () => portsOf().claims.status(OPERATOR);

test('everything loads, and loading again changes nothing', async () => {
  expect(await load(portsOf())).toEqual({ changed: 5, removed: 0, faults: [] });
  const before = await statusNow();
  expect(before).toMatchObject({ articles: 5, publishers: 5 });
  expect(await load(portsOf())).toEqual({ changed: 0, removed: 0, faults: [] });
  expect(await statusNow()).toEqual(before);
});

test('a broken article is set aside and named, and the rest loads', async () => {
  writeFileSync(article(FIRST), '{"schema": 1,');
  const { changed, faults } = await load(portsOf());
  expect([changed, faults.map(({ file }) => file)]).toEqual([4, [`articles/${FIRST}.json`]]);
});

test('an article that breaks later keeps what was read of it before', async () => {
  await load(portsOf());
  const before = await statusNow();
  writeFileSync(article(FIRST), 'not JSON');
  const { removed, faults } = await load(portsOf());
  expect([removed, faults.length, await statusNow()]).toEqual([0, 1, before]);
  rmSync(article(FIRST));
  expect(await load(portsOf())).toMatchObject({ removed: 1, faults: [] });
});

test('an article whose file is gone is taken out, a changed one replaced', async () => {
  await load(portsOf());
  rmSync(article(FIRST));
  const text = readFileSync(article(SECOND), 'utf8');
  writeFileSync(article(SECOND), text.replace('"Global Upfront"', '"Global Upfront Daily"'));
  expect(await load(portsOf())).toEqual({ changed: 1, removed: 1, faults: [] });
  expect((await statusNow()).articles).toBe(4);
});

test('a folder that is not there takes nothing out', async () => {
  await load(portsOf());
  const before = await statusNow();
  rmSync(join(dataDir, 'articles'), { recursive: true });
  const { removed, faults } = await load(portsOf());
  expect([removed, faults.map(({ file }) => file), await statusNow()]).toEqual([0, ['articles'], before]);
});

test('an article put in by somebody else is left alone', async () => {
  const { claims } = portsOf();
  const content = JSON.parse(readFileSync(article(FIRST), 'utf8'));
  await claims.put(OPERATOR, { ...content, article: { ...content.article, id: 'put-by-hand' } });
  await load(portsOf());
  await load(portsOf());
  expect(await claims.articleIds(OPERATOR)).toContain('put-by-hand');
});

test('a fault in a file of names is told at every start, not only at the first', async () => {
  const path = join(dataDir, 'gazetteer', 'people.json');
  const file = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(
    path,
    JSON.stringify({ ...file, entities: [{ ...file.entities[0], id: 'Not An Id' }, ...file.entities.slice(1)] }),
  );
  const first = await load(portsOf());
  expect(first.faults.map((fault) => fault.file)).toEqual(['gazetteer/people.json']);
  expect((await load(portsOf())).faults).toEqual(first.faults);
});
