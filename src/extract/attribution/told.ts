import { type Line, phraseEnd, type Range } from './line.ts';
import { isOutlet } from './speaker.ts';

/** Behind a verb, and behind the people whom it tells something. */
export const toldEnd = (line: Line, at: number): number => told(line, at)?.to ?? at + 1;

/** The outlet that was told. */
export function toldOutlet(line: Line, at: number): Range | null {
  const range = told(line, at);
  return range && isOutlet(line, range) ? range : null;
}

/** Who was told; null for verbs that take nobody. */
function told(line: Line, at: number): Range | null {
  const { tokens, grammar } = line;
  if (!grammar.sets.telling.has(tokens[at]?.lemma ?? '')) return null;
  const audience = grammar.sets.audiences.has(tokens[at + 1]?.lower ?? '') && tokens[at + 1]?.pos !== 'DET';
  const range = { from: at + 1, to: audience ? at + 2 : phraseEnd(line, at + 1, tokens.length) };
  return range.to > range.from ? range : null;
}
