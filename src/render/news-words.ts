import type { Brief, Question } from '../domain/brief.ts';
import type { Language } from '../domain/language.ts';
import type { News } from '../domain/news.ts';
import { instantWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';
import type { NewsMessages } from './messages/news-messages.ts';

/** Since when an answer tells what is new, and what has come in meanwhile; null for other answers. */
export function newsWords({ news, question }: Brief): string | null {
  // An alert is about its events, whatever else has come in.
  if (!news || question.form === 'alert') return null;
  const { language } = question;
  const words = sinceWords(question);
  if (news.sinceMs === null) return words.first;
  return words.since(instantWords(news.sinceMs, language), countsWords(news, language));
}

/** That nothing is new, and what has come in that is about something else. */
export function nothingNewWords({ news, question }: Brief): readonly string[] {
  if (!news || news.sinceMs === null) return [];
  const { language } = question;
  const words = messagesIn(language).news;
  const counts = countsWords(news, language);
  return [
    sinceWords(question).nothing(instantWords(news.sinceMs, language)),
    ...(counts === '' ? [] : [words.nothingOnThis(counts)]),
  ];
}

/** A member has asked, or a digest has come, before. */
const sinceWords = ({ form, language }: Question): NewsMessages['digest'] => {
  const { news } = messagesIn(language);
  return form === 'digest' ? news.digest : news;
};

/** "3 articles came in, 1 article changed"; '' where nothing did. */
function countsWords({ arrived, replaced, gone }: News, language: Language): string {
  const words = messagesIn(language).news;
  return [
    ...(arrived > 0 ? [words.arrived(arrived)] : []),
    ...(replaced > 0 ? [words.replaced(replaced)] : []),
    ...(gone ? [words.gone(gone)] : []),
  ].join(', ');
}
