import { FRAME_TYPES } from '../extract/frames/lexicon.ts';
import { TABLE_BITS } from '../extract/learned/bag.ts';
import { type Weights, weightsOf } from '../extract/learned/linear.ts';
import { trainLogistic } from './logistic.ts';
import { trainRanking } from './ranking.ts';
import type { Lesson } from './samples.ts';

const DETECTION = { epochs: 8, rate: 0.03, decay: 1e-3 };
const RANKING = { epochs: 8, rate: 0.03, decay: 3e-3 };

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

const LARGEST = 32_767;

/** The table in steps that fit two bytes each. */
export function quantised(table: Float64Array): Weights {
  const step = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / LARGEST;
  return weightsOf(
    step,
    Int16Array.from(table, (weight) => Math.round(weight / step)),
  );
}
