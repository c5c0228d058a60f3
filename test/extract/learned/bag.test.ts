import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bag,
  bagOf,
  collector,
  type Features,
  hash,
  joined,
  scaleTo,
  TABLE_BITS,
} from '../../../src/extract/learned/bag.ts';
import { hostileText } from '../../support/hostile-text.ts';

function featuresOf(features: readonly (readonly [string, number?])[]): Features {
  const { add, features: collected } = collector();
  for (const [feature, value] of features) add(hash(feature), value);
  return collected;
}

const bagIn = (model: string, ...features: Parameters<typeof featuresOf>[0]): Bag =>
  bagOf(hash(model), [featuresOf(features)]);

const placesOf = (model: string, ...names: string[]) => [
  ...Array.from(bagIn(model, ...names.map((name) => [name] as const)).places),
];

test.for([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['b', 0xe70c2de5],
  ['foobar', 0xbf9cf968],
] as const)('%j has the hash that FNV-1a gives it', ([text, value]) => {
  expect(hash(text) >>> 0).toBe(value);
});

test('a text is hashed as a whole or after what stands before it', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (before, part) => {
      expect(hash(part, hash(before))).toBe(hash(before + part));
      expect(joined(hash(before), part)).toBe(hash(`${before}:${part}`));
    }),
  );
});

describe('what is collected', () => {
  test.for([1, 63, 64, 65, 500])('counts each of %d features once, as it was first given', (count) => {
    const { add, features } = collector();
    for (const value of [1, 2]) for (let at = 0; at < count; at += 1) add(hash(`f${at}`), value);
    expect(features.values).toEqual(new Array(count).fill(1));
    expect(new Set(features.hashes).size).toBe(count);
  });
});

describe('a bag', () => {
  test('puts features where trained weights lie: other places need another training', () => {
    expect(placesOf('detect move', 'bias', 'u:capture', 'b:захват города', '')).toEqual([
      8100380, 1523002, 6108458, 2856088,
    ]);
  });

  test('takes features in parts, and scales them', () => {
    const parts = [featuresOf([['u:capture', 0.5], ['u:town']]), featuresOf([['bias']])];
    const { places, values } = bagOf(hash('detect move'), parts, 2);
    expect(Array.from(places)).toEqual(placesOf('detect move', 'u:capture', 'u:town', 'bias'));
    expect(Array.from(values)).toEqual([1, 2, 2]);
  });

  test('of another model lies elsewhere', () => {
    const names = Array.from({ length: 50 }, (_, at) => `feature ${at}`);
    const shared = placesOf('one', ...names).filter((place) => placesOf('other', ...names).includes(place));
    expect(shared).toEqual([]);
  });

  test('of alike features spreads over the table', () => {
    const names = Array.from({ length: 2_000 }, (_, at) => `f${at}`);
    expect(placesOf('m', ...names).length).toBeGreaterThan(1_990);
    expect(new Set(placesOf('m', ...names).map((place) => place >> (TABLE_BITS - 4))).size).toBe(16);
  });

  test('lies in the table, whatever its features', () => {
    fc.assert(
      fc.property(fc.string(), hostileText, (model, feature) => {
        const [place = -1] = placesOf(model, feature);
        expect(Number.isInteger(place) && place >= 0 && place < 2 ** TABLE_BITS).toBe(true);
      }),
    );
  });
});

test.for([
  { name: 'have the length asked for', values: [[3], [4]], length: 10, scale: 2 },
  { name: 'stay where they weigh nothing', values: [[0], [0]], length: 10, scale: 1 },
  { name: 'stay where there are none', values: [], length: 10, scale: 1 },
])('scaled features $name', ({ values, length, scale }) => {
  const parts = values.map((some) => ({ hashes: some.map((_, at) => at), values: some }));
  expect(scaleTo(length, parts)).toBe(scale);
});
