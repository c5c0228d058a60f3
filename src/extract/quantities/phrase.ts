import { type Token, tokenise } from './token.ts';

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly Entry<T>[]>;

/** What was found at a place, and the index of the token after it. */
export interface Match<T> {
  readonly value: T;
  readonly next: number;
}

/** Reads phrases as texts are read, so that both fall into the same tokens. */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const index = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of entries) {
    const words = tokenise(phrase).map((token) => token.text);
    const [first] = words;
    if (first === undefined) continue;
    const home = index.get(first) ?? [];
    home.push({ words, value });
    index.set(first, home);
  }
  for (const home of index.values()) home.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** A list of phrases that all mean the same. */
export const phraseSet = (phrases: readonly string[]): Phrases<true> => phrasesOf(phrases.map((p) => [p, true]));

/** The longest phrase that begins at token `at`; null where there is none. */
export function phraseAt<T>(tokens: readonly Token[], at: number, phrases: Phrases<T>): Match<T> | null {
  const home = phrases.get(tokens[at]?.text ?? '');
  const entry = home?.find(({ words }) => words.every((word, k) => tokens[at + k]?.text === word));
  return entry ? { value: entry.value, next: at + entry.words.length } : null;
}

/** The longest phrase that ends right before token `end`, and where it begins; null where there is none within five tokens. */
export function phraseBefore<T>(
  tokens: readonly Token[],
  end: number,
  phrases: Phrases<T>,
): { readonly value: T; readonly at: number } | null {
  for (let at = Math.max(0, end - 5); at < end; at++) {
    const found = phraseAt(tokens, at, phrases);
    if (found?.next === end) return { value: found.value, at };
  }
  return null;
}
