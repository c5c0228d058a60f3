import { type Database, int } from '../database.ts';

/** Whether a follower of its feed has not been given an item as it is. */
const LACKS = `EXISTS (
  SELECT 1 FROM follower WHERE follower.feed = item.feed AND follower.num > item.given_to
    AND NOT EXISTS (SELECT 1 FROM given WHERE given.item = item.num AND given.source = follower.source)
)`;

const SOONEST = '(SELECT min(not_before) FROM item WHERE item.feed = feed.num AND waiting = 1)';

/** Queues what a feed holds for those of its followers that have not been given it. */
export function queueLacking(database: Database, feed: number, nowMs: number): void {
  database.run(`UPDATE item SET waiting = 1 WHERE feed = ? AND waiting = 0 AND left_at IS NULL AND ${LACKS}`, feed);
  // Scalar max() of NULL is NULL: nothing waits.
  database.run(
    `UPDATE feed SET turn = max(min(coalesce(turn, ?1), ?1), ${SOONEST}),
       followed = EXISTS (SELECT 1 FROM follower WHERE feed = feed.num) WHERE num = ?2`,
    ...[nowMs, feed],
  );
}

/** Puts a feed behind all that wait now: one of its items was seen to. */
export function endTurn(database: Database, feed: number, nowMs: number): void {
  database.run(`UPDATE feed SET turn = max(?, ${SOONEST}) WHERE num = ?`, nowMs, feed);
}

/** Has a source follow the feed at an address, which is due at once where nobody followed it yet. */
export function follow(database: Database, source: number, url: string, nowMs: number): void {
  const feed = madeFeed(database, url, nowMs);
  database.run('INSERT INTO follower (feed, source) VALUES (?, ?)', feed, source);
  queueLacking(database, feed, nowMs);
}

/** The opposite. What the source was given is kept for when it follows again. */
export function unfollow(database: Database, source: number, nowMs: number): void {
  const follower = database.get('SELECT num, feed FROM follower WHERE source = ?', source);
  if (!follower) return;
  const feed = int(follower, 'feed');
  database.run(
    'INSERT OR IGNORE INTO given (item, source) SELECT num, ? FROM item WHERE feed = ? AND given_to >= ?',
    ...[source, feed, int(follower, 'num')],
  );
  database.run('DELETE FROM follower WHERE source = ?', source);
  database.run(`UPDATE item SET waiting = 0 WHERE feed = ? AND waiting = 1 AND NOT ${LACKS}`, feed);
  queueLacking(database, feed, nowMs);
}

function madeFeed(database: Database, url: string, nowMs: number): number {
  const known = feedNum(database, url);
  const sql = 'INSERT INTO feed (url, followed, next_at, interval, failures) VALUES (?, 0, ?, 0, 0)';
  return known ?? database.insert(sql, url, nowMs);
}

/** null: not known. */
export function feedNum(database: Database, url: string): number | null {
  const row = database.get('SELECT num FROM feed WHERE url = ?', url);
  return row ? int(row, 'num') : null;
}

/** Forgets a feed that no source has the address of. */
export function dropUnused(database: Database, url: string): void {
  database.run('DELETE FROM feed WHERE url = ?1 AND NOT EXISTS (SELECT 1 FROM source WHERE feed_url = ?1)', url);
}

/** 0: nobody follows it. */
export const lastFollower = (database: Database, feed: number): number =>
  int(database.get('SELECT coalesce(max(num), 0) AS num FROM follower WHERE feed = ?', feed) ?? {}, 'num');
