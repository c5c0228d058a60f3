import { type Bag, type Features, placeOf, TABLE_BITS } from './bag.ts';

/**
 * Weights of all linear models by their place among 2^TABLE_BITS. Nine of ten places are empty: a bit for each tells which are
 * not, so that most are told to be empty from a megabyte that stays in the processor's cache, and no room is kept for them.
 */
export interface Weights {
  /** A weight is its place's number times this. */
  readonly step: number;
  /** One bit a place, the lowest first. */
  readonly taken: Uint32Array;
  /** For each 32 places, how many of those before them are taken. */
  readonly before: Uint32Array;
  /** Of the places that are taken, in their order. */
  readonly numbers: Int16Array;
}

/** @param table whole numbers of two bytes, one for each place */
export function weightsOf(step: number, table: Int16Array): Weights {
  const places: number[] = [];
  for (let place = 0; place < table.length; place += 1) if (table[place] !== 0) places.push(place);
  return { step, ...marked(places), numbers: Int16Array.from(places, (place) => table[place] ?? 0) };
}

/** @param places in ascending order */
function marked(places: ArrayLike<number>): Pick<Weights, 'taken' | 'before'> {
  const taken = new Uint32Array(2 ** TABLE_BITS / 32);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    taken[place >>> 5] = (taken[place >>> 5] ?? 0) | (1 << (place & 31));
  }
  const before = new Uint32Array(taken.length);
  for (let at = 1; at < taken.length; at += 1) before[at] = (before[at - 1] ?? 0) + ones(taken[at - 1] ?? 0);
  return { taken, before };
}

/** How many bits are set (https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The number at a place; 0 where it is empty. */
function numberAt({ taken, before, numbers }: Weights, place: number): number {
  const bits = taken[place >>> 5] ?? 0;
  const bit = 1 << (place & 31);
  return (bits & bit) === 0 ? 0 : (numbers[(before[place >>> 5] ?? 0) + ones(bits & (bit - 1))] ?? 0);
}

/**
 * The sum of the features' weights: positive where the model says yes.
 * @param model the hash of its name
 */
export function scoreOf(weights: Weights, model: number, { hashes, values }: Features): number {
  let sum = 0;
  for (let at = 0; at < hashes.length; at += 1)
    sum += numberAt(weights, placeOf(hashes[at] ?? 0, model)) * (values[at] ?? 0);
  return sum * weights.step;
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

/** @throws RangeError where the bytes are no list of places in ascending order with their numbers */
export function readWeights(step: number, bytes: Uint8Array): Weights {
  if (bytes.length % ENTRY_BYTES !== 0) throw new RangeError(`${bytes.length} bytes are no list of weights`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const places = new Uint32Array(bytes.length / ENTRY_BYTES);
  const numbers = new Int16Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = view.getUint32(at * ENTRY_BYTES, true);
    if (place >= 2 ** TABLE_BITS) throw new RangeError(`there is no place ${place}`);
    if (at > 0 && place <= (places[at - 1] ?? 0)) throw new RangeError(`place ${place} is out of order`);
    places[at] = place;
    numbers[at] = view.getInt16(at * ENTRY_BYTES + 4, true);
  }
  return { step, ...marked(places), numbers };
}

/** The weights that are not 0, as `readWeights` takes them. */
export function writeWeights({ taken, numbers }: Weights): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * ENTRY_BYTES));
  let at = 0;
  for (let word = 0; word < taken.length; word += 1)
    for (let bits = taken[word] ?? 0; bits !== 0; bits &= bits - 1) {
      view.setUint32(at * ENTRY_BYTES, word * 32 + 31 - Math.clz32(bits & -bits), true);
      view.setInt16(at * ENTRY_BYTES + 4, numbers[at] ?? 0, true);
      at += 1;
    }
  return new Uint8Array(view.buffer);
}
