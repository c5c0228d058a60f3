import { expect, test } from 'vitest';
import { createCooldown } from '../../src/deliver/cooldown.ts';

test('a pause ends when it should, and a refused call does not start it anew', () => {
  const { take } = createCooldown(3_000);
  expect([take('a', 0), take('a', 1_000), take('a', 2_999), take('a', 3_000)]).toEqual([0, 2_000, 1, 0]);
});

test('no pause where none is wanted', () => {
  const { take } = createCooldown(0);
  expect([take('a', 0), take('a', 0)]).toEqual([0, 0]);
});

test('a clock set back does not lock anybody out', () => {
  const { take } = createCooldown(3_000);
  take('a', 3_600_000);
  expect(take('a', 0)).toBe(0);
});

test('only so many members are kept in mind', () => {
  const { take } = createCooldown(3_000);
  for (let member = 0; member <= 10_000; member += 1) take(`m${member}`, 0);
  expect(take('m0', 1)).toBe(0);
  expect(take('m10000', 1)).toBe(2_999);
});
