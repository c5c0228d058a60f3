import type { EventEmitter } from 'node:events';
import {
  Keyv,
  type KeyvSerializationAdapter,
  type KeyvStorageAdapter,
  type KeyvStorageEntry,
  keyvStorageCapability,
} from 'keyv';
import { type Database, text } from './sqlite/database.ts';

/**
 * Named values in the database that is already open; what is under one name is apart from all others.
 * Failures are thrown as long as nobody listens for its `error` event: a `set` that returns has been written.
 * What `get` returns came from a disk: parse it.
 */
export function keyvOver(database: Database, namespace: string): Keyv {
  return new Keyv({ store: keyvStore(database), namespace, serialization: PLAIN_JSON });
}

/** What is kept is plain JSON; keyv's own way of writing also carries buffers and big integers, and takes three times as long. */
const PLAIN_JSON: KeyvSerializationAdapter = { stringify: JSON.stringify, parse: JSON.parse };

/** What keyv asks of a storage; it listens for events only where there are any, and this one throws instead. */
type Adapter = Omit<KeyvStorageAdapter, keyof EventEmitter>;

/** keyv's storage adapter over the database. The instance it is given to sets `namespace`. */
export function keyvStore(database: Database): Adapter {
  const space = (): string => store.namespace ?? '';
  const get = (key: string): string | undefined => {
    const row = database.get(
      `SELECT value FROM pair WHERE namespace = ? AND key = ? AND ${LIVE}`,
      space(),
      key,
      Date.now(),
    );
    return row && text(row, 'value');
  };
  const set = ({ key, value, expires }: KeyvStorageEntry<unknown>): boolean => {
    if (typeof value !== 'string') throw new TypeError('only serialised values can be stored');
    database.run(
      'REPLACE INTO pair (namespace, key, value, expires) VALUES (?, ?, ?, ?)',
      space(),
      key,
      value,
      expires ?? null,
    );
    return true;
  };
  const remove = (key: string): boolean =>
    database.run('DELETE FROM pair WHERE namespace = ? AND key = ?', space(), key) > 0;
  const store: Adapter = {
    namespace: undefined,
    get: async (key: string) => get(key),
    getMany: async (keys: string[]) => keys.map(get),
    has: async (key: string) => get(key) !== undefined,
    hasMany: async (keys: string[]) => keys.map((key) => get(key) !== undefined),
    set: async (key: string, value: unknown, expires?: number) =>
      set({ key, value, ...(expires !== undefined && { expires }) }),
    setMany: async (entries: KeyvStorageEntry<unknown>[]) => database.transaction(() => entries.map(set)),
    delete: async (key: string) => remove(key),
    deleteMany: async (keys: string[]) => database.transaction(() => keys.map(remove)),
    clear: async () => void database.run('DELETE FROM pair WHERE namespace = ?', space()),
    iterator: () => pairs(database, space()),
  };
  store.capabilities = keyvStorageCapability(store);
  return store;
}

const LIVE = '(expires IS NULL OR expires > ?)';

/** Takes a page at a time, so that a consumer that writes meanwhile holds nothing open. */
async function* pairs(database: Database, space: string): AsyncGenerator<[string, string]> {
  const page = (after: string) =>
    database.all(
      `SELECT key, value FROM pair WHERE namespace = ? AND key > ? AND ${LIVE} ORDER BY key LIMIT 100`,
      space,
      after,
      Date.now(),
    );
  for (let rows = page(''); rows.length > 0; rows = page(text(rows.at(-1) ?? {}, 'key')))
    for (const row of rows) yield [text(row, 'key'), text(row, 'value')];
}

/** Removes what had expired by `nowMs`, in every namespace. Returns how many. */
export function purgeExpired(database: Database, nowMs: number): number {
  return database.run('DELETE FROM pair WHERE expires <= ?', nowMs);
}

/** Removes the settings of a server, its answers, and what was looked at for it. Returns how many answers there were. */
export function dropServer(database: Database, guildId: string): number {
  return database.transaction(() => {
    database.run("DELETE FROM pair WHERE namespace = 'settings' AND key = ?", guildId);
    database.run("DELETE FROM pair WHERE namespace = 'proposals' AND value ->> '$.value.guildId' = ?", guildId);
    database.run("DELETE FROM pair WHERE namespace = 'probes' AND value ->> '$.value.scope.guildId' = ?", guildId);
    database.run("DELETE FROM pair WHERE namespace = 'prose' AND key > ?1 || ':' AND key < ?1 || ';'", guildId);
    const answers = "DELETE FROM pair WHERE namespace = 'briefs' AND key > ?1 || ':' AND key < ?1 || ';'";
    return database.run(answers, guildId);
  });
}
