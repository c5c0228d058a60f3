import { describe, expect, test } from 'vitest';
import { acceptedValues, GoldClaim, liesOn, sameName, samePlace, valuesOf, within } from '../../src/train/gold.ts';
import { aGold } from './golden-claims.ts';

test.for<readonly [string, string, boolean]>([
  ['RU', 'RU', true],
  ['RU', 'Russia', true],
  ['russia', 'RU', true],
  ['RU', 'UA', false],
  ['EU', 'eu', true],
  ['EU', 'european-union', false],
  ['antony-blinken', 'blinken', true],
  ['blinken', 'Antony Blinken', true],
  ['Müller-Weiß', 'muller weiß', true],
  ['lee', 'ann-lee', false],
  ['ukrainian-officials', 'officials', true],
  ['officials', 'officials-in-kyiv', false],
  ['', 'RU', false],
])('%s and %s are the same name: %s', ([one, other, same]) => {
  expect([sameName(one, other), sameName(other, one)]).toEqual([same, same]);
});

test.for<readonly [string, string, boolean]>([
  ['kharkiv', 'kharkiv-oblast', true],
  ['Kharkiv region', 'kharkiv oblast', true],
  ['north-darfur', 'darfur', false],
  ['new-york', 'york', false],
  ['sudan', 'SD', true],
])('%s and %s are the same place: %s', ([one, other, same]) => {
  expect([samePlace(one, other), samePlace(other, one)]).toEqual([same, same]);
});

test.for<readonly [string, string, boolean]>([
  ['missile', 'cruise-missile', true],
  ['shells', 'artillery shells', true],
  ['tank', 'drone', false],
])('%s and %s hold one another: %s', ([one, other, holds]) => {
  expect([within(one, other), within(other, one)]).toEqual([holds, holds]);
});

describe('values of a slot', () => {
  test('are flat, without gaps', () => {
    expect(valuesOf('a', ['b', ['c']], null, undefined, [null, 3])).toEqual(['a', 'b', 'c']);
  });

  test('have the other readings behind them', () => {
    const gold = aGold({ type: 'move', actor: 'RU', altActor: ['UA'], place: ['izium', 'lyman'] });
    expect([acceptedValues(gold, 'actor'), acceptedValues(gold, 'place'), acceptedValues(gold, 'action')]).toEqual([
      ['RU', 'UA'],
      ['izium', 'lyman'],
      [],
    ]);
  });

  test('of a visitor do not hold the host', () => {
    expect(acceptedValues(aGold({ type: 'visit', visitor: 'lee', host: 'UA' }), 'visitor')).toEqual(['lee']);
  });
});

test.for<{ name: string; spans: readonly [number, number][]; start: number; end: number; lies: boolean }>([
  { name: 'a sentence that is annotated', spans: [[10, 50]], start: 10, end: 50, lies: true },
  { name: 'a sentence in a longer annotation', spans: [[0, 500]], start: 10, end: 50, lies: true },
  { name: 'a sentence around a few annotated words', spans: [[30, 40]], start: 0, end: 200, lies: true },
  { name: 'a sentence with half of the annotation', spans: [[180, 220]], start: 0, end: 200, lies: true },
  { name: 'a sentence with the end of the annotation before it', spans: [[0, 110]], start: 100, end: 200, lies: false },
  { name: 'a sentence beside', spans: [[200, 240]], start: 100, end: 200, lies: false },
  { name: 'a paragraph around a few annotated words', spans: [[30, 40]], start: 0, end: 700, lies: false },
  { name: 'two letters in common', spans: [[98, 102]], start: 100, end: 104, lies: false },
  {
    name: 'any of several spans',
    spans: [
      [0, 5],
      [100, 150],
    ],
    start: 100,
    end: 150,
    lies: true,
  },
  { name: 'no span at all', spans: [], start: 0, end: 100, lies: false },
])('evidence of a claim: $name: $lies', ({ spans, start, end, lies }) => {
  expect(liesOn({ spans }, start, end)).toBe(lies);
});

test('an annotation is read without what only its author needs', () => {
  const read = GoldClaim.parse({ type: 'aid', spans: [[0, 9]], ev: ['some words'], note: 'unsure', donor: null });
  expect(read).toEqual({ type: 'aid', spans: [[0, 9]], donor: null });
  expect(GoldClaim.safeParse({ type: 'aid', spans: [[0]] }).success).toBe(false);
});
