import type { Brief, Line, Section } from '../domain/brief.ts';
import type { Block, PageLimits } from '../domain/page.ts';
import { heading, small } from './blocks.ts';
import { headerBlocks, titleBlock } from './brief-header.ts';
import { tally } from './count-words.ts';
import { fitLine, type LineContext, lineParts } from './line.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Frame, type Group, type Piece, paginate, roomForPiece } from './pack.ts';

/** The lines of an answer, page by page; on the first the best of every section. */
export function overviewPages(brief: Brief, limits: PageLimits): readonly Piece[] {
  const frame: Frame = { first: headerBlocks(brief), later: [titleBlock(brief)], foot: [footerBlock(brief)] };
  const context = lineContext(brief);
  const groups = brief.sections.map((section): Group => {
    const heads = headings(section, context);
    const fits = roomForPiece(heads, frame, limits);
    return { ...heads, pieces: piecesOf(section, context, (line) => fits([line])) };
  });
  return paginate(groups, frame, limits, true);
}

export const lineContext = (brief: Brief): LineContext => ({
  labels: brief.labels,
  sources: new Map(brief.sources.map((source) => [source.citation, source])),
  language: brief.question.language,
});

/** The lines of a section with, for each, whether it is the first to name its speaker. */
function introductions(lines: readonly Line[]): readonly (readonly [line: Line, isFirst: boolean])[] {
  const known = new Set<string>();
  return lines.map((line) => {
    const who = line.claim.attr?.who;
    const isFirst = who !== undefined && !known.has(who);
    if (who !== undefined) known.add(who);
    return [line, isFirst];
  });
}

function piecesOf(section: Section, context: LineContext, fits: (line: Block) => boolean): readonly Piece[] {
  return introductions(section.lines).map(([line, isFirst]) => {
    return [fitLine(lineParts(line, context, isFirst), context.language, fits)];
  });
}

function headings(section: Section, { language }: LineContext): Omit<Group, 'pieces'> {
  const words = messagesIn(language).brief;
  const name = words.topic[section.topic];
  const claims = tally(section.claims, language);
  return {
    heading: [
      heading(`${name} · ${claims}`),
      ...missingNote(section, words.best(section.lines.length, words.claims(claims, section.claims))),
    ],
    continued: [heading(words.continued(name))],
  };
}

/** Where more claims match than the lines are made of. */
function missingNote({ lines, claims }: Section, text: string): readonly Block[] {
  const carried = lines.reduce((sum, line) => sum + line.backing.length, 0);
  return claims > carried ? [small(text)] : [];
}

function footerBlock({ id, question }: Brief): Block {
  const words = messagesIn(question.language).brief;
  return small(words.footer(words.answer(id)));
}
