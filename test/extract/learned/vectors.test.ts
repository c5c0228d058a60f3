import { expect, test } from 'vitest';
import type { Token } from '../../../src/extract/document.ts';
import { meanVector, readVectors } from '../../../src/extract/learned/vectors.ts';

const VECTORS = readVectors(['town', 'river'], 2, Uint8Array.from([127, 0, 256 - 127, 127]));

const tokensOf = (text: string): readonly Token[] =>
  text.split(' ').map((word) => ({
    text: word,
    lower: word.toLowerCase(),
    lemma: word,
    pos: 'X',
    start: 0,
    end: 1,
  }));

test.for([
  { text: 'Town', mean: [1, 0] },
  { text: 'the river', mean: [-1, 1] },
  { text: 'Town and river', mean: [0, 0.5] },
  { text: 'town town river river', mean: [0, 0.5] },
  { text: 'nothing known', mean: null },
])('the mean of "$text" is $mean', ({ text, mean }) => {
  expect(meanVector(tokensOf(text), VECTORS)).toEqual(mean);
});

test('numbers that are not one row a word are refused', () => {
  expect(() => readVectors(['town', 'river'], 2, new Uint8Array(3))).toThrow(
    new RangeError('3 numbers for 2 words of 2'),
  );
});
