import type { Token } from '../document.ts';

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly Entry<T>[]>;

/** @param entries words in lower case, parted by single spaces */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const index = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of entries) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    index.set(first, [...(index.get(first) ?? []), { words, value }]);
  }
  for (const home of index.values()) home.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** The longest phrase that begins at a token, and the index of the token after it; null where there is none. */
export function phraseAt<T>(
  tokens: readonly Token[],
  at: number,
  phrases: Phrases<T>,
): { readonly value: T; readonly to: number } | null {
  const home = phrases.get(tokens[at]?.lower ?? '');
  const entry = home?.find(({ words }) => words.every((word, k) => tokens[at + k]?.lower === word));
  return entry ? { value: entry.value, to: at + entry.words.length } : null;
}
