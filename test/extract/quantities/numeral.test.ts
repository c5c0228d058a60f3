import { expect, test } from 'vitest';
import { digitsOf, numeralAt } from '../../../src/extract/quantities/numeral.ts';
import { tokenise } from '../../../src/extract/quantities/token.ts';
import { quantities, type Written } from './lexicons.ts';

test.for<[string, '.' | ',', boolean, number | null]>([
  ['1,500', '.', false, 1500],
  ['1.500', '.', false, 1500],
  ['1.500', '.', true, 1.5],
  ['1,500', '.', true, 1500],
  ['1,500', ',', true, 1.5],
  ['2,2', '.', false, 2.2],
  ['0.125', '.', false, 0.125],
  ['1.234.567', ',', false, 1_234_567],
  ['1,234.5', '.', false, 1234.5],
  ['10.05.2024', '.', false, null],
])('%s with decimal %s, multiplied %s', ([text, decimal, multiplied, value]) => {
  expect(digitsOf(text, decimal, multiplied)).toBe(value);
});

test.for<[Written, string, number]>([
  ['en', 'twenty-five', 25],
  ['en', 'two hundred and six', 206],
  ['en', 'a hundred thousand', 100_000],
  ['en', 'three million two hundred thousand', 3_200_000],
  ['en', 'half a dozen', 6],
  ['ru', 'двести тридцать пять тысяч', 235_000],
  ['ru', 'полтора миллиона', 1_500_000],
  ['uk', 'п’ятсот вісімдесят', 580],
])('%s: %s', ([language, text, value]) => {
  const lexicon = quantities(language);
  const tokens = tokenise(text, lexicon.spacedThousands);
  const read = numeralAt(tokens, 0, lexicon);
  expect([read?.value, read?.next]).toEqual([value, tokens.length]);
});
