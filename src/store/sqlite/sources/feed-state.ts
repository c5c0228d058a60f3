import { FeedState } from '../../../domain/feed-state.ts';
import { CorruptRecord } from '../../contract.ts';
import { type FollowedFeed, LONGEST_WAIT_MS } from '../../source-contract.ts';
import { type Database, int, intOrNull, type Row } from '../database.ts';
import { readable } from '../readable.ts';
import { feedNum } from './following.ts';
import { moveFeed } from './move-feed.ts';
import { followersOf } from './source-rows.ts';
import type { Sourcing } from './sourcing.ts';

const COLUMNS =
  'num, url, validators, next_at, interval, last_read, last_new, failing_since, failures, failure, told_at';

function stateOf(row: Row): FeedState {
  try {
    return FeedState.parse({
      url: row.url,
      validators: jsonIn(row.validators),
      nextAtMs: row.next_at,
      intervalMs: row.interval,
      lastReadAtMs: row.last_read,
      lastNewAtMs: row.last_new,
      failingSinceMs: row.failing_since,
      failures: row.failures,
      failure: jsonIn(row.failure),
      toldAtMs: row.told_at,
    });
  } catch (error) {
    // Its address may hold a secret, and this is for the log.
    throw new CorruptRecord(`feed ${int(row, 'num')}`, error);
  }
}

const jsonIn = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : null);
const jsonOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** `stateOf`; a row that does not parse is told and starts as if never read. */
function soundState(sourcing: Sourcing, row: Row): FeedState {
  const { database } = sourcing;
  const num = int(row, 'num');
  const [state] = readable(sourcing, [row], stateOf, () =>
    database.run(
      `UPDATE feed SET validators = NULL, interval = 0, last_read = NULL, last_new = NULL, failing_since = NULL, failures = 0,
         failure = NULL, told_at = NULL WHERE num = ?`,
      num,
    ),
  );
  return state ?? stateOf(database.get(`SELECT ${COLUMNS} FROM feed WHERE num = ?`, num) ?? {});
}

export function feedAt(sourcing: Sourcing, url: string): FeedState | null {
  const row = sourcing.database.get(`SELECT ${COLUMNS} FROM feed WHERE url = ?`, url);
  return row ? soundState(sourcing, row) : null;
}

export function dueFeeds(sourcing: Sourcing, nowMs: number, atMost: number): readonly FollowedFeed[] {
  const sql = `SELECT ${COLUMNS} FROM feed WHERE followed = 1 AND (next_at <= ? OR next_at > ?) ORDER BY next_at, num LIMIT ?`;
  return sourcing.database.all(sql, nowMs, nowMs + LONGEST_WAIT_MS, atMost).flatMap((row) => {
    const followers = followersOf(sourcing, int(row, 'num'), nowMs).map(({ who }) => who);
    return followers.length === 0 ? [] : [{ ...soundState(sourcing, row), followers }];
  });
}

export const nextDueAt = (database: Database): number | null =>
  intOrNull(database.get('SELECT min(next_at) AS at FROM feed WHERE followed = 1'), 'at');

/** Inside a transaction. Returns the feed's number; null where it is known no more. */
export function writeState(database: Database, state: FeedState): number | null {
  const { url, nextAtMs, intervalMs, lastReadAtMs, lastNewAtMs, failingSinceMs, failures, toldAtMs } = state;
  database.run(
    `UPDATE feed SET validators = ?, next_at = ?, interval = ?, last_read = ?, last_new = ?, failing_since = ?, failures = ?,
       failure = ?, told_at = ? WHERE url = ?`,
    ...[jsonOf(state.validators), nextAtMs, intervalMs, lastReadAtMs, lastNewAtMs, failingSinceMs, failures],
    ...[jsonOf(state.failure), toldAtMs, url],
  );
  return feedNum(database, url);
}

/** `SourceStore.noteFeed`, at once. */
export function noteFeed(sourcing: Sourcing, state: FeedState, movedTo: string | undefined): void {
  const { database } = sourcing;
  database.transaction(() => {
    const feed = writeState(database, state);
    if (feed === null || movedTo === undefined || movedTo === state.url) return;
    moveFeed(sourcing, { url: state.url, num: feed }, movedTo, state.lastReadAtMs ?? state.nextAtMs);
  });
}
