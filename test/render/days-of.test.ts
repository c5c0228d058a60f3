import { expect, test } from 'vitest';
import { aroundAll, daysOf } from '../../src/render/days-of.ts';

test.for([
  { iso: '2024-05-14', from: '2024-05-14', to: '2024-05-14', about: false },
  { iso: '2024-05-14/2024-05-16', from: '2024-05-14', to: '2024-05-16', about: false },
  { iso: '2024-02', from: '2024-02-01', to: '2024-02-29', about: true },
  { iso: '2024', from: '2024-01-01', to: '2024-12-31', about: true },
  { iso: '2024-05-14/2024-06', from: '2024-05-14', to: '2024-06-30', about: true },
])('$iso', ({ iso, ...days }) => {
  expect(daysOf(iso)).toEqual(days);
});

test.for([undefined, '', '2024-05-14/', '/2024-05-14', '2024-02-30', '2024-13', '2024-05-16/2024-05-14'])(
  '%s tells no days',
  (iso) => {
    expect(daysOf(iso)).toBeNull();
  },
);

test.for([
  { given: [], around: null },
  { given: ['2024-05-14', '2024-05-14'], around: { from: '2024-05-14', to: '2024-05-14', about: false } },
  { given: ['2024-05-14', '2024-05-12'], around: { from: '2024-05-12', to: '2024-05-14', about: true } },
])('the days around $given', ({ given, around }) => {
  expect(aroundAll(given.flatMap((iso) => daysOf(iso) ?? []))).toEqual(around);
});
