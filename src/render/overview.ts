import type { Brief } from '../domain/brief.ts';
import type { Block, PageLimits } from '../domain/page.ts';
import { heading, small } from './blocks.ts';
import { headerBlocks, titleBlock } from './brief-header.ts';
import { LAYOUTS, type Part } from './form-parts.ts';
import { fitLine, type LineContext, lineParts } from './line.ts';
import { lineContext } from './line-context.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Frame, type Group, type Piece, paginate, roomForPiece } from './pack.ts';

/** The lines of an answer, page by page; on the first the best of every part. */
export function overviewPages(brief: Brief, limits: PageLimits): readonly Piece[] {
  const frame: Frame = { first: headerBlocks(brief), later: [titleBlock(brief)], foot: [footerBlock(brief)] };
  const { partsOf, namesOutlets } = LAYOUTS[brief.question.form];
  const context = { ...lineContext(brief), namesOutlets };
  const groups = partsOf(brief).map((part): Group => {
    const heads = headings(part, context);
    const fits = roomForPiece(heads, frame, limits);
    return { ...heads, pieces: piecesOf(part, context, (line) => fits([line])) };
  });
  return paginate(groups, frame, limits, true);
}

function piecesOf({ lines }: Part, context: LineContext, fits: (line: Block) => boolean): readonly Piece[] {
  return lines.map((line) => [fitLine(lineParts(line, context), context.language, fits)]);
}

function headings({ name, count, note }: Part, { language }: LineContext): Omit<Group, 'pieces'> {
  return {
    heading: [heading(`${name} · ${count}`), ...(note === null ? [] : [small(note)])],
    continued: [heading(messagesIn(language).brief.continued(name))],
  };
}

function footerBlock({ id, question, sections }: Brief): Block {
  const words = messagesIn(question.language).brief;
  const isQuoting = sections.some(({ lines }) => lines.some(({ claim }) => claim.mode === 'excerpt'));
  return small(words.footer(isQuoting ? words.inBoth : words.inOurs, words.answer(id)));
}
