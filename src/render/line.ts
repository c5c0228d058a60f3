import type { Account, Brief, Line } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { hasHappened, isDenial } from '../domain/fact.ts';
import type { Language } from '../domain/language.ts';
import type { Block, Rich } from '../domain/page.ts';
import { item } from './blocks.ts';
import { citationRuns } from './citation.ts';
import type { WordsContext } from './claim-words/context.ts';
import { lineMark, struck } from './correction-mark.ts';
import { clip, cutAtWord } from './cut.ts';
import { calendarWords, dayRangeWords, toldDate } from './date-words.ts';
import { type DisputeContext, disputeRuns } from './dispute-words.ts';
import { DOUBT, leadWords } from './line-lead.ts';
import { lineWords } from './line-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { outletsWords } from './outlets.ts';
import { quoted } from './quoted.ts';
import { nameOf } from './speaker.ts';
import { onlyFromWords } from './standing-words.ts';

/** Citations beside a line; Evidence has them all. */
const MOST_CITATIONS = 6;
const MOST_SPELLINGS = 3;
const SPELLING_CHARS = 60;
const QUOTED_DATE_CHARS = 30;

/** A line as a layout prints it; `relation`: it is an account of a happening whose line stands elsewhere. */
export type PrintedLine = Line & { readonly relation?: Account['relation'] };

export interface LineContext extends DisputeContext {
  /** Whether a line without a date of its own says when it was reported. */
  readonly reportingDays: boolean;
  /** What is to stand out in the words of a line. */
  readonly marks?: NonNullable<Brief['search']>['marks'];
  /** The heading that it stands under: a day that this names is not said again. */
  readonly under?: string;
  /** The day of an instant, in the answer's language. */
  readonly dayOf: (atMs: number) => string;
  /** What stands in place of a claim's sentence, where the form has something shorter; null where it has not. */
  readonly rowOf?: (claim: Claim, context: WordsContext) => string | null;
}

/** A line in the pieces that shortening must know apart. */
export interface LineParts {
  /** Who says it, and every mark that changes what the sentence means. Never cut. */
  readonly lead: Rich;
  /** The words themselves; null where an excerpt's are not at hand. */
  readonly sentence: string | null;
  /** Whether less than the whole sentence may be printed: only of stored ones, and not where a "not" or an "if" could fall off. */
  readonly cuttable: boolean;
  /** Date, citations, disputes, notes and corrections. Never cut. */
  readonly tail: Rich;
  /** It does not stand: lead and words are struck out. */
  readonly isStruck: boolean;
}

export function lineParts(line: PrintedLine, context: LineContext): LineParts {
  const { claim } = line;
  const words = { ...context, written: writtenIn(line, context) };
  const row = context.rowOf?.(claim, words) ?? null;
  const teller = context.namesOutlets ? outletsOf(line, context) : '';
  const lead = leadWords(claim, context.labels, context.language, teller);
  const mark = lineMark(line, context.language);
  return {
    lead: lead === '' ? [] : [{ text: lead, style: 'bold' }, { text: ' ' }],
    sentence: row ?? lineWords(claim, line.backing[0]?.excerpt, words),
    cuttable: row === null && claim.mode === 'paraphrase' && hasHappened(claim) && !isDenial(claim),
    tail: [...tailOf(line, context), ...mark.notes],
    isStruck: mark.isStruck,
  };
}

/** The outlets whose articles say every word of a line. */
const outletsOf = ({ backing }: Pick<Line, 'backing'>, { sources, language }: LineContext): string =>
  outletsWords(
    backing.map(({ citation }) => citation),
    sources,
    language,
  );

/** A line that `fits`: whole if it can be, else without its links, else with its sentence cut at a word's end or left out. */
export function fitLine(parts: LineParts, language: Language, fits: (line: Block) => boolean): Block {
  const { sentence } = parts;
  if (sentence === null) return lineBlock(parts, messagesIn(language).line.wordsGone);
  const whole = lineBlock(parts, sentence);
  if (fits(whole)) return whole;
  const plain = { ...parts, tail: parts.tail.map(({ href: _, ...run }) => run) };
  const unlinked = lineBlock(plain, sentence);
  if (fits(unlinked)) return unlinked;
  const cut = parts.cuttable ? cutAtWord(sentence, (text) => fits(lineBlock(plain, text))) : null;
  return lineBlock(plain, cut ?? messagesIn(language).line.tooLong);
}

