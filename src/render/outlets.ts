import type { Language } from '../domain/language.ts';
import type { Sources } from './citation.ts';
import { messagesIn } from './messages/in-language.ts';
import { outletWords } from './source-words.ts';

const MOST_OUTLETS = 2;

/** The outlets of articles by their names, each once; of more than two, how many more. '' for none. */
export function outletsWords(citations: readonly number[], sources: Sources, language: Language): string {
  const sourced = citations.flatMap((citation) => sources.get(citation) ?? []);
  const names = [...new Set(sourced.map(({ publisher }) => outletWords(publisher, language)))];
  const further = names.length - MOST_OUTLETS;
  const more = further > 0 ? [messagesIn(language).line.furtherCitations(further)] : [];
  return [...names.slice(0, MOST_OUTLETS), ...more].join(', ');
}
