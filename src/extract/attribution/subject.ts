import { clauseBefore } from './cue.ts';
import { type Line, next } from './line.ts';
import { type Speaker, speakerIn } from './speaker.ts';

/**
 * Whose verb it is where it has no subject of its own: behind "and", or as a participle, that of the nearest verb before;
 * behind a comma, where a description has come between, that of the sentence's first.
 */
export function subjectBefore(line: Line, from: number, participle: boolean): Speaker | null {
  const { kinds } = line;
  if (!line.tagged) return speakerIn(line, { from: 0, to: from });
  const nearest = participle || kinds[from - 1] === 'conjunction';
  if (!nearest && kinds[from - 1] !== 'comma') return null;
  for (let step = 1; step <= Math.min(from, REACH); step += 1) {
    const at = nearest ? from - step : Math.max(0, from - REACH) + step;
    const speaker = kinds[at] === 'verb' || kinds[at] === 'auxiliary' ? speakerIn(line, clauseBefore(line, at)) : null;
    if (at < from && speaker) return speaker;
  }
  return null;
}
/** Tokens looked through for a verb with a subject. */
const REACH = 80;

/** "Declaring that …, X did …": the subject of the clause that a participle in front belongs to. */
export function subjectBehind(line: Line, at: number): Speaker | null {
  const close = at === 0 ? line.kinds.indexOf('comma') : -1;
  const from = close === -1 ? -1 : next(line, close + 1, close + 3, 'nominal');
  return from === -1
    ? null
    : speakerIn(line, { from, to: next(line, from, line.tokens.length, 'verb', 'auxiliary', 'comma', 'stop') });
}
