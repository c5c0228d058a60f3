import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWord, MOST_CHARS, tokenise } from '../../../src/extract/quantities/token.ts';
import { textNear } from './any-text.ts';

const texts = (text: string, spaced = false): readonly string[] => tokenise(text, spaced).map((token) => token.text);

test.for<[string, readonly string[]]>([
  ['The S-300 hit.', ['the', 's', '-', '300', 'hit', '.']],
  ['$1,234.50, in all', ['$', '1,234.50', ',', 'in', 'all']],
  ['п’ятниця, всё', ["п'ятниця", ',', 'все']],
  ["Russia's troops' base", ["russia's", 'troops', "'", 'base']],
  ['30\u00a0000 men', ['30\u00a0000', 'men']],
  ['30 000', ['30', '000']],
  ['MH17 \u{1f600}', ['mh17', '\u{1f600}']],
])('%s', ([text, words]) => {
  expect(texts(text)).toEqual(words);
});

test('a plain space parts thousands where the language writes so', () => {
  expect(texts('30 000 або 5 2000', true)).toEqual(['30 000', 'або', '5', '2000']);
});

test('what lies beyond the longest sentence is not read', () => {
  expect(tokenise('a '.repeat(MOST_CHARS)).length).toBe(MOST_CHARS / 2);
});

test('tokens of any text are in order, leave only spaces between, and know what they stand behind', () => {
  fc.assert(
    fc.property(textNear('30', '000', '1.5', 'п’ять'), fc.boolean(), (text, spaced) => {
      let last = 0;
      for (const { text: word, start, end, glued, kind } of tokenise(text, spaced)) {
        expect(text.slice(last, start).trim()).toBe('');
        expect(glued).toBe(start > 0 && start === last);
        expect(word).toBe(kind === 'word' ? foldWord(text.slice(start, end)) : text.slice(start, end));
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(text.slice(last).trim()).toBe('');
    }),
  );
});
