import type { Backing } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { Labels } from './speaker.ts';
import { statementRuns } from './statement.ts';
import { plainWords } from './text.ts';

/**
 * What would be printed of a claim, as plain text without citations: who says it, the words, when it was.
 * @param written language of its article, as a BCP 47 primary subtag
 */
export function printedLine(
  claim: Pick<Backing, 'claim' | 'excerpt'>,
  written: string,
  labels: Labels,
  language: Language,
): string {
  return statementRuns(claim, '', { labels, language, written }, () => true)
    .map(({ text }) => plainWords(text))
    .join('')
    .trim();
}
