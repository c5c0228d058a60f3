import { expect, test } from 'vitest';
import { sumOf } from '../../../src/brief/ledger/sum.ts';
import type { Amount } from '../../../src/domain/claim.ts';

type Op = Amount['op'];
const given = (...ops: readonly Op[]) => ops.map((op, at) => ({ amount: { value: 10 ** at, cur: 'EUR', op } }));

test.for<{ ops: readonly Op[]; isShort?: boolean; low: number; op: Op; about?: boolean }>([
  { ops: ['eq'], low: 1, op: 'eq' },
  { ops: ['eq', 'eq'], low: 11, op: 'eq' },
  { ops: ['eq', 'about'], low: 11, op: 'eq', about: true },
  { ops: ['eq', 'gt'], low: 11, op: 'gt' },
  { ops: ['ge', 'eq'], low: 11, op: 'ge' },
  { ops: ['ge', 'gt', 'about'], low: 111, op: 'gt', about: true },
  { ops: ['lt', 'eq'], low: 11, op: 'lt' },
  { ops: ['le', 'about'], low: 11, op: 'le', about: true },
  { ops: ['le', 'lt'], low: 11, op: 'lt' },
  { ops: ['eq', 'eq'], isShort: true, low: 11, op: 'ge' },
  { ops: ['gt', 'eq'], isShort: true, low: 11, op: 'gt' },
  { ops: ['eq', 'lt'], isShort: true, low: 1, op: 'ge' },
  { ops: ['gt', 'le'], low: 1, op: 'gt' },
])('$ops, something left out: $isShort, is $op $low', ({ ops, isShort = false, low, op, about = false }) => {
  const all = given(...ops);
  const { total, added, leftOut } = sumOf(all, isShort);
  expect(total).toEqual({ low, high: low, op, about });
  expect([...added, ...leftOut].length).toBe(all.length);
});

test('nothing but an upper bound, with something left out, is no sum', () => {
  expect(sumOf(given('lt'), true)).toMatchObject({ total: null, leftOut: [{}] });
});

test('a range adds at both ends', () => {
  const amounts = [
    { amount: { value: 1, valueMax: 3, cur: 'EUR', op: 'eq' as const } },
    { amount: { value: 10, cur: 'EUR', op: 'eq' as const } },
  ];
  expect(sumOf(amounts, false).total).toEqual({ low: 11, high: 13, op: 'eq', about: false });
});
