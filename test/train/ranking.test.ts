import { describe, expect, test } from 'vitest';
import { TABLE_BITS } from '../../src/extract/learned/bag.ts';
import { softmax, sumOf } from '../../src/extract/learned/linear.ts';
import { type Choice, trainRanking } from '../../src/train/ranking.ts';
import { bagWith } from './bag-with.ts';

const SCHEDULE = { epochs: 30, rate: 0.1, decay: 1e-4 };

/** Candidates by their features; those with a star are right. */
function choice(candidates: readonly string[], weight = 1): Choice {
  return {
    bags: candidates.map((candidate) => bagWith(candidate.replace('*', '').split(' '))),
    right: candidates.map((candidate) => candidate.startsWith('*')),
    weight,
  };
}

function trained(choices: readonly Choice[]): Float64Array {
  const table = new Float64Array(2 ** TABLE_BITS);
  trainRanking(choices, SCHEDULE, table);
  return table;
}

const sharesIn = (table: Float64Array, candidates: readonly string[]): readonly number[] =>
  softmax(choice(candidates).bags.map((bag) => sumOf(table, bag)));

/** Who stands before the verb does it, unless the verb is passive; then nobody or who comes behind "by". */
const DOERS = [
  choice(['*before active', 'after active', 'nobody active']),
  choice(['*before active near', 'after active', 'nobody active']),
  choice(['before passive', '*by passive', 'nobody passive']),
  choice(['before passive', 'by passive', '*by passive']),
  choice(['before passive', 'after passive', '*nobody passive']),
];

describe('a ranking', () => {
  const table = trained(DOERS);

  test('gives the right candidate the largest share', () => {
    const shares = sharesIn(table, ['nobody active', 'before active', 'after active']);
    expect(shares.indexOf(Math.max(...shares))).toBe(1);
    const passive = sharesIn(table, ['after passive', 'nobody passive', 'by passive']);
    expect(passive.indexOf(Math.max(...passive))).toBe(2);
  });

  test('is the same for the same choices', () => {
    expect(Buffer.from(trained(DOERS).buffer).equals(Buffer.from(table.buffer))).toBe(true);
  });

  test('wants the right ones together to be ahead, whichever of them', () => {
    const [one = 0, two = 0, wrong = 0] = sharesIn(trained([choice(['*name', '*pronoun', 'place'])]), [
      'name',
      'pronoun',
      'place',
    ]);
    expect(one + two).toBeGreaterThan(0.8);
    expect([one, two].every((share) => share > wrong)).toBe(true);
  });

  test.for([
    { name: 'where none is right', choices: [choice(['a', 'b'])] },
    { name: 'where all are right', choices: [choice(['*a', '*b'])] },
    { name: 'what weighs nothing', choices: [choice(['*a', 'b'], 0)] },
    { name: 'of no candidates', choices: [choice([])] },
    { name: 'of no choices', choices: [] },
  ])('learns nothing $name', ({ choices }) => {
    expect(sharesIn(trained(choices), ['a', 'b'])).toEqual([0.5, 0.5]);
  });
});
