import type { Scope } from '../../../domain/scope.ts';
import { Source, type SourceId } from '../../../domain/source.ts';
import type { FollowedFeed } from '../../source-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { rememberingParser } from '../parsed.ts';
import { readable } from '../readable.ts';
import { scopeNum } from '../scope.ts';
import { unfollow } from './following.ts';
import type { Sourcing } from './sourcing.ts';

/** Some 6 MB when full. */
const parsedSource = rememberingParser(Source, 5_000);

/** Throws `CorruptRecord`. */
export const sourceOf = (row: Row): Source => parsedSource(text(row, 'json'), `source ${text(row, 'id')}`);

/** The row of a source of exactly this scope. */
export const sourceRow = (database: Database, scope: Scope, id: SourceId): Row | undefined =>
  database.get(
    'SELECT num, scope, id, name, feed_url, json FROM source WHERE scope = ? AND id = ?',
    scopeNum(database, scope),
    id,
  );

export function getSource(database: Database, scope: Scope, id: SourceId): Source | null {
  const row = sourceRow(database, scope, id);
  return row ? sourceOf(row) : null;
}

export function listSources(sourcing: Sourcing, scope: Scope): readonly Source[] {
  const { database } = sourcing;
  const sql = 'SELECT id, json FROM source WHERE scope = ? ORDER BY name, id';
  return readable(sourcing, database.all(sql, scopeNum(database, scope)), sourceOf, () => {});
}

export function sourceByUrl(sourcing: Sourcing, scope: Scope, url: string): Source | null {
  const { database, addressKey } = sourcing;
  const sql = 'SELECT id, json FROM source WHERE scope = ? AND url_key = ? ORDER BY num';
  const rows = database.all(sql, scopeNum(database, scope), addressKey(url));
  return readable(sourcing, rows, sourceOf, () => {})[0] ?? null;
}

/** Who follows a feed, with the numbers of both. */
export interface Follower {
  readonly num: number;
  readonly source: number;
  readonly who: FollowedFeed['followers'][number];
}

/** In the order in which they began to. One that does not parse follows no longer. */
export function followersOf(sourcing: Sourcing, feed: number, nowMs: number): readonly Follower[] {
  const { database } = sourcing;
  const rows = database.all(
    `SELECT follower.num AS follower, source.num, source.id, source.json, guild FROM follower
     JOIN source ON source.num = follower.source JOIN scope ON scope.num = source.scope
     WHERE follower.feed = ? ORDER BY follower.num`,
    feed,
  );
  return readable(sourcing, rows, followerOf, (row) =>
    database.transaction(() => unfollow(database, int(row, 'num'), nowMs)),
  );
}

function followerOf(row: Row): Follower {
  const scope = { guildId: text(row, 'guild') || null };
  return { num: int(row, 'follower'), source: int(row, 'num'), who: { scope, source: sourceOf(row) } };
}
