import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradict, gapOf } from '../../src/brief/figure.ts';

const usd = (value: number, op: 'eq' | 'gt' | 'ge' | 'lt' | 'le' | 'about' = 'eq', valueMax?: number) => ({
  value,
  op,
  cur: 'USD',
  ...(valueMax && { valueMax }),
});

test.for([
  { name: '$60 billion and $61 billion', a: usd(60e9), b: usd(61e9), contradicts: true },
  { name: '$61 billion and $60.84 billion, which it rounds', a: usd(61e9), b: usd(60.84e9), contradicts: false },
  { name: '$61 billion and $60.4 billion, which it does not round', a: usd(61e9), b: usd(60.4e9), contradicts: true },
  { name: 'the same sum twice', a: usd(2e9), b: usd(2e9), contradicts: false },
  { name: 'more than 30,000 and about 30,000', a: usd(30_000, 'gt'), b: usd(30_000, 'about'), contradicts: false },
  { name: 'more than 900 and 700', a: usd(900, 'gt'), b: usd(700), contradicts: true },
  { name: 'up to 8,000 and 10,000', a: usd(8_000, 'le'), b: usd(10_000), contradicts: true },
  { name: 'up to 8,000 and 3,000', a: usd(8_000, 'le'), b: usd(3_000), contradicts: false },
  { name: '5 to 7 and 6', a: usd(5, 'eq', 7), b: usd(6), contradicts: false },
  { name: '5 to 7 and 9', a: usd(5, 'eq', 7), b: usd(9), contradicts: true },
])('$name', ({ a, b, contradicts }) => {
  expect([contradict(a, b), contradict(b, a)]).toEqual([contradicts, contradicts]);
});

test('no figure contradicts itself, and contradiction goes both ways', () => {
  const figure = fc.record({
    value: fc.integer({ min: 1, max: 1_000_000_000 }),
    op: fc.constantFrom('eq', 'gt', 'ge', 'lt', 'le', 'about' as const),
    cur: fc.constant('EUR'),
  });
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      expect(contradict(a, a)).toBe(false);
      expect(contradict(a, b)).toBe(contradict(b, a));
      expect(gapOf(a, b)).toBeLessThan(1);
    }),
  );
});
