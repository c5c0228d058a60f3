import { type Bag, TABLE_BITS } from './bag.ts';

/** Weights of all linear models in one table of 2^TABLE_BITS places; a weight is its place's number times `step`. */
export interface Weights {
  readonly step: number;
  readonly table: Int8Array;
}

/** The sum of the features' weights: positive where the model says yes. */
export function dot({ step, table }: Weights, { places, values }: Bag): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += (table[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum * step;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Shares that sum to one, the larger the score the larger. */
export function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** @throws RangeError where the bytes are not a table of this size */
export function readWeights(step: number, bytes: Uint8Array): Weights {
  if (bytes.length !== 2 ** TABLE_BITS)
    throw new RangeError(`the table has ${bytes.length} places, not ${2 ** TABLE_BITS}`);
  return { step, table: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}
