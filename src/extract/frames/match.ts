import type { Token } from '../document.ts';
import type { Entry, EntryIndex } from './lexicon.ts';

/** How far behind the word before it a word of a gapped entry may stand ("pull [their own last troops] out"). */
const MAX_GAP = 5;

/** An entry of a lexicon found in a sentence. */
export interface Hit {
  /** Token of its first word. */
  readonly at: number;
  readonly key: string;
  readonly tag: string;
}

/** Every entry that stands in the sentence, in the order of its first words. Words count by their lemma or as written. */
export function matchEntries(tokens: readonly Token[], index: EntryIndex): readonly Hit[] {
  const hits: Hit[] = [];
  tokens.forEach((token, at) => {
    for (const entry of entriesFor(token, index))
      if (stands(entry, tokens, at)) hits.push({ at, key: entry.key, tag: entry.tag });
  });
  return hits;
}

const NONE: readonly Entry[] = [];

/** Most words begin none. */
function entriesFor({ lemma, lower }: Token, index: EntryIndex): readonly Entry[] {
  const entries = index.get(lemma) ?? NONE;
  const asWritten = lower === lemma ? NONE : (index.get(lower) ?? NONE);
  return asWritten === NONE ? entries : [...entries, ...asWritten.filter((entry) => !entries.includes(entry))];
}

function stands({ words, gapped }: Entry, tokens: readonly Token[], first: number): boolean {
  let from = first + 1;
  for (let at = 1; at < words.length; at += 1) {
    const found = findWord(words[at] ?? '', tokens, from, gapped ? from + MAX_GAP : from + 1);
    if (found === null) return false;
    from = found + 1;
  }
  return true;
}

function findWord(word: string, tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from; at < to && at < tokens.length; at += 1)
    if (tokens[at]?.lemma === word || tokens[at]?.lower === word) return at;
  return null;
}
