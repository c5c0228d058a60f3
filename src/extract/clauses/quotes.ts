import type { Word } from './words.ts';

/** For each token whether it stands inside quotation marks; the marks themselves count as outside. */
export function quotedWords(words: readonly Word[]): readonly boolean[] {
  let inside = beginsQuoted(words);
  return words.map((word, at) => {
    if (word.lower !== '"') return inside;
    inside = opens(words, at) ?? !inside;
    return false;
  });
}

/** A sentence whose first mark is a closing one began inside a quotation. */
function beginsQuoted(words: readonly Word[]): boolean {
  const first = words.findIndex(({ lower }) => lower === '"');
  return first > 0 && opens(words, first) === false;
}

/** Whether a mark opens a quotation, by its shape or by what it stands next to; null where that does not tell. */
function opens(words: readonly Word[], at: number): boolean | null {
  const [word, after] = [words[at], words[at + 1]];
  if (word === undefined) return null;
  if (word.text === '“' || word.text === '«' || word.text === '„') return true;
  if (word.text === '”' || word.text === '»') return false;
  if (word.glued === after?.glued) return null;
  return !word.glued;
}
