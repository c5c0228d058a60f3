import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf, TABLE_BITS } from '../../../src/extract/learned/bag.ts';
import {
  logistic,
  readWeights,
  scoreOf,
  softmax,
  type Weights,
  weightsOf,
  writeWeights,
} from '../../../src/extract/learned/linear.ts';

const PLACES = 2 ** TABLE_BITS;

function tableOf(step: number, entries: readonly (readonly [number, number])[]): Weights {
  const table = new Int16Array(PLACES);
  for (const [place, number] of entries) table[place] = number;
  return weightsOf(step, table);
}

/** Tables are too large to be compared number by number. */
const isSame = (one: Weights, other: Weights): boolean =>
  one.step === other.step && Buffer.from(writeWeights(one)).equals(Buffer.from(writeWeights(other)));

describe('weights', () => {
  const WEIGHTS = tableOf(0.5, [
    [0, -32_767],
    [7, 12],
    [70_000, -1],
    [PLACES - 1, 32_767],
  ]);

  const BYTES = writeWeights(WEIGHTS);

  test('are stored as places and numbers, little-endian on any machine, without those that are 0', () => {
    expect(Array.from(BYTES)).toEqual([
      ...[0, 0, 0, 0, 0x01, 0x80],
      ...[7, 0, 0, 0, 12, 0],
      ...[0x70, 0x11, 0x01, 0, 255, 255],
      ...[255, 255, (PLACES - 1) >> 16, 0, 0xff, 0x7f],
    ]);
  });

  test('are the same once written and read', () => {
    expect(isSame(readWeights(0.5, BYTES), WEIGHTS)).toBe(true);
    expect(isSame(readWeights(0.5, BYTES.subarray(6)), WEIGHTS)).toBe(false);
  });

  test('are read from the middle of a larger buffer too', () => {
    const framed = new Uint8Array([9, 9, 9, ...BYTES, 9]);
    expect(isSame(readWeights(0.5, framed.subarray(3, 3 + BYTES.length)), WEIGHTS)).toBe(true);
  });

  test('are none in an empty file', () => {
    expect(isSame(readWeights(1, new Uint8Array()), tableOf(1, []))).toBe(true);
  });

  test.for([
    { name: 'half an entry', bytes: [0, 0, 0, 0, 1, 0, 4], problem: '7 bytes are no list of weights' },
    { name: 'places out of order', bytes: [7, 0, 0, 0, 1, 0, 6, 0, 0, 0, 1, 0], problem: 'place 6 is out of order' },
    { name: 'the same place again', bytes: [7, 0, 0, 0, 1, 0, 7, 0, 0, 0, 1, 0], problem: 'place 7 is out of order' },
    { name: 'a place outside the table', bytes: [0, 0, 0, 255, 1, 0], problem: `there is no place ${0xff000000}` },
    { name: 'the first place behind it', bytes: [0, 0, PLACES >> 16, 0, 1, 0], problem: `there is no place ${PLACES}` },
  ])('are refused with $name', ({ bytes, problem }) => {
    expect(() => readWeights(1, Uint8Array.from(bytes))).toThrow(new RangeError(problem));
  });

  test('are found at their places, and nowhere else', () => {
    const entries = fc.array(fc.tuple(fc.integer(), fc.integer({ min: -32_767, max: 32_767 })), { maxLength: 200 });
    fc.assert(
      fc.property(entries, (given) => {
        const numbers = new Map(given.map(([hashed, number]) => [placeOf(hashed, 1), number]));
        const own = tableOf(1, [...numbers]);
        for (const [hashed] of given)
          for (const each of [hashed, hashed + 1])
            expect(scoreOf(own, 1, { hashes: [each], values: [1] })).toBe(numbers.get(placeOf(each, 1)) ?? 0);
      }),
      { numRuns: 10 },
    );
  });

  test('add up over the features of a model', () => {
    const places = [3, 4, 5].map((hashed) => placeOf(hashed, 99));
    const own = tableOf(0.5, [
      [places[0] ?? 0, 12],
      [places[1] ?? 0, -1],
    ]);
    expect(scoreOf(own, 99, { hashes: [3, 4, 5], values: [2, 3, 100] })).toBe(0.5 * (24 - 3));
    expect(scoreOf(own, 98, { hashes: [3, 4, 5], values: [2, 3, 100] })).toBe(0);
  });
});

const scores = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });

describe('softmax', () => {
  test('shares one, however large the scores, and in their order', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const shares = softmax(given);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        given.forEach((score, at) => {
          if (score === Math.max(...given)) expect(shares[at]).toBe(Math.max(...shares));
        });
      }),
    );
  });

  test('of two scores is the logistic of their difference', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (score) => {
        expect(softmax([score, 0])[0]).toBeCloseTo(logistic(score), 12);
      }),
    );
  });

  test('of nothing is nothing', () => {
    expect(softmax([])).toEqual([]);
  });
});

test.for([
  [0, 0.5],
  [1_000, 1],
  [-1_000, 0],
] as const)('the logistic of %d is %d', ([score, share]) => {
  expect(logistic(score)).toBe(share);
});
