import type { Brief, Line } from '../domain/brief.ts';
import { type Block, type Rich, richOf } from '../domain/page.ts';
import { bestNote } from './best-note.ts';
import { tally } from './count-words.ts';
import { clip } from './cut.ts';
import type { Part } from './form-parts.ts';
import { fitLine, type LineContext, type LineParts, lineParts } from './line.ts';
import { fitsMark, markRuns } from './mark.ts';
import { messagesIn } from './messages/in-language.ts';
import type { Piece } from './pack.ts';
import { quoted } from './quoted.ts';

type Marks = NonNullable<LineContext['marks']>;

/** Of a headline or an article's words, around what was found. */
const SNIPPET_CHARS = 220;

/** All that was found, best first. */
export function searchParts(brief: Brief): readonly Part[] {
  const { sections, search, question } = brief;
  const words = messagesIn(question.language).search;
  const lines = sections.flatMap((section) => section.lines).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const best = bestNote(sections, brief);
  const notes = [words.order, ...(best === null ? [] : [best]), ...(search?.isAll === false ? [words.notAll] : [])];
  return [{ name: words.found, count: tally(lines.length, question.language), note: notes.join(' '), sums: [], lines }];
}

/** The line with what was searched for in bold; where a word of it is not in the line, below it what holds the word. */
export function hitPieces(line: Line, context: LineContext, fits: (piece: Piece) => boolean): readonly Piece[] {
  const { marks = [] } = context;
  const parts = lineParts(line, context);
  const marked = (block: Block): Block => markWords(block, parts.lead.length, marks);
  const told = marked(fitLine(parts, context.language, (block) => fits([marked(block)])));
  const missing = marks.filter((mark) => !fitsMark(wordsOf(parts), mark));
  const whole = [told, ...snippets(line, missing, context)];
  return [fits(whole) ? whole : [told]];
}

const wordsOf = ({ lead, sentence }: LineParts): string => `${lead.map(({ text }) => text).join('')}${sentence ?? ''}`;

/** Only the run of the line's own words is marked. */
function markWords(block: Block, at: number, marks: Marks): Block {
  const rich = richOf(block).flatMap((run, place) =>
    place === at && run.style === undefined ? markRuns(run.text, marks) : [run],
  );
  return { kind: 'item', rich };
}

/** The first of the article's words that hold something missing, be it the headline. */
function snippets(line: Line, missing: Marks, context: LineContext): readonly Block[] {
  const { sources, language } = context;
  const words = messagesIn(language).search;
  const places = line.backing.flatMap(({ citation, quotes, claim }) => [
    ...(claim.mode === 'excerpt' ? [] : quotes.map((text) => ({ name: words.inArticle, citation, text }))),
    { name: words.headline, citation, text: sources.get(citation)?.title ?? '' },
  ]);
  const found = places.find(({ text }) => missing.some((mark) => fitsMark(text, mark)));
  if (!found) return [];
  const shown: Rich = markRuns(quoted(clip(around(found.text, missing), SNIPPET_CHARS), language), context.marks ?? []);
  return [{ kind: 'small', rich: [{ text: `[${found.citation}] ${found.name}: ` }, ...shown] }];
}

/** From a little before the first of the marks on. */
function around(text: string, marks: Marks): string {
  const [before, ...rest] = markRuns(text, marks);
  if (!before || before.style === 'bold' || text.length <= SNIPPET_CHARS) return text;
  const lead = before.text.slice(-SNIPPET_CHARS / 3).replace(/^\S*\s/u, '');
  return `…${lead}${rest.map((run) => run.text).join('')}`;
}
