import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR, type Scope } from '../../src/domain/scope.ts';
import { CorruptRecord } from '../../src/store/contract.ts';
import type { SourceStore } from '../../src/store/source-contract.ts';
import { KNOWN_ITEM_MS, NAMES_PER_FEED } from '../../src/store/source-contract.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { MIGRATIONS } from '../../src/store/sqlite/schema.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { sqliteSourceStore } from '../../src/store/sqlite/sources/source-store.ts';
import { anArticleFile } from '../support/claims.ts';
import { FACT_RULES } from '../support/fact-rules.ts';
import { aFeedState, anItem, aSource } from '../support/sources.ts';

const A: Scope = { guildId: '100' };
const DEED = { atMs: 0, by: null, deed: 'added', detail: '' } as const;
const ELSEWHERE = 'https://other.example/feed';

let folder: string;
let path: string;
let database: Database;
let store: SourceStore;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-rows-'));
  path = join(folder, 'store.db');
  told = [];
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function reopen(): void {
  const opened = openDatabase(path, FACT_RULES);
  if (!opened.ok) throw new Error(`cannot open: ${opened.error.kind}`);
  database = opened.value;
  store = sqliteSourceStore({ database, addressKey: (url) => url, report: ({ key }) => told.push(key) });
}

const dueFeeds = async () => (await store.due(1e9, 9)).map(({ url }) => url);
const waiting = async () => (await store.queued(1e9, 9)).map(({ item }) => item.key);

test('a database of the version before sources is brought up to date with all that is in it', async () => {
  versionBefore();
  reopen();
  const claims = sqliteClaimStore(database);
  expect(await claims.best({ scope: OPERATOR, subject: { kind: 'all' }, span: null }, 'strike', 9)).toHaveLength(1);
  expect(await sqliteSourceHealth(database).failing(OPERATOR)).toEqual([{ publisher: 'AFP', sinceMs: 7 }]);
  await store.save(OPERATOR, aSource(), DEED);
  await store.bring(OPERATOR, 'feed1', 'article-1');
  expect([await dueFeeds(), (await store.counts(OPERATOR, 'feed1')).articles]).toEqual([[aFeedState(0).url], 1]);
});

/** A database that knows no sources, with an article of one claim, and a failing source. */
function versionBefore(): void {
  const version = MIGRATIONS.findIndex((sql) => sql.includes('CREATE TABLE source ('));
  const connection = new DatabaseSync(path);
  connection.exec(`${MIGRATIONS.slice(0, version).join(';')}; PRAGMA user_version = ${version}`);
  const { article, claims } = anArticleFile();
  const publishedAt = Date.parse(article.published?.at ?? '');
  connection.prepare('INSERT INTO publisher VALUES (1, ?)').run(article.publisher);
  connection
    .prepare("INSERT INTO article (num, scope, id, publisher, published, digest, json) VALUES (1, 0, ?, 1, ?, '', ?)")
    .run(article.id, publishedAt, JSON.stringify(article));
  connection
    .prepare(
      "INSERT INTO claim (num, article, scope, type, publisher, published, id, refs, json) VALUES (1, 1, 0, 2, 1, ?, 'c1', '[0]', ?)",
    )
    .run(publishedAt, JSON.stringify(claims[0]));
  connection.prepare('INSERT INTO mention VALUES (0, 0, 2, ?, 1)').run(publishedAt);
  connection.exec(`INSERT INTO cover VALUES (0, 0, 4, 1, 1, 0); INSERT INTO tally VALUES (0, 0, 2, 1);
    INSERT INTO failing_source VALUES (0, 'afp', 'AFP', 7)`);
  connection.close();
}

test('what was kept is there when the database is opened again', async () => {
  reopen();
  await store.save(A, aSource(), DEED);
  await store.noteItems(aFeedState(0), [anItem('one')], 0);
  database.close();
  reopen();
  expect([await store.list(A), await waiting()]).toEqual([[aSource()], ['one']]);
});

