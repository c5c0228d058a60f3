import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { type Persistence, persist } from '../../src/deliver/persist.ts';

const how = (over: Partial<Persistence> = {}): Persistence => ({
  forMs: 60_000,
  firstPauseMs: 1,
  longestPauseMs: 4,
  passing: () => true,
  signal: new AbortController().signal,
  ...over,
});

/** Fails so often, then works. */
function failing(times: number) {
  const attempts = { made: 0 };
  const attempt = async () => {
    attempts.made += 1;
    if (attempts.made <= times) throw new Error(`attempt ${attempts.made}`);
    return attempts.made;
  };
  return { attempts, attempt };
}

test('tries until it works', async () => {
  expect(await persist(failing(5).attempt, how())).toBe(6);
});

test('a failure that does not pass ends it', async () => {
  const { attempt, attempts } = failing(5);
  await expect(persist(attempt, how({ passing: () => false }))).rejects.toThrow('attempt 1');
  expect(attempts.made).toBe(1);
});

test('ends when its time is up, with the last failure', async () => {
  const { attempt, attempts } = failing(1_000);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => attempts.made * 10);
  await expect(persist(attempt, how({ forMs: 42 }))).rejects.toThrow('attempt 4');
  clock.mockRestore();
  expect(attempts.made).toBe(4);
});

test('tries once even when no time is left', async () => {
  expect(await persist(failing(0).attempt, how({ forMs: -1 }))).toBe(1);
});

test('a pause is cut short when it is called off', async () => {
  const end = new AbortController();
  const waiting = persist(failing(1_000).attempt, how({ forMs: 60_000, firstPauseMs: 30_000, signal: end.signal }));
  await nextTurn();
  end.abort();
  await expect(waiting).rejects.toThrow('attempt 2');
});
