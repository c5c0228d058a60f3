import { Digest } from '../../../domain/digest.ts';
import { Told } from '../../../domain/outbox.ts';
import type { Progress } from '../../digest-contract.ts';
import { intOrNull, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { missedOf } from './missed.ts';

/** From the column `json`. */
export const digestOf = (row: Row): Digest => parsed(Digest, text(row, 'json'), 'digest');

/** From the columns `told`, `missed`, `uncertain` and `trouble`. */
export function progressOf(row: Row): Progress {
  return {
    told: row.told === null ? null : parsed(Told, text(row, 'told'), 'told of a digest'),
    missed: missedOf(row),
    uncertainMs: intOrNull(row, 'uncertain'),
    trouble: row.trouble === null ? null : text(row, 'trouble'),
  };
}
