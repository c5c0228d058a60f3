import { FeedItem } from '../../../domain/feed-item.ts';
import { LONGEST_WAIT_MS, QUEUED_PER_FEED, type QueuedItem } from '../../source-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { readable } from '../readable.ts';
import { queueLacking } from './following.ts';
import { type Follower, followersOf } from './source-rows.ts';
import type { Sourcing } from './sourcing.ts';

/** `SourceStore.queued`, at once. */
export function queuedItems(sourcing: Sourcing, nowMs: number, atMost: number): readonly QueuedItem[] {
  const sql = 'SELECT num, url FROM feed WHERE turn IS NOT NULL AND (turn <= ? OR turn > ?) ORDER BY turn, num LIMIT ?';
  const found: QueuedItem[] = [];
  for (const feed of sourcing.database.all(sql, nowMs, nowMs + LONGEST_WAIT_MS, atMost)) {
    if (found.length >= atMost) break;
    found.push(...queuedOf(sourcing, feed, nowMs, Math.min(QUEUED_PER_FEED, atMost - found.length)));
  }
  return found;
}

function queuedOf(sourcing: Sourcing, feed: Row, nowMs: number, atMost: number): readonly QueuedItem[] {
  const { database } = sourcing;
  const [num, url] = [int(feed, 'num'), text(feed, 'url')];
  const rows = database.all(
    `SELECT num, feed, key, given_to, attempts, json FROM item
     WHERE feed = ? AND waiting = 1 AND (not_before <= ? OR not_before > ?) ORDER BY published DESC, num LIMIT ?`,
    ...[num, nowMs, nowMs + LONGEST_WAIT_MS, atMost],
  );
  const followers = followersOf(sourcing, num, nowMs);
  const read = (row: Row): QueuedItem => ({
    feed: url,
    item: parsed(FeedItem, text(row, 'json'), `item ${int(row, 'num')} of feed ${num}`),
    followers: lackingOf(database, row, followers),
    attempts: int(row, 'attempts'),
  });
  const found = readable(sourcing, rows, read, (row) => readAgain(database, row, nowMs));
  return found.filter((one) => one.followers.length > 0);
}

function lackingOf(database: Database, row: Row, followers: readonly Follower[]): QueuedItem['followers'] {
  const given = database.all('SELECT source FROM given WHERE item = ?', int(row, 'num'));
  const sources = new Set(given.map((one) => int(one, 'source')));
  const givenTo = int(row, 'given_to');
  return followers.flatMap(({ num, source, who }) => (num > givenTo && !sources.has(source) ? [who] : []));
}

/** Forgets an item whose content is lost, and has its feed read whole, which brings it again. */
function readAgain(database: Database, row: Row, nowMs: number): void {
  database.transaction(() => {
    database.run('DELETE FROM item WHERE num = ?', int(row, 'num'));
    database.run('UPDATE feed SET validators = NULL WHERE num = ?', int(row, 'feed'));
    queueLacking(database, int(row, 'feed'), nowMs);
  });
}

export const queueLength = (database: Database): number =>
  int(database.get('SELECT count(*) AS n FROM item WHERE waiting = 1') ?? {}, 'n');
