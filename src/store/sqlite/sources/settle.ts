import type { ProbeFailure } from '../../../domain/probe-failure.ts';
import type { Scope } from '../../../domain/scope.ts';
import { ASIDE_PER_SOURCE, type ItemOutcome, type QueuedItem } from '../../source-contract.ts';
import { type Database, int, type Row } from '../database.ts';
import { markChanged } from '../revision.ts';
import { endTurn, lastFollower } from './following.ts';
import { digestOf } from './note-items.ts';

type Settled = Pick<QueuedItem, 'feed' | 'item' | 'followers'>;

/** `SourceStore.settle`, at once. */
export function settle(database: Database, settled: Settled, outcome: ItemOutcome, nowMs: number): void {
  database.transaction(() => {
    const sources = numsOf(database, settled.followers);
    if (outcome.kind === 'stored') bringTo(database, sources, outcome.article);
    const row = rowOf(database, settled);
    if (!row) return;
    if (outcome.kind === 'again') putOff(database, row, outcome.notBeforeMs);
    else give(database, row, sources);
    if (outcome.kind === 'aside') setAside(database, row, sources, { settled, reason: outcome.reason, atMs: nowMs });
    if (outcome.kind === 'stored') takeBack(database, row, sources);
    endTurn(database, int(row, 'feed'), nowMs);
  });
}

/** `SourceStore.bring`, at once. */
export function bring(database: Database, scope: Scope, id: string, article: string): void {
  database.transaction(() => bringTo(database, numsOf(database, [{ scope, source: { id } }]), article));
}

interface Named {
  readonly scope: Scope;
  readonly source: { readonly id: string };
}

/** The numbers of those that are there, as a JSON array: a feed may have a thousand. */
function numsOf(database: Database, followers: readonly Named[]): string {
  const named = followers.map(({ scope, source }) => [scope.guildId ?? '', source.id]);
  const rows = database.all(
    `SELECT source.num FROM json_each(?) AS named JOIN scope ON scope.guild = named.value ->> 0
     JOIN source ON source.scope = scope.num AND source.id = named.value ->> 1`,
    JSON.stringify(named),
  );
  return JSON.stringify(rows.map((row) => int(row, 'num')));
}

function bringTo(database: Database, sources: string, article: string): void {
  const added = database.run(
    `INSERT OR IGNORE INTO brought (scope, article, source)
     SELECT scope, ?, num FROM source WHERE num IN (SELECT value FROM json_each(?))`,
    ...[article, sources],
  );
  if (added > 0) markChanged(database);
}

/** The item, where it is still as it was queued. */
function rowOf(database: Database, { feed, item }: Settled): Row | undefined {
  return database.get(
    `SELECT item.num, item.feed, given_to FROM feed JOIN item ON item.feed = feed.num
     WHERE url = ? AND key = ? AND digest = ? AND updated IS ?`,
    ...[feed, item.key, digestOf(item), item.updated],
  );
}

function putOff(database: Database, row: Row, notBeforeMs: number): void {
  const sql = 'UPDATE item SET attempts = attempts + 1, not_before = ? WHERE num = ?';
  database.run(sql, notBeforeMs, int(row, 'num'));
}

function give(database: Database, row: Row, sources: string): void {
  const [item, feed] = [int(row, 'num'), int(row, 'feed')];
  const others = database.get(
    `SELECT 1 FROM follower WHERE feed = ?1 AND num > ?2 AND source NOT IN (SELECT value FROM json_each(?3))
       AND NOT EXISTS (SELECT 1 FROM given WHERE item = ?4 AND given.source = follower.source)`,
    ...[feed, int(row, 'given_to'), sources, item],
  );
  if (others === undefined) giveToAll(database, item, feed);
  database.run(
    `INSERT OR IGNORE INTO given (item, source) SELECT ?1, value FROM json_each(?2)
     WHERE NOT EXISTS (SELECT 1 FROM follower JOIN item ON item.feed = follower.feed
       WHERE follower.source = value AND item.num = ?1 AND follower.num <= item.given_to)`,
    ...[item, sources],
  );
}

/** One number stands for all who follow; those that paused meanwhile keep their rows. */
function giveToAll(database: Database, item: number, feed: number): void {
  const sql = 'UPDATE item SET waiting = 0, given_to = ? WHERE num = ?';
  database.run(sql, lastFollower(database, feed), item);
  database.run(
    'DELETE FROM given WHERE item = ? AND source IN (SELECT source FROM follower WHERE feed = ?)',
    item,
    feed,
  );
}

interface Reason {
  readonly settled: Settled;
  readonly reason: ProbeFailure;
  readonly atMs: number;
}

function setAside(database: Database, row: Row, sources: string, { settled, reason, atMs }: Reason): void {
  const { title, url } = settled.item;
  database.run(
    'REPLACE INTO aside_item (source, item, at, json) SELECT value, ?, ?, ? FROM json_each(?)',
    ...[int(row, 'num'), atMs, JSON.stringify({ title, url, reason }), sources],
  );
  database.run(
    `DELETE FROM aside_item WHERE (source, item) IN (SELECT source, item FROM (
       SELECT source, item, row_number() OVER (PARTITION BY source ORDER BY at DESC, item DESC) AS place FROM aside_item
       WHERE source IN (SELECT value FROM json_each(?))
     ) WHERE place > ?)`,
    ...[sources, ASIDE_PER_SOURCE],
  );
}

function takeBack(database: Database, row: Row, sources: string): void {
  const sql = 'DELETE FROM aside_item WHERE item = ? AND source IN (SELECT value FROM json_each(?))';
  database.run(sql, int(row, 'num'), sources);
}
