import { foldName } from './entity.ts';

/** What must be found: a word, or words in this order with nothing between them. Folded (`foldName`), with single spaces. */
export interface SearchTerm {
  readonly words: string;
  /** Asked for in quotation marks: nothing else stands for it. */
  readonly isPhrase: boolean;
  /** Any longer word that begins so will do as well. */
  readonly isBeginning: boolean;
}

/** More are passed over. */
const TERMS_AT_MOST = 12;

/** Longest last word that stands for those that begin with it. */
const OPEN_CHARS = 7;

/** What is in quotation marks of any kind, or runs up to the next space; a mark that is never closed is none. */
const PARTS = /"([^"]*)"|“([^“”]*)”|«([^«»]*)»|„([^„“”]*)[“”]|([^\s"“”«»„]+)/gu;

/**
 * Reads words as typed: "…" is a phrase, `word*` a beginning, and so is the last word where it is short. All else in them
 * that is no letter or digit is passed over; [] where nothing is left.
 */
export function parseSearch(text: string): readonly SearchTerm[] {
  const terms = [...text.matchAll(PARTS)].flatMap(([whole, ...groups]): readonly SearchTerm[] => {
    const inner = groups.find((group) => group !== undefined) ?? '';
    const words = foldName(inner);
    const isPhrase = inner !== whole || words.includes(' ');
    return words === '' ? [] : [{ words, isPhrase, isBeginning: !isPhrase && inner.endsWith('*') }];
  });
  return terms
    .slice(0, TERMS_AT_MOST)
    .map((term, at, all) => (at === all.length - 1 && standsOpen(term) ? { ...term, isBeginning: true } : term));
}

/** Somebody may still be typing it. A long word is whole: few begin with it, and looking for those takes longest. */
const standsOpen = ({ words, isPhrase }: SearchTerm): boolean => !isPhrase && words.length <= OPEN_CHARS;

/** Whether folded text holds the term. @param text with a space before the first and after the last word */
export function holds(text: string, { words, isBeginning }: Pick<SearchTerm, 'words' | 'isBeginning'>): boolean {
  return text.includes(isBeginning ? ` ${words}` : ` ${words} `);
}
