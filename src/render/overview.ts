import type { Brief } from '../domain/brief.ts';
import type { Block, PageLimits } from '../domain/page.ts';
import { heading, small } from './blocks.ts';
import { headerBlocks, titleBlock } from './brief-header.ts';
import { withoutStruck } from './correction-mark.ts';
import { LAYOUTS, type Part } from './form-parts.ts';
import { fitLine, type LineContext, lineParts, type PrintedLine } from './line.ts';
import { lineContext } from './line-context.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Frame, type Group, type Piece, paginate, roomForPiece } from './pack.ts';
import { NOTHING_WORDED, proseNote, type WordedLines, wordedLines } from './prose-parts.ts';

/** The lines of an answer, page by page; on the first the best of every part. */
export function overviewPages(brief: Brief, how: 'usual' | 'turned' | 'plain', limits: PageLimits): readonly Piece[] {
  const {
    partsOf,
    piecesOf = linePiece,
    namesOutlets,
    rowOf,
    pictureOf,
    isInOrder,
    saysDays,
    wholeOf,
  } = LAYOUTS[brief.question.form];
  const picture = brief.question.withoutPictures ? [] : (pictureOf?.(withoutStruck(brief)) ?? []);
  const first = [...headerBlocks(brief), ...picture];
  const frame: Frame = {
    first,
    later: [titleBlock(brief)],
    foot: [footerBlock(brief), ...(how === 'plain' ? [] : proseNote(brief))],
  };
  const lines = lineContext(brief);
  const context = {
    ...lines,
    namesOutlets,
    reportingDays: saysDays ?? lines.reportingDays,
    ...(rowOf && { rowOf }),
    ...(brief.search && { marks: brief.search.marks }),
  };
  if (wholeOf) return wholePages(wholeOf(brief, context, roomForPiece(NO_HEADS, frame, limits)), frame, limits);
  const parts = partsOf(brief, how === 'turned');
  const printed = parts.flatMap((part) => part.lines);
  const told = how === 'plain' ? NOTHING_WORDED : wordedLines(brief, printed, context, limits);
  const groups = parts.map((part): Group => {
    const heads = headings(part, context);
    const fits = roomForPiece(heads, frame, limits);
    const below = { ...context, under: part.name };
    return {
      ...heads,
      pieces: part.lines.flatMap((line) => piecesIn(line, told, (one) => piecesOf(one, below, fits))),
    };
  });
  return paginate(groups, frame, limits, isInOrder ? 'in order' : 'in turn');
}

/** A line, or the sentence that words it with what stands below its lines; nothing where that stands elsewhere. */
function piecesIn(
  line: PrintedLine,
  { sentenceAt, linesAt, worded }: WordedLines,
  piecesOf: (line: PrintedLine) => readonly Piece[],
): readonly Piece[] {
  if (!worded.has(line.id)) return piecesOf(line).map((piece) => telling(piece, [line]));
  const sentence = sentenceAt.get(line.id);
  if (!sentence) return [];
  const lines = linesAt.get(line.id) ?? [];
  const below = lines.flatMap(piecesOf).flat();
  return [telling([sentence, ...below.filter(({ kind }) => kind === 'small')], lines)];
}

/** The same, with what it tells of. */
const telling = (piece: Piece, lines: readonly PrintedLine[]): Piece =>
  piece.map((block, at) => (at === 0 && isWords(block) ? { ...block, of: lines.map(({ id }) => id) } : block));

const isWords = ({ kind }: Block): boolean => kind === 'item' || kind === 'paragraph';

const NO_HEADS = { heading: [], continued: [] } as const;

const wholePages = (pieces: readonly Piece[], frame: Frame, limits: PageLimits): readonly Piece[] =>
  paginate([{ ...NO_HEADS, pieces }], frame, limits, 'filled');

function linePiece(line: PrintedLine, context: LineContext, fits: (piece: Piece) => boolean): readonly Piece[] {
  return [[fitLine(lineParts(line, context), context.language, (block) => fits([block]))]];
}

function headings({ name, count, note, sums }: Part, { language }: LineContext): Omit<Group, 'pieces'> {
  return {
    heading: [heading(`${name} · ${count}`), ...(note === null ? [] : [small(note)]), ...sums],
    continued: [heading(messagesIn(language).brief.continued(name))],
  };
}

function footerBlock({ id, question, sections }: Brief): Block {
  const words = messagesIn(question.language).brief;
  const isQuoting = sections.some(({ lines }) => lines.some(({ claim }) => claim.mode === 'excerpt'));
  return small(words.footer(isQuoting ? words.inBoth : words.inOurs, words.answer(id)));
}
