import { Digest } from '../../../domain/digest.ts';
import { Trouble } from '../../../domain/digest-notice.ts';
import { Told } from '../../../domain/outbox.ts';
import type { CorruptRecord } from '../../contract.ts';
import type { Progress } from '../../digest-contract.ts';
import { type Database, int, intOrNull, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { readable } from '../readable.ts';
import { claimsIn } from './dropped.ts';
import { missedOf } from './missed.ts';

/** From the column `json`. */
export const digestOf = (row: Row): Digest => parsed(Digest, text(row, 'json'), 'digest');

/** From the columns `told`, `missed`, `uncertain`, `dropped` and `trouble` of a digest. */
export function progressOf(row: Row): Progress {
  return {
    told: row.told === null ? null : parsed(Told, text(row, 'told'), 'told of a digest'),
    missed: missedOf(row),
    uncertainMs: intOrNull(row, 'uncertain'),
    dropped: claimsIn(text(row, 'dropped')),
    trouble: troubleIn(row),
  };
}

/** What was noted in another form is told anew. */
function troubleIn(row: Row): Trouble | null {
  try {
    return row.trouble === null ? null : parsed(Trouble, text(row, 'trouble'), 'trouble of a digest');
  } catch {
    return null;
  }
}

/** What can be read of rows of digests, which have their `num`. */
export type Readable = <T>(rows: readonly Row[], read: (row: Row) => T) => readonly T[];

/** Each of the others is told once, and marked as what it is. */
export const readableIn =
  (database: Database, report: (error: CorruptRecord) => void): Readable =>
  (rows, read) =>
    readable({ report }, rows, read, (row) =>
      database.run("UPDATE digest SET state = 'broken' WHERE num = ?", int(row, 'num')),
    );
