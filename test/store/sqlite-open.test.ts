import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { type ClaimStore, CorruptRecord, StoreFull } from '../../src/store/contract.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { type Database, int } from '../../src/store/sqlite/database.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { MIGRATIONS } from '../../src/store/sqlite/schema.ts';
import { anArticleFile, ENTITIES } from '../support/claims.ts';
import { FACT_RULES } from '../support/fact-rules.ts';

const ALL = { scope: OPERATOR, subject: { kind: 'all' }, span: null } as const;
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-open-'));
  path = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function opened(at = path): Database {
  const result = openDatabase(at, FACT_RULES);
  if (!result.ok) throw new Error(`cannot open: ${result.error.kind}`);
  return result.value;
}

/** A database whose last migration is one that this program does not know. */
function newer(): void {
  opened().close();
  const connection = new DatabaseSync(path);
  connection.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  connection.close();
}

const bytesIn = (at: string): readonly (readonly [string, string])[] =>
  readdirSync(at)
    .filter((file) => !file.endsWith('-shm'))
    .map((file) => [file, readFileSync(join(at, file), 'base64')]);

test('what was stored is there when the database is opened again', async () => {
  const first = opened();
  await sqliteClaimStore(first).put(OPERATOR, anArticleFile());
  first.close();
  const second = opened();
  expect(await sqliteClaimStore(second).best(ALL, 'strike', 1)).toHaveLength(1);
  second.close();
});

test('a database of the first version is brought up to date: its claims, hidden ones too, are paraphrases in events', async () => {
  firstVersion([anArticleFile({ publisher: 'AFP' }), anArticleFile({ id: 'other-one', publisher: 'AP' })]);
  const database = opened();
  const store = sqliteClaimStore(database);
  const found = await store.best(ALL, 'strike', 9);
  expect(found.map(({ claim, publishers }) => [claim, publishers])).toEqual([
    [anArticleFile().claims[0], 2],
    [anArticleFile().claims[0], 2],
  ]);
  expect(new Set(found.map(({ event }) => event)).size).toBe(1);
  expect(await store.counts(ALL, 9)).toEqual(new Map([['strike', 2]]));
  expect(int(database.get('PRAGMA user_version') ?? {}, 'user_version')).toBe(MIGRATIONS.length);
  expect(database.all("SELECT 1 FROM claim WHERE json ->> 'mode' IS NULL")).toEqual([]);
  database.close();
});

test('events are gathered anew where other rules gathered them', async () => {
  const apart = openDatabase(path, { ...FACT_RULES, version: 'apart', fileOf: () => null });
  if (!apart.ok) throw new Error(apart.error.kind);
  for (const id of ['one-one', 'two-two']) await sqliteClaimStore(apart.value).put(OPERATOR, anArticleFile({ id }));
  const events = async (store: ClaimStore) => new Set((await store.best(ALL, 'strike', 9)).map(({ event }) => event));
  expect((await events(sqliteClaimStore(apart.value))).size).toBe(2);
  apart.value.close();
  const together = opened();
  expect((await events(sqliteClaimStore(together))).size).toBe(1);
  together.close();
});

