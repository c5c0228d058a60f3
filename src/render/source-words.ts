import type { Source } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import { dayWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** When an article came out, and how that is known where the article does not say: "15 May 2024 (date assumed)". */
export function sourceDateWords({ published }: Source, language: Language): string {
  const words = messagesIn(language).brief;
  if (!published) return words.noDate;
  const basis = words.basisOfDate[published.basis];
  return `${dayWords(Date.parse(published.at), language)}${basis ? ` (${basis})` : ''}`;
}
