import type { Keyv } from 'keyv';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { StoreFull } from '../../src/store/contract.ts';
import { keyvOver, keyvStore, purgeExpired } from '../../src/store/keyv.ts';
import { type Database, int } from '../../src/store/sqlite/database.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';

let database: Database;
let keyv: Keyv;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) });
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
  keyv = keyvOver(database, 'test');
});
afterEach(() => {
  database.close();
  vi.useRealTimers();
});

async function entriesOf(of: Keyv): Promise<readonly unknown[]> {
  const entries: unknown[] = [];
  for await (const entry of of.iterator()) entries.push(entry);
  return entries;
}

test('is used as it is, not bridged', () => {
  const store = keyvStore(database);
  expect(store.capabilities).toMatchObject({ compatible: true, store: 'keyvStorage', expires: true });
  expect(keyv.store.constructor.name).toBe('Object');
});

test.for([['text'], [''], [0], [false], [null], [{ a: [1, { b: 'ї' }] }], [[1, 2]], ['ключ '.repeat(10_000)]])(
  'gives back %j',
  async ([value]) => {
    expect(await keyv.set('key', value)).toBe(true);
    expect(await keyv.get('key')).toEqual(value);
  },
);

test('set replaces, delete says whether it was there, and what is not there is undefined', async () => {
  await keyv.set('key', 1);
  await keyv.set('key', 2);
  expect([await keyv.get('key'), await keyv.has('key')]).toEqual([2, true]);
  expect([await keyv.delete('key'), await keyv.delete('key')]).toEqual([true, false]);
  expect([await keyv.get('key'), await keyv.has('key')]).toEqual([undefined, false]);
});

test('many at once, in the order asked for', async () => {
  expect(
    await keyv.setMany([
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ]),
  ).toEqual([true, true]);
  expect(await keyv.getMany(['b', 'none', 'a'])).toEqual([2, undefined, 1]);
  expect(await keyv.hasMany(['b', 'none'])).toEqual([true, false]);
  expect(await keyv.deleteMany(['a', 'none'])).toEqual([true, false]);
  expect(await entriesOf(keyv)).toEqual([['b', 2]]);
});

test('a value is gone once its time is over, for keyv and for the store itself', async () => {
  await keyv.set('short', 1, 20);
  await keyv.set('long', 2, 60_000);
  await keyv.set('ever', 3);
  expect(await keyv.get('short')).toBe(1);
  vi.setSystemTime(Date.now() + 21);
  expect(await keyv.getMany(['short', 'long', 'ever'])).toEqual([undefined, 2, 3]);
  const store = keyvStore(database);
  store.namespace = 'test';
  await store.set('past', 'x', Date.now() - 1);
  expect([await store.get('past'), await store.has('past'), await store.hasMany(['past'])]).toEqual([
    undefined,
    false,
    [false],
  ]);
  expect((await entriesOf(keyv)).length).toBe(2);
});

test('purge removes what has expired by then, in every namespace, and nothing else', async () => {
  await keyv.set('soon', 1, 1_000);
  await keyvOver(database, 'other').set('soon', 1, 1_000);
  await keyv.set('late', 1, 60_000);
  await keyv.set('ever', 1);
  expect(purgeExpired(database, Date.now())).toBe(0);
  expect(purgeExpired(database, Date.now() + 2_000)).toBe(2);
  expect(await keyv.getMany(['late', 'ever'])).toEqual([1, 1]);
});

test('namespaces are apart, also when one is the beginning of another', async () => {
  const [other, longer] = [keyvOver(database, 'other'), keyvOver(database, 'test:a')];
  await keyv.set('key', 'mine');
  await keyv.set('a:key', 'mine too');
  await other.set('key', 'theirs');
  await longer.set('key', 'longer');
  expect([await keyv.get('key'), await other.get('key'), await longer.get('key')]).toEqual([
    'mine',
    'theirs',
    'longer',
  ]);
  await keyv.clear();
  expect([await keyv.get('key'), await other.get('key'), await longer.get('key')]).toEqual([
    undefined,
    'theirs',
    'longer',
  ]);
});

test('iterates over more than a page, each once, while others are taken out', async () => {
  const keys = Array.from({ length: 250 }, (_, at) => `key-${at}`).toSorted();
  await keyv.setMany(keys.map((key) => ({ key, value: key })));
  const seen: unknown[] = [];
  for await (const [key] of keyv.iterator()) {
    seen.push(key);
    await keyv.delete(String(key));
  }
  expect(seen).toEqual(keys);
});

test('a failed write is thrown, not swallowed', async () => {
  database.get(`PRAGMA max_page_count = ${int(database.get('PRAGMA page_count') ?? {}, 'page_count')}`);
  await expect(keyv.set('big', 'x'.repeat(1_000_000))).rejects.toBeInstanceOf(StoreFull);
  expect(await keyv.get('big')).toBeUndefined();
});
