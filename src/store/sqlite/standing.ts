import { ALL_REF } from './closure.ts';
import { type Database, int, type Row, text } from './database.ts';
import type { CountedPublishers, Ranked, Sight } from './read-claims.ts';

/** A sight in which only some publishers count. */
export type Narrowed = Sight & { readonly counted: CountedPublishers };

/** The publishers of the database that count. */
export function countedIn(database: Database, counts: (publisher: string) => boolean): CountedPublishers {
  const rows = database.all('SELECT num, name FROM publisher');
  const nums = rows.filter((row) => counts(text(row, 'name'))).map((row) => int(row, 'num'));
  return { nums: new Set(nums), json: JSON.stringify(nums) };
}

/** An event by the publishers that count. */
export interface Standing extends Ranked {
  /** Unix ms or `UNDATED_MS`. */
  readonly newest: number;
}

/** How an event stands for who sees it so; null where nobody whom they see tells of it. */
export const asSeen = (database: Database, sight: Sight, ranked: Ranked): Ranked | null =>
  isNarrowed(sight) ? standingWithin(database, sight, ranked.event, ALL_REF) : ranked;

export const isNarrowed = (sight: Sight): sight is Narrowed => sight.counted !== null;

/** null where none of them tells of the event; `ref`: where none of them tells of it what reaches that. */
export function standingWithin(
  database: Database,
  { operator, own, counted }: Narrowed,
  event: string,
  ref: number,
): Standing | null {
  const sql = 'SELECT num, scope, type, published, publisher, quoted FROM claim WHERE event = ? AND scope IN (?, ?)';
  const rows = database.all(sql, event, operator, own).filter((row) => counted.nums.has(int(row, 'publisher')));
  if (rows.length === 0 || (ref !== ALL_REF && !rows.some((row) => reaches(database, row, ref)))) return null;
  const told = rows.filter((row) => int(row, 'quoted') === 0).map((row) => int(row, 'publisher'));
  return { event, publishers: new Set(told).size, newest: Math.max(...rows.map((row) => int(row, 'published'))) };
}

function reaches(database: Database, row: Row, ref: number): boolean {
  const sql = 'SELECT 1 FROM mention WHERE ref = ? AND scope = ? AND type = ? AND published = ? AND claim = ?';
  const place = ['scope', 'type', 'published', 'num'].map((column) => int(row, column));
  return database.get(sql, ref, ...place) !== undefined;
}
