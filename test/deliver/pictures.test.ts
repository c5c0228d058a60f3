import { setImmediate as nextRound } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createPictures, type Draw } from '../../src/deliver/pictures.ts';
import { aDraw, aPicture } from '../support/picture-command.ts';

const spec = (title: string) => aPicture(title).spec;

test('a picture is named by its kind and by what is on it', async () => {
  const pictures = createPictures(aDraw().draw);
  const [first, again, other] = await Promise.all(['a', 'a', 'b'].map((title) => pictures(spec(title))));
  expect(first?.name).toMatch(/^counts-[0-9a-f]{16}\.png$/);
  expect(again).toEqual(first);
  expect(other?.name).not.toBe(first?.name);
});

test('a picture is drawn once, however many ask for it, at once or later', async () => {
  const { draw, drawn } = aDraw();
  const pictures = createPictures(draw);
  await Promise.all([pictures(spec('a')), pictures(spec('a')), pictures(spec('b'))]);
  await pictures(spec('a'));
  expect(drawn).toEqual(['a', 'b']);
});

test('of several, each is drawn when the one before is done, failed or not', async () => {
  const order: string[] = [];
  const draw: Draw = async ({ title }) => {
    order.push(`${title} begins`);
    await nextRound();
    order.push(`${title} ends`);
    if (title === 'a') throw new Error('torn');
    return new Uint8Array(1);
  };
  const pictures = createPictures(draw);
  await Promise.allSettled(['a', 'b', 'c'].map((title) => pictures(spec(title))));
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('one that failed is tried again', async () => {
  const { draw, drawn } = aDraw();
  const pictures = createPictures(draw);
  await expect(pictures(spec('nothing'))).rejects.toThrow('no paint');
  await expect(pictures(spec('nothing'))).rejects.toThrow('no paint');
  expect(drawn).toHaveLength(2);
});

describe('of those drawn, the ones asked for last are kept within the bytes', () => {
  const tenBytes: Draw = async () => new Uint8Array(10);
  test.for([
    { name: 'both fit', keptBytes: 20, asked: ['a', 'b', 'a'], drawn: ['a', 'b'] },
    { name: 'one fits', keptBytes: 19, asked: ['a', 'b', 'a'], drawn: ['a', 'b', 'a'] },
    {
      name: 'asking again keeps it',
      keptBytes: 20,
      asked: ['a', 'b', 'a', 'c', 'a', 'b'],
      drawn: ['a', 'b', 'c', 'b'],
    },
    { name: 'none fits', keptBytes: 9, asked: ['a', 'a'], drawn: ['a', 'a'] },
  ])('$name', async ({ keptBytes, asked, drawn }) => {
    const seen: unknown[] = [];
    const draw: Draw = (one) => {
      seen.push(one.title);
      return tenBytes(one);
    };
    const pictures = createPictures(draw, keptBytes);
    for (const title of asked) expect((await pictures(spec(title))).bytes).toHaveLength(10);
    expect(seen).toEqual(drawn);
  });
});
