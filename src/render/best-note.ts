import type { Brief, Section } from '../domain/brief.ts';
import { tally } from './count-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { countOf, isWhole } from './section-count.ts';

/** That the lines of these sections are not all there is; null where they are. */
export function bestNote(sections: readonly Section[], { question: { about, language } }: Brief): string | null {
  if (sections.every(isWhole)) return null;
  const words = messagesIn(language).brief;
  const lines = sum(sections.map((section) => section.lines.length));
  const counted = sum(sections.map(countOf));
  const claims = sum(sections.map((section) => section.claims));
  return words.best(lines, words.claims(tally(counted, language), claims), about !== 'everything');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
