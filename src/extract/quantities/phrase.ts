import { type Token, tokenise } from './token.ts';

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

type Index<T> = ReadonlyMap<string, readonly Entry<T>[]>;

/** Phrases by their first word and by their last, the longest first. */
export interface Phrases<T> {
  readonly byFirst: Index<T>;
  readonly byLast: Index<T>;
}

/** What was found at a place, and the index of the token after it. */
export interface Match<T> {
  readonly value: T;
  readonly next: number;
}

/** Reads phrases as texts are read, so that both fall into the same tokens. */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const all = [...entries]
    .map(([phrase, value]) => ({ words: tokenise(phrase).map((token) => token.text), value }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  return { byFirst: indexed(all, 0), byLast: indexed(all, -1) };
}

/** Entries by the word at a place of theirs. */
const indexed = <T>(entries: readonly Entry<T>[], place: number): Index<T> =>
  Map.groupBy(entries, ({ words }) => words.at(place) ?? '');

/** A list of phrases that all mean the same. */
export const phraseSet = (phrases: readonly string[]): Phrases<true> => phrasesOf(phrases.map((p) => [p, true]));

const standsAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, k) => tokens[at + k]?.text === word);

/** The longest phrase that begins at token `at`; null where there is none. */
export function phraseAt<T>(tokens: readonly Token[], at: number, phrases: Phrases<T>): Match<T> | null {
  const entry = phrases.byFirst.get(tokens[at]?.text ?? '')?.find(({ words }) => standsAt(tokens, at, words));
  return entry ? { value: entry.value, next: at + entry.words.length } : null;
}

/** The longest phrase that ends right before token `end`, and where it begins; null where there is none. */
export function phraseBefore<T>(
  tokens: readonly Token[],
  end: number,
  phrases: Phrases<T>,
): { readonly value: T; readonly at: number } | null {
  const home = phrases.byLast.get(tokens[end - 1]?.text ?? '');
  const entry = home?.find(({ words }) => standsAt(tokens, end - words.length, words));
  return entry ? { value: entry.value, at: end - entry.words.length } : null;
}
