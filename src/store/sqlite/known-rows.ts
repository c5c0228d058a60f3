import { type Database, int, type Row } from './database.ts';

/** What is remembered of a database, by number: those asked for last stand last. */
interface Remembered<T> {
  readonly era: number;
  readonly rows: Map<number, T>;
}

/**
 * Reads what rows come to and remembers it by their numbers.
 * @param sql rows with `num`, of the numbers in the JSON array that is its one parameter
 * @param most rows remembered of each database; more only while one question needs more
 * @param eraOf while this stays as it is, no number is given twice; absent: none ever is
 */
export function rowsKnownBy<T>(
  sql: string,
  read: (row: Row) => T,
  most: number,
  eraOf: (database: Database) => number = () => 0,
): (database: Database, nums: readonly number[]) => ReadonlyMap<number, T> {
  const remembered = new WeakMap<Database, Remembered<T>>();
  return (database, nums) => {
    const era = eraOf(database);
    const last = remembered.get(database);
    const known = last?.era === era ? last.rows : new Map<number, T>();
    remembered.set(database, { era, rows: known });
    const missing = nums.filter((num) => !isKnown(known, num));
    forgetFirst(known, Math.min(known.size + missing.length - most, known.size + missing.length - nums.length));
    for (const row of missing.length > 0 ? database.all(sql, JSON.stringify(missing)) : [])
      known.set(int(row, 'num'), read(row));
    return known;
  };
}

/** Puts what is known last. */
function isKnown<T>(known: Map<number, T>, num: number): boolean {
  const value = known.get(num);
  if (value === undefined) return false;
  known.delete(num);
  known.set(num, value);
  return true;
}

function forgetFirst(known: Map<number, unknown>, count: number): void {
  let left = count;
  for (const num of known.keys()) {
    if (left <= 0) return;
    known.delete(num);
    left -= 1;
  }
}
