import type { QuantityLexicon } from './lexicon.ts';
import type { Numeral } from './numeral.ts';
import { phraseAt, phraseBefore } from './phrase.ts';
import type { Token } from './token.ts';

const LINKS: ReadonlySet<string> = new Set(['-', '–', '/', '.', ':', '_', '+', "'", '’']);
const LABEL_SIGNS: ReadonlySet<string> = new Set(['#', '№', '@', '§']);
const SHARES: ReadonlySet<string> = new Set(['%', '‰', '°', '″', '′']);

/** Whether a number is part of a name ("S-300", "Highway 47", "No. 5"), of a time ("16:00"), or of a sum ("€5"). */
export function isLabel(tokens: readonly Token[], number: Numeral, lexicon: QuantityLexicon): boolean {
  const before = tokens[number.at - 1];
  const end = before?.text === '.' ? number.at - 1 : number.at;
  if (LABEL_SIGNS.has(before?.text ?? '') || phraseBefore(tokens, end, lexicon.labels)) return true;
  if (phraseBefore(tokens, number.at, lexicon.symbols)) return true;
  return isLinkedBefore(tokens, number.at) || isLinkedAfter(tokens, number);
}

/** Glued to what stands before: "F-16", "MH17-2", "16:30". */
function isLinkedBefore(tokens: readonly Token[], at: number): boolean {
  const [token, link] = [tokens[at], tokens[at - 1]];
  return token?.glued === true && link?.glued === true && LINKS.has(link.text);
}

/** Glued to what stands behind, other than the upper end of a range: "16:00", "3/4", "45-year-old", "20th", "120mm". */
function isLinkedAfter(tokens: readonly Token[], { next }: Numeral): boolean {
  const [link, after] = [tokens[next], tokens[next + 1]];
  if (!link?.glued) return false;
  if (link.kind === 'word') return true;
  if (!after?.glued || !LINKS.has(link.text) || link.text === '.') return false;
  if (link.text !== '-' && link.text !== '–') return true;
  return after.kind === 'word' && !isRangeWord(tokens, next + 1);
}

/** The "to" of "1,000-to-2,000". */
const isRangeWord = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === '-' && tokens[at + 2]?.kind === 'number';

/** Whether what stands at token `at` makes the number before it a share, a length, a time or money. */
export function isMeasure(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): boolean {
  const token = tokens[at];
  const from = token?.text === '-' && token.glued ? at + 1 : at;
  return (
    SHARES.has(token?.text ?? '') ||
    phraseAt(tokens, from, lexicon.measures) !== null ||
    phraseAt(tokens, at, lexicon.currencies) !== null
  );
}
