import type { Brief } from '../domain/brief.ts';
import { foldName } from '../domain/entity.ts';
import type { Rich } from '../domain/page.ts';

type Mark = NonNullable<Brief['search']>['marks'][number];

/** A word of a text as it stands there, and folded. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** What `foldName` takes for one word. */
const WORDS = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0027\u2018\u2019\u02bc\u02b9\u0060\u00b4]*[\p{L}\p{N}\p{M}])?/gu;

/** The text with what fits one of the marks in bold; not a character of it is changed. */
export function markRuns(text: string, marks: readonly Mark[]): Rich {
  const words = [...text.matchAll(WORDS)].map(({ 0: word, index }): Word => {
    return { start: index, end: index + word.length, folded: foldName(word) };
  });
  const found = words.flatMap((word, at) => {
    const count = Math.max(0, ...marks.map((mark) => wordsIn(mark, words, at)));
    return count > 0 ? [{ start: word.start, end: words[at + count - 1]?.end ?? word.end }] : [];
  });
  return runsOf(text, found);
}

/** Whether a text holds anything that fits the mark. */
export function fitsMark(text: string, mark: Mark): boolean {
  return markRuns(text, [mark]).some(({ style }) => style === 'bold');
}

/** How many words from this one on fit the mark, the most of its names; 0 where none does. */
const wordsIn = ({ any, isBeginning }: Mark, all: readonly Word[], at: number): number =>
  Math.max(0, ...any.map((words) => countIn(words.split(' '), isBeginning, all, at)));

function countIn(wanted: readonly string[], isBeginning: boolean, all: readonly Word[], at: number): number {
  const fits = wanted.every((word, place) => {
    const there = all[at + place]?.folded ?? '';
    return isBeginning ? there.startsWith(word) : there === word;
  });
  return fits ? wanted.length : 0;
}

/** Stretches in ascending order of their starts; those that touch each other become one. */
function runsOf(text: string, found: readonly { readonly start: number; readonly end: number }[]): Rich {
  const runs: { text: string; style?: 'bold' }[] = [];
  let done = 0;
  for (const { start, end } of found) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    if (from > done) runs.push({ text: text.slice(done, from) });
    runs.push({ text: text.slice(from, end), style: 'bold' });
    done = end;
  }
  return done < text.length ? [...runs, { text: text.slice(done) }] : runs;
}
