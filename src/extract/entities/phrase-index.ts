import type { Word } from './word.ts';

/** Phrases by their folded words, found in time that does not depend on how many there are. */
export interface PhraseIndex<T> {
  readonly byPhrase: ReadonlyMap<string, T>;
  /** How many words the longest phrase has that begins with a word. */
  readonly longest: ReadonlyMap<string, number>;
  /** First two words of the longer phrases: most words begin one, few go on. */
  readonly openings: ReadonlySet<string>;
}

/** A phrase found, and the index of the word after it. */
export interface Found<T> {
  readonly value: T;
  readonly end: number;
}

/** @param phrases folded words with what they mean; what is given again is joined by `join` */
export function indexPhrases<T>(
  phrases: Iterable<readonly [readonly string[], T]>,
  join: (old: T, added: T) => T,
): PhraseIndex<T> {
  const byPhrase = new Map<string, T>();
  const longest = new Map<string, number>();
  const openings = new Set<string>();
  for (const [words, value] of phrases) {
    const [first] = words;
    if (first === undefined) continue;
    const key = words.length === 1 ? first : words.join(' ');
    const old = byPhrase.get(key);
    byPhrase.set(key, old === undefined ? value : join(old, value));
    if (words.length > 1) openings.add(`${first} ${words[1]}`);
    if ((longest.get(first) ?? 0) < words.length) longest.set(first, words.length);
  }
  return { byPhrase, longest, openings };
}

/** The longest phrase that begins at word `at` and that `accept` takes; none goes across a mark. */
export function longestPhrase<T>(
  words: readonly Word[],
  at: number,
  index: PhraseIndex<T>,
  accept: (value: T, end: number) => boolean = () => true,
): Found<T> | null {
  const first = words[at]?.fold;
  const most = first === undefined ? undefined : index.longest.get(first);
  if (first === undefined || most === undefined) return null;
  let key = first;
  let best: Found<T> | null = null;
  for (let end = at + 1; ; end += 1) {
    const value = index.byPhrase.get(key);
    if (value !== undefined && accept(value, end)) best = { value, end };
    const next = words[end];
    if (end - at >= most || next === undefined || next.apart) return best;
    key += ` ${next.fold}`;
    if (end === at + 1 && !index.openings.has(key)) return best;
  }
}
