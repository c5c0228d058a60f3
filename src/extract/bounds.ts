import type { Reading, Span } from './document.ts';

/** Of the report, boilerplate not counted; the longest articles that we know of have half of it. */
export const MOST_CHARS = 120_000;
/** Lines of the report that hold something. */
export const MOST_LINES = 6_000;

/** Lines of the report that are read, without its boilerplate, in order. */
export interface Report {
  readonly lines: readonly Span[];
  /** Where in the text reading stops, in UTF-16 code units; null where all is read. */
  readonly readTo: number | null;
}

/** The lines that an article is read from: a report without an end would take time without one. */
export function reportOf(reading: Pick<Reading, 'text' | 'boilerplate'>): Report {
  const lines: Span[] = [];
  let left = MOST_CHARS;
  for (const line of linesOf(reading)) {
    if (left === 0 || lines.length === MOST_LINES) return { lines, readTo: line.start };
    const end = Math.min(line.end, line.start + left);
    lines.push({ start: line.start, end });
    left -= end - line.start;
    if (end < line.end) return { lines, readTo: end };
  }
  return { lines, readTo: null };
}

function* linesOf({ text, boilerplate }: Pick<Reading, 'text' | 'boilerplate'>): Generator<Span> {
  let from = 0;
  for (const { start, end } of [...boilerplate, { start: text.length, end: text.length }]) {
    yield* linesIn(text, { start: from, end: Math.max(from, start) });
    from = Math.max(from, end);
  }
}

const SOMETHING = /\S/g;

/** Without blanks in front; none that holds nothing else. */
function* linesIn(text: string, { start, end }: Span): Generator<Span> {
  for (let from = start; from < end; ) {
    SOMETHING.lastIndex = from;
    const first = SOMETHING.exec(text)?.index ?? end;
    if (first >= end) return;
    const at = text.indexOf('\n', first);
    const to = at === -1 || at > end ? end : at;
    yield { start: first, end: to };
    from = to + 1;
  }
}
