import type { Amount, Count } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
import { messagesIn } from './messages/in-language.ts';
import { perLanguage } from './per-language.ts';
import { quoted } from './quoted.ts';

const plain = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }));
const compact = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 }),
);

export const numberWords = (value: number, language: Language): string => plain(language).format(value);

/** A count with its bound; a word for a count ("several") stays the article's own, in quotation marks. */
export function countWords(count: Count, language: Language): string {
  if ('vague' in count) return quoted(count.vague, language);
  const { value, valueMax } = count;
  const figure = [value, ...(valueMax === undefined ? [] : [valueMax])].map((n) => numberWords(n, language)).join('–');
  return messagesIn(language).line.bound[count.op](figure);
}

/** An amount with its bound and currency, never rounded: "about $61.4 billion", "61,4 мільярда доларів США". */
export function amountWords(amount: Amount, language: Language): string {
  const { value, valueMax, cur } = amount;
  const ends = [value, ...(valueMax === undefined ? [] : [valueMax])];
  return messagesIn(language).line.bound[amount.op](ends.map((n) => money(n, cur, language)).join(' – '));
}

function money(value: number, cur: string, language: Language): string {
  const short = value >= 1_000_000 && Number.isInteger(value / thousandth(value));
  const notation = short ? ({ notation: 'compact', compactDisplay: 'long' } as const) : {};
  if (language !== 'en') return currencyName(value, cur, language, notation);
  const sign = symbol(cur);
  const number = short ? compact(language).format(value) : numberWords(value, language);
  return sign.length === 1 ? `${sign}${number}` : `${sign}\u00a0${number}`;
}

/** A thousandth of the value's own unit (million, billion …): finer than that is not shortened. */
const thousandth = (value: number): number => 10 ** (Math.floor(Math.log10(value) / 3) * 3 - 3);

/** Formatters of money are slow to make, and there are few currencies. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, formatter);
  return formatter;
}

const symbols = new Map<string, string>();

function symbol(cur: string): string {
  const known = symbols.get(cur) ?? symbolOf(cur);
  symbols.set(cur, known);
  return known;
}

function symbolOf(cur: string): string {
  const options = { style: 'currency', currency: cur, currencyDisplay: 'narrowSymbol' } as const;
  const parts = new Intl.NumberFormat('en-GB', options).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? cur;
}

function currencyName(value: number, cur: string, language: Language, notation: Intl.NumberFormatOptions): string {
  return formatterOf(language, {
    style: 'currency',
    currency: cur,
    currencyDisplay: 'name',
    minimumFractionDigits: 0,
    maximumFractionDigits: 3,
    ...notation,
  }).format(value);
}
