import { FRAME_TYPES } from '../extract/frames/lexicon.ts';
import { TABLE_BITS } from '../extract/learned/bag.ts';
import type { Weights } from '../extract/learned/linear.ts';
import { trainLogistic } from './logistic.ts';
import { trainRanking } from './ranking.ts';
import type { Lesson } from './samples.ts';

const DETECTION = { epochs: 10, rate: 0.05, decay: 3e-4 };
const RANKING = { epochs: 10, rate: 0.05, decay: 3e-4 };

/** Trains detection and slots on the lessons, into one table. */
export function fitModels(lessons: readonly Lesson[]): Float64Array {
  const table = new Float64Array(2 ** TABLE_BITS);
  for (const type of FRAME_TYPES)
    trainLogistic(
      lessons.flatMap(({ detection }) => detection[type]),
      DETECTION,
      table,
    );
  trainRanking(
    lessons.flatMap(({ choices }) => choices),
    RANKING,
    table,
  );
  return table;
}

const LARGEST = 127;

/** The table in steps that fit a byte each; the few largest weights are cut. */
export function quantised(table: Float64Array): Weights {
  const sizes = table
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const step = (sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / LARGEST;
  const bytes = Int8Array.from(table, (weight) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step))));
  return { step, table: bytes };
}
