import type { Bound } from '../../domain/claim.ts';
import type { QuantityLexicon } from './lexicon.ts';
import { phraseAt, phraseBefore } from './phrase.ts';
import type { Token } from './token.ts';

/** How exact a number is, and the tokens `[at, next)` of the number with its bounding words. */
export interface Bounded {
  readonly op: Bound;
  readonly at: number;
  readonly next: number;
}

/** Fillers between a bound and its number that are passed at most. */
const MAX_FILLERS = 3;

/** What stands around the tokens `[at, next)` of a number: "at least another", "or more", "+". */
export function boundAround(tokens: readonly Token[], at: number, next: number, lexicon: QuantityLexicon): Bounded {
  const before = boundBefore(tokens, at, lexicon);
  if (before) return { ...before, next };
  if (tokens[next]?.text === '+' && tokens[next]?.glued) return { op: 'gt', at, next: next + 1 };
  const after = phraseAt(tokens, next, lexicon.boundsAfter);
  return after ? { op: after.value, at, next: after.next } : { op: 'eq', at, next };
}

function boundBefore(
  tokens: readonly Token[],
  end: number,
  lexicon: QuantityLexicon,
): { readonly op: Bound; readonly at: number } | null {
  let at = end;
  for (let passed = 0; passed <= MAX_FILLERS; passed++) {
    const bound = phraseBefore(tokens, at, lexicon.bounds);
    if (bound) return { op: bound.value, at: bound.at };
    if (tokens[at - 1]?.text === '~') return { op: 'about', at: at - 1 };
    const filler = phraseBefore(tokens, at, lexicon.fillers);
    if (!filler) return null;
    at = filler.at;
  }
  return null;
}
