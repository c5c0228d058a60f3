import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_MS,
  LONGEST_MS,
  pacedAfter,
  pauseAfterFailure,
  pauseAfterReading,
  SHORTEST_MS,
  spread,
} from '../../src/sources/pace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('how often a feed is read', () => {
  test.each([
    ['half as long after something new', 40 * MINUTE, true, 20 * MINUTE],
    ['half as long again after nothing', 40 * MINUTE, false, HOUR],
    ['never under five minutes', 6 * MINUTE, true, 5 * MINUTE],
    ['never over a day', 20 * HOUR, false, 24 * HOUR],
  ])('%s', (_, before, isNew, after) => {
    expect(pacedAfter(before, isNew)).toBe(after);
  });

  test('a feed that gives something new each time is soon read every five minutes, one that gives nothing once a day', () => {
    const settled = (isNew: boolean) =>
      Array.from({ length: 12 }).reduce<number>((ms) => pacedAfter(ms, isNew), FIRST_MS);
    expect([settled(true), settled(false)]).toEqual([SHORTEST_MS, LONGEST_MS]);
  });

  test.each([
    ['nothing said', null, 10 * MINUTE],
    ['good for less', MINUTE, 10 * MINUTE],
    ['good for longer', HOUR, HOUR],
    ['good for a year', 365 * 24 * HOUR, 24 * HOUR],
  ])('the server says: %s', (_, freshForMs, pause) => {
    expect(pauseAfterReading(10 * MINUTE, freshForMs)).toBe(pause);
  });

  test.each([
    [1, null, 5 * MINUTE],
    [2, null, 10 * MINUTE],
    [5, null, 80 * MINUTE],
    [100, null, 6 * HOUR],
    [1, 2 * HOUR, 2 * HOUR],
    [1, 1_000, 5 * MINUTE],
    [1, 365 * 24 * HOUR, 7 * 24 * HOUR],
  ])('after %i failures in a row, asked to wait %s ms', (failures, retryAfterMs, pause) => {
    expect(pauseAfterFailure(failures, retryAfterMs)).toBe(pause);
  });

  test('pauses are spread by a tenth to either side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: LONGEST_MS }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (ms, random) => {
          const pause = spread(ms, random);
          expect(pause).toBeGreaterThanOrEqual(Math.floor(ms * 0.9));
          expect(pause).toBeLessThanOrEqual(Math.ceil(ms * 1.1));
        },
      ),
    );
  });
});
