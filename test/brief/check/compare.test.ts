import { describe, expect, test } from 'vitest';
import { compare, type Profiled } from '../../../src/brief/check/compare.ts';
import { profileOf } from '../../../src/brief/event/profile.ts';
import { happeningOf } from '../../../src/brief/happening.ts';
import type { CheckPart } from '../../../src/domain/check.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import type { PlacesAround } from '../../../src/domain/event.ts';
import { aClaim, anArticle, anExcerpt } from '../../support/claims.ts';

const WITHIN: Readonly<Record<string, readonly string[]>> = {
  kharkiv: ['kharkiv', 'kharkiv-oblast', 'ukraine'],
  vovchansk: ['vovchansk', 'kharkiv-oblast', 'ukraine'],
  'kharkiv-oblast': ['kharkiv-oblast', 'ukraine'],
  kyiv: ['kyiv', 'ukraine'],
  ukraine: ['ukraine'],
};
const kindOf = (id: string): string =>
  id === 'ukraine' ? 'country' : id === 'kharkiv-oblast' ? 'region' : 'settlement';
const around: PlacesAround = (ref) => (WITHIN[ref] ?? []).map((id) => ({ id, kind: kindOf(id) }));

function profiled(claim: Claim, day = '2024-05-13'): Profiled {
  const one = { claim, article: anArticle({ published: { at: day, basis: 'stated', note: '' } }) };
  const profile = profileOf(one, around);
  if (!profile) throw new Error('has a time');
  return { claim, profile, when: happeningOf(one) };
}

const on = (iso: string) => ({ date: { text: iso, iso } });
const count = (value: number, unit = 'people') => ({ count: { value, op: 'eq' as const, unit } });
const usd = (value: number, op: 'eq' | 'gt' = 'eq') => ({ amount: { value, cur: 'USD', op } });
const strike = (more: object = {}): Claim => aClaim({ ...on('2024-05-12'), ...more });
const move = (more: object = {}): Claim => aClaim({ type: 'move', ...on('2024-05-12'), ...more });
const aid = (more: object = {}): Claim => aClaim({ type: 'aid', items: [], ...on('2024-05-12'), ...more });

interface Case {
  readonly name: string;
  readonly statement: Claim;
  readonly source: Claim;
  readonly differs?: readonly CheckPart[];
  readonly open?: readonly CheckPart[];
}

describe('a source that says all of a statement', () => {
  test.for<Case>([
    { name: 'the same', statement: strike(), source: strike() },
    { name: 'more than the statement', statement: strike({ weapon: [] }), source: strike(count(3)) },
    { name: 'of a town, for its region', statement: strike({ place: ['kharkiv-oblast'] }), source: strike() },
    { name: 'of a town, for its country', statement: strike({ place: ['ukraine'] }), source: strike() },
    { name: 'of a day, for its month', statement: strike(on('2024-05')), source: strike() },
    { name: 'a rounded sum', statement: aid(usd(61e9)), source: aid(usd(60.84e9)) },
    {
      name: 'an act whose aid is still to come',
      statement: aid({ status: 'pledged' }),
      source: aid({ status: 'pledged', realis: 'planned' }),
    },
    { name: 'a later stage', statement: aid({ status: 'pledged' }), source: aid({ status: 'delivered' }) },
  ])('$name', ({ statement, source }) => {
    expect(compare(profiled(statement), profiled(source))).toMatchObject({ differs: [], open: [] });
  });
});

describe('a source that says something else, or leaves something open', () => {
  test.for<Case>([
    { name: 'who', statement: strike(), source: strike({ actor: 'UA' }), differs: ['who'] },
    { name: 'nobody named', statement: strike(), source: strike({ actor: null }), open: ['who'] },
    { name: 'where', statement: strike(), source: strike({ place: ['kyiv'] }), differs: ['where'] },
    { name: 'the region around', statement: strike(), source: strike({ place: ['kharkiv-oblast'] }), open: ['where'] },
    {
      name: 'a town taken is not the region taken',
      statement: move({ action: 'capture', place: ['kharkiv-oblast'] }),
      source: move({ action: 'capture' }),
      open: ['where'],
    },
    { name: 'what', statement: move({ action: 'capture' }), source: move(), differs: ['what'] },
    { name: 'with what', statement: strike(), source: strike({ weapon: ['drone'] }), differs: ['what'] },
    { name: 'another day', statement: strike(), source: strike(on('2024-05-10')), differs: ['when'] },
    { name: 'only the month', statement: strike(), source: strike(on('2024-05')), open: ['when'] },
    { name: 'no day', statement: strike(), source: aClaim(), open: ['when'] },
    { name: 'another number', statement: strike(count(3)), source: strike(count(7)), differs: ['number'] },
    { name: 'no number', statement: strike(count(3)), source: strike(), open: ['number'] },
    {
      name: 'a number of other things',
      statement: strike(count(3)),
      source: strike(count(3, 'tanks')),
      open: ['number'],
    },
    { name: 'a bound far away', statement: aid(usd(61e9)), source: aid(usd(1e9, 'gt')), open: ['number'] },
    { name: 'another sum', statement: aid(usd(61e9)), source: aid(usd(40e9)), differs: ['number'] },
    { name: 'a denial', statement: strike(), source: strike({ neg: true }), differs: ['polarity'] },
    { name: 'a plan', statement: strike(), source: strike({ realis: 'planned' }), differs: ['stage'] },
    {
      name: 'of a plan, that it was carried out is denied',
      statement: move({ realis: 'planned' }),
      source: move({ neg: true }),
      differs: ['stage', 'polarity'],
    },
    {
      name: 'a stage that is only possible',
      statement: aid({ status: 'delivered' }),
      source: aid({ status: 'delivered', realis: 'hypothetical' }),
      differs: ['stage'],
    },
    {
      name: 'a visit that is only possible',
      statement: aClaim({ type: 'visit', ...on('2024-05-12') }),
      source: aClaim({ type: 'visit', ...on('2024-05-12'), realis: 'hypothetical' }),
      differs: ['stage'],
    },
    { name: 'an earlier stage', statement: aid({ status: 'delivered' }), source: aid(), differs: ['stage'] },
    {
      name: 'called off',
      statement: aid({ status: 'pledged' }),
      source: aid({ status: 'suspended' }),
      differs: ['stage'],
    },
    { name: 'another speaker', statement: strike({ attr: { who: 'RU' } }), source: strike(), open: ['speaker'] },
    {
      name: 'its own words',
      statement: strike(),
      source: anExcerpt({ start: 0, end: 9 }, on('2024-05-12')),
      open: ['wording'],
    },
  ])('$name', ({ statement, source, differs = [], open = [] }) => {
    expect(compare(profiled(statement), profiled(source))).toMatchObject({ differs, open });
  });

  test('a statement without a day, at another time than the source', () => {
    expect(compare(profiled(aClaim(), '2026-01-01'), profiled(strike()))).toMatchObject({ differs: [], open: ['day'] });
  });
});
