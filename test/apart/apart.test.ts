import { afterEach, describe, expect, test } from 'vitest';
import { createProcess } from '../../src/apart/process.ts';
import type { Apart, Pace } from '../../src/apart/queue.ts';
import { createThread } from '../../src/apart/thread.ts';

type Open = (pace?: Partial<Pace>) => Apart;

const scriptOf = (name: string): URL => new URL(name, import.meta.url);
const thread = (script: string, pace: Partial<Pace> = {}): Apart =>
  createThread({ name: 'test', script: scriptOf(script), data: null, limits: {}, ...pace });
const separate = (script: string, pace: Partial<Pace> = {}): Apart =>
  createProcess({ name: 'test', script: scriptOf(script), data: '', heapMb: 48, ...pace });

const opened: Apart[] = [];
const kept = (apart: Apart): Apart => {
  opened.push(apart);
  return apart;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

/** Holds the event loop for so many ms. */
function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const echo = (value: unknown): object => ({ kind: 'echo', value });

describe.each<{ name: string; open: Open; broken: () => Apart }>([
  {
    name: 'a thread',
    open: (pace) => kept(thread('thread-script.ts', pace)),
    broken: () => kept(thread('nowhere.ts')),
  },
  {
    name: 'a process',
    open: (pace) => kept(separate('process-script.ts', pace)),
    broken: () => kept(separate('nowhere.ts')),
  },
])('$name', ({ open, broken }) => {
  test('answers each request, bytes and all', async () => {
    const { ask } = open();
    const values = ['a', { b: [1, null] }, new Uint8Array([1, 2, 255])];
    expect(await Promise.all(values.map((value) => ask(echo(value))))).toEqual(values);
  });

  test('lets all else have its turn between two answers, however much is asked and however long each is worked on', async () => {
    const { ask } = open();
    await ask(echo(0));
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      turning = setImmediate(turn);
    };
    let turning = setImmediate(turn);
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        await ask(echo(at));
        busyFor(5);
        return turns;
      }),
    );
    clearImmediate(turning);
    expect(new Set(seen).size).toBe(20);
  });

  test('fails a request with what was thrown over it, and lives on', async () => {
    const { ask } = open();
    const first = await ask({ kind: 'who' });
    await expect(ask({ kind: 'fail' })).rejects.toThrow('failed as asked');
    expect(await ask({ kind: 'who' })).toBe(first);
  });

  test.each([
    { what: 'takes too long', request: { kind: 'spin' }, kind: 'too-slow' },
    { what: 'ends it', request: { kind: 'exit' }, kind: 'broken' },
  ])('fails what $what alone; those behind it are done', async ({ request, kind }) => {
    const { ask } = open({ deadlineMs: 300 });
    const asked = [echo(1), request, echo(2)].map((one) => ask(one));
    const settled = await Promise.allSettled(asked);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.kind))).toEqual([1, kind, 2]);
  });

  test('takes what is urgent before all that waits, and else keeps the order', async () => {
    const { ask } = open();
    const done: string[] = [];
    const note = async (name: string, isUrgent: boolean): Promise<void> => {
      await ask(echo(name), isUrgent);
      done.push(name);
    };
    await Promise.all([note('first', false), note('second', false), note('urgent', true), note('more urgent', true)]);
    expect(done).toEqual(['first', 'urgent', 'more urgent', 'second']);
  });

  test('ends when nobody asks, and starts again for who does', async () => {
    const { ask } = open({ idleMs: 1 });
    const first = await ask({ kind: 'who' });
    await expect.poll(() => ask({ kind: 'who' })).not.toBe(first);
  });

  test('fails what waits when it is closed, and whatever is asked afterwards', async () => {
    const { ask, close } = open();
    const waiting = Promise.allSettled([ask({ kind: 'spin' }), ask(echo(1)), ask(echo(2), true)]);
    await close();
    const late = ask(echo(3));
    const settled = await Promise.allSettled([...(await waiting).map(reasonOf), late.catch((error) => error.kind)]);
    expect(settled.map((one) => one.status === 'fulfilled' && one.value)).toEqual(Array(4).fill('closed'));
  });

  test('that cannot start fails each request', async () => {
    const { ask } = broken();
    const settled = await Promise.allSettled([ask(echo(1)), ask(echo(2))]);
    expect(settled.map(reasonOf)).toEqual(['broken', 'broken']);
  });

  test('fails what cannot be sent to it', async () => {
    const { ask } = open();
    await expect(ask(echo(() => 1))).rejects.toThrow(/clone/);
    expect(await ask(echo(1))).toBe(1);
  });
});

const reasonOf = (one: PromiseSettledResult<unknown>): unknown => (one.status === 'rejected' ? one.reason.kind : null);

test('a process that runs out of memory is the end of one request and of nothing else', async () => {
  const { ask } = kept(separate('process-script.ts'));
  const settled = await Promise.allSettled([ask(echo(1)), ask({ kind: 'hoard' }), ask(echo(2))]);
  expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.kind))).toEqual([1, 'too-heavy', 2]);
});
