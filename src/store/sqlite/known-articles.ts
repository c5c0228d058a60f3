import { type Database, int, type Row } from './database.ts';

/**
 * Reads what rows of articles come to and remembers it by the articles' numbers, of which none is given twice.
 * @param sql rows with `num`, of the numbers in the JSON array that is its one parameter
 * @param most articles remembered of each database
 */
export function articlesKnownBy<T>(
  sql: string,
  read: (row: Row) => T,
  most: number,
): (database: Database, nums: readonly number[]) => ReadonlyMap<number, T> {
  const remembered = new WeakMap<Database, Map<number, T>>();
  return (database, nums) => {
    const last = remembered.get(database) ?? new Map<number, T>();
    const known = last.size + nums.length > most ? new Map<number, T>() : last;
    remembered.set(database, known);
    const missing = nums.filter((num) => !known.has(num));
    for (const row of missing.length > 0 ? database.all(sql, JSON.stringify(missing)) : [])
      known.set(int(row, 'num'), read(row));
    return known;
  };
}
