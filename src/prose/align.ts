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
  if (holds(gap, words.conditions) || holdsBreak(gap)) return false;
  if (at === 0 && mayLoseActor) return true;
  const [first] = gap;
  const next = line[to];
  if (first === undefined || !next?.afterComma || gap.length > GAP_AT_MOST) return false;
  if (isBounded([...line.slice(0, at), ...line.slice(to)], words)) return false;
  // A phrase that commas part from the rest, or one of place or time that opens the sentence.
  return at === 0 ? words.movable.has(first.text) : first.afterComma;
}

const holdsBreak = (tokens: readonly Token[]): boolean => tokens.some(({ kind }) => kind === 'break');
const holds = (tokens: readonly Token[], words: ReadonlySet<string>): boolean =>
  tokens.some(({ text }) => words.has(text));
const isBounded = (tokens: readonly Token[], words: ProseWords): boolean =>
  tokens.some(({ text }) => words.isBounded(text.replace('~', '')));

/** Whether all from `at` on may be left out. */
function mayEnd(line: readonly Token[], at: number, words: ProseWords): boolean {
  const rest = line.slice(at);
  const [first] = rest;
  if (first === undefined) return true;
  if (holds(rest, words.conditions)) return false;
  if (rest.every(({ text }) => words.droppable.has(text))) return true;
  // A noun may look like a verb where order alone tells who does what.
  const isWhole = (!words.file.ordered && first.afterComma) || line.slice(0, at).some((token) => isVerb(token, words));
  if (!isWhole) return false;
  // A clause of its own: what stands before it holds without it.
  if (first.kind === 'break' && first.afterComma) return true;
  if (rest.some(({ isMarked }) => isMarked)) return false;
  if (isBounded(line.slice(0, at), words)) return first.afterComma && first.kind === 'word';
  return first.afterComma || first.kind === 'break' || words.adjuncts.has(first.text);
}

/** Whether a word is a verb for sure: "attacks on A decreased" is not to end behind "attacks". */
const isVerb = ({ text, surface }: Token, words: ProseWords): boolean =>
  text.endsWith('~') || words.participles.has(surface.toLowerCase()) || words.isFinite(text);

/** Whether two words say the same: the same form, or one that agrees with somebody else who acts. */
function isSame(a: Token, b: Token | undefined, { file, links }: ProseWords): boolean {
  if (b === undefined || a.kind !== b.kind) return false;
  // "Soldiers who fled" are some of them, "soldiers, who fled," all.
  if (a.kind === 'break' && a.afterComma && !b.afterComma && !links.has(a.text)) return false;
  return a.text === b.text || (a.kind === 'word' && !file.ordered && isPast(a.text, b.text));
}

/** Past forms of a Ukrainian verb, which agree with who acts. */
const PAST = /(?:в|ла|ло|ли)$/u;
const isPast = (a: string, b: string): boolean =>
  PAST.test(a) && PAST.test(b) && a.length > 4 && a.replace(PAST, '') === b.replace(PAST, '');
