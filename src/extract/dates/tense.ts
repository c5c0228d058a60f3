import { phraseAt } from '../quantities/phrase.ts';
import type { Token } from '../quantities/token.ts';
import type { DateLexicon } from './lexicon.ts';
import type { DateMention } from './meaning.ts';

/** Tokens that are looked at on either side of a date. */
const REACH = 30;

/** Whether the words around the tokens `[at, next)` tell of past or future: by the cue nearest before, else the first behind. */
export function tenseOf(
  tokens: readonly Token[],
  at: number,
  next: number,
  lexicon: DateLexicon,
): DateMention['tense'] {
  return (
    nearest(tokens, indices(at - 1, Math.max(0, at - REACH)), lexicon) ??
    nearest(tokens, indices(next, Math.min(tokens.length - 1, next + REACH)), lexicon)
  );
}

/** Whole numbers from one to another, both included, up or down; none from before the first. */
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
