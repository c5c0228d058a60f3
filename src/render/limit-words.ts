import type { Brief } from '../domain/brief.ts';
import { messagesIn } from './messages/in-language.ts';

/** Whose reports count in an answer, and what else there is; null where everybody's do. */
export function limitWords({ question: { sources, language }, leftOut }: Brief): string | null {
  if (!sources) return null;
  const words = messagesIn(language).trust;
  if (!leftOut) return words.limited[sources];
  const { articles, publishers } = leftOut;
  return `${words.limited[sources]} ${articles > 0 ? words.leftOut(articles, publishers) : words.nothingLeftOut}`;
}
