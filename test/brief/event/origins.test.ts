import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originsOf } from '../../../src/brief/event/origins.ts';
import { areCopies, likeness, marksOf, sketchFrom, sketchOf } from '../../../src/brief/event/sketch.ts';
import type { Witness } from '../../../src/domain/event.ts';

const article = (publisher: string, over: Partial<Witness> = {}): Witness => ({
  articleId: `by-${publisher.toLowerCase()}`,
  publisher,
  relays: [],
  sketch: null,
  ...over,
});

/** So many different words, from one number on. */
const prose = (from: number, words: number): string =>
  Array.from({ length: words }, (_, at) => `word${from + at}`).join(' ');
const sketched = (text: string): Pick<Witness, 'sketch'> => ({ sketch: sketchOf(text) });

test.for([
  { name: 'nobody', articles: [], origins: 0 },
  { name: 'two outlets', articles: [article('AP'), article('BBC')], origins: 2 },
  { name: 'one outlet twice', articles: [article('AP'), article('AP')], origins: 1 },
  {
    name: 'two that pass on one agency',
    articles: [article('X', { relays: ['AFP'] }), article('Y', { relays: ['afp '] })],
    origins: 1,
  },
  { name: 'an agency and who passes it on', articles: [article('AFP'), article('Y', { relays: ['AFP'] })], origins: 1 },
  {
    name: 'a chain: one passes on two',
    articles: [article('AFP'), article('BBC'), article('Y', { relays: ['AFP', 'BBC'] })],
    origins: 1,
  },
  {
    name: 'a copy with another end',
    articles: [article('X', sketched(prose(0, 400))), article('Y', sketched(`${prose(0, 380)} ${prose(900, 60)}`))],
    origins: 1,
  },
  {
    name: 'a short piece out of a long one',
    articles: [article('X', sketched(prose(0, 1_200))), article('Y', sketched(prose(300, 300)))],
    origins: 1,
  },
  {
    name: 'a sentence in common',
    articles: [article('X', sketched(prose(0, 400))), article('Y', sketched(`${prose(0, 25)} ${prose(900, 400)}`))],
    origins: 2,
  },
  {
    name: 'two texts too short to tell',
    articles: [article('X', sketched('a b c')), article('Y', sketched('a b c'))],
    origins: 2,
  },
])('$name: $origins', ({ articles, origins }) => {
  expect(originsOf(articles)).toBe(origins);
  expect(originsOf(articles.toReversed())).toBe(origins);
});

test('three hundred copies are one origin', () => {
  const sketch = sketchOf(prose(0, 500));
  expect(originsOf(Array.from({ length: 300 }, (_, at) => article(`Outlet ${at}`, { sketch })))).toBe(1);
});

test('a sketch has a bounded size, is of the words alone, and no bytes break what reads it', () => {
  expect(sketchOf(prose(0, 5_000)).byteLength).toBeLessThan(500);
  expect(sketchOf('One, two! three')).toEqual(sketchOf('one TWO   three'));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'grapheme' }), (bytes, text) => {
      expect(areCopies(sketchFrom(bytes), sketchFrom(sketchOf(text)))).toBe(false);
    }),
  );
});

test.for([
  { name: 'the same text', other: prose(0, 400), from: 1, to: 1 },
  { name: 'another end', other: `${prose(0, 300)} ${prose(900, 100)}`, from: 0.6, to: 0.9 },
  { name: 'its first part', other: prose(0, 200), from: 0.9, to: 1 },
  { name: 'a sentence of it', other: `${prose(0, 25)} ${prose(900, 400)}`, from: 0, to: 0 },
  { name: 'too few words to tell', other: prose(0, 10), from: 0, to: 0 },
])('$name is alike by $from to $to, whichever is asked for', ({ other, from, to }) => {
  const [a, b] = [sketchOf(prose(0, 400)), sketchOf(other)];
  expect(likeness(a, b)).toBeGreaterThanOrEqual(from);
  expect(likeness(a, b)).toBeLessThanOrEqual(to);
  expect(likeness(b, a)).toBe(likeness(a, b));
});

test('of a hundred pairs of texts that share half, all but a few have a mark in common, and of others none', () => {
  const pairs = Array.from({ length: 100 }, (_, at) => at * 10_000);
  const haveOne = (from: number, to: number): boolean => {
    const marks = new Set(marksOf(sketchOf(prose(from, 400))));
    return marksOf(sketchOf(prose(to, 400))).some((mark) => marks.has(mark));
  };
  expect(pairs.filter((from) => haveOne(from, from + 196)).length).toBeGreaterThanOrEqual(97);
  expect(pairs.filter((from) => haveOne(from, from + 5_000))).toEqual([]);
});
