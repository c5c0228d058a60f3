import type { Dispute } from '../domain/brief.ts';
import type { Claim, Count } from '../domain/claim.ts';
import { isDenial } from '../domain/fact.ts';
import type { Language } from '../domain/language.ts';
import type { Rich } from '../domain/page.ts';
import { citationRuns, type Sources } from './citation.ts';
import { isRefuted } from './correction-mark.ts';
import { clip } from './cut.ts';
import { calendarWords, dayWords } from './date-words.ts';
import { amountWords, countWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { outletsWords } from './outlets.ts';
import { type Labels, nameOf } from './speaker.ts';

/** Values of one dispute that a line shows; the answer's other lines hold the rest. */
const MOST_VALUES = 3;
const MOST_CITATIONS = 3;
const NAME_CHARS = 60;

export interface DisputeContext {
  readonly labels: Labels;
  readonly sources: Sources;
  readonly language: Language;
  /** Whether what an article says in its own voice stands with the outlet's name. */
  readonly namesOutlets: boolean;
}

/** What others say to the contrary: every value with who gives it, or who denies it. [] where it says nothing. */
export function disputeRuns(dispute: Dispute, of: Claim, context: DisputeContext): Rich {
  const entries = dispute.over === 'denial' ? denials(dispute, of, context) : valuesOf(dispute, context);
  if (entries.length === 0) return [];
  const words = messagesIn(context.language).line;
  const rest = entries.length - MOST_VALUES;
  const shown = [...entries.slice(0, MOST_VALUES), ...(rest > 0 ? [[{ text: words.furtherValues(rest) }]] : [])];
  const head = dispute.over === 'denial' ? '' : `${words.disputed} `;
  return [{ text: ` · ${head}` }, ...shown.flatMap((entry, at) => (at === 0 ? entry : [{ text: ', ' }, ...entry]))];
}

function valuesOf({ over, values }: Dispute, context: DisputeContext): readonly Rich[] {
  const hasUnits = new Set(values.map(({ claim }) => countOf(claim)?.unit)).size > 1;
  return values.flatMap((given): readonly Rich[] => {
    const { claim, citations } = given;
    const value = valueWords(over, claim, hasUnits, context);
    return value === null ? [] : [entryOf(`${value}${by(claim, citations, context)}`, given, context)];
  });
}

/** What a claim gives for the slot in dispute; null where it gives nothing that can be said. */
export function valueWords(
  over: Dispute['over'],
  claim: Claim,
  withUnit: boolean,
  context: DisputeContext,
): string | null {
  const { labels, language } = context;
  switch (over) {
    case 'amount':
      return 'amount' in claim && claim.amount ? amountWords(claim.amount, language) : null;
    case 'count': {
      const count = countOf(claim);
      return count ? countText(count, withUnit, language) : null;
    }
    case 'actor':
      return 'actor' in claim && claim.actor ? clip(nameOf(claim.actor, labels, language), NAME_CHARS) : null;
    case 'place':
      return 'place' in claim && claim.place?.[0] ? clip(nameOf(claim.place[0], labels, language), NAME_CHARS) : null;
    case 'date':
      return claim.date ? calendarWords(claim.date, language) : null;
    case 'denial':
      return null;
  }
}

/** What is counted stands in the line's sentence, unless the values count different things. */
function countText(count: Count, withUnit: boolean, language: Language): string {
  return `${countWords(count, language)}${withUnit && count.unit ? ` (${clip(count.unit, NAME_CHARS)})` : ''}`;
}

function by(claim: Claim, citations: readonly number[], context: DisputeContext): string {
  const { labels, sources, language, namesOutlets } = context;
  const outlets = namesOutlets ? outletsWords(citations, sources, language) : '';
  const giver = speakerName(claim, labels, language) ?? outlets;
  return giver === '' ? '' : ` (${giver})`;
}

function speakerName({ attr }: Claim, labels: Labels, language: Language): string | null {
  return attr && clip(nameOf(attr.who, labels, language), NAME_CHARS);
}

function denials({ values }: Dispute, of: Claim, context: DisputeContext): readonly Rich[] {
  const words = messagesIn(context.language).line;
  return values
    .filter(({ claim }) => isDenial(claim) !== isDenial(of))
    .map((given) => {
      const speaker = speakerName(given.claim, context.labels, context.language);
      return entryOf(isDenial(given.claim) ? words.deniedBy(speaker) : words.statedBy(speaker), given, context);
    });
}

/** What nobody stands by any more is struck out, and says since when; the evidence says why. */
function entryOf(
  text: string,
  { citations, corrected }: Dispute['values'][number],
  { sources, language }: DisputeContext,
): Rich {
  const { line, correction } = messagesIn(language);
  const cited = citationRuns(citations, sources, MOST_CITATIONS, line.furtherCitations);
  if (!corrected) return [{ text: `${text} ` }, ...cited];
  const since = { text: ` (${correction.mark[corrected.kind](dayWords(corrected.atMs, language))})` };
  return [isRefuted(corrected) ? { text, style: 'struck' } : { text }, { text: ' ' }, ...cited, since];
}

const countOf = (claim: Claim): Count | undefined => ('count' in claim ? claim.count : undefined);
