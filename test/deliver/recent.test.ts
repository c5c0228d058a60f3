import { expect, test } from 'vitest';
import { createRecent } from '../../src/deliver/recent.ts';

test('a key is new once, until so many others have come', () => {
  const { isNew } = createRecent(2);
  expect(['a', 'a', 'b', 'a', 'c', 'a'].map(isNew)).toEqual([true, false, true, false, true, true]);
});
