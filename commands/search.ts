import { answerCommand } from './answer-command.ts';
import { queryOption, topicOption } from './answer-options.ts';

/** `/search query [topic] [period] [language] [private]`: claims that hold the words, best first. */
export default answerCommand({
  form: 'search',
  nameUk: 'пошук',
  description: {
    en: 'Words in claims and headlines; "…" for an exact phrase, word* for a beginning',
    uk: 'Слова в повідомленнях і заголовках; "…" – точна фраза, слово* – початок слова',
  },
  options: [queryOption({ en: 'Words, names or a "phrase"', uk: 'Слова, назви або "фраза"' }), topicOption],
});
