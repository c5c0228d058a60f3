import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAmounts } from '../../../src/extract/quantities/amount.ts';
import { textNear } from './any-text.ts';
import { LANGUAGES, quantities, type Written } from './lexicons.ts';

const LEXICONS = { en: quantities('en'), ru: quantities('ru'), uk: quantities('uk') };

/** Sums of a text as "value cur", with the upper end and the bound where there is one. */
const read = (language: Written, text: string): readonly string[] =>
  findAmounts(text, LEXICONS[language]).map(
    ({ value, valueMax, cur, op }) => `${value}${valueMax ? `-${valueMax}` : ''} ${cur}${op === 'eq' ? '' : ` ${op}`}`,
  );

describe('sums of money', () => {
  test.for<[Written, string, readonly string[]]>([
    ['en', 'Sweden gave SEK 13 billion', ['13000000000 SEK']],
    ['en', 'a loan of €153m', ['153000000 EUR']],
    ['en', 'half a million dollars for boots', ['500000 USD']],
    ['en', 'a $60bn package', ['60000000000 USD']],
    ['en', '$1.1 billion, then $4.35m', ['1100000000 USD', '4350000 USD']],
    ['en', `$${'9'.repeat(400)}`, []],
    ['en', 'worth $1.5-2 billion', ['1500000000-2000000000 USD']],
    ['en', 'worth $3 million to $5 million', ['3000000-5000000 USD']],
    ['en', 'between 3 and 4 million euros', ['3000000-4000000 EUR']],
    ['en', 'cut from $4 billion to $1 billion', ['4000000000 USD', '1000000000 USD']],
    ['en', 'more than 300 million euros', ['300000000 EUR gt']],
    ['en', 'US$ 3.3 million and CA$5m', ['3300000 USD', '5000000 CAD']],
    ['en', 'at least a further £25 million', ['25000000 GBP ge']],
    ['en', '13.5 billion kronor', ['13500000000 SEK']],
    ['en', 'five hundred rubles', ['500 RUB']],
    ['en', 'up to $1,234.50', ['1234.5 USD le']],
    ['en', 'a contract of $800m (£545m)', ['800000000 USD']],
    ['en', 'two and a half million euros', ['2500000 EUR']],
    ['en', 'nearly ₴20bn', ['20000000000 UAH lt']],
    ['en', '¥5 million or so', ['5000000 JPY about']],
    ['ru', 'выделит 50 млн евро', ['50000000 EUR']],
    ['ru', 'миллиард долларов США', ['1000000000 USD']],
    ['ru', 'около 2,2 миллиарда рублей', ['2200000000 RUB about']],
    ['ru', 'на сумму до $675 млн', ['675000000 USD le']],
    ['ru', '30 000 гривен', ['30000 UAH']],
    ['uk', 'мільярд гривень', ['1000000000 UAH']],
    ['uk', 'понад півтора мільярда євро', ['1500000000 EUR gt']],
    ['uk', 'від 3 до 4 млн доларів', ['3000000-4000000 USD']],
  ])('%s: %s', ([language, text, sums]) => {
    expect(read(language, text)).toEqual(sums);
  });

  test.for<[Written, string]>([
    ['en', 'a million people in a city of 300'],
    ['en', '19 million pounds of flour'],
    ['en', 'a 500-pound bomb'],
    ['en', 'billions of dollars'],
    ['en', 'try 5 times for all 30'],
    ['ru', '50 млн человек'],
  ])('%s: none in "%s"', ([language, text]) => {
    expect(read(language, text)).toEqual([]);
  });

  test('the words of a sum reach from its bound to its currency', () => {
    const text = 'They got more than 300 million euros in May.';
    expect(findAmounts(text, LEXICONS.en).map(({ start, end }) => text.slice(start, end))).toEqual([
      'more than 300 million euros',
    ]);
  });
});

describe('any text', () => {
  const near = textNear('$', '5', ' ', 'million', 'to', '-', '1.5', 'euros', 'млн', 'half a', ',', '€', 'за', '0');
  test.for(LANGUAGES)('%s: sums are in order, in bounds and above zero', (language) => {
    fc.assert(
      fc.property(near, (text) => {
        let last = 0;
        for (const { start, end, value, valueMax } of findAmounts(text, LEXICONS[language])) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(value).toBeGreaterThan(0);
          expect(valueMax ?? value + 1).toBeGreaterThan(value);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
