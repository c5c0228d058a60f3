import { phraseAt } from '../quantities/phrase.ts';
import { type Token, tokenise } from '../quantities/token.ts';
import type { DateLexicon } from './lexicon.ts';
import type { DateMention } from './meaning.ts';

/** Tokens that are looked at on either side of a date. */
const REACH = 30;

/**
 * Whether a sentence tells of the date as past or future: by the verb or cue nearest before it in the sentence, else by the
 * first behind it; null where there is none.
 */
export function dateTense(text: string, mention: DateMention, lexicon: DateLexicon): 'past' | 'future' | null {
  const tokens = tokenise(text);
  const first = tokens.findIndex((token) => token.end > mention.start);
  if (first < 0) return null;
  const behind = tokens.findIndex((token) => token.start >= mention.end);
  return (
    nearest(tokens, indices(first - 1, Math.max(0, first - REACH)), lexicon) ??
    (behind < 0 ? null : nearest(tokens, indices(behind, Math.min(tokens.length - 1, behind + REACH)), lexicon))
  );
}

/** Whole numbers from one to another, both included, up or down; none where the first step would pass the end. */
function indices(from: number, to: number): readonly number[] {
  if (from < 0) return [];
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, k) => (from <= to ? from + k : from - k));
}

function nearest(tokens: readonly Token[], order: readonly number[], lexicon: DateLexicon): 'past' | 'future' | null {
  for (const at of order) {
    if (phraseAt(tokens, at, lexicon.future)) return 'future';
    if (isPast(tokens, at, lexicon)) return 'past';
  }
  return null;
}

function isPast(tokens: readonly Token[], at: number, lexicon: DateLexicon): boolean {
  const word = tokens[at];
  if (word?.kind !== 'word') return false;
  if (phraseAt(tokens, at, lexicon.past)) return true;
  return !word.capital && word.text.length > 4 && lexicon.pastEndings.some((ending) => word.text.endsWith(ending));
}
