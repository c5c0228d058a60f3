import { type Bag, TABLE_BITS } from '../extract/learned/bag.ts';
import { logistic, sumOf } from '../extract/learned/linear.ts';

export interface Example {
  readonly bag: Bag;
  readonly yes: boolean;
  /** How much it counts; 0 leaves it out. */
  readonly weight: number;
}

export interface Schedule {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of weights to zero, for each example they occur in. */
  readonly decay: number;
}

/** Adds to a table of 2^TABLE_BITS weights those of a logistic regression, by AdaGrad in a fixed shuffled order: the same input gives the same weights. */
export function trainLogistic(
  examples: readonly Example[],
  { epochs, rate, decay }: Schedule,
  table: Float64Array,
): void {
  const squares = new Float32Array(2 ** TABLE_BITS).fill(1e-6);
  const order = [...examples.keys()];
  const random = createRandom(1);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { bag, yes, weight } = examples[at] as Example;
      if (weight === 0) continue;
      const error = (logistic(sumOf(table, bag)) - (yes ? 1 : 0)) * weight;
      step(table, squares, bag, error, rate, decay);
    }
  }
}

/** One step down the slope: `error` is how much the score should sink. */
export function step(
  table: Float64Array,
  squares: Float32Array,
  bag: Bag,
  error: number,
  rate: number,
  decay: number,
): void {
  for (let at = 0; at < bag.places.length; at += 1) {
    const place = bag.places[at] ?? 0;
    const slope = error * (bag.values[at] ?? 0) + decay * (table[place] ?? 0);
    const square = (squares[place] ?? 0) + slope * slope;
    squares[place] = square;
    table[place] = (table[place] ?? 0) - (rate * slope) / Math.sqrt(square);
  }
}

/** A reproducible stream of numbers in [0, 1): mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffle(items: number[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as number, items[at] as number];
  }
}
