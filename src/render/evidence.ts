import type { Account, Backing, Brief, Line } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { Block, PageLimits, Rich } from '../domain/page.ts';
import { heading, item, quote, small, title } from './blocks.ts';
import { deepLink, linked } from './citation.ts';
import type { WordsContext } from './claim-words/context.ts';
import { correctionRuns, isStruck, struck } from './correction-mark.ts';
import { clip, cutAtWord } from './cut.ts';
import type { LineContext } from './line.ts';
import { lineContext } from './line-context.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Frame, type Group, type Piece, paginate, roomForPiece } from './pack.ts';
import { quoted } from './quoted.ts';
import { sourceDateWords } from './source-words.ts';
import { outletStanding } from './standing-words.ts';
import { statementRuns } from './statement.ts';
import { titleWords } from './subject-words.ts';

export type Fits = (piece: Piece) => boolean;

/** Browsers light up each of the places that an address names. */
const MOST_POINTERS = 3;

interface EvidenceContext extends LineContext {
  /** The lines that are the first to name their speaker. */
  readonly introducing: ReadonlySet<Line>;
  /** Whether what stands around an excerpt is shown too. */
  readonly showsAround: boolean;
}

/** Where every line of an answer stands: the words themselves where they are kept, else the place to find them. */
export function evidencePages(brief: Brief, showsAround: boolean, limits: PageLimits): readonly Piece[] {
  const { language } = brief.question;
  const words = messagesIn(language).brief;
  const top = [title(words.evidenceOf(titleWords(brief)))];
  const frame: Frame = { first: top, later: top, foot: [small(messagesIn(language).brief.answer(brief.id))] };
  const context = { ...lineContext(brief), showsAround, introducing: introducing(brief) };
  const groups = brief.sections.map((section): Group => {
    const heads = headingsOf(words.topic[section.topic], words.continued);
    const fits = roomForPiece(heads, frame, limits);
    return { ...heads, pieces: section.lines.flatMap((line) => linePieces(line, context, fits)) };
  });
  return paginate(groups, frame, limits, 'filled');
}

function headingsOf(name: string, continued: (name: string) => string): Omit<Group, 'pieces'> {
  return { heading: [heading(name)], continued: [heading(continued(name))] };
}

/** The line with its first evidence in one piece where there is room, then a piece for each further article. */
function linePieces(line: Line, context: EvidenceContext, fits: Fits): readonly Piece[] {
  const [lead, ...further] = line.backing;
  if (!lead) return [];
  const told = { ...lead, claim: line.claim };
  const mark = markOf(told, context.language);
  const stated = statementRuns(told, mark, wordsContext(lead, context), (rich) => fits([item(rich)]));
  const first = [
    item(standing(stated, lead)),
    ...wordsAndPlace(
      lead,
      [...placeRuns(lead, context), ...officeRuns(line, context), ...codeRuns(line, context)],
      fits,
      context.language,
    ),
    ...aroundBlocks(lead, context, fits),
  ];
  const others = further.map((backing) =>
    wordsAndPlace(backing, furtherRuns(backing, context, fits), fits, context.language),
  );
  const accounts = line.accounts.flatMap((account) => accountPieces(account, context, fits));
  return [first, ...others, ...accounts].flatMap((piece) => (fits(piece) ? [piece] : piece.map((block) => [block])));
}

/** What else is said of the happening: what it is to the line, who says what and when, and where that stands. */
function accountPieces({ relation, backing }: Account, context: EvidenceContext, fits: Fits): readonly Piece[] {
  const [first, ...further] = backing;
  if (!first) return [];
  const before: Rich = [{ text: `${messagesIn(context.language).line.relation[relation]}: `, style: 'italic' }];
  const hasRoom = (stated: Rich): boolean => fits([{ kind: 'small', rich: [...before, ...stated] }]);
  const mark = markOf(first, context.language);
  const stated = statementRuns(first, mark, wordsContext(first, context), hasRoom);
  const places = [first, ...further].map((each) =>
    wordsAndPlace(each, placeRuns(each, context), fits, context.language),
  );
  return [[{ kind: 'small', rich: [...before, ...standing(stated, first)] }], ...places];
}

const wordsContext = ({ citation }: Backing, { labels, language, sources }: LineContext): WordsContext => ({
  labels,
  language,
  written: sources.get(citation)?.language ?? '',
});

/** The mark of a line whose words are ours: what is quoted below it is the article's. */
function markOf({ claim, quotes }: Backing, language: Language): string {
  const { paraphrase, ownWords } = messagesIn(language).brief;
  if (claim.mode === 'structured') return ` (${ownWords})`;
  return claim.mode === 'excerpt' || quotes.length > 0 ? '' : ` (${paraphrase})`;
}

