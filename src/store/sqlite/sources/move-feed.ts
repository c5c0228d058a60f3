import { type Database, int, type Row } from '../database.ts';
import { readable } from '../readable.ts';
import { addDeed } from './deeds.ts';
import { feedNum, follow, unfollow } from './following.ts';
import { write } from './save-source.ts';
import { sourceOf } from './source-rows.ts';
import type { Sourcing } from './sourcing.ts';

const DETAIL_CHARS = 400;

/** Has all sources of a feed go to another address; where that is a feed that is known, they join it. */
export function moveFeed(
  sourcing: Sourcing,
  from: { readonly url: string; readonly num: number },
  to: string,
  nowMs: number,
): void {
  const { database } = sourcing;
  const there = feedNum(database, to);
  if (there === null) database.run('UPDATE feed SET url = ? WHERE num = ?', to, from.num);
  const sources = database.all('SELECT num, scope, id, json FROM source WHERE feed_url = ? ORDER BY num', from.url);
  for (const row of sources) {
    readable(
      sourcing,
      [row],
      (one) => rename(sourcing, one, to, nowMs),
      () => {},
    );
    if (there !== null) join(database, int(row, 'num'), from.num, { url: to, num: there }, nowMs);
  }
  if (there !== null) database.run('DELETE FROM feed WHERE num = ?', from.num);
}

function rename(sourcing: Sourcing, row: Row, url: string, atMs: number): void {
  const source = { ...sourceOf(row), url };
  write(sourcing, int(row, 'scope'), source);
  const deed = { atMs, by: null, deed: 'moved', source: source.id, name: source.name } as const;
  addDeed(sourcing.database, int(row, 'scope'), { ...deed, detail: url.slice(0, DETAIL_CHARS) });
}

/** What the source was given there, in the same content, is not given to it again here. */
function join(
  database: Database,
  source: number,
  from: number,
  to: { readonly url: string; readonly num: number },
  nowMs: number,
): void {
  const follows = database.get('SELECT 1 FROM follower WHERE source = ?', source) !== undefined;
  unfollow(database, source, nowMs);
  database.run(
    `INSERT OR IGNORE INTO given (item, source) SELECT here.num, given.source FROM given
     JOIN item AS there ON there.num = given.item AND there.feed = ?
     JOIN item AS here ON here.feed = ? AND here.key = there.key AND here.digest = there.digest
     WHERE given.source = ?`,
    ...[from, to.num, source],
  );
  if (follows) follow(database, source, to.url, nowMs);
}
