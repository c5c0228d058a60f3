import type { Reading, Span } from './document.ts';

/** Of the report, boilerplate not counted; the longest articles that we know of have under 60,000. */
export const MOST_CHARS = 80_000;
/** Lines of the report, and ends of sentences in them; articles have one in 40 to 120 characters. */
export const MOST_SENTENCES = 2_000;

/** What is read of an article. */
export interface Report {
  /** Lines that hold something, without the boilerplate, in order. */
  readonly lines: readonly Span[];
  /** Where in the text reading stops, in UTF-16 code units; null where all is read. */
  readonly readTo: number | null;
}

type Text = Pick<Reading, 'text' | 'boilerplate'>;

/** The lines that an article is read from: a report without an end would take time without one. */
export function reportOf(reading: Text): Report {
  const lines: Span[] = [];
  let [chars, sentences] = [0, 0];
  for (const line of linesOf(reading)) {
    if (chars === MOST_CHARS || sentences >= MOST_SENTENCES) return { lines, readTo: line.start };
    const read = readPart(reading.text, line, { chars: MOST_CHARS - chars, sentences: MOST_SENTENCES - sentences });
    lines.push({ start: line.start, end: read.end });
    if (read.end < line.end) return { lines, readTo: read.end };
    chars += read.end - line.start;
    sentences += read.sentences;
  }
  return { lines, readTo: null };
}

/** A sentence ends here, as far as marks tell. */
const ENDS = /[.!?…]\s/g;

/** As much of a line as there is left to read, with the sentences in it. */
function readPart(text: string, { start, end }: Span, left: { readonly chars: number; readonly sentences: number }) {
  const most = Math.min(end, start + left.chars);
  let sentences = 1;
  for (const { index } of text.slice(start, most).matchAll(ENDS)) {
    if (sentences === left.sentences) return { end: start + index + 1, sentences };
    sentences += 1;
  }
  return { end: most, sentences };
}

function* linesOf({ text, boilerplate }: Text): Generator<Span> {
  let from = 0;
  for (const { start, end } of [...boilerplate, { start: text.length, end: text.length }]) {
    yield* linesIn(text, { start: from, end: Math.max(from, start) });
    from = Math.max(from, end);
  }
}

/** Without blanks in front; none that holds nothing else. */
function* linesIn(text: string, { start, end }: Span): Generator<Span> {
  for (let from = start; from < end; ) {
    const blanks = text.slice(from, end).search(/\S/);
    if (blanks === -1) return;
    const first = from + blanks;
    const length = text.slice(first, end).indexOf('\n');
    const to = length === -1 ? end : first + length;
    yield { start: first, end: to };
    from = to + 1;
  }
}
