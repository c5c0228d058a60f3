import { z } from 'zod';
import { Dropped } from '../../../domain/review.ts';
import { type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';

/** From the column `dropped` of a review. */
export const droppedIn = (row: Row): readonly Dropped[] =>
  parsed(z.array(Dropped), text(row, 'dropped'), 'lines dropped of a digest');

/** From the column `dropped` of a digest. */
export const claimsIn = (dropped: string): readonly string[] =>
  parsed(z.array(z.string()), dropped, 'claims dropped of a digest');