const wordsAndPlace = ({ quotes, corrected }: Backing, place: Rich, fits: Fits, language: Language): Piece => [
  ...quoteBlocks(quotes, fits),
  { kind: 'small', rich: place },
  ...(corrected ? [{ kind: 'small', rich: correctionRuns(corrected, language) } as const] : []),
];

/** What is said, struck out where it does not stand. */
const standing = (said: Rich, backing: Backing): Rich => (isStruck([backing]) ? struck(said) : said);

/** The place of a further article, which has its own wording: in its quotes, or else in our paraphrase of it. */
function furtherRuns(backing: Backing, context: LineContext, fits: Fits): Rich {
  const place = placeRuns(backing, context);
  if (backing.quotes.length > 0) return place;
  const { paraphrase, ownWords } = messagesIn(context.language).brief;
  const mark = backing.claim.mode === 'structured' ? ownWords : paraphrase;
  const before: Rich = [...place, { text: ` · ${mark}: `, style: 'italic' }];
  const hasRoom = (stated: Rich): boolean => fits([{ kind: 'small', rich: [...before, ...stated] }]);
  return [...before, ...standing(statementRuns(backing, '', wordsContext(backing, context), hasRoom), backing)];
}

/** Every word of every quote, in as many blocks as it takes. */
export function quoteBlocks(quotes: readonly string[], fits: Fits): readonly Block[] {
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

/** `[1] The Daily, 12 May 2024 · paragraph 3: “The bridge is …”`, the paragraph linked to the words. */
export function placeRuns(backing: Backing, { sources, labels, language }: LineContext): Rich {
  const { citation, claim } = backing;
  const source = sources.get(citation);
  const [place = '', ...others] = new Set(placesOf(backing, language));
  const link = source && deepLink(source.url, claim.evidence.map(({ pointer }) => pointer).slice(0, MOST_POINTERS));
  const rest = [
    others.map((other) => `; ${other}`).join(''),
    claim.attr ? '' : ` · ${messagesIn(language).brief.narrator}`,
    claim.engine === undefined ? '' : ` · ${messagesIn(language).model.readBy(clip(claim.engine))}`,
  ];
  return [
    {
      text: `[${citation}] ${source ? `${outletStanding(source, labels, language)}, ${sourceDateWords(source, language)} · ` : ''}`,
    },
    linked(place, link),
    { text: rest.join('') },
  ];
}

/** Where to look in the article; without its words, what to look for. */
function placesOf({ claim, quotes }: Backing, language: Language): readonly string[] {
  const words = messagesIn(language).brief;
  return claim.evidence.map(({ paragraph, pointer }) => {
    const place = words.paragraph(paragraph);
    return quotes.length > 0 ? place : `${place}: ${quoted(`${bare(pointer)} …`, language)}`;
  });
}

/** Without the quotation marks that the words begin or end with: ours stand around them. */
const bare = (pointer: string): string => clip(pointer.replace(/^["“„«'‘]+|["”»'’]+$/gu, ''));

/** By which code the event can be asked for, where that is not what is struck out of it alone. */
const codeRuns = ({ id, backing }: Line, { language }: EvidenceContext): Rich =>
  isStruck(backing) ? [] : [{ text: ` · ${messagesIn(language).evidence.event} ` }, { text: id, style: 'code' }];

/** The excerpt in brackets among the sentences around it; nothing where there is no room for all of that. */
function aroundBlocks(
  { around, excerpt = '' }: Backing,
  { showsAround, language }: EvidenceContext,
  fits: Fits,
): Piece {
  if (!showsAround || !around) return [];
  const rich: Rich = [
    ...(around.before === '' ? [] : [{ text: `${around.before} ` }]),
    { text: `[${excerpt}]`, style: 'bold' },
    ...(around.after === '' ? [] : [{ text: ` ${around.after}` }]),
  ];
  const words: Block = { kind: 'quote', rich };
  return fits([words]) ? [small(messagesIn(language).evidence.around), words] : [];
}

/** Which office the speaker holds, at their first line. */
function officeRuns(line: Line, { labels, language, introducing }: EvidenceContext): Rich {
  const role = line.claim.attr && labels[line.claim.attr.who]?.role?.[language];
  if (!role || !introducing.has(line)) return [];
  return [{ text: ` · ${messagesIn(language).brief.office(clip(role))}` }];
}

function introducing({ sections }: Brief): ReadonlySet<Line> {
  const bySpeaker = new Map<string | undefined, Line>();
  for (const line of sections.flatMap(({ lines }) => lines)) {
    const who = line.claim.attr?.who;
    if (!bySpeaker.has(who)) bySpeaker.set(who, line);
  }
  return new Set(bySpeaker.values());
}
