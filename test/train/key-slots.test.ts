import { describe, expect, test } from 'vitest';
import type { ExtractedClaim } from '../../src/domain/extracted-claim.ts';
import { actorRight, keySlotsRight } from '../../src/train/key-slots.ts';
import { aGold, anAnswer } from './golden-claims.ts';

/** What is annotated for the answer of `anAnswer`. */
const GOLD: { readonly [T in ExtractedClaim['type']]: object } = {
  aid: { donor: 'DE', recipient: 'UA', status: 'pledged', kind: 'military' },
  move: { actor: 'RU', action: 'capture', place: 'izium' },
  strike: { actor: 'RU', weapon: 'drone', place: 'izium' },
  visit: { visitor: 'lee', host: 'UA', place: 'kyiv', status: 'done' },
  impact: { kind: 'killed', place: 'izium' },
  statement: { speaker: 'lee' },
};

interface Case {
  readonly name: string;
  readonly type: ExtractedClaim['type'];
  readonly gold?: object;
  readonly answer?: object;
  readonly right: boolean;
}

const EUROS = { value: 1_000_000, cur: 'EUR' };
const euros = (value: number, cur = 'EUR') => ({ amount: { value, cur, op: 'eq' } });

const CASES: readonly Case[] = [
  ...(['aid', 'move', 'strike', 'visit', 'impact', 'statement'] as const).map((type) => ({
    name: 'as annotated',
    type,
    right: true,
  })),
  { name: 'another donor', type: 'aid', answer: { donor: ['FR'] }, right: false },
  { name: 'one donor too many', type: 'aid', answer: { donor: ['DE', 'FR'] }, right: false },
  { name: 'one of two donors', type: 'aid', gold: { donor: ['DE', 'FR'] }, right: true },
  { name: 'no donor where one is given', type: 'aid', answer: { donor: [] }, right: false },
  {
    name: 'any donor where it is implicit',
    type: 'aid',
    gold: { donorImplicit: true },
    answer: { donor: ['FR'] },
    right: true,
  },
  { name: 'another stage', type: 'aid', answer: { status: 'delivered' }, right: false },
  {
    name: 'the other reading of the stage',
    type: 'aid',
    gold: { altStatus: ['delivered'] },
    answer: { status: 'delivered' },
    right: true,
  },
  { name: 'another recipient, which is no key slot', type: 'aid', answer: { recipient: 'SD' }, right: true },
  { name: 'the sum', type: 'aid', gold: { amount: EUROS }, answer: euros(1_000_000), right: true },
  { name: 'the sum within a hundredth', type: 'aid', gold: { amount: EUROS }, answer: euros(1_009_000), right: true },
  { name: 'another sum', type: 'aid', gold: { amount: EUROS }, answer: euros(1_020_000), right: false },
  { name: 'another currency', type: 'aid', gold: { amount: EUROS }, answer: euros(1_000_000, 'USD'), right: false },
  { name: 'no sum where one is given', type: 'aid', gold: { amount: EUROS }, right: false },
  {
    name: 'any sum where it is not told',
    type: 'aid',
    gold: { amount: { value: null } },
    answer: euros(5),
    right: true,
  },
  { name: 'the goods', type: 'aid', gold: { items: ['tanks'] }, answer: { items: ['tanks'] }, right: true },
  {
    name: 'the goods in other words',
    type: 'aid',
    gold: { items: ['battle-tanks'] },
    answer: { items: ['tanks'] },
    right: true,
  },
  { name: 'other goods', type: 'aid', gold: { items: ['tanks'] }, answer: { items: ['food'] }, right: false },
  { name: 'the kind of goods alone', type: 'aid', gold: { items: ['tanks'] }, right: true },
  {
    name: 'another kind of goods',
    type: 'aid',
    gold: { items: ['tanks'] },
    answer: { kind: 'financial' },
    right: false,
  },
  { name: 'another actor', type: 'move', answer: { actor: 'UA' }, right: false },
  {
    name: 'the other reading of the actor',
    type: 'move',
    gold: { altActor: 'UA' },
    answer: { actor: 'UA' },
    right: true,
  },
  { name: 'no actor where one is given', type: 'move', answer: { actor: null }, right: false },
  { name: 'no actor where none is', type: 'move', gold: { actor: null }, answer: { actor: null }, right: true },
  { name: 'another action', type: 'move', answer: { action: 'lose' }, right: false },
  { name: 'another place', type: 'move', answer: { place: ['lyman'] }, right: false },
  { name: 'a region by the name of the town', type: 'move', answer: { place: ['izium-oblast'] }, right: true },
  {
    name: 'no place where it is implicit',
    type: 'move',
    gold: { placeImplicit: true },
    answer: { place: [] },
    right: true,
  },
  {
    name: 'a wrong place where it is implicit',
    type: 'move',
    gold: { placeImplicit: true },
    answer: { place: ['lyman'] },
    right: false,
  },
  { name: 'another weapon', type: 'strike', answer: { weapon: ['bomb'] }, right: false },
  { name: 'no weapon where one is given', type: 'strike', answer: { weapon: [] }, right: false },
  {
    name: 'no weapon where it is implicit',
    type: 'strike',
    gold: { weaponImplicit: true },
    answer: { weapon: [] },
    right: true,
  },
  { name: 'another place', type: 'strike', answer: { place: ['lyman'] }, right: false },
  { name: 'another visitor', type: 'visit', answer: { visitor: ['kim'] }, right: false },
  { name: 'host and visitor swapped', type: 'visit', answer: { visitor: ['UA'], host: ['lee'] }, right: false },
  { name: 'both as visitors', type: 'visit', answer: { visitor: ['lee', 'UA'], host: [] }, right: true },
  { name: 'the host without the place', type: 'visit', answer: { place: [] }, right: true },
  { name: 'the place without the host', type: 'visit', answer: { host: [] }, right: true },
  { name: 'neither place nor host', type: 'visit', answer: { place: [], host: [] }, right: false },
  {
    name: 'neither where none is given',
    type: 'visit',
    gold: { place: null, host: null },
    answer: { place: [], host: [] },
    right: true,
  },
  { name: 'another status', type: 'visit', answer: { status: 'planned' }, right: false },
  { name: 'another kind', type: 'impact', answer: { kind: ['damage'] }, right: false },
  {
    name: 'the other reading of the kind',
    type: 'impact',
    gold: { altKind: ['damage'] },
    answer: { kind: ['damage'] },
    right: true,
  },
  { name: 'another place', type: 'impact', answer: { place: ['lyman'] }, right: false },
  { name: 'a "not" that was lost', type: 'impact', gold: { neg: true }, right: false },
  { name: 'a "not" that is none', type: 'impact', answer: { neg: true }, right: false },
  { name: 'a "not" that was kept', type: 'impact', gold: { neg: true }, answer: { neg: true }, right: true },
  { name: 'a "not" in one reading', type: 'impact', gold: { altNeg: true }, answer: { neg: true }, right: true },
];

test.for(CASES)('$type, $name: $right', ({ type, gold = {}, answer = {}, right }) => {
  expect(keySlotsRight(aGold({ type, ...GOLD[type], ...gold }), anAnswer(type, answer))).toBe(right);
});

describe('an actor', () => {
  test.for<{ gold: object; actor: string | null; right: boolean }>([
    { gold: { actor: 'RU' }, actor: 'Russia', right: true },
    { gold: { actor: 'RU' }, actor: null, right: false },
    { gold: { actor: null, actorImplicit: true }, actor: 'UA', right: true },
    { gold: {}, actor: null, right: true },
    { gold: {}, actor: 'RU', right: true },
  ])('annotated as $gold and given as $actor is right: $right', ({ gold, actor, right }) => {
    expect(actorRight(aGold({ type: 'move', ...gold }), actor)).toBe(right);
  });
});
