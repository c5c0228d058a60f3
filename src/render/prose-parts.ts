import type { Brief, Line } from '../domain/brief.ts';
import type { Block, PageLimits, Rich } from '../domain/page.ts';
import type { ProseSentence } from '../domain/prose.ts';
import { small } from './blocks.ts';
import { type LineContext, lineParts, type PrintedLine } from './line.ts';
import { messagesIn } from './messages/in-language.ts';

/** Which lines stand in a sentence, and at which of them it is printed. */
export interface WordedLines {
  readonly sentenceAt: ReadonlyMap<string, Block>;
  /** By the line where its sentence is printed: all that it words. */
  readonly linesAt: ReadonlyMap<string, readonly PrintedLine[]>;
  readonly worded: ReadonlySet<string>;
}

export const NOTHING_WORDED: WordedLines = { sentenceAt: new Map(), linesAt: new Map(), worded: new Set() };

/** Sentences take half a page at most: what is longer is printed line by line. */
const SHARE_OF_PAGE = 0.5;

/**
 * The sentences of an answer in the place of the first line that each words. One that words a line that is not printed, or was
 * corrected since, is left out, and its lines stand as they are.
 * @param printed all lines in the order in which they stand
 */
export function wordedLines(
  { prose }: Brief,
  printed: readonly PrintedLine[],
  context: LineContext,
  limits: PageLimits,
): WordedLines {
  if (prose?.kind !== 'worded') return NOTHING_WORDED;
  const found = prose.sentences.flatMap((sentence) => {
    const lines = printed.filter(({ id }) => sentence.lines.includes(id));
    const isWhole = lines.length === sentence.lines.length && !lines.some(isCorrected);
    const [first] = lines;
    const block = sentenceBlock(sentence, lines, context);
    const fits = limits.costOf(block) <= limits.budget * SHARE_OF_PAGE;
    return isWhole && first && fits ? [{ first: first.id, lines, block }] : [];
  });
  return {
    sentenceAt: new Map(found.map(({ first, block }) => [first, block])),
    linesAt: new Map(found.map(({ first, lines }) => [first, lines])),
    worded: new Set(found.flatMap(({ lines }) => lines.map(({ id }) => id))),
  };
}

const isCorrected = ({ backing, disputes }: Line): boolean =>
  backing.some(({ corrected }) => corrected !== undefined) ||
  disputes.some(({ values }) => values.some(({ corrected }) => corrected !== undefined));

/** The sentence with all that stands behind each line that it words: date, sources, what others say to the contrary. */
function sentenceBlock({ text }: ProseSentence, lines: readonly PrintedLine[], context: LineContext): Block {
  const tails = lines.map((line) => lineParts(line, context).tail);
  const rich: Rich = tails.flatMap((tail, at) => (at === 0 ? tail : [{ text: ' ·' }, ...tail]));
  return { kind: 'paragraph', rich: [{ text }, ...rich] };
}

/** Who worded it, or why nobody did. */
export function proseNote({ prose, question: { language } }: Brief): readonly Block[] {
  if (!prose) return [];
  const words = messagesIn(language).prose;
  return [small(prose.kind === 'worded' ? words.by(prose.model) : words.none[prose.why])];
}
