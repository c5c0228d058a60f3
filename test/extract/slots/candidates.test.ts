import { describe, expect, test } from 'vitest';
import { type Candidate, candidatesFor, type EntityRole } from '../../../src/extract/slots/candidates.ts';
import { analysedText } from '../known.ts';

const ANALYSIS = analysedText(
  [
    'Russia and Ukraine met in Sudan.',
    'Germany kept silent.',
    'Nobody slept.',
    'Russian troops captured the village of Oldfield.',
    'They withdrew from Oldfield.',
  ],
  { title: 'Germany watches Sudan' },
);

const from = (where: Candidate['where'], role: EntityRole, at: number): readonly string[] =>
  candidatesFor(role, at, ANALYSIS)
    .filter((candidate) => candidate.where === where)
    .map(({ id }) => id);

test.for<{ name: string; where: Candidate['where']; role: EntityRole; at: number; ids: readonly string[] }>([
  { name: 'all who are named here', where: 'here', role: 'actor', at: 0, ids: ['RU', 'UA', 'SD'] },
  { name: 'a state is a place too', where: 'here', role: 'place', at: 0, ids: ['RU', 'UA', 'SD'] },
  { name: 'its armed people are none', where: 'here', role: 'place', at: 3, ids: ['oldfield'] },
  { name: 'a place is no actor', where: 'here', role: 'actor', at: 3, ids: ['RU'] },
  { name: 'whom a pronoun means', where: 'here', role: 'actor', at: 4, ids: ['RU'] },
  { name: 'nobody before the first sentence', where: 'before', role: 'actor', at: 0, ids: [] },
  { name: 'who was named last comes first', where: 'before', role: 'actor', at: 3, ids: ['DE', 'SD', 'UA', 'RU'] },
  { name: 'three sentences back and no further', where: 'before', role: 'place', at: 4, ids: ['oldfield', 'DE'] },
  { name: 'who stands in the title', where: 'title', role: 'actor', at: 4, ids: ['DE', 'SD'] },
])('candidates: $name', ({ where, role, at, ids }) => {
  expect(from(where, role, at)).toEqual(ids);
});

describe('the main names', () => {
  const main = candidatesFor('actor', 4, ANALYSIS).filter(({ where }) => where === 'main');

  test('are the first of the document’s, with their rank and without words', () => {
    expect(main.map(({ id }) => id)).toEqual(ANALYSIS.profile.actors.slice(0, 3).map(({ id }) => id));
    expect(main.map(({ rank, mention }) => [rank, mention])).toEqual([
      [0, null],
      [1, null],
      [2, null],
    ]);
  });

  test('give their rank to those who are named elsewhere', () => {
    const ranks = new Map(main.map(({ id, rank }) => [id, rank]));
    for (const { id, rank } of candidatesFor('actor', 4, ANALYSIS)) expect(rank).toBe(ranks.get(id) ?? -1);
  });
});

/** `id reading` of the candidates in the second sentence. */
const readings = (role: EntityRole, sentence: string): readonly string[] =>
  candidatesFor(role, 1, analysedText(['Germany is near.', sentence]))
    .filter(({ where }) => where === 'here')
    .map(({ id, reading }) => `${id} ${reading}`);

test.for<{ name: string; role: EntityRole; sentence: string; expected: readonly string[] }>([
  { name: 'one of no doubt', role: 'actor', sentence: 'Sudan slept.', expected: ['SD named'] },
  {
    name: 'another of that name',
    role: 'actor',
    sentence: 'The army slept.',
    expected: ['DE named', 'army alternative'],
  },
  {
    name: 'the state that somebody acts for',
    role: 'actor',
    sentence: 'Ukrainian officials slept.',
    expected: ['ukrainian-officials named', 'UA side'],
  },
])('readings of the same words: $name', ({ role, sentence, expected }) => {
  expect(readings(role, sentence)).toEqual(expected);
});
