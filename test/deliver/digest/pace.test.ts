import { expect, test } from 'vitest';
import { createPace } from '../../../src/deliver/digest/pace.ts';

const NEVER = new AbortController().signal;

test('turns come in the order of asking, none sooner than its time after the one before', async () => {
  const pace = createPace(5);
  const turns: { readonly nth: number; readonly atMs: number }[] = [];
  await Promise.all([0, 1, 2, 3, 4].map((nth) => pace(NEVER).then(() => turns.push({ nth, atMs: performance.now() }))));
  expect(turns.map(({ nth }) => nth)).toEqual([0, 1, 2, 3, 4]);
  const pauses = turns.slice(1).map(({ atMs }, at) => atMs - (turns[at]?.atMs ?? 0));
  // Timers count in whole milliseconds.
  expect(Math.min(...pauses)).toBeGreaterThan(3);
});

test('who gives up waiting takes no turn, and keeps nobody from theirs', async () => {
  const pace = createPace(1);
  const gone = AbortSignal.abort(new Error('gone'));
  await expect(pace(gone)).rejects.toThrow('gone');
  await expect(pace(NEVER)).resolves.toBeUndefined();
});
