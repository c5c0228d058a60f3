import { expect, test } from 'vitest';
import { isSuperseded } from '../../../src/brief/event/superseded.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { aClaim, anArticle } from '../../support/claims.ts';

const count = (value: number) => ({ count: { value, op: 'eq' as const, unit: 'soldiers' } });
const sent = (value: number, more: object = {}): Claim =>
  aClaim({ type: 'move', action: 'deploy', attr: { who: 'RU' }, ...count(value), ...more });
const tanks = (value: number, status: 'pledged' | 'delivered'): Claim =>
  aClaim({ type: 'aid', items: [], attr: { who: 'US' }, status, ...count(value) });
const on = (claim: Claim, day: string) => {
  return { claim, article: anArticle({ id: day, published: { at: day, basis: 'stated', note: '' } }) };
};

test.for<{ name: string; before: Claim; after: Claim; is: boolean }>([
  { name: 'another figure of the same speaker', before: sent(200), after: sent(240), is: true },
  { name: 'the figure of another speaker', before: sent(200), after: sent(240, { attr: { who: 'UA' } }), is: false },
  { name: 'the same figure', before: sent(200), after: sent(200), is: false },
  { name: 'a plan after the fact', before: sent(200), after: sent(240, { realis: 'planned' }), is: false },
  { name: 'a denial of another figure', before: sent(200), after: sent(240, { neg: true }), is: false },
  {
    name: 'what has arrived of what was promised',
    before: tanks(10, 'pledged'),
    after: tanks(8, 'delivered'),
    is: false,
  },
])('$name', ({ before, after, is }) => {
  const [first, second] = [on(before, '2024-05-12'), on(after, '2024-05-14')];
  expect(isSuperseded(first, [first, second])).toBe(is);
  expect(isSuperseded(second, [first, second])).toBe(false);
});
