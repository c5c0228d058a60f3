import type { Publication } from '../domain/article.ts';
import { isDateLine } from './boilerplate/furniture.ts';
import type { Line } from './boilerplate/line.ts';
import { dayOfUrl, daysIn, type FoundDay } from './calendar.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

/** The day in an article's address. */
export function publishedInUrl(url: string | null, { months }: Lexicon): Publication | null {
  const day = url === null ? null : dayOfUrl(url, months);
  return day === null ? null : { at: day, basis: 'url', note: 'the day in the address' };
}

/**
 * The day that stands around a text, in its byline or date lines. The day of a later change is taken where there is no
 * other, and is then `assumed`.
 * @param margins lines before and behind the report, in order
 */
export function publishedInMargins(margins: readonly Line[], lexicon: Lexicon): Publication | null {
  const days = margins
    .filter((line) => isDateLine(line, lexicon))
    .flatMap(({ text: line }) =>
      daysIn(line, lexicon.months).map((found) => ({ ...found, isUpdate: isUpdate(line, found, lexicon) })),
    );
  const [first] = days.filter(({ isUpdate: is }) => !is);
  if (first !== undefined) return { at: first.day, basis: 'stated', note: 'the day beside the text' };
  const [update] = days;
  return update === undefined ? null : { at: update.day, basis: 'assumed', note: 'the day it was last changed' };
}

const LABEL_CHARS = 24;

function isUpdate(line: string, { start }: FoundDay, { updated }: Lexicon): boolean {
  const label = fold(line.slice(Math.max(0, start - LABEL_CHARS), start));
  return updated.some((word) => label.includes(word));
}
