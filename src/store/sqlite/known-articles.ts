import { type Database, int, type Row } from './database.ts';

/**
 * Reads what rows of articles come to and remembers it by the articles' numbers, of which none is given twice.
 * @param sql rows with `num`, of the numbers in the JSON array that is its one parameter
 * @param most articles remembered of each database; more only while one question needs more
 */
export function articlesKnownBy<T>(
  sql: string,
  read: (row: Row) => T,
  most: number,
): (database: Database, nums: readonly number[]) => ReadonlyMap<number, T> {
  const remembered = new WeakMap<Database, Map<number, T>>();
  return (database, nums) => {
    const known = remembered.get(database) ?? new Map<number, T>();
    remembered.set(database, known);
    const wanted = new Set(nums);
    const missing = nums.filter((num) => !known.has(num));
    forgetOthers(known, wanted, known.size + missing.length - most);
    for (const row of missing.length > 0 ? database.all(sql, JSON.stringify(missing)) : [])
      known.set(int(row, 'num'), read(row));
    return known;
  };
}

/** Those that were read first, without the wanted ones: what is asked for next is mostly of the same articles. */
function forgetOthers(known: Map<number, unknown>, wanted: ReadonlySet<number>, atLeast: number): void {
  let left = atLeast;
  for (const num of known.keys()) {
    if (left <= 0) return;
    if (!wanted.has(num) && known.delete(num)) left -= 1;
  }
}
