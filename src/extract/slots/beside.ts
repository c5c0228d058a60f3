import type { Analysis } from '../analysis.ts';
import type { Mention } from '../entities/mention.ts';

/** How the words around a place tie it to what is told: at or of it, in it, or near it or in a part of it. */
export type Standing = 'at' | 'inside' | 'beside';

/** As far back as a phrase reaches that ends in a place. */
const BACK = 8;
const ENDS: ReadonlySet<string> = new Set(['VERB', 'AUX', 'SCONJ']);
const MARK = /^[.;:!?–—()«»“”"]$/;

/**
 * Reads back from the place to the word that ties it to the rest: "two villages near X", "the outskirts of X", "most of X", "the
 * airport in X"; and one word on: "the X front". The nearest such word counts; a verb ends the search.
 */
export function standingAt(
  { sentence, from, to }: Mention,
  { document, detailWords }: Pick<Analysis, 'document' | 'detailWords'>,
): Standing {
  const tokens = document.sentences[sentence]?.tokens ?? [];
  const wordAt = (at: number): string => tokens[at]?.lower ?? '';
  if (detailWords.besideAfter.has(wordAt(to))) return 'beside';
  for (let at = from - 1; at >= Math.max(0, from - BACK); at -= 1) {
    const word = wordAt(at);
    if (detailWords.beside.has(word)) return 'beside';
    if (detailWords.inside.has(word)) return 'inside';
    if (MARK.test(word) || ENDS.has(tokens[at]?.pos ?? '')) break;
  }
  return 'at';
}
