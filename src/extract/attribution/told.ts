import { type Line, next, type Range } from './line.ts';
import { isOutlet } from './speaker.ts';

/** Behind the verb, and behind the people whom it tells something. */
export function toldEnd(line: Line, at: number): number {
  if (!line.grammar.sets.telling.has(line.tokens[at]?.lemma ?? '')) return at + 1;
  const audience = line.grammar.sets.audiences.has(line.tokens[at + 1]?.lower ?? '');
  return audience && line.tokens[at + 1]?.pos !== 'DET'
    ? at + 2
    : next(line, at + 1, line.tokens.length, 'comma', 'quote', 'stop', 'preposition', 'filler', 'verb', 'auxiliary');
}

/** The outlet that was told. */
export function toldOutlet(line: Line, at: number): Range | null {
  const token = line.tokens[at];
  if (!token || !line.grammar.sets.telling.has(token.lemma)) return null;
  const to = next(
    line,
    at + 1,
    line.tokens.length,
    'comma',
    'quote',
    'stop',
    'that',
    'preposition',
    'filler',
    'verb',
    'auxiliary',
  );
  return isOutlet(line, { from: at + 1, to }) ? { from: at + 1, to } : null;
}