test.for([
  { name: 'a number that is none', damage: 'UPDATE feed SET failures = -1 WHERE num = 1' },
  { name: 'text that is no JSON', damage: "UPDATE feed SET validators = '{' WHERE num = 1" },
  { name: 'a failure of no kind', damage: `UPDATE feed SET failure = '{"kind":"other"}' WHERE num = 1` },
])('a feed with $name is told and starts as if never read, and no other waits for it', async ({ damage }) => {
  reopen();
  await store.save(A, aSource(), DEED);
  await store.save(A, aSource({ id: 'other', url: ELSEWHERE }), DEED);
  await store.noteItems(aFeedState(5), [anItem('one')], 5);
  database.run(damage);
  expect(await dueFeeds()).toEqual([ELSEWHERE, aFeedState(0).url]);
  expect(told).toEqual(['feed 1']);
  const fresh = aFeedState(5, { validators: null, intervalMs: 0, lastReadAtMs: null });
  expect([await store.feed(fresh.url), await waiting(), told.length]).toEqual([fresh, ['one'], 1]);
});

test('a source that does not parse is told, followed and listed no more, and can be taken out', async () => {
  reopen();
  for (const id of ['sound', 'broken']) await store.save(A, aSource({ id }), DEED);
  await store.save(A, aSource({ id: 'alone', url: ELSEWHERE }), DEED);
  await store.noteItems(aFeedState(5), [anItem('one')], 5);
  database.run("UPDATE source SET json = '{}' WHERE id IN ('broken', 'alone')");
  expect((await store.due(1e9, 9)).map(({ followers }) => followers.map(({ source }) => source.id))).toEqual([
    ['sound'],
  ]);
  expect(told).toEqual(['source alone', 'source broken']);
  expect([await dueFeeds(), told.length, await store.nextDueAtMs()]).toEqual([
    [aFeedState(0).url],
    2,
    aFeedState(5).nextAtMs,
  ]);
  expect((await store.queued(1e9, 9))[0]?.followers.map(({ source }) => source.id)).toEqual(['sound']);
  await expect(store.get(A, 'broken')).rejects.toBeInstanceOf(CorruptRecord);
  expect((await store.list(A)).map(({ id }) => id)).toEqual(['sound']);
  await store.remove(A, 'broken', DEED);
  expect([await store.get(A, 'broken'), (await store.deeds(A, 1))[0]?.name]).toEqual([null, 'Feed broken']);
});

test('an item that does not parse is told and its feed read whole, which brings it again', async () => {
  reopen();
  await store.save(A, aSource(), DEED);
  await store.noteItems(aFeedState(5), [anItem('one'), anItem('two')], 5);
  database.run("UPDATE item SET json = '{' WHERE key = 'one'");
  expect([await waiting(), told]).toEqual([['two'], ['item 1 of feed 1']]);
  expect([await waiting(), told.length, (await store.feed(aFeedState(0).url))?.validators]).toEqual([['two'], 1, null]);
  expect(await store.noteItems(aFeedState(6), [anItem('one'), anItem('two')], 6)).toEqual({ fresh: 1, changed: 0 });
});

test('of items that are known by name alone, the newest are kept, and those before are new again', async () => {
  reopen();
  await store.save(A, aSource({ state: 'paused' }), DEED);
  await store.save(OPERATOR, aSource(), DEED);
  const items = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => anItem(`item-${from + at}`));
  const settleAll = () => database.run('UPDATE item SET waiting = 0');
  for (const [round, held] of [items(0, 10), items(10, NAMES_PER_FEED + 10), []].entries()) {
    await store.noteItems(aFeedState(0), held, round * 2 * KNOWN_ITEM_MS);
    settleAll();
  }
  await store.noteItems(aFeedState(0), [], 9 * KNOWN_ITEM_MS);
  expect(database.get('SELECT count(*) AS n FROM item_name')).toEqual({ n: NAMES_PER_FEED });
  expect(await store.noteItems(aFeedState(0), items(0, 20), 9 * KNOWN_ITEM_MS)).toEqual({ fresh: 10, changed: 0 });
});

test('however many follow a feed, what is new in it is written once', async () => {
  reopen();
  for (let guild = 1; guild <= 30; guild += 1) await store.save({ guildId: String(guild) }, aSource(), DEED);
  await store.noteItems(aFeedState(0), [anItem('one'), anItem('two')], 0);
  const rows = (): unknown =>
    database.get('SELECT (SELECT count(*) FROM item) AS items, (SELECT count(*) FROM given) AS given');
  expect(rows()).toEqual({ items: 2, given: 0 });
  for (const queued of await store.queued(0, 9))
    await store.settle(queued, { kind: 'stored', article: 'article-1' }, 0);
  expect([rows(), await waiting()]).toEqual([{ items: 2, given: 0 }, []]);
});
