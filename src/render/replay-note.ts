import type { Brief } from '../domain/brief.ts';
import type { Block } from '../domain/page.ts';
import { small } from './blocks.ts';
import { instantWords } from './date-words.ts';
import { numberWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';

/** When an answer was given, and what the store held then. Every page leaves room for it, so that with it no line moves. */
export function replayNote({ id, askedAtMs, store, question: { language } }: Brief): Block {
  const { brief: words, command, replay } = messagesIn(language);
  const given = replay.given(words.answer(id), instantWords(askedAtMs, language));
  if (!store) return small(given);
  const articles = command.articles(numberWords(store.articles, language), store.articles);
  const claims = words.claims(numberWords(store.claims, language), store.claims);
  return small(`${given} ${replay.store(articles, claims, String(store.revision))}`);
}
