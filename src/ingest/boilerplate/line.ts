import { fold, withoutBullet, withoutTail } from '../fold.ts';

/** A line of a text with something on it, the blanks around it left out. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Folded, without bullet and end marks; '' for lines that are longer than any furniture. */
  readonly folded: string;
  readonly words: number;
  /** Whether it ends as a sentence does. */
  readonly isClosed: boolean;
}

/** Longer lines are paragraphs, whatever they hold. */
export const LONG_LINE_CHARS = 420;
const CLOSED = /[.!?…。！？]["”’'»)\]*]{0,3}$/;
const WORD = /[\p{L}\p{N}]+/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** No article has more lines; what follows is not looked at. */
const MOST_LINES = 20_000;

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length && lines.length < MOST_LINES; ) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    lines.push(...partsOf(text.slice(from, to), from));
    from = to + 1;
  }
  return lines;
}

/** Key of a field of front matter, as generators of static sites keep it: `title: "A headline"`. */
const KEY = /^\s*[a-z][a-z0-9_]{0,30}:\s*["']?/;
const FIELD_WORDS = 6;

/** A line, or where it is a field that holds a sentence, its key, its value and its closing quote. */
function partsOf(raw: string, from: number): readonly Line[] {
  const key = KEY.exec(raw.slice(0, LONG_LINE_CHARS))?.[0].length ?? 0;
  const whole = raw.trimEnd();
  const close = /["']$/.test(whole) ? whole.length - 1 : whole.length;
  const isField = key > 0 && raw.slice(key, key + LONG_LINE_CHARS).split(' ').length >= FIELD_WORDS;
  const cuts = isField ? [0, key, Math.max(key, close), raw.length] : [0, raw.length];
  return cuts.slice(1).flatMap((cut, at) => lineOf(raw.slice(cuts[at], cut), from + (cuts[at] ?? 0)) ?? []);
}

function lineOf(raw: string, from: number): Line | null {
  const text = raw.trim();
  if (text === '') return null;
  const start = from + raw.length - raw.trimStart().length;
  const isLong = text.length > LONG_LINE_CHARS;
  return {
    start,
    end: start + text.length,
    text,
    folded: isLong ? '' : withoutTail(withoutBullet(fold(text))),
    words: isLong ? LONG_LINE_CHARS : countWords(text),
    isClosed: CLOSED.test(text.slice(-5)),
  };
}

/** Scripts without blanks count a word for two signs. */
function countWords(text: string): number {
  const signs = text.match(CJK)?.length ?? 0;
  return (text.match(WORD)?.length ?? 0) + Math.floor(signs / 2);
}

const PROSE_CHARS = 80;
const PROSE_WORDS = 12;

/** Whether a line reads like a paragraph of an article. */
export const isProse = (line: Line): boolean =>
  line.text.length >= 2.5 * PROSE_CHARS ||
  (line.isClosed && (line.text.length >= PROSE_CHARS || line.words >= PROSE_WORDS));
