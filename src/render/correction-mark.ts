import type { Backing, Brief, Line } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { CORRECTION_REASON_CHARS, type Correction } from '../domain/correction.ts';
import type { Language } from '../domain/language.ts';
import type { Rich } from '../domain/page.ts';
import { clip } from './cut.ts';
import { dayWords } from './date-words.ts';
import { amountWords, countWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** Stands before every word of a correction. */
const MARK = '✎';

/** Whether what is corrected does not stand at all: a later figure leaves the earlier one true of its day. */
export const isRefuted = ({ kind }: Correction): boolean => kind !== 'superseded';

/** "✎ Corrected on 12 May 2024: the reason", the mark in bold; plain text throughout, whoever wrote it. */
export function correctionRuns(correction: Correction, language: Language): Rich {
  const day = dayWords(correction.atMs, language);
  return [
    { text: `${MARK} ${messagesIn(language).correction.mark[correction.kind](day)}`, style: 'bold' },
    { text: `: ${correctionReason(correction, language)}` },
  ];
}

/** Why a claim does not stand as it was printed. */
function correctionReason(correction: Correction, language: Language): string {
  const words = messagesIn(language).correction;
  switch (correction.kind) {
    case 'wrong':
      return clip(correction.reason, CORRECTION_REASON_CHARS);
    case 'withdrawn':
      return words.how[correction.how];
    case 'superseded':
      return words.now(figureWords(correction.now.claim, language), clip(correction.now.article.publisher));
  }
}

function figureWords(claim: Claim, language: Language): string {
  if ('amount' in claim && claim.amount) return amountWords(claim.amount, language);
  return 'count' in claim && claim.count ? countWords(claim.count, language) : '';
}

/** How a line does not stand as it was printed. */
export interface LineMark {
  /** All who back it are refuted. */
  readonly isStruck: boolean;
  /** What was corrected, of whom where not of all, and why; [] for a line that stands. */
  readonly notes: Rich;
}

export function lineMark({ backing }: Pick<Line, 'backing'>, language: Language): LineMark {
  const corrected = backing.flatMap(({ citation, corrected }) => (corrected ? [{ citation, corrected }] : []));
  const told = Map.groupBy(corrected, (one) => JSON.stringify(correctionRuns(one.corrected, language)));
  const notes = [...told.values()].flatMap((alike): Rich => {
    const whose = alike.length < backing.length ? `${alike.map(({ citation }) => `[${citation}]`).join('')} ` : '';
    const [first] = alike;
    return first ? [{ text: ` · ${whose}` }, ...correctionRuns(first.corrected, language)] : [];
  });
  return { isStruck: isStruck(backing), notes };
}

/** Whether nobody stands by it any more. */
export const isStruck = (backing: readonly Pick<Backing, 'corrected'>[]): boolean =>
  backing.length > 0 && backing.every(({ corrected }) => corrected !== undefined && isRefuted(corrected));

/** Runs of what does not stand: nothing in them stands out any more. */
export const struck = (rich: Rich): Rich => [{ text: rich.map(({ text }) => text).join(''), style: 'struck' }];

/** The answer without the lines that are struck out: what its pictures are drawn from. */
export function withoutStruck(brief: Brief): Brief {
  if (!brief.sections.some(({ lines }) => lines.some(({ backing }) => isStruck(backing)))) return brief;
  const sections = brief.sections.map((section) => ({
    ...section,
    lines: section.lines.filter(({ backing }) => !isStruck(backing)),
  }));
  return { ...brief, sections: sections.filter(({ lines }) => lines.length > 0) };
}

/** That lines of an answer are struck out; null where none is. */
export function correctedWords({ sections, question }: Brief): string | null {
  const lines = sections.flatMap((section) => section.lines).filter(({ backing }) => isStruck(backing)).length;
  return lines === 0 ? null : messagesIn(question.language).correction.since(lines);
}
