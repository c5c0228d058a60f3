import { type Bag, type Features, placeOf, TABLE_BITS } from './bag.ts';

/** Weights of all linear models in one table of 2^TABLE_BITS places; a weight is its place's number times `step`. */
export interface Weights {
  readonly step: number;
  readonly table: Int16Array;
}

/**
 * The sum of the features' weights: positive where the model says yes.
 * @param model the hash of its name
 */
export function scoreOf({ step, table }: Weights, model: number, { hashes, values }: Features): number {
  let sum = 0;
  for (let at = 0; at < hashes.length; at += 1)
    sum += (table[placeOf(hashes[at] ?? 0, model)] ?? 0) * (values[at] ?? 0);
  return sum * step;
}

/** The sum of what stands in a table for a bag's features, each times its value. */
export function sumOf(table: ArrayLike<number>, { places, values }: Bag): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += (table[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Shares that sum to one, the larger the score the larger. */
export function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Bytes of a weight that is stored: its place (uint32) and its number (int16), little-endian. */
const ENTRY_BYTES = 6;

/** @throws RangeError where the bytes are no list of places with their numbers */
export function readWeights(step: number, bytes: Uint8Array): Weights {
  if (bytes.length % ENTRY_BYTES !== 0) throw new RangeError(`${bytes.length} bytes are no list of weights`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const table = new Int16Array(2 ** TABLE_BITS);
  for (let at = 0; at < bytes.length; at += ENTRY_BYTES) {
    const place = view.getUint32(at, true);
    if (place >= table.length) throw new RangeError(`there is no place ${place}`);
    table[place] = view.getInt16(at + 4, true);
  }
  return { step, table };
}

/** The weights that are not 0, as `readWeights` takes them. */
export function writeWeights({ table }: Weights): Uint8Array {
  const places = [...table.keys()].filter((place) => table[place] !== 0);
  const view = new DataView(new ArrayBuffer(places.length * ENTRY_BYTES));
  places.forEach((place, at) => {
    view.setUint32(at * ENTRY_BYTES, place, true);
    view.setInt16(at * ENTRY_BYTES + 4, table[place] ?? 0, true);
  });
  return new Uint8Array(view.buffer);
}
