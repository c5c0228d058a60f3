import { UNNAMED_OUTLET } from '../domain/article.ts';
import type { Source } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import { clip } from './cut.ts';
import { dayWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** A publisher by name, where an article tells it. */
export const outletWords = (publisher: string, language: Language): string =>
  publisher === UNNAMED_OUTLET ? messagesIn(language).brief.unnamedOutlet : clip(publisher);

/** When an article came out, and how that is known where the article does not say: "15 May 2024 (date assumed)". */
export function sourceDateWords({ published }: Source, language: Language): string {
  const words = messagesIn(language).brief;
  if (!published) return words.noDate;
  const basis = words.basisOfDate[published.basis];
  return `${dayWords(Date.parse(published.at), language)}${basis ? ` (${basis})` : ''}`;
}
