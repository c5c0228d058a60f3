import { expect, test } from 'vitest';
import { disagreementsAmong } from '../../src/brief/dispute.ts';
import type { SourcedClaim } from '../../src/domain/sourced-claim.ts';
import { aClaim, anArticle } from '../support/claims.ts';

let made = 0;
function told(claim: SourcedClaim['claim'], day = '2024-05-15'): SourcedClaim {
  made += 1;
  return {
    claim,
    article: anArticle({ id: `article-${made}`, published: { at: day, basis: 'stated', note: 'dateline' } }),
  };
}
const sum = (value: number, status: 'approved' | 'delivered' | 'requested' = 'approved') =>
  aClaim<'aid'>({ type: 'aid', items: [], amount: { value, cur: 'USD', op: 'eq' }, status });
const dead = (value: number, op: 'eq' | 'gt' = 'eq') =>
  aClaim<'impact'>({ type: 'impact', kind: ['killed'], count: { value, op, unit: 'people' } });
const taken = (neg = false) => aClaim<'move'>({ type: 'move', action: 'capture', neg });

test.for([
  { name: 'two sums for one package', lead: sum(60e9, 'delivered'), other: sum(61e9), over: ['amount'] },
  { name: 'sums too far apart to be one package', lead: sum(2e9), other: sum(61e9), over: [] },
  { name: 'a sum asked for and a sum given', lead: sum(60e9, 'requested'), other: sum(61e9), over: [] },
  { name: 'a sum and its rounding', lead: sum(61e9), other: sum(60.8e9), over: [] },
  {
    name: 'another currency',
    lead: sum(61e9),
    other: { ...sum(60e9), amount: { value: 60e9, cur: 'EUR', op: 'eq' as const } },
    over: [],
  },
  { name: 'another donor', lead: sum(61e9), other: { ...sum(60e9), donor: ['EU'] }, over: [] },
  { name: 'two tolls of one day', lead: dead(5), other: dead(7), over: ['count'] },
  { name: 'at least five and seven', lead: dead(5, 'gt'), other: dead(7), over: [] },
  { name: 'a capture and its denial', lead: taken(), other: taken(true), over: ['denial'] },
])('$name', ({ lead, other, over }) => {
  const [a, b] = [told(lead), told(other)];
  expect(disagreementsAmong([a, b])(a).map((d) => d.over)).toEqual(over);
  expect(disagreementsAmong([a, b])(b).map((d) => d.over)).toEqual(over);
});

test('tolls of two days do not contradict each other', () => {
  expect(disagreementsAmong([told(dead(7), '2024-05-11')])(told(dead(5)))).toEqual([]);
});

test('who gives the same value stands together, the value of the line first', () => {
  const [sixty, first61, second61] = [told(sum(60e9, 'delivered')), told(sum(61e9)), told(sum(61e9), '2024-05-14')];
  const all = [sixty, first61, second61];
  expect(disagreementsAmong(all)(sixty)).toEqual([{ over: 'amount', values: [[sixty], [first61, second61]] }]);
  expect(disagreementsAmong(all)(first61)).toEqual([{ over: 'amount', values: [[first61, second61], [sixty]] }]);
});
