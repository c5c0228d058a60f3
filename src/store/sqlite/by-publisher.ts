import { setImmediate } from 'node:timers/promises';
import { type Database, int, text } from './database.ts';
import type { Limited, Standing } from './standing.ts';

/** Events that are read before others get their turn. */
const PAGE = 2_000;

/** In the order of the index, so that nothing is sorted. quoted: 1 where the publisher has excerpts alone. */
const TOLD_BY = `
  SELECT event, max(published) AS newest, min(quoted) AS quoted FROM claim INDEXED BY claim_by_publisher
  WHERE publisher = ? AND type = ? AND event > ? AND scope IN (?, ?) GROUP BY event ORDER BY event LIMIT ${PAGE}`;

/** All events of a type that any of the publishers tells of, as these tell of them; in no order. */
export async function eventsToldBy(
  database: Database,
  { operator, own }: Limited,
  publishers: Iterable<number>,
  type: number,
): Promise<Iterable<Standing>> {
  const found = new Map<string, Standing>();
  for (const publisher of publishers) {
    for (let after: string | null = ''; after !== null; await setImmediate()) {
      const page = database.all(TOLD_BY, publisher, type, after, operator, own);
      for (const row of page) add(found, text(row, 'event'), int(row, 'newest'), int(row, 'quoted') === 0 ? 1 : 0);
      const last = page.length === PAGE ? page.at(-1) : undefined;
      after = last ? text(last, 'event') : null;
    }
  }
  return found.values();
}

function add(found: Map<string, Standing>, event: string, newest: number, publishers: 0 | 1): void {
  const there = found.get(event);
  found.set(event, {
    event,
    publishers: (there?.publishers ?? 0) + publishers,
    newest: Math.max(there?.newest ?? newest, newest),
  });
}

/** How many claims of a type the publishers have, counted up to `atMost`. */
export function claimsToldBy(
  database: Database,
  { operator, own, counted }: Limited,
  type: number,
  atMost: number,
): number {
  const sql = `SELECT count(*) AS n FROM (
    SELECT 1 FROM claim INDEXED BY claim_by_publisher
    WHERE publisher IN (SELECT value FROM json_each(?)) AND type = ? AND scope IN (?, ?) LIMIT ?)`;
  return int(database.get(sql, counted.publishers.json, type, operator, own, atMost) ?? {}, 'n');
}
