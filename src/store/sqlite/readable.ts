import { CorruptRecord } from '../contract.ts';
import type { Row } from './database.ts';

interface Reporting {
  /** Told of each row that does not parse. */
  readonly report: (error: CorruptRecord) => void;
}

/** What can be read of the rows; each of the others is told, and handed to `setAside`. */
export const readable = <T>(
  reporting: Reporting,
  rows: readonly Row[],
  read: (row: Row) => T,
  setAside: (row: Row) => void,
): readonly T[] =>
  rows.flatMap(
    (row) =>
      readOrSetAside(
        reporting,
        () => [read(row)],
        () => setAside(row),
      ) ?? [],
  );

/** What is read; null where a row of it does not parse, which is told, and then set aside. */
export function readOrSetAside<T>({ report }: Reporting, read: () => T, setAside: () => void): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CorruptRecord)) throw error;
    report(error);
    setAside();
    return null;
  }
}
