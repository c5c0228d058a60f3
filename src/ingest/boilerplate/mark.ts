import { fold } from '../fold.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Dateline, Span } from '../reading.ts';
import { datelineOf } from './dateline.ts';
import { isFurniture } from './furniture.ts';
import { isProse, type Line, linesOf } from './line.ts';
import { guessTitle, isTitle, titleForms } from './title.ts';
import { type Judged, judgeInContext } from './zones.ts';

/** What is no report in a text, and what stands around it. */
export interface Marked {
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly dateline: Dateline | null;
  readonly boilerplate: readonly Span[];
  /** Lines that are boilerplate before the first and behind the last paragraph: where dates and bylines stand. */
  readonly margins: readonly Line[];
}

/**
 * Tells the report from what stands around it. Linear in the text.
 * @param title as it is known from elsewhere; null: to be found in the text
 */
export function markBoilerplate(text: string, title: string | null, lexicon: Lexicon): Marked {
  const lines = linesOf(text);
  const judged = judgeInContext(withTitle(lines, title, lexicon), lexicon);
  const head = judged.find((line) => line.isTitle) ?? null;
  const dateline = firstDateline(judged, lexicon);
  return {
    title: title ?? (head === null ? null : bare(head.text)),
    titleSpan: head === null ? null : spanOf(head),
    dateline,
    boilerplate: [...spansOf(judged, dateline, lexicon), ...beyond(text, lines)],
    margins: marginsOf(judged),
  };
}

/** Judges each line by itself; of the lines that say the title the first is the title and the others furniture. */
function withTitle(lines: readonly Line[], title: string | null, lexicon: Lexicon): readonly Judged[] {
  const furniture = new Set(lines.filter((line) => isFurniture(line, lexicon)));
  const guess =
    title ??
    guessTitle(
      lines.filter((line) => !furniture.has(line)),
      lexicon,
    )?.text ??
    '';
  const forms = titleForms(guess);
  const titles = forms.length === 0 ? [] : lines.filter((line) => isTitle(line, forms));
  return lines.map((line) => ({
    ...line,
    isTitle: line === titles[0],
    isFurniture: line !== titles[0] && (furniture.has(line) || titles.includes(line)),
  }));
}

const bare = (text: string): string => text.replace(/^[#*>•\s]+/u, '');

const DATELINE_PARAGRAPHS = 3;

function firstDateline(lines: readonly Judged[], lexicon: Lexicon): Dateline | null {
  const paragraphs = lines
    .filter((line) => !line.isFurniture && !line.isTitle && isProse(line))
    .slice(0, DATELINE_PARAGRAPHS);
  for (const line of paragraphs) {
    const dateline = datelineOf(line, lexicon);
    if (dateline !== null) return dateline;
  }
  return null;
}

const spanOf = ({ start, end }: Line): Span => ({ start, end });

function spansOf(lines: readonly Judged[], dateline: Dateline | null, lexicon: Lexicon): readonly Span[] {
  return lines.flatMap((line) => {
    if (line.isFurniture) return [spanOf(line)];
    if (dateline !== null && dateline.span.start === line.start) return [dateline.span];
    const opener = openerOf(line, lexicon);
    return opener === 0 ? [] : [{ start: line.start, end: line.start + opener }];
  });
}

/** What follows the last line that was looked at. */
function beyond(text: string, lines: readonly Line[]): readonly Span[] {
  const start = lines.at(-1)?.end ?? text.length;
  return text.slice(start).trim() === '' ? [] : [{ start, end: text.length }];
}

const BULLET = /^(?:#{1,6}|[*•·▪◦‣»–—-]|>)\s+/u;

/** Length of the bullet, heading mark or glued label that a line of the report opens with. */
function openerOf({ text }: Line, { openers }: Lexicon): number {
  const bullet = BULLET.exec(text)?.[0].length ?? 0;
  const folded = fold(text.slice(bullet, bullet + 40));
  const label = openers.find((opener) => folded.startsWith(opener) && /^[\s:]/.test(folded.slice(opener.length)));
  if (label === undefined) return bullet;
  const gap = /^[\s:]*/.exec(text.slice(bullet + label.length))?.[0].length ?? 0;
  return bullet + label.length + gap;
}

const MARGIN = { head: 40, past: 12, foot: 5 };

function marginsOf(lines: readonly Judged[]): readonly Line[] {
  const isReport = (line: Judged): boolean => !line.isFurniture && isProse(line);
  const [first, last] = [lines.findIndex(isReport), lines.findLastIndex(isReport)];
  const head = first === -1 ? lines : lines.slice(Math.max(0, first - MARGIN.head), first + MARGIN.past);
  const foot = first === -1 ? [] : lines.slice(Math.max(first + MARGIN.past, last + 1)).slice(0, MARGIN.foot);
  return [...head.slice(0, MARGIN.head + MARGIN.past), ...foot].filter((line) => line.isFurniture);
}