function lineBlock({ lead, tail, isStruck }: LineParts, sentence: string): Block {
  const said: Rich = [...lead, { text: sentence }];
  return item([...(isStruck ? struck(said) : said), ...tail]);
}

function tailOf(line: PrintedLine, context: LineContext): Rich {
  const { claim, backing, publishers, origins, disputes } = line;
  const words = messagesIn(context.language).line;
  const citations = backing.map(({ citation }) => citation);
  const sides = line.statedBySides.map((side) => nameOf(side, context.labels, context.language));
  const notes = [
    ...(line.relation ? [words.relation[line.relation]] : []),
    ...(publishers > 1 ? [words.outlets(publishers, origins)] : []),
    ...(line.onlyFrom ? [onlyFromWords(line.onlyFrom, context.labels, context.language)] : []),
    ...(sides.length > 0 ? [words.statedBySides(sides)] : []),
    ...spellings(claim, context),
  ];
  const when = whenWords(line, context);
  return [
    { text: when === null ? ' ' : ` (${when}) ` },
    ...citationRuns(citations, context.sources, MOST_CITATIONS, words.furtherCitations),
    ...notes.map((text) => ({ text: ` · ${text}` })),
    ...disputes.flatMap((dispute) => disputeRuns(dispute, claim, context)),
    ...(claim.suspect ? [{ text: ` · ${DOUBT} ${words.note(claim.suspect[context.language])}` }] : []),
  ];
}

/**
 * When it happened where the article gives a day, else when it was reported: one is never passed off as the other. null where
 * the answer's header says enough.
 */
function whenWords(line: Line, context: LineContext): string | null {
  const date = toldDate(line.claim);
  const day = date ? calendarWords(date, context.language) : null;
  if (day !== null) return day === context.under ? null : day;
  const told = [quotedDate(line, context), reportWords(line, context)].filter((words) => words !== null);
  return told.length > 0 ? told.join(', ') : null;
}

/** The article's own words for a time that is no day of the calendar, where they are short and in the reader's language. */
function quotedDate({ claim, backing }: Line, { sources, language }: LineContext): string | null {
  const date = toldDate(claim);
  if (!date || date.text.length > QUOTED_DATE_CHARS) return null;
  return writtenIn({ backing }, { sources }) === language ? quoted(date.text, language) : null;
}

/** The language of the article whose words stand in the line; '' where it is not known. */
const writtenIn = ({ backing }: Pick<Line, 'backing'>, { sources }: Pick<LineContext, 'sources'>): string =>
  sources.get(backing[0]?.citation ?? 0)?.language ?? '';

function reportWords(
  { backing }: Line,
  { sources, language, reportingDays, dayOf, under }: LineContext,
): string | null {
  const words = messagesIn(language).line;
  const published = backing.flatMap(({ citation }) => sources.get(citation)?.published ?? []);
  if (published.length === 0) return words.undatedArticle;
  if (!reportingDays) return null;
  const days = published.map(({ at }) => Date.parse(at));
  const span = dayRangeWords(Math.min(...days), Math.max(...days), language, dayOf);
  if (published.some(({ basis }) => basis === 'assumed')) return words.reportedAbout(span);
  return span === under ? words.reportedThen : words.reported(span);
}

/** A last name alone is no other spelling of a name. */
function isPartOf(name: string, part: string): boolean {
  const words = name.split(/\s+/u);
  return part.split(/\s+/u).every((word) => words.includes(word));
}

/** A name that no gazetteer has is printed as the article spells it, which needs no note. */
function spellings({ surface = {}, attr }: Claim, { labels, language }: LineContext): readonly string[] {
  const labelOf = (ref: string): string => labels[ref]?.names[language] ?? '';
  const isTold = (ref: string, name: string): boolean =>
    labelOf(ref) === name || (ref === attr?.who && isPartOf(labelOf(ref), name));
  const spelt = [...Object.entries(surface), ...(attr?.surface ? [[attr.who, attr.surface] as const] : [])];
  const notes = spelt.filter(([ref, name]) => !isTold(ref, name)).map(([, name]) => name);
  const names = [...new Set(notes)]
    .slice(0, MOST_SPELLINGS)
    .map((name) => quoted(clip(name, SPELLING_CHARS), language));
  return names.length > 0 ? [messagesIn(language).line.spelt(names.join(', '))] : [];
}
