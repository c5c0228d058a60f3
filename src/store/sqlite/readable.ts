import { CorruptRecord } from '../contract.ts';
import type { Row } from './database.ts';

interface Reporting {
  /** Told of each row that does not parse. */
  readonly report: (error: CorruptRecord) => void;
}

/** What can be read of the rows; each of the others is told, and handed to `setAside`. */
export function readable<T>(
  { report }: Reporting,
  rows: readonly Row[],
  read: (row: Row) => T,
  setAside: (row: Row) => void,
): readonly T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof CorruptRecord)) throw error;
      report(error);
      setAside(row);
      return [];
    }
  });
}
