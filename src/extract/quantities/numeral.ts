import type { QuantityLexicon } from './lexicon.ts';
import { phraseAt } from './phrase.ts';
import type { Token } from './token.ts';

/** A number as it is written, over the tokens `[at, next)`. */
export interface Numeral {
  readonly value: number;
  readonly at: number;
  readonly next: number;
  /** What its last multiplier stands for, 1 without one. */
  readonly scale: number;
  /** Written in digits, at least in part. */
  readonly digits: boolean;
}

/** The words of a language that make numbers. */
export type NumeralWords = Pick<
  QuantityLexicon,
  'decimal' | 'articles' | 'cardinals' | 'multipliers' | 'moneyMultipliers' | 'singles' | 'halves' | 'andHalf' | 'and'
>;

/** Whether a number, or a currency before it, may begin with a token: a cheap look before the others. */
export const mayStart = (token: Token | undefined, { starts }: Pick<QuantityLexicon, 'starts'>): boolean =>
  token?.kind === 'number' || starts.has(token?.text ?? '');

const HUNDRED = 100;
/** A number beyond is a code, not a quantity. */
const MOST = 1e15;

/** A product without the remainder that binary fractions leave (1.1 × 10⁹). */
export const times = (value: number, scale: number): number => Number((value * scale).toPrecision(12));
/** A number of more words is none. */
const MAX_WORDS = 12;

/**
 * The number that begins at token `at`, in digits ("1.5 million", "30,000", "60bn") or words ("two hundred and six",
 * "half a million", "a dozen"); null where there is none.
 */
export function numeralAt(tokens: readonly Token[], at: number, words: NumeralWords): Numeral | null {
  const token = tokens[at];
  if (!token || token.kind === 'sign') return null;
  if (token.kind === 'number') return inDigits(tokens, at, words);
  return halfOf(tokens, at, words) ?? inWords(tokens, at, words);
}

/** The multiplier at token `at`; short forms count only right behind their digits. */
function multiplierAt(tokens: readonly Token[], at: number, words: NumeralWords): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  return token.text.length === 1 && !token.glued ? undefined : words.multipliers.get(token.text);
}

function inDigits(tokens: readonly Token[], at: number, words: NumeralWords): Numeral | null {
  const scale = multiplierAt(tokens, at + 1, words);
  const plain = digitsOf(tokens[at]?.text ?? '', words.decimal, scale !== undefined);
  if (plain === null || plain * (scale ?? 1) > MOST) return null;
  if (scale === undefined) return { value: plain, at, next: at + 1, scale: 1, digits: true };
  return { value: times(plain, scale), at, next: afterDot(tokens, at + 2), scale, digits: true };
}

/** Passes the full stop of an abbreviated multiplier ("6 mln. euro") that does not end the sentence. */
const afterDot = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.text === '.' && tokens[at]?.glued && tokens[at + 1]?.kind === 'word' && !tokens[at + 1]?.capital
    ? at + 1
    : at;

/**
 * What digits with points and commas mean: three digits behind the only separator are thousands, unless it is the decimal
 * sign of the language and the number is multiplied ("1.250 million"), or the number begins with a zero.
 * null where the separators agree with no reading ("10.05.2024").
 */
export function digitsOf(raw: string, decimal: '.' | ',', multiplied: boolean): number | null {
  const text = raw.replace(/\s/g, '');
  const parts = text.split(/[.,]/);
  const [whole = '', ...rest] = parts;
  if (rest.length === 0) return Number(text);
  const separators = text.replace(/\d/g, '');
  const grouped = /^[1-9]\d{0,2}$/.test(whole) && rest.every((part) => part.length === 3);
  if (rest.length === 1) {
    const thousands = grouped && !(separators === decimal && multiplied);
    return Number(thousands ? whole + rest[0] : `${whole}.${rest[0]}`);
  }
  if (grouped && new Set(separators).size === 1) return Number(parts.join(''));
  const fraction = rest.at(-1) ?? '';
  const groups = rest.slice(0, -1);
  const mixed = groups.every((part) => part.length === 3) && new Set(separators.slice(0, -1)).size === 1;
  return mixed && separators.at(-1) !== separators[0] ? Number(`${whole}${groups.join('')}.${fraction}`) : null;
}

/** "half a million" */
function halfOf(tokens: readonly Token[], at: number, words: NumeralWords): Numeral | null {
  const half = phraseAt(tokens, at, words.halves);
  const scale = half ? words.multipliers.get(tokens[half.next]?.text ?? '') : undefined;
  return half && scale !== undefined ? { value: scale / 2, at, next: half.next + 1, scale, digits: false } : null;
}

interface Sum {
  readonly total: number;
  readonly current: number;
  readonly scale: number;
  readonly next: number;
}

/** Whether a cardinal may follow what has been read: units after tens, anything smaller after a multiplier. */
const fits = (current: number, value: number): boolean =>
  current === 0 ||
  (current % 10 === 0 && value < 10 && current % HUNDRED !== 10 && current % HUNDRED !== 0) ||
  (current % HUNDRED === 0 && value < HUNDRED);

function withWord(sum: Sum, word: string, words: NumeralWords, next: number): Sum | null {
  const cardinal = words.cardinals.get(word);
  if (cardinal !== undefined)
    return fits(sum.current, cardinal) ? { ...sum, current: sum.current + cardinal, next } : null;
  const scale = words.multipliers.get(word);
  if (scale === undefined || (sum.current === 0 && !words.singles.has(word))) return null;
  if (scale < 1_000)
    return sum.current < scale ? { ...sum, current: times(sum.current || 1, scale), scale, next } : null;
  return { total: sum.total + times(sum.current || 1, scale), current: 0, scale, next };
}

/** Where the next word of a spelled number may stand: past a hyphen or "and". */
function joined(tokens: readonly Token[], at: number, words: NumeralWords): number {
  const token = tokens[at];
  const links = token?.text === '-' ? token.glued : words.and.has(token?.text ?? '');
  return links && words.cardinals.has(tokens[at + 1]?.text ?? '') ? at + 1 : at;
}

function inWords(tokens: readonly Token[], at: number, words: NumeralWords): Numeral | null {
  const article = words.articles.has(tokens[at]?.text ?? '') && words.multipliers.has(tokens[at + 1]?.text ?? '');
  let sum: Sum = { total: 0, current: article ? 1 : 0, scale: 1, next: article ? at + 1 : at };
  for (let read = 0; read < MAX_WORDS; read++) {
    const next =
      sum.next === at || sum.scale === 1 ? hyphened(tokens, sum.next, words) : joined(tokens, sum.next, words);
    const half = read > 0 ? phraseAt(tokens, sum.next, words.andHalf) : null;
    const word = tokens[next]?.text ?? '';
    const more: Sum | null = half
      ? { ...sum, current: sum.current + 0.5, next: half.next }
      : withWord(sum, word, words, next + 1);
    if (!more) break;
    sum = more;
  }
  const value = sum.total + sum.current;
  return value > 0 && value <= MOST && sum.next > at + (article ? 1 : 0)
    ? { value, at, next: sum.next, scale: sum.scale, digits: false }
    : null;
}

/** Past the hyphen of "twenty-five". */
const hyphened = (tokens: readonly Token[], at: number, words: NumeralWords): number =>
  tokens[at]?.text === '-' && words.cardinals.has(tokens[at + 1]?.text ?? '') ? at + 1 : at;
