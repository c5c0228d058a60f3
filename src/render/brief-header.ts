import type { Brief, Source } from '../domain/brief.ts';
import type { Block, Rich } from '../domain/page.ts';
import { spanOf } from '../domain/period.ts';
import { ageOf } from './age.ts';
import { small, title } from './blocks.ts';
import { dayRangeWords, dayWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { insideWords, titleWords } from './subject-words.ts';

/** Title of a brief's pages. */
export const titleBlock = (brief: Brief): Block => title(titleWords(brief));

/** What was asked, what the answer rests on, and how old that is. */
export function headerBlocks(brief: Brief): readonly Block[] {
  const outside = outsideWords(brief);
  return [
    titleBlock(brief),
    { kind: 'paragraph', rich: basisRuns(brief) },
    ...(outside === '' ? [] : [small(outside)]),
  ];
}

/** Sources of the lines themselves; those that only stand in a dispute are left out. */
function backingSources(brief: Brief): readonly Source[] {
  const lines = brief.sections.flatMap((section) => section.lines);
  const cited = new Set(lines.flatMap((line) => line.backing.map(({ citation }) => citation)));
  return brief.sources.filter(({ citation }) => cited.has(citation));
}

function basisRuns(brief: Brief): Rich {
  const { language } = brief.question;
  const words = messagesIn(language).brief;
  const sources = backingSources(brief);
  const dates = sources.flatMap(({ published }) => (published ? [Date.parse(published.at)] : []));
  const span = dates.length > 0 ? dayRangeWords(Math.min(...dates), Math.max(...dates), language) : null;
  const outlets = new Set(sources.map(({ publisher }) => publisher)).size;
  const inside = insideWords(brief);
  const newest = dates.length > 0 ? newestWords(brief, Math.max(...dates)) : null;
  return [
    ...(newest ? [{ text: newest, style: 'bold' } as const, { text: ' ' }] : []),
    ...(inside ? [{ text: `${inside} ` }] : []),
    { text: words.basis(sources.length, outlets, span, sources.length - dates.length) },
  ];
}

function newestWords(brief: Brief, atMs: number): string {
  const { language } = brief.question;
  const words = messagesIn(language).brief;
  return words.newest(dayWords(atMs, language), words.age(ageOf(atMs, brief.askedAtMs)));
}

/** What lies outside the period, and where the period came from if nobody asked for it; '' where nothing does. */
function outsideWords(brief: Brief): string {
  const { coverage, question, askedAtMs } = brief;
  const span = brief.span;
  if (!span || !coverage) return '';
  const { language } = question;
  const words = messagesIn(language).brief;
  const { oldestAtMs, newestAtMs, undated } = coverage;
  const day = (atMs: number): string => dayWords(atMs, language);
  const notes = [
    ...(oldestAtMs !== null && oldestAtMs < span.fromMs ? [words.olderExist(day(oldestAtMs))] : []),
    ...(newestAtMs !== null && newestAtMs >= span.toMs
      ? [words.newerExist(day(newestAtMs), words.age(ageOf(newestAtMs, askedAtMs)))]
      : []),
    ...(undated > 0 ? [words.undated(undated)] : []),
  ];
  return [...(notes.length > 0 && question.period === null ? [words.defaultPeriod] : []), ...notes].join(' ');
}

/** The asked period in days; null for all time. */
export function askedSpanWords({ question, askedAtMs, span }: Brief): string | null {
  const asked = (question.period && spanOf(question.period, askedAtMs)) ?? span;
  return asked && dayRangeWords(asked.fromMs, asked.toMs - 1, question.language);
}
