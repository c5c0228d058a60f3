import type { Brief } from '../domain/brief.ts';
import { clip } from './cut.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';

const MOST_SOURCES = 5;

/** Which sources cannot be read and since when; null where all can. */
export function failingWords({ failing, question: { language } }: Brief): string | null {
  if (failing.length === 0) return null;
  const words = messagesIn(language).silence;
  const told = failing
    .slice(0, MOST_SOURCES)
    .map(({ publisher, sinceMs }) => words.failingSince(clip(publisher), instantWords(sinceMs, language)));
  const more = failing.length - told.length;
  return words.failing([...told, ...(more > 0 ? [words.furtherSources(more)] : [])].join('; '));
}
