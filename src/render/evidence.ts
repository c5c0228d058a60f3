import type { Backing, Brief, Line } from '../domain/brief.ts';
import type { Block, PageLimits, Rich } from '../domain/page.ts';
import { deepLink, linked } from './citation.ts';
import { clip, cutAtWord } from './cut.ts';
import type { LineContext } from './line.ts';
import { leadWords } from './line-lead.ts';
import { messagesIn } from './messages/in-language.ts';
import { introductions, item, lineContext } from './overview.ts';
import { type Frame, type Group, type Piece, paginate, roomForPiece } from './pack.ts';
import { sourceDateWords } from './source-words.ts';
import { nameOf, speakerWords } from './speaker.ts';
import { titleWords } from './subject-words.ts';

type Fits = (piece: Piece) => boolean;

/** Where every line of an answer stands: the words themselves where they are kept, else the place to find them. */
export function evidencePages(brief: Brief, limits: PageLimits): readonly Piece[] {
  const { language } = brief.question;
  const words = messagesIn(language).brief;
  const title: Block = { kind: 'title', rich: [{ text: words.evidenceOf(titleWords(brief)) }] };
  const frame: Frame = { first: [title], later: [title], foot: [] };
  const context = lineContext(brief);
  const groups = brief.sections.map((section): Group => {
    const heads = headingsOf(words.topic[section.topic], words.continued);
    const fits = roomForPiece(heads, frame, limits);
    return { ...heads, pieces: introductions(section.lines).flatMap(([line]) => linePieces(line, context, fits)) };
  });
  return paginate(groups, frame, limits, false);
}

function headingsOf(name: string, continued: (name: string) => string): Omit<Group, 'pieces'> {
  const heading = (text: string): readonly Block[] => [{ kind: 'heading', rich: [{ text }] }];
  return { heading: heading(name), continued: heading(continued(name)) };
}

/** The line with its first evidence in one piece where there is room, then a piece for each further article. */
function linePieces(line: Line, context: LineContext, fits: Fits): readonly Piece[] {
  const head = [item(statement(line.claim, context))];
  const [first = [], ...further] = line.backing.map((backing, at) => backingPieces(backing, at > 0, context, fits));
  return [...joinedIfFit(head, first, fits), ...further.flat()];
}

function joinedIfFit(head: Piece, [next = [], ...rest]: readonly Piece[], fits: Fits): readonly Piece[] {
  const together = [...head, ...next];
  return fits(together) ? [together, ...rest] : [head, next, ...rest];
}

/** The claim in our words, with who says it. */
function statement(claim: Backing['claim'], { labels, language }: LineContext): Rich {
  const lead = leadWords(claim, labels, language, true);
  const sentence = { text: claim.sentence[language] };
  return lead === '' ? [sentence] : [{ text: lead, style: 'bold' }, { text: ' ' }, sentence];
}

/** Quotes, or our paraphrase where no text is kept (the first article's is the line itself), then the place. */
function backingPieces(backing: Backing, isFurther: boolean, context: LineContext, fits: Fits): readonly Piece[] {
  const place: Block = { kind: 'small', rich: placeRuns(backing, context) };
  const words = backing.quotes.length > 0 ? quoteBlocks(backing.quotes, fits) : paraphrase(backing, isFurther, context);
  const together = [...words, place];
  return fits(together) ? [together] : together.map((block) => [block]);
}

function paraphrase({ claim }: Backing, isFurther: boolean, context: LineContext): readonly Block[] {
  return isFurther ? [{ kind: 'paragraph', rich: statement(claim, context) }] : [];
}

/** Every word of every quote, in as many blocks as it takes. */
function quoteBlocks(quotes: readonly string[], fits: Fits): readonly Block[] {
  return quotes.flatMap((quote) => splitText(quote, (text) => fits([quoteBlock(text)])).map(quoteBlock));
}

const quoteBlock = (text: string): Block => ({ kind: 'quote', rich: [{ text }] });

/** The text in pieces that fit, parted at spaces, with "…" at each parting; nothing of it is left out. */
export function splitText(text: string, fits: (piece: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (!fits(rest)) {
    const head = cutAtWord(rest, fits) ?? cutAnywhere(rest, fits);
    pieces.push(head);
    rest = `…${rest.slice(head.length - 1).trimStart()}`;
  }
  return [...pieces, rest];
}

/** For a single word longer than a page. */
function cutAnywhere(text: string, fits: (piece: string) => boolean): string {
  const points = [...text];
  let most = Math.max(2, points.length >> 1);
  while (most > 2 && !fits(`${points.slice(0, most).join('')}…`)) most >>= 1;
  return `${points.slice(0, most).join('')}…`;
}

/** `[1] The Daily, 12 May 2024 · paragraph 3, at “The bridge is …” · said by …`. */
function placeRuns(backing: Backing, context: LineContext): Rich {
  const { citation, claim, quotes } = backing;
  const source = context.sources.get(citation);
  const words = messagesIn(context.language).brief;
  const pointer = claim.evidence[0]?.pointer ?? '';
  const link = source && deepLink(source.url, pointer);
  const places = claim.evidence.map(
    (e) => `${words.paragraph(e.paragraph)}${quotes.length > 0 ? '' : `, ${words.at(clip(e.pointer))}`}`,
  );
  const details = [
    ...(source ? [`${clip(source.publisher)}, ${sourceDateWords(source, context.language)}`] : []),
    ...new Set(places),
    speakerOf(claim, context),
    ...(quotes.length > 0 ? [] : [words.paraphrase]),
  ];
  return [linked(`[${citation}]`, link), { text: ` ${details.join(' · ')}` }];
}

function speakerOf({ attr }: Backing['claim'], { labels, language }: LineContext): string {
  const words = messagesIn(language).brief;
  if (!attr) return words.narrator;
  return words.saidBy(attr.via ? speakerWords(attr, labels, language, false) : nameOf(attr.who, labels, language));
}
