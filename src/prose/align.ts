import type { Token } from './tokens.ts';
import type { ProseWords } from './words.ts';

/** Longest stretch inside a sentence that may be left out, in words. */
const GAP_AT_MOST = 6;

/**
 * Whether a sentence is another one with nothing but whole additions left out: every word of it stands in the other, in the
 * same order, and what stands between is a phrase that the rest does not depend on.
 * @param mayLoseActor whether what stands before the first word of it may be left out whole
 */
export function isShortened(
  said: readonly Token[],
  line: readonly Token[],
  words: ProseWords,
  mayLoseActor: boolean,
): boolean {
  if (said.length === 0 || said.length > line.length) return false;
  const failed = new Set<number>();
  const from = (at: number, next: number): boolean => {
    const token = said[next];
    if (token === undefined) return mayEnd(line, at, words);
    const key = at * said.length + next;
    if (failed.has(key)) return false;
    for (let to = at; to < line.length; to++) {
      if (
        isSame(token, line[to], words) &&
        mayLeave(line, at, to, next === 0 && mayLoseActor, words) &&
        from(to + 1, next + 1)
      )
        return true;
    }
    failed.add(key);
    return false;
  };
  return from(0, 0);
}

/** Whether `line[at, to)` may be left out, with more to follow. */
function mayLeave(line: readonly Token[], at: number, to: number, mayLoseActor: boolean, words: ProseWords): boolean {
  if (at === to) return true;
  const gap = line.slice(at, to);
  if (gap.some(({ isMarked }) => isMarked)) return false;
  if (gap.every(({ text }) => words.droppable.has(text))) return true;
  if (at === 0 && mayLoseActor) return true;
  const [first] = gap;
  const next = line[to];
  if (first === undefined || !next?.afterComma) return false;
  // A phrase that commas part from the rest, or that opens the sentence.
  return gap.length <= GAP_AT_MOST && !holdsBreak(gap) && (at === 0 ? first.kind === 'preposition' : first.afterComma);
}

const holdsBreak = (tokens: readonly Token[]): boolean => tokens.some(({ kind }) => kind === 'break');

/** Whether all from `at` on may be left out. */
function mayEnd(line: readonly Token[], at: number, words: ProseWords): boolean {
  const rest = line.slice(at);
  const [first] = rest;
  if (first === undefined) return true;
  if (rest.some(({ text }) => words.conditions.has(text))) return false;
  // A clause of its own: what stands before it holds without it.
  if (first.kind === 'break' && (first.afterComma || words.file.contrasts.includes(first.text))) return true;
  if (rest.some(({ isMarked }) => isMarked)) return false;
  if (rest.every(({ text }) => words.droppable.has(text))) return true;
  return first.afterComma || first.kind === 'break' || words.adjuncts.has(first.text);
}

/** Whether two words say the same: the same form, or forms of a verb that tell the same. */
function isSame(a: Token, b: Token | undefined, { file }: ProseWords): boolean {
  if (b === undefined || a.kind !== b.kind) return false;
  if (a.text === b.text) return true;
  if (a.kind !== 'word') return false;
  return file.ordered ? tellSame(a.text, b.text) || tellSame(b.text, a.text) : isPast(a.text, b.text);
}

/** "launched" and "launches" */
const tellSame = (past: string, third: string): boolean =>
  past.endsWith('ed') &&
  third.endsWith('s') &&
  (`${past.slice(0, -2)}s` === third || `${past.slice(0, -1)}s` === third || `${past.slice(0, -2)}es` === third);

/** Past forms of a Ukrainian verb, which agree with who acts. */
const PAST = /(?:в|ла|ло|ли)$/u;
const isPast = (a: string, b: string): boolean =>
  PAST.test(a) && PAST.test(b) && a.length > 4 && a.replace(PAST, '') === b.replace(PAST, '');
