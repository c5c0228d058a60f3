import type { Draft, Meaning } from './draft.ts';
import type { Reader } from './reader.ts';

/** What a matcher made of the words from one on, and the word to go on at. */
export interface Step {
  readonly drafts: readonly Draft[];
  readonly end: number;
}

/** Looks at the words from `at` on; null where they are not of its kind. */
export type Matcher = (reader: Reader, at: number) => Step | null;

/** One draft over the words from `from` to before `to`. */
export const stepOf = (reader: Reader, from: number, to: number, meaning: Meaning, end = to): Step => ({
  drafts: [draftOf(reader, from, to, meaning)],
  end,
});

export function draftOf({ sentence, words }: Reader, from: number, to: number, meaning: Meaning): Draft {
  return { sentence, from: words[from]?.token ?? 0, to: (words[to - 1]?.token ?? 0) + 1, meaning };
}
