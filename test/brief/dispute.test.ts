import { expect, test } from 'vitest';
import { disagreementsOf, placesInQuestion } from '../../src/brief/dispute.ts';
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
const sent = (value: number, realis: 'actual' | 'planned' = 'actual') =>
  aClaim<'move'>({ type: 'move', action: 'deploy', realis, count: { value, op: 'eq', unit: 'soldiers' } });
const taken = (neg = false, realis: 'actual' | 'planned' = 'actual') =>
  aClaim<'move'>({ type: 'move', action: 'capture', neg, realis });

const hit = (over: Parameters<typeof aClaim<'strike'>>[0] = {}) => aClaim<'strike'>({ type: 'strike', ...over });
const on = (iso: string) => ({ date: { text: 'a day', iso } });
const met = (status: 'planned' | 'done', iso: string) => aClaim<'visit'>({ type: 'visit', status, ...on(iso) });
const CONTAINING: Readonly<Record<string, readonly string[]>> = {
  kharkiv: ['kharkiv-oblast', 'ukraine'],
  vovchansk: ['kharkiv-oblast', 'ukraine'],
};
const containing = (place: string): readonly string[] => CONTAINING[place] ?? [];

test.for([
  { name: 'two sums', lead: sum(60e9, 'delivered'), other: sum(61e9), over: ['amount'] },
  { name: 'a sum asked for and a sum given', lead: sum(60e9, 'requested'), other: sum(61e9), over: [] },
  { name: 'a sum and its rounding', lead: sum(61e9), other: sum(60.8e9), over: [] },
  { name: 'two tolls', lead: dead(5), other: dead(7), over: ['count'] },
  { name: 'at least five and seven', lead: dead(5, 'gt'), other: dead(7), over: [] },
  { name: 'how many came and how many are to come', lead: sent(200), other: sent(250, 'planned'), over: [] },
  { name: 'a capture and its denial', lead: taken(), other: taken(true), over: ['denial'] },
  { name: 'a capture and that none is planned', lead: taken(), other: taken(true, 'planned'), over: [] },
  { name: 'two who are said to have done it', lead: hit(), other: hit({ actor: 'UA' }), over: ['actor'] },
  { name: 'one actor and none named', lead: hit(), other: hit({ actor: null }), over: [] },
  { name: 'two days', lead: hit(on('2024-05-12')), other: hit(on('2024-05-13')), over: ['date'] },
  {
    name: 'a day and the days around it',
    lead: hit(on('2024-05-12')),
    other: hit(on('2024-05-11/2024-05-13')),
    over: [],
  },
  {
    name: 'the day of a plan and of a visit',
    lead: met('planned', '2024-05-12'),
    other: met('done', '2024-05-13'),
    over: [],
  },
  { name: 'two towns', lead: hit(), other: hit({ place: ['vovchansk'] }), over: ['place'] },
  { name: 'a town and its region', lead: hit(), other: hit({ place: ['kharkiv-oblast'] }), over: [] },
  { name: 'a town and several', lead: hit(), other: hit({ place: ['vovchansk', 'kupiansk'] }), over: [] },
])('$name', ({ lead, other, over }) => {
  const [a, b] = [told(lead), told(other)];
  expect(disagreementsOf(a, [a, b], containing).map((d) => d.over)).toEqual(over);
  expect(disagreementsOf(b, [a, b], containing).map((d) => d.over)).toEqual(over);
});

test('who gives the same value stands together, the value of the line first', () => {
  const [sixty, first61, second61] = [told(sum(60e9, 'delivered')), told(sum(61e9)), told(sum(61e9), '2024-05-14')];
  const all = [sixty, first61, second61];
  expect(disagreementsOf(sixty, all, containing)).toEqual([{ over: 'amount', values: [[sixty], [first61, second61]] }]);
  expect(disagreementsOf(first61, all, containing)).toEqual([
    { over: 'amount', values: [[first61, second61], [sixty]] },
  ]);
});

test('places are looked up only where claims name different ones', () => {
  expect(placesInQuestion([told(hit()), told(hit())])).toEqual([]);
  expect(placesInQuestion([told(hit()), told(hit({ place: ['vovchansk'] }))])).toEqual(['kharkiv', 'vovchansk']);
});
