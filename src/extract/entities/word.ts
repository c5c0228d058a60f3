import { foldName } from '../../domain/entity.ts';
import type { Sentence, Token } from '../document.ts';

/** A word as names are compared; a token with inner hyphens is several. Marks are no words. */
export interface Word {
  /** What is compared: `Folding` of the word. */
  readonly fold: string;
  /** Index of its token in the sentence. */
  readonly token: number;
  readonly capital: boolean;
  /** All its letters are capitals, and there are two or more. */
  readonly upper: boolean;
  /** Only a hyphen stands between it and the word before. */
  readonly hyphened: boolean;
  /** A mark other than a hyphen stands before it: no name goes on across it. */
  readonly apart: boolean;
  /** An English possessive ending: 's. */
  readonly possessive: boolean;
}

/** How the words of a language are compared: Latin ones by their letters, Cyrillic ones by their stems too. */
export type Folding = (lower: string) => string;

const SINGLE = /^[A-Za-z0-9]+$/;
const PLAIN = /^[a-z0-9]+$/;
const PLAIN_CYRILLIC = /^[а-яёіїєґ]+$/;
/** As foldName has them, which takes much longer. */
const BARE: Readonly<Record<string, string>> = { й: 'и', ї: 'і', ё: 'е' };
const LETTER = /[\p{L}\p{N}]/u;
const CAPITAL = /^\p{Lu}/u;
const UPPER = /^\p{Lu}[\p{Lu}\p{N}.&-]*\p{Lu}[\p{Lu}\p{N}.]*s?$/u;
const HYPHENS = new Set(['-', '–', '‑']);
const POSSESSIVE = new Set(["'s", "'"]);
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Case endings of names and adjectives in Russian and Ukrainian, the longest first; three letters of a word stay. */
const ENDINGS =
  'ыми ими ого его ому ему ами ями ої ій ою єю ею ой ей ом ем єм ам ям ах ях ых их іх ым им ім ая яя ое ее ые ие ую юю ий ый а я о е є и ы і ї у ю ь й'.split(
    ' ',
  );

/** Case forms of a Cyrillic name by one stem (Харків, Харкова, Харкові); other words without dots, marks and apostrophes. */
export const foldNameWord: Folding = (lower) => {
  if (PLAIN.test(lower)) return lower;
  if (PLAIN_CYRILLIC.test(lower)) return nameStem(lower).replace(/[йїё]/g, (letter) => BARE[letter] ?? letter);
  const plain = foldName(CYRILLIC.test(lower) ? nameStem(lower) : lower.replaceAll('.', ''));
  return plain.includes(' ') ? plain.replaceAll(' ', '') : plain;
};

const ENDINGS_BY_LAST = Map.groupBy(ENDINGS, (ending) => ending.charAt(ending.length - 1));
const MIN_STEM = 3;

function nameStem(lower: string): string {
  const ending = ENDINGS_BY_LAST.get(lower.charAt(lower.length - 1))?.find(
    (end) => lower.length - end.length >= MIN_STEM && lower.endsWith(end),
  );
  const stem = ending === undefined ? lower : lower.slice(0, -ending.length);
  return stem.replace(/ів$/, 'ов').replace(/їв$/, 'єв').replace(/ё/g, 'е');
}

/** Words of a name or phrase, folded as those of a text are. */
export function wordsOfName(name: string): readonly string[] {
  if (SINGLE.test(name)) return [name.toLowerCase()];
  const parts = name
    .toLowerCase()
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/'s(?=\s|$)/g, ' s')
    .split(/[\s\-–‑,()/]+/);
  return parts.map(foldNameWord).filter((part) => part !== '');
}

/** The words of a sentence in order. */
export function wordsOf({ tokens }: Pick<Sentence, 'tokens'>): readonly Word[] {
  const words: Word[] = [];
  let apart = true;
  let hyphen = false;
  tokens.forEach((token, index) => {
    if (LETTER.test(token.text)) {
      words.push(...splitToken(token, index, apart, hyphen));
      [apart, hyphen] = [false, false];
    } else if (HYPHENS.has(token.text)) hyphen = tokens[index - 1]?.end === token.start;
    else if (!POSSESSIVE.has(token.lower)) apart = true;
  });
  return words;
}

function splitToken(token: Token, index: number, apart: boolean, hyphened: boolean): readonly Word[] {
  const possessive = POSSESSIVE.has(token.lower);
  const parts = token.text.includes('-') ? token.text.split(/[-–]/).filter((part) => LETTER.test(part)) : [token.text];
  return parts.map((part, at) => ({
    fold: possessive ? 's' : foldNameWord(part.toLowerCase().replaceAll(/[’ʼ]/g, "'")),
    token: index,
    capital: CAPITAL.test(part),
    upper: UPPER.test(part),
    hyphened: at > 0 || hyphened,
    apart: at === 0 && apart,
    possessive,
  }));
}
