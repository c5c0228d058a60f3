import type { QuantityLexicon } from './lexicon.ts';
import { phraseBefore } from './phrase.ts';
import type { Token } from './token.ts';

const DASHES: ReadonlySet<string> = new Set(['-', '–', '—']);
const isDash = (token: Token | undefined): boolean => DASHES.has(token?.text ?? '');

/**
 * Where the upper end of a range may begin, behind a lower end over the tokens `[at, next)`: past a dash ("30–40"), past
 * the first joiner ("3 to 4"), past any joiner where the range was opened ("between 3 and 4"). null where no range goes
 * on, or where a change is told ("from 100 to 300").
 */
export function rangeLinkAt(
  tokens: readonly Token[],
  low: { readonly at: number; readonly next: number },
  lexicon: QuantityLexicon,
): number | null {
  const past = isDash(tokens[low.next]) ? low.next + 1 : low.next;
  const word = tokens[past]?.text ?? '';
  if (!lexicon.joiners.has(word)) return past > low.next ? past : null;
  const opened = phraseBefore(tokens, low.at, lexicon.openers) !== null;
  const [first] = lexicon.joiners;
  const changes = lexicon.changes.has(tokens[low.at - 1]?.text ?? '');
  if (!opened && (word !== first || changes)) return null;
  return isDash(tokens[past + 1]) ? past + 2 : past + 1;
}
