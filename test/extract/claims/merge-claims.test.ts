import { describe, expect, test } from 'vitest';
import type { ExtractedClaim } from '../../../src/domain/extracted-claim.ts';
import { mergeClaims } from '../../../src/extract/claims/merge-claims.ts';
import { anExtracted } from '../../support/readings.ts';

const TEXT = 'First one. Second one. Third one.';
const FIRST = anExtracted(TEXT, 'First one.', { mode: 'excerpt' });

const SAYER = { who: 'mayor', cue: 'said' };

const second = (over: object): ExtractedClaim => anExtracted(TEXT, 'Second one.', { mode: 'excerpt', ...over });
const AID = {
  type: 'aid',
  donor: ['DE'],
  recipient: 'UA',
  items: [],
  status: 'pledged',
  actor: undefined,
  weapon: undefined,
  place: undefined,
};
const EUROS = { amount: { value: 5, cur: 'EUR', op: 'eq' } };

test.for<{ name: string; one?: object; other: object; claims: number }>([
  { name: 'equal slots are one claim', other: {}, claims: 1 },
  { name: 'however it is printed', other: { mode: 'structured' }, claims: 1 },
  { name: 'however its names are spelt', other: { surface: { kharkiv: 'Kharkov' } }, claims: 1 },
  { name: 'whether its day can be told or not', other: { date: { text: 'then' } }, claims: 1 },
  { name: 'another place is another', other: { place: ['izium'] }, claims: 2 },
  { name: 'another attacker is another', other: { actor: 'UA' }, claims: 2 },
  { name: 'no attacker is another', other: { actor: null }, claims: 2 },
  { name: 'another weapon is another', other: { weapon: [] }, claims: 2 },
  { name: 'another day is another', other: { date: { text: 'Monday', iso: '2024-05-13' } }, claims: 2 },
  { name: 'another count is another', other: { count: { value: 3, op: 'eq' } }, claims: 2 },
  { name: 'what is denied is another', other: { neg: true, epi: 'denied', attr: SAYER }, claims: 2 },
  { name: 'what is planned is another', other: { realis: 'planned' }, claims: 2 },
  { name: 'somebody else’s word is another', other: { attr: SAYER, epi: 'attributed' }, claims: 2 },
  {
    name: 'how it is said does not count, who says it does',
    one: { attr: SAYER, epi: 'attributed' },
    other: { attr: { who: 'mayor', cue: 'noted' }, epi: 'attributed' },
    claims: 1,
  },
  {
    name: 'what is claimed is another than what is said',
    one: { attr: SAYER, epi: 'attributed' },
    other: { attr: SAYER, epi: 'claimed' },
    claims: 2,
  },
  { name: 'another type is another', other: { type: 'impact', kind: ['damage'] }, claims: 2 },
  { name: 'equal sums are one', one: { ...AID, ...EUROS }, other: { ...AID, ...EUROS, items: ['tanks'] }, claims: 1 },
  {
    name: 'equal goods without a sum are one',
    one: { ...AID, items: ['tanks'] },
    other: { ...AID, items: ['tanks'] },
    claims: 1,
  },
  { name: 'other goods are another', one: { ...AID, items: ['tanks'] }, other: { ...AID, items: ['food'] }, claims: 2 },
  {
    name: 'another stage is another',
    one: { ...AID, ...EUROS },
    other: { ...AID, ...EUROS, status: 'approved' },
    claims: 2,
  },
])('$name', ({ one = {}, other, claims }) => {
  expect(mergeClaims([anExtracted(TEXT, 'First one.', { mode: 'excerpt', ...one }), second(other)])).toHaveLength(
    claims,
  );
});

describe('one claim of several', () => {
  test('has the evidence of each, in the order of the text', () => {
    const [claim] = mergeClaims([FIRST, second({}), anExtracted(TEXT, 'Third one.', { mode: 'excerpt' })]);
    expect(claim?.evidence.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'First one.',
      'Second one.',
      'Third one.',
    ]);
  });

  test('is printed by the first that may be said in our own words, whose evidence comes first', () => {
    const [claim] = mergeClaims([FIRST, second({ mode: 'structured' })]);
    expect([claim?.mode, TEXT.slice(claim?.excerpt.start, claim?.excerpt.end)]).toEqual(['structured', 'Second one.']);
    expect(claim?.evidence.map(({ start }) => start)).toEqual([TEXT.indexOf('Second'), 0]);
  });

  test.for([
    { one: { withheld: true }, other: { withheld: true }, withheld: true },
    { one: { withheld: true }, other: {}, withheld: undefined },
    { one: {}, other: { withheld: true }, withheld: undefined },
  ])('is withheld where all are: $one and $other', ({ one, other, withheld }) => {
    const [claim] = mergeClaims([second(one), second(other)]);
    expect(claim?.withheld).toBe(withheld);
  });

  test('shows no more than six pieces of evidence', () => {
    expect(mergeClaims(Array.from({ length: 9 }, () => second({})))[0]?.evidence).toHaveLength(6);
  });
});

test('nothing stays nothing, and what differs keeps its order', () => {
  expect(mergeClaims([])).toEqual([]);
  const other = second({ place: ['izium'] });
  expect(mergeClaims([other, FIRST, other])).toMatchObject([{ place: ['izium'] }, { place: ['kharkiv'] }]);
});
