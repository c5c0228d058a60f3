import type { Brief } from '../domain/brief.ts';
import type { ToldClaim } from '../domain/correction.ts';
import type { Language } from '../domain/language.ts';
import type { Rich } from '../domain/page.ts';
import { linked } from './citation.ts';
import { clip } from './cut.ts';
import { dayWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { printedLine } from './printed-line.ts';
import { outletWords } from './source-words.ts';

/** Longest that what was said may be in a list. */
const SAID_CHARS = 400;

/** What an article said, as it is printed, without citations. */
export const saidWords = (
  { claim, article, excerpt }: ToldClaim,
  labels: Brief['labels'],
  language: Language,
): string => clip(printedLine({ claim, ...(excerpt && { excerpt }) }, article.language, labels, language), SAID_CHARS);

/** Where it said so: "The Daily, 12 May 2024", linked to the article. */
export function whereRuns({ article }: ToldClaim, language: Language): Rich {
  const { noDate } = messagesIn(language).brief;
  const day = article.published ? dayWords(Date.parse(article.published.at), language) : noDate;
  return [linked(`${outletWords(article.publisher, language)}, ${day}`, article.url ?? undefined)];
}
