import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '../../src/domain/entity.ts';
import { parseSearch } from '../../src/domain/search.ts';

const told = (text: string): readonly string[] =>
  parseSearch(text).map(
    ({ words, isPhrase, isBeginning }) => `${isPhrase ? `"${words}"` : words}${isBeginning ? '*' : ''}`,
  );

test.for([
  ['bridge', ['bridge*']],
  ['the bridge fell', ['the', 'bridge', 'fell*']],
  ['"the bridge" fell', ['"the bridge"', 'fell*']],
  ['fell "the bridge"', ['fell', '"the bridge"']],
  ['“the bridge”', ['"the bridge"']],
  ['«на мосту»', ['"на мосту"']],
  ['„на мосту“', ['"на мосту"']],
  ['brid* fell', ['brid*', 'fell*']],
  ['"one"', ['"one"']],
  ['cease-fire', ['"cease fire"']],
  ['"never closed', ['never', 'closed*']],
  ['П’ять', ['пять*']],
  ['a OR b NOT c', ['a', 'or', 'b', 'not', 'c*']],
  ['words:bridge ^x + {y}', ['"words bridge"', 'x', 'y*']],
  ['"" * ( ) !', []],
  ['', []],
] as const)('%s', ([text, terms]) => {
  expect(told(text)).toEqual(terms);
});

test('passes over what is beyond a dozen terms', () => {
  expect(parseSearch('word '.repeat(200))).toHaveLength(12);
});

test('never throws, and leaves folded words alone, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 1_000 }), (text) => {
      for (const { words } of parseSearch(text)) expect(foldName(words)).toBe(words);
    }),
    { numRuns: 50 },
  );
});
