import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bag, createBag, createHashed, hash, scaled, TABLE_BITS } from '../../../src/extract/learned/bag.ts';
import { hostileText } from '../../support/hostile-text.ts';

function bagOf(model: string, features: readonly (readonly [string, number?])[]): Bag {
  const { add, bag } = createBag(model);
  for (const [feature, value] of features) add(feature, value);
  return bag;
}

const placesOf = (model: string, ...names: string[]) => [
  ...Array.from(
    bagOf(
      model,
      names.map((n) => [n]),
    ).places,
  ),
];

test.for([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['b', 0xe70c2de5],
  ['foobar', 0xbf9cf968],
] as const)('%j has the hash that FNV-1a gives it', ([text, value]) => {
  expect(hash(text) >>> 0).toBe(value);
});

describe('a bag', () => {
  test('puts features where trained weights lie: other places need another training', () => {
    expect(placesOf('detect move', 'bias', 'u:capture', 'b:захват города', '')).toEqual([
      8100380, 1523002, 6108458, 2856088,
    ]);
  });

  test('takes features that were hashed for several models as its own', () => {
    const shared = createHashed();
    for (const feature of ['u:capture', 'u:town', 'u:capture']) shared.add(feature, 0.5);
    const { add, bag } = createBag('detect move', shared.bag);
    add('bias');
    expect(Array.from(bag.places)).toEqual(placesOf('detect move', 'u:capture', 'u:town', 'bias'));
    expect(Array.from(bag.values)).toEqual([0.5, 0.5, 1]);
  });

  test('counts a feature once, as it was first given', () => {
    expect(Array.from(bagOf('m', [['a', 2], ['b'], ['a', 5]]).values)).toEqual([2, 1]);
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

describe('scaled', () => {
  test.for([
    { name: 'has the length asked for', values: [3, 4], length: 10, scaledTo: [6, 8] },
    { name: 'keeps what weighs nothing', values: [0, 0], length: 10, scaledTo: [0, 0] },
    { name: 'keeps what is empty', values: [], length: 10, scaledTo: [] },
  ])('$name', ({ values, length, scaledTo }) => {
    const given = { places: values.map((_, at) => at), values };
    const { places, values: after } = scaled(given, length);
    expect([Array.from(places), Array.from(after)]).toEqual([given.places, scaledTo]);
  });
});
