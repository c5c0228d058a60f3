import { clauseBefore } from './cue.ts';
import { type Line, next } from './line.ts';
import { type Speaker, speakerIn } from './speaker.ts';

/**
 * Whose verb it is where it has no subject of its own: behind "and", or as a participle, that of the nearest verb before;
 * behind a comma, where a description has come between, that of the sentence's first.
 */
export function subjectBefore(line: Line, from: number, participle: boolean): Speaker | null {
  const { kinds } = line;
  const nearest = participle || kinds[from - 1] === 'conjunction';
  if (!nearest && kinds[from - 1] !== 'comma') return null;
  const verbs = [...kinds.keys()].filter(
    (at) => at > 0 && at < from && (kinds[at] === 'verb' || kinds[at] === 'auxiliary'),
  );
  for (const at of (nearest ? verbs.toReversed() : verbs).slice(0, MAX_VERBS)) {
    const speaker = speakerIn(line, clauseBefore(line, at));
    if (speaker) return speaker;
  }
  return null;
}
const MAX_VERBS = 4;

/** "Declaring that …, X did …": the subject of the clause that a participle in front belongs to. */
export function subjectBehind(line: Line, at: number): Speaker | null {
  const close = at === 0 ? line.kinds.indexOf('comma') : -1;
  const from = close === -1 ? -1 : next(line, close + 1, close + 3, 'nominal');
  return from === -1
    ? null
    : speakerIn(line, { from, to: next(line, from, line.tokens.length, 'verb', 'auxiliary', 'comma', 'stop') });
}
