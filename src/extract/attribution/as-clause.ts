import { type Cue, clauseStart, contentEnd, PLAIN, skipLeft, skipRight } from './cue.ts';
import { frameEnd, type Line, type Range } from './line.ts';
import type { Speaker } from './speaker.ts';
import type { Active } from './verb-content.ts';

/** What may follow "as X said": it has no object there. */
const SAID_BESIDE: ReadonlySet<string> = new Set(['comma', 'stop', 'quote', 'preposition']);

/** What stands beside "as X said"; null where that is not how it is said. */
export function asClause(line: Line, from: number, at: number): readonly Range[] | null {
  const { tokens, kinds, grammar } = line;
  const word = skipLeft(line, from, ['nominal']) - 1;
  if (!grammar.sets.as.has(tokens[word]?.lower ?? '')) return null;
  const behindVerb = kinds[skipRight(line, at + 1)] ?? 'stop';
  if (!SAID_BESIDE.has(behindVerb) || tokens[skipRight(line, at + 1)]?.pos === 'PART') return null;
  const end = frameEnd(line, at);
  const before = { from: clauseStart(line, word), to: word };
  const behind = { from: end + 1, to: contentEnd(line, end + 1) };
  if (kinds[end] !== 'comma' && word === 0) return null;
  return [before, ...(kinds[end] === 'comma' ? [behind] : [])].filter((range) => range.to > range.from + 1);
}

/** The cue of a verb in "as X said". */
export function besideCue({ line, at, from, verb }: Active, speaker: Speaker, content: readonly Range[]): Cue {
  const words = { from: at, to: at + 1 };
  const frame = { from: from - 1, to: frameEnd(line, at) };
  return { speaker, verbClass: verb.class, words, frame, content, ...PLAIN };
}
