import { hash } from 'node:crypto';
import { contentOf, type FeedItem } from '../../../domain/feed-item.ts';
import type { FeedState } from '../../../domain/feed-state.ts';
import { KNOWN_ITEM_MS, NAMES_PER_FEED, STAMP_PAUSE_MS } from '../../source-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { keyNum } from '../event-index.ts';
import { writeState } from './feed-state.ts';
import { lastFollower, queueLacking } from './following.ts';

/** `SourceStore.noteItems`, at once. */
export function noteItems(
  database: Database,
  state: FeedState,
  items: readonly FeedItem[],
  nowMs: number,
): { readonly fresh: number; readonly changed: number } {
  return database.transaction(() => {
    const feed = writeState(database, state);
    if (feed === null) return { fresh: 0, changed: 0 };
    const held = firstOfEachKey(items);
    const rows = rowsOf(database, feed, held);
    const noted = [...held.values()].map((item, at) => note(database, feed, rows.get(item.key), { item, at, nowMs }));
    leaveOut(database, feed, held, nowMs);
    queueLacking(database, feed, nowMs);
    forget(database, feed, nowMs);
    const count = (kind: Noted): number => noted.filter((one) => one === kind).length;
    return { fresh: count('fresh'), changed: count('changed') };
  });
}

type Held = ReadonlyMap<string, FeedItem>;

const firstOfEachKey = (items: readonly FeedItem[]): Held =>
  new Map([...Map.groupBy(items, ({ key }) => key)].flatMap(([key, [first]]) => (first ? [[key, first]] : [])));

const keysOf = (held: Held): string => JSON.stringify([...held.keys()]);

function rowsOf(database: Database, feed: number, held: Held): ReadonlyMap<string, Row> {
  const rows = database.all(
    `SELECT num, key, digest, updated, version_at, left_at FROM item
     WHERE feed = ? AND key IN (SELECT value FROM json_each(?))`,
    ...[feed, keysOf(held)],
  );
  return new Map(rows.map((row) => [text(row, 'key'), row]));
}

interface Seen {
  readonly item: FeedItem;
  /** Its place in the feed. */
  readonly at: number;
  readonly nowMs: number;
}

type Noted = 'fresh' | 'changed' | 'known';

function note(database: Database, feed: number, row: Row | undefined, seen: Seen): Noted {
  if (!row) return add(database, feed, seen);
  if (isOtherVersion(row, seen)) return replace(database, int(row, 'num'), seen);
  if (row.left_at !== null) {
    const sql = 'UPDATE item SET left_at = NULL, json = ? WHERE num = ?';
    database.run(sql, JSON.stringify(seen.item), int(row, 'num'));
  }
  return 'known';
}

/** What tells a version of an item from another. */
export const digestOf = (item: FeedItem): string => hash('sha256', contentOf(item), 'base64url');

function isOtherVersion(row: Row, { item, nowMs }: Seen): boolean {
  if (text(row, 'digest') !== digestOf(item)) return true;
  const isStamped = !item.isFull && item.updated !== null && item.updated !== row.updated;
  return isStamped && nowMs - int(row, 'version_at') >= STAMP_PAUSE_MS;
}

/** One that is known by name alone has been given to all who follow now. */
function add(database: Database, feed: number, { item, at, nowMs }: Seen): Noted {
  const sql = 'DELETE FROM item_name WHERE feed = ? AND name = ?';
  const isKnown = database.run(sql, feed, keyNum(item.key)) > 0;
  database.run(
    `INSERT INTO item (feed, key, digest, updated, version_at, published, given_to, waiting, not_before, attempts, json)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)`,
    ...[feed, item.key, digestOf(item), item.updated, nowMs, publishedOf({ item, at, nowMs })],
    ...[isKnown ? lastFollower(database, feed) : 0, JSON.stringify(item)],
  );
  return isKnown ? 'known' : 'fresh';
}

function replace(database: Database, num: number, { item, at, nowMs }: Seen): Noted {
  database.run('DELETE FROM given WHERE item = ?', num);
  database.run(
    `UPDATE item SET digest = ?, updated = ?, version_at = ?, published = ?, given_to = 0, not_before = 0, attempts = 0,
       left_at = NULL, json = ? WHERE num = ?`,
    ...[digestOf(item), item.updated, nowMs, publishedOf({ item, at, nowMs }), JSON.stringify(item), num],
  );
  return 'changed';
}

/** Feeds hold the newest first, as a rule, also where they do not say when it came out. */
function publishedOf({ item, at, nowMs }: Seen): number {
  const said = item.published?.at ?? item.updated;
  return said === null ? nowMs - at : Date.parse(said);
}

function leaveOut(database: Database, feed: number, held: Held, nowMs: number): void {
  database.run(
    'UPDATE item SET left_at = ? WHERE feed = ? AND left_at IS NULL AND key NOT IN (SELECT value FROM json_each(?))',
    ...[nowMs, feed, keysOf(held)],
  );
}

/** Lets go of what the feed holds no more and nobody waits for: of its content at once, and of all but its name in the end. */
function forget(database: Database, feed: number, nowMs: number): void {
  database.run(
    'UPDATE item SET json = NULL WHERE feed = ? AND left_at IS NOT NULL AND waiting = 0 AND json IS NOT NULL',
    feed,
  );
  const old = database.all(
    'SELECT num, key FROM item WHERE feed = ? AND left_at < ? AND waiting = 0',
    ...[feed, nowMs - KNOWN_ITEM_MS],
  );
  for (const row of old) {
    database.run('DELETE FROM item WHERE num = ?', int(row, 'num'));
    database.run('REPLACE INTO item_name (feed, name, at) VALUES (?, ?, ?)', feed, keyNum(text(row, 'key')), nowMs);
  }
  if (old.length > 0) forgetNames(database, feed);
}

function forgetNames(database: Database, feed: number): void {
  database.run(
    `DELETE FROM item_name WHERE feed = ?1
       AND name IN (SELECT name FROM item_name WHERE feed = ?1 ORDER BY at DESC, name LIMIT -1 OFFSET ?2)`,
    ...[feed, NAMES_PER_FEED],
  );
}
