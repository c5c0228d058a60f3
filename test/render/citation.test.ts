import { expect, test } from 'vitest';
import { citationRuns, deepLink } from '../../src/render/citation.ts';
import { aSource } from '../support/briefs.ts';

test.for([
  { url: 'https://a.org/x', pointers: ['In Kyiv'], link: 'https://a.org/x#:~:text=In%20Kyiv' },
  // A hyphen has a meaning of its own there.
  { url: 'https://a.org/x', pointers: ['north-east, so'], link: 'https://a.org/x#:~:text=north%2Deast%2C%20so' },
  { url: 'https://a.org/x#part', pointers: ['Київ'], link: 'https://a.org/x#part:~:text=%D0%9A%D0%B8%D1%97%D0%B2' },
  { url: 'https://a.org/x', pointers: ['cut \ud83d'], link: 'https://a.org/x#:~:text=cut%20%EF%BF%BD' },
  { url: 'https://a.org/x', pointers: ['one', 'two', 'one'], link: 'https://a.org/x#:~:text=one&text=two' },
])('$url at $pointers', ({ url, pointers, link }) => {
  expect(deepLink(url, pointers)).toBe(link);
});

test('the best citations stand in the order of their numbers', () => {
  const sources = new Map([1, 2, 5].map((citation) => [citation, aSource({ citation })]));
  const runs = citationRuns([5, 2, 5, 1], sources, 2, (n) => `+${n}`);
  expect(runs.map(({ text }) => text).join('')).toBe('[2][5] +1');
});
