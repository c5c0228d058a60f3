import fc from 'fast-check';
import { expect, test } from 'vitest';
import { farthest, spellingDistance } from '../../src/domain/spelling.ts';

test.for([
  ['', '', 0],
  ['', 'abc', 3],
  ['kharkiv', 'kharkiv', 0],
  ['khrakiv', 'kharkiv', 1],
  ['kharkv', 'kharkiv', 1],
  ['kharkov', 'kharkiv', 1],
  ['kiev', 'kyiv', 2],
  ['abcd', 'badc', 2],
  ['ca', 'abc', 3],
] as const)('from "%s" to "%s" it is %i', ([a, b, distance]) => {
  expect(spellingDistance(a, b)).toBe(distance);
});

test('is the same both ways, 0 for the same alone, and at least the difference in length', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = spellingDistance(a, b);
      expect(distance).toBe(spellingDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test.for([
  ['ab', 1],
  ['kyiv', 1],
  ['kharkiv', 2],
  ['volodymyr zelenskyy', 3],
] as const)('a name may be up to this far from "%s": %i', ([typed, distance]) => {
  expect(farthest(typed)).toBe(distance);
});
