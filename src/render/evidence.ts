import type { Backing, Brief, Line } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { Block, PageLimits, Rich } from '../domain/page.ts';
import { heading, item, quote, title } from './blocks.ts';
import { deepLink, linked } from './citation.ts';
import { clip, cutAtWord } from './cut.ts';
import type { LineContext } from './line.ts';
import { leadWords } from './line-lead.ts';
import { messagesIn } from './messages/in-language.ts';
import { lineContext } from './overview.ts';
import { type Frame, type Group, type Piece, paginate, roomForPiece } from './pack.ts';
import { sourceDateWords } from './source-words.ts';
import { titleWords } from './subject-words.ts';

type Fits = (piece: Piece) => boolean;

/** Where every line of an answer stands: the words themselves where they are kept, else the place to find them. */
export function evidencePages(brief: Brief, limits: PageLimits): readonly Piece[] {
  const { language } = brief.question;
  const words = messagesIn(language).brief;
  const top = [title(words.evidenceOf(titleWords(brief)))];
  const frame: Frame = { first: top, later: top, foot: [] };
  const context = lineContext(brief);
  const groups = brief.sections.map((section): Group => {
    const heads = headingsOf(words.topic[section.topic], words.continued);
    const fits = roomForPiece(heads, frame, limits);
    return { ...heads, pieces: section.lines.flatMap((line) => linePieces(line, context, fits)) };
  });
  return paginate(groups, frame, limits, false);
}

function headingsOf(name: string, continued: (name: string) => string): Omit<Group, 'pieces'> {
  return { heading: [heading(name)], continued: [heading(continued(name))] };
}

/** The line with its first evidence in one piece where there is room, then a piece for each further article. */
function linePieces(line: Line, context: LineContext, fits: Fits): readonly Piece[] {
  const [lead, ...further] = line.backing;
  if (!lead) return [];
  const head = item([...statement(line.claim, context), ...paraphraseMark(lead, context)]);
  const first = [head, ...wordsAndPlace(lead, placeRuns(lead, context), fits)];
  const others = further.map((backing) => wordsAndPlace(backing, furtherRuns(backing, context), fits));
  return [first, ...others].flatMap((piece) => (fits(piece) ? [piece] : piece.map((block) => [block])));
}

/** The claim in our words, with who says it. */
function statement(claim: Backing['claim'], { labels, language }: LineContext): Rich {
  const lead = leadWords(claim, labels, language, true);
  const sentence = { text: claim.sentence[language] };
  return lead === '' ? [sentence] : [{ text: lead, style: 'bold' }, { text: ' ' }, sentence];
}

function paraphraseMark({ quotes }: Backing, { language }: LineContext): Rich {
  return quotes.length > 0 ? [] : [{ text: ` (${messagesIn(language).brief.paraphrase})`, style: 'italic' }];
}

const wordsAndPlace = ({ quotes }: Backing, place: Rich, fits: Fits): Piece => [
  ...quoteBlocks(quotes, fits),
  { kind: 'small', rich: place },
];

/** The place of a further article, which has its own wording: in its quotes, or else in our paraphrase of it. */
function furtherRuns(backing: Backing, context: LineContext): Rich {
  const place = placeRuns(backing, context);
  if (backing.quotes.length > 0) return place;
  const { paraphrase } = messagesIn(context.language).brief;
  return [...place, { text: ` · ${paraphrase}: `, style: 'italic' }, ...statement(backing.claim, context)];
}

/** Every word of every quote, in as many blocks as it takes. */
function quoteBlocks(quotes: readonly string[], fits: Fits): readonly Block[] {
  return quotes.flatMap((words) => splitText(words, (text) => fits([quote(text)])).map(quote));
}

/** The text in pieces that fit, parted at spaces, with "…" at each parting; nothing of it is left out. */
function splitText(text: string, fits: (piece: string) => boolean): readonly string[] {
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

/** `[1] The Daily, 12 May 2024 · paragraph 3, at “The bridge is …”`. */
function placeRuns(backing: Backing, context: LineContext): Rich {
  const { citation, claim } = backing;
  const source = context.sources.get(citation);
  const words = messagesIn(context.language).brief;
  const link = source && deepLink(source.url, claim.evidence[0]?.pointer ?? '');
  const details = [
    ...(source ? [`${clip(source.publisher)}, ${sourceDateWords(source, context.language)}`] : []),
    [...new Set(placesOf(backing, context.language))].join('; '),
    ...(claim.attr ? [] : [words.narrator]),
  ];
  return [linked(`[${citation}]`, link), { text: ` ${details.join(' · ')}` }];
}

/** Where to look in the article; without its words, what to look for. */
function placesOf({ claim, quotes }: Backing, language: Language): readonly string[] {
  const words = messagesIn(language).brief;
  return claim.evidence.map(({ paragraph, pointer }) => {
    return quotes.length > 0 ? words.paragraph(paragraph) : `${words.paragraph(paragraph)}, ${words.at(bare(pointer))}`;
  });
}

/** Without the quotation marks that the words begin or end with: ours stand around them. */
const bare = (pointer: string): string => clip(pointer.replace(/^["“„«'‘]+|["”»'’]+$/gu, ''));
