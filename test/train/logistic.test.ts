import { describe, expect, test } from 'vitest';
import { TABLE_BITS } from '../../src/extract/learned/bag.ts';
import { sumOf } from '../../src/extract/learned/linear.ts';
import { createRandom, type Example, shuffle, trainLogistic } from '../../src/train/logistic.ts';
import { bagWith } from './bag-with.ts';

const SCHEDULE = { epochs: 20, rate: 0.1, decay: 1e-4 };

const bagOf = (words: string) => bagWith(['bias', ...words.split(' ')]);

const example = (words: string, yes: boolean, weight = 1): Example => ({ bag: bagOf(words), yes, weight });

function trained(examples: readonly Example[], schedule = SCHEDULE): Float64Array {
  const table = new Float64Array(2 ** TABLE_BITS);
  trainLogistic(examples, schedule, table);
  return table;
}

/** Storms are told of by "storm", unless somebody only fears one. */
const STORMS = [
  example('a storm hit', true),
  example('the storm came', true),
  example('one storm more', true),
  example('they fear a storm', false),
  example('she fear the storm', false),
  example('a quiet day', false),
  example('the day came', false),
];

describe('a logistic regression', () => {
  const table = trained(STORMS);

  test.for([
    ['storm', true],
    ['another storm somewhere', true],
    ['fear storm', false],
    ['day', false],
  ] as const)('has learned that "%s" is %s', ([words, yes]) => {
    expect(sumOf(table, bagOf(words)) > 0).toBe(yes);
  });

  test('is the same for the same examples', () => {
    const again = trained(STORMS);
    expect(Buffer.from(again.buffer).equals(Buffer.from(table.buffer))).toBe(true);
  });

  test('leaves the weights of others alone', () => {
    const bag = bagWith(['storm'], 'other');
    const shared = new Float64Array(2 ** TABLE_BITS);
    shared[bag.places[0] ?? 0] = 4;
    trainLogistic(STORMS, SCHEDULE, shared);
    expect(sumOf(shared, bag)).toBe(4);
  });

  test('learns nothing from what weighs nothing', () => {
    const doubtful = example('a hail', true, 0);
    expect(sumOf(trained([...STORMS, doubtful]), bagWith(['hail']))).toBe(0);
  });

  test('trusts what weighs more', () => {
    const twice = (weight: number) => trained([example('fog', true, weight), example('fog', false)]);
    expect(sumOf(twice(3), bagOf('fog'))).toBeGreaterThan(0);
    expect(sumOf(twice(0.3), bagOf('fog'))).toBeLessThan(0);
  });

  test('pulled to zero has smaller weights', () => {
    const strict = trained(STORMS, { ...SCHEDULE, decay: 0.1 });
    expect(Math.abs(sumOf(strict, bagOf('storm')))).toBeLessThan(Math.abs(sumOf(table, bagOf('storm'))));
  });
});

describe('the stream of numbers', () => {
  test('is the same for ever', () => {
    const random = createRandom(1);
    expect([random(), random(), random()].map((number) => number.toFixed(6))).toEqual([
      '0.627074',
      '0.002736',
      '0.527447',
    ]);
  });

  test('shuffles into the same order, losing nothing', () => {
    const shuffled = (seed: number) => {
      const items = Array.from({ length: 50 }, (_, at) => at);
      shuffle(items, createRandom(seed));
      return items;
    };
    expect(shuffled(1)).toEqual(shuffled(1));
    expect(shuffled(1)).not.toEqual(shuffled(2));
    expect(shuffled(1).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at));
  });
});
