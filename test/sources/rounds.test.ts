import { expect, test } from 'vitest';
import { inRounds } from '../../src/sources/rounds.ts';

/** Work in a line: what is done leaves it. */
function line(all: readonly string[], stays: (one: string) => boolean) {
  const waiting = [...all];
  const done: string[] = [];
  let [under, most] = [0, 0];
  return {
    done,
    most: () => most,
    take: async (atMost: number) => waiting.slice(0, atMost),
    step: async (one: string) => {
      under += 1;
      most = Math.max(most, under);
      await Promise.resolve();
      under -= 1;
      done.push(one);
      if (stays(one)) return false;
      waiting.splice(waiting.indexOf(one), 1);
      return true;
    },
  };
}

const names = (n: number) => Array.from({ length: n }, (_, at) => `n${at}`);
const always = () => true;

test('does all that waits, in order, no more at once than it may', async () => {
  const work = line(names(50), () => false);
  await inRounds({ ...work, nameOf: String, atOnce: 3, goesOn: always });
  expect(work.done).toEqual(names(50));
  expect(work.most()).toBe(3);
});

test('what does not go is tried once and keeps nothing back', async () => {
  const work = line(names(50), (one) => ['n0', 'n7', 'n49'].includes(one));
  await inRounds({ ...work, nameOf: String, atOnce: 2, goesOn: always });
  expect([...work.done].sort()).toEqual(names(50).sort());
});

test('begins no round that it may not', async () => {
  const work = line(names(50), () => false);
  const rounds = [true, true, false].values();
  const goesOn = () => rounds.next().value ?? false;
  await inRounds({ ...work, nameOf: String, atOnce: 1, goesOn });
  expect(work.done).toEqual(names(8));
});

test('a failure is told when what is under way is done', async () => {
  const work = line(names(4), () => false);
  const step = async (one: string) => {
    if (one === 'n0') throw new Error('broken');
    return work.step(one);
  };
  await expect(inRounds({ ...work, step, nameOf: String, atOnce: 2, goesOn: always })).rejects.toThrow('broken');
  expect(work.done).toEqual(['n1', 'n2', 'n3']);
});
