import type { Brief, Section } from '../domain/brief.ts';
import type { Block, PageLimits } from '../domain/page.ts';
import { heading, small } from './blocks.ts';
import { headerBlocks, titleBlock } from './brief-header.ts';
import { tally } from './count-words.ts';
import { fitLine, type LineContext, lineParts } from './line.ts';
import { lineContext } from './line-context.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Frame, type Group, type Piece, paginate, roomForPiece } from './pack.ts';
import { countOf, isWhole } from './section-count.ts';

/** The lines of an answer, page by page; on the first the best of every section. */
export function overviewPages(brief: Brief, limits: PageLimits): readonly Piece[] {
  const frame: Frame = { first: headerBlocks(brief), later: [titleBlock(brief)], foot: [footerBlock(brief)] };
  const context = lineContext(brief);
  const groups = brief.sections.map((section): Group => {
    const heads = headings(section, brief.question.about !== 'everything', context);
    const fits = roomForPiece(heads, frame, limits);
    return { ...heads, pieces: piecesOf(section, context, (line) => fits([line])) };
  });
  return paginate(groups, frame, limits, true);
}

function piecesOf({ lines }: Section, context: LineContext, fits: (line: Block) => boolean): readonly Piece[] {
  return lines.map((line) => [fitLine(lineParts(line, context), context.language, fits)]);
}

function headings(section: Section, narrowed: boolean, { language }: LineContext): Omit<Group, 'pieces'> {
  const words = messagesIn(language).brief;
  const name = words.topic[section.topic];
  const { lines, claims } = section;
  const count = tally(countOf(section), language);
  const best = words.best(lines.length, words.claims(count, claims), narrowed);
  return {
    heading: [heading(`${name} · ${count}`), ...(isWhole(section) ? [] : [small(best)])],
    continued: [heading(words.continued(name))],
  };
}

function footerBlock({ id, question, sections }: Brief): Block {
  const words = messagesIn(question.language).brief;
  const isQuoting = sections.some(({ lines }) => lines.some(({ claim }) => claim.mode === 'excerpt'));
  return small(words.footer(isQuoting ? words.inBoth : words.inOurs, words.answer(id)));
}
