import type { Brief } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { News } from '../domain/news.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** Since when an answer tells what is new, and what has come in meanwhile; null for other answers. */
export function newsWords({ news, question: { language } }: Brief): string | null {
  if (!news) return null;
  const words = messagesIn(language).news;
  if (news.sinceMs === null) return words.first;
  return words.since(instantWords(news.sinceMs, language), countsWords(news, language));
}

/** That nothing is new, and what has come in that is about something else. */
export function nothingNewWords({ news, question: { language } }: Brief): readonly string[] {
  if (!news || news.sinceMs === null) return [];
  const words = messagesIn(language).news;
  const counts = countsWords(news, language);
  return [words.nothing(instantWords(news.sinceMs, language)), ...(counts === '' ? [] : [words.nothingOnThis(counts)])];
}

/** "3 articles came in, 1 article changed"; '' where nothing did. */
function countsWords({ arrived, replaced, gone }: News, language: Language): string {
  const words = messagesIn(language).news;
  return [
    ...(arrived > 0 ? [words.arrived(arrived)] : []),
    ...(replaced > 0 ? [words.replaced(replaced)] : []),
    ...(gone ? [words.gone(gone)] : []),
  ].join(', ');
}