/** A database as the first version wrote it, as far as its claims are found under what stands for all; they had no mode. */
function firstVersion(files: readonly ReturnType<typeof anArticleFile>[]): void {
  const connection = new DatabaseSync(path);
  connection.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1`);
  for (const [at, { article, claims }] of files.entries()) {
    const num = at + 1;
    connection.prepare('INSERT INTO publisher VALUES (?, ?)').run(num, article.publisher);
    const [publishedAt, json] = [Date.parse(article.published?.at ?? ''), JSON.stringify(article)];
    connection
      .prepare("INSERT INTO article VALUES (?, 0, ?, ?, ?, '', ?, NULL)")
      .run(num, article.id, num, publishedAt, json);
    const bare = JSON.stringify({ ...claims[0], mode: undefined });
    connection
      .prepare("INSERT INTO claim VALUES (?, ?, 0, 2, ?, ?, x'00', NULL, 'c1', '[0]', ?)")
      .run(num, num, num, publishedAt, bare);
    connection.prepare('INSERT INTO mention VALUES (0, 0, 2, ?, ?)').run(publishedAt, num);
    connection.prepare('INSERT INTO cover VALUES (0, 0, 4, ?, 1, 0)').run(num);
    connection.prepare('INSERT INTO tally VALUES (0, 0, 2, 1) ON CONFLICT DO UPDATE SET claims = claims + 1').run();
  }
  connection.close();
}

test('makes the folders it needs', () => {
  opened(join(folder, 'a', 'b', 'store.db')).close();
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['store.db']);
});

test('a database of a newer version is refused and not a byte of it changes', () => {
  newer();
  const before = bytesIn(folder);
  expect(openDatabase(path, FACT_RULES)).toEqual({
    ok: false,
    error: { kind: 'newer-database', found: MIGRATIONS.length + 1, known: MIGRATIONS.length },
  });
  expect(bytesIn(folder)).toEqual(before);
});

test('a newer version that is still in the log of an unclean stop is refused, and log and database stay as they are', () => {
  opened().close();
  const connection = new DatabaseSync(path);
  connection.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  const crashed = mkdtempSync(join(folder, 'crashed-'));
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(crashed, `store.db${end}`));
  connection.close();
  const before = bytesIn(crashed);
  expect(openDatabase(join(crashed, 'store.db'), FACT_RULES)).toMatchObject({
    ok: false,
    error: { kind: 'newer-database' },
  });
  expect(bytesIn(crashed)).toEqual(before);
});

test.for([
  {
    name: 'text',
    make: () =>
      writeFileSync(path, 'This is no database, only some text that is long enough to be looked at. '.repeat(20)),
  },
  { name: 'a short file', make: () => writeFileSync(path, 'short') },
  { name: 'a database of another program', make: () => new DatabaseSync(path).exec('CREATE TABLE theirs (x)') },
  { name: 'a damaged header', make: () => writeFileSync(path, `SQLite format 3\0${'x'.repeat(4_096)}`) },
])('$name is refused as no database of ours', ({ make }) => {
  make();
  const refused = openDatabase(path, FACT_RULES);
  expect(refused.ok ? 'opened' : refused.error.kind).toMatch(/^(?:not-a-database|newer-database)$/);
});

test('a folder that cannot be made is told by its code', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(openDatabase(join(folder, 'file', 'store.db'), FACT_RULES)).toMatchObject({
    ok: false,
    error: { kind: 'not-writable' },
  });
});

test('a folder in the place of the database is told', () => {
  expect(openDatabase(folder, FACT_RULES)).toMatchObject({ ok: false, error: { kind: 'not-writable' } });
});

test('a full disk stores nothing by half and loses nothing acknowledged', async () => {
  const database = opened();
  const store = sqliteClaimStore(database);
  await sqliteGazetteer(database).replace('names.json', '1', ENTITIES);
  database.get(`PRAGMA max_page_count = ${int(database.get('PRAGMA page_count') ?? {}, 'page_count') + 12}`);
  const acknowledged: string[] = [];
  const fill = async (): Promise<never> => {
    for (let number = 1; ; number++) {
      await store.put(
        OPERATOR,
        anArticleFile({ id: `filling-${number}` }, Array(8).fill(anArticleFile().claims[0]) as Claim[]),
      );
      acknowledged.push(`filling-${number}`);
    }
  };
  await expect(fill()).rejects.toBeInstanceOf(StoreFull);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(await store.articleIds(OPERATOR)).toEqual(acknowledged.toSorted());
  expect(await store.counts(ALL, 10_000)).toEqual(new Map([['strike', acknowledged.length * 8]]));
  expect(database.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  database.get('PRAGMA max_page_count = 100000');
  expect(await store.put(OPERATOR, anArticleFile({ id: 'room-again' }))).toBe('added');
  database.close();
});

test.for([
  { name: 'a claim that is no JSON', damage: "UPDATE claim SET json = '{'", key: 'claim article-1 c1' },
  {
    name: 'a claim of a type that is none',
    damage: 'UPDATE claim SET json = replace(json, \'"strike"\', \'"attack"\')',
    key: 'claim article-1 c1',
  },
  {
    name: 'an article without a publisher',
    damage: 'UPDATE article SET json = replace(json, \'"publisher"\', \'"outlet"\')',
    key: 'article article-1',
  },
])('$name is never returned half-read', async ({ damage, key }) => {
  const database = opened();
  const store = sqliteClaimStore(database);
  await store.put(OPERATOR, anArticleFile());
  database.run(damage);
  await expect(store.best(ALL, 'strike', 1)).rejects.toThrow(
    expect.objectContaining({ name: CorruptRecord.name, key }),
  );
  database.close();
});

test('a transaction that throws leaves nothing, and the next one works', () => {
  const database = opened();
  const write = (key: string): number =>
    database.run('INSERT INTO pair (namespace, key, value) VALUES (?, ?, ?)', 'n', key, 'v');
  const failing = (): void =>
    database.transaction(() => {
      write('lost');
      database.transaction(() => write('lost too'));
      throw new RangeError('on purpose');
    });
  expect(failing).toThrow(RangeError);
  database.transaction(() => write('kept'));
  expect(database.all('SELECT key FROM pair')).toEqual([{ key: 'kept' }]);
  database.close();
});
