import type { Brief, Source, Wider } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { Block, Rich } from '../domain/page.ts';
import { spanOf } from '../domain/period.ts';
import { ageOf } from './age.ts';
import { backingSources } from './backing-sources.ts';
import { paragraph, small, title } from './blocks.ts';
import { checkedNotes } from './checked-parts.ts';
import { correctedWords } from './correction-mark.ts';
import { tally } from './count-words.ts';
import { dayRangeWords, dayWords } from './date-words.ts';
import { failingWords } from './failing-words.ts';
import { limitWords } from './limit-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { newsWords } from './news-words.ts';
import { nameOf } from './speaker.ts';
import { insideWords, titleWords } from './subject-words.ts';

const MOST_NAMES = 5;

/** Title of a brief's pages. */
export const titleBlock = (brief: Brief): Block => title(titleWords(brief));

/** What was asked, what the answer rests on, and how old that is. */
export function headerBlocks(brief: Brief): readonly Block[] {
  const outside = outsideWords(brief);
  const failing = failingWords(brief);
  const news = newsWords(brief);
  const limit = limitWords(brief);
  const corrected = correctedWords(brief);
  return [
    titleBlock(brief),
    ...(corrected === null ? [] : [small(corrected)]),
    ...(news === null ? [] : [paragraph(news)]),
    ...checkedNotes(brief),
    ...(brief.sections.length > 0 ? [{ kind: 'paragraph', rich: basisRuns(brief) } as const] : []),
    ...(outside === '' ? [] : [small(outside)]),
    ...(failing === null ? [] : [small(failing)]),
    ...(limit === null ? [] : [small(limit)]),
    ...besideBlocks(brief),
  ];
}

/** What else the name may mean, and what is known of the place around. */
export function besideBlocks({ also, wider, labels, question: { language } }: Brief): readonly Block[] {
  const words = messagesIn(language).brief;
  const claims = (n: number): string => words.claims(tally(n, language), n);
  const name = (id: string): string => nameOf(id, labels, language);
  const kind = (id: string): string => words.kind(labels[id]?.kind ?? '');
  const known = also.filter((other) => other.claims > 0).slice(0, MOST_NAMES);
  const names = known.map(
    (other) => `${name(other.id)} (${[kind(other.id), claims(other.claims)].filter(Boolean).join(', ')})`,
  );
  const notes = [
    ...(names.length > 0 ? [words.also(names.join('; '))] : []),
    ...(wider ? [words.wider(name(wider.id), claims(wider.claims), topicsIn(wider, language))] : []),
  ];
  return notes.length > 0 ? [small(notes.join(' '))] : [];
}

/** Topics told of around a place and not of the place itself, as a list in words; '' for none. */
function topicsIn({ topics }: Wider, language: Language): string {
  const names = topics.map((topic) => messagesIn(language).brief.topic[topic].toLocaleLowerCase(language));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

function basisRuns(brief: Brief): Rich {
  const { language } = brief.question;
  const words = messagesIn(language).brief;
  const sources = backingSources(brief);
  const dates = sources.flatMap(({ published }) => (published ? [Date.parse(published.at)] : []));
  const span = dates.length > 0 ? dayRangeWords(Math.min(...dates), Math.max(...dates), language) : null;
  const outlets = new Set(sources.map(({ publisher }) => publisher)).size;
  const inside = insideWords(brief);
  const newest = newestWords(brief, sources);
  return [
    ...(newest ? [{ text: newest, style: 'bold' } as const, { text: ' ' }] : []),
    ...(inside ? [{ text: `${inside} ` }] : []),
    { text: words.basis(sources.length, outlets, span, sources.length - dates.length) },
  ];
}

/** A day that is only assumed is not passed off as known. */
function newestWords({ question: { language }, askedAtMs }: Brief, sources: readonly Source[]): string | null {
  const words = messagesIn(language).brief;
  const dated = sources.flatMap(({ published }) => published ?? []);
  if (dated.length === 0) return null;
  const atMs = Math.max(...dated.map(({ at }) => Date.parse(at)));
  const isKnown = dated.some(({ at, basis }) => Date.parse(at) === atMs && basis !== 'assumed');
  const day = dayWords(atMs, language);
  return words.newest(isKnown ? day : words.aboutDay(day), words.age(ageOf(atMs, askedAtMs)));
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
