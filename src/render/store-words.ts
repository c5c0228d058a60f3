import type { Language } from '../domain/language.ts';
import { numberWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';

export interface StoreSize {
  readonly articles: number;
  readonly publishers: number;
  readonly claims: number;
}

/** "5 articles", "5 outlets", "105 claims". */
export function sizeWords({ articles, publishers, claims }: StoreSize, language: Language) {
  const { brief, command } = messagesIn(language);
  return {
    articles: command.articles(numberWords(articles, language), articles),
    outlets: command.outlets(numberWords(publishers, language), publishers),
    claims: brief.claims(numberWords(claims, language), claims),
  };
}
