import type { Entity } from '../../domain/entity.ts';
import type { Sentence } from '../document.ts';
import type { TermClass } from './lexicon.ts';
import type { Names, Term } from './names.ts';
import { type Found, longestPhrase } from './phrase-index.ts';
import { latin } from './transliterate.ts';
import { type Word, wordsOf } from './word.ts';

/** Longest word without a capital that a name begins with (al, pro, the). */
const MAX_SMALL = 3;

/** A sentence with what the index knows of each of its words. */
export interface Reader {
  readonly names: Names;
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly terms: readonly (Found<readonly Term[]> | null)[];
  readonly named: readonly (Found<readonly Entity[]> | null)[];
  readonly demonyms: readonly (Found<string> | null)[];
  /** Written in capitals or with a capital on every word, so that capitals tell nothing. */
  readonly shouting: boolean;
}

export function readSentence(sentence: Sentence, names: Names): Reader {
  const words = wordsOf(sentence);
  const capitals = words.every(({ upper, fold }) => upper || fold.length < 2);
  return {
    names,
    sentence,
    words,
    terms: words.map((_, at) => longestPhrase(words, at, names.terms)),
    named: words.map((word, at) => nameAt(words, word, at, names, capitals)),
    demonyms: words.map((word, at) =>
      word.capital || names.language !== 'en' ? longestPhrase(words, at, names.demonyms) : null,
    ),
    shouting: isShouting(words, sentence.index === -1),
  };
}

function nameAt(
  words: readonly Word[],
  word: Word,
  at: number,
  names: Names,
  capitals: boolean,
): Found<readonly Entity[]> | null {
  if (!word.capital && word.fold.length > MAX_SMALL) return null;
  return longestPhrase(words, at, names.names, (_, end) =>
    end === at + 1 ? isWritten(word, names, capitals) : words.slice(at, end).some(({ capital }) => capital),
  );
}

/** A single name has its capital, an abbreviation all of them; where all is in capitals, IS and WHO are words. */
function isWritten({ capital, upper, fold }: Word, { abbreviations, terms }: Names, capitals: boolean): boolean {
  if (!capital || !abbreviations.has(fold)) return capital;
  return upper && !(capitals && terms.byPhrase.get(fold)?.some(({ cls }) => cls === 'common'));
}

/** Headlines may leave a few words small; in a text even a list of names has small words between. */
function isShouting(words: readonly Word[], title: boolean): boolean {
  const long = words.filter(({ fold }) => fold.length > 3);
  return long.length > 3 && long.filter(({ capital }) => capital).length > (title ? 0.7 : 0.9) * long.length;
}

/** The term of a class that begins at a word. */
export const termAt = (reader: Reader, at: number, cls: TermClass): Term | undefined =>
  reader.terms[at]?.value.find((term) => term.cls === cls);

/** Whether the word stands directly after the one before, with no mark but a hyphen between. */
export const joined = (reader: Reader, at: number): boolean => reader.words[at]?.apart === false;

/** The same for a word that ends a phrase: its term of a class, where no mark stands before. */
export const termJoined = (reader: Reader, at: number, cls: TermClass): Term | undefined =>
  joined(reader, at) ? termAt(reader, at, cls) : undefined;

/** The index after the term that begins at a word. */
export const termEnd = (reader: Reader, at: number): number => reader.terms[at]?.end ?? at + 1;

/** Skips a possessive ending. */
export const afterPossessive = (reader: Reader, at: number): number => (reader.words[at]?.possessive ? at + 1 : at);

/** The words' folded texts as an id. */
export function slugOf({ words, names }: Reader, from: number, to: number): string {
  const parts = words.slice(from, to).filter(({ possessive }) => !possessive);
  return parts.map(({ fold }) => names.spelling[fold] ?? latin(fold)).join('-');
}
