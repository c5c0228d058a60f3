import { Missed } from '../../../domain/outbox.ts';
import { type Database, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';

/** From the column `missed`. */
export const missedOf = (row: Row): Missed | null =>
  row.missed === null ? null : parsed(Missed, text(row, 'missed'), 'missed of a digest');

/** Counts slots, ascending, as missed by the digest of that number. */
export function addMissed(database: Database, digest: number, slots: readonly number[]): void {
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return;
  const row = database.get('SELECT missed FROM digest WHERE num = ?', digest);
  const before = row ? missedOf(row) : null;
  const missed: Missed = {
    slots: (before?.slots ?? 0) + slots.length,
    firstMs: Math.min(before?.firstMs ?? first, first),
    lastMs: Math.max(before?.lastMs ?? last, last),
  };
  database.run('UPDATE digest SET missed = ? WHERE num = ?', JSON.stringify(missed), digest);
}
