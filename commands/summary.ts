import { answerCommand } from './answer-command.ts';
import { queryOption, topicOption } from './answer-options.ts';

/** `/summary query [about] [period] [language] [private]`: what is reported, each line with its sources. */
export default answerCommand({
  form: 'summary',
  nameUk: 'зведення',
  description: {
    en: 'What is reported of a place, person or topic, with sources',
    uk: 'Що повідомляють про місце, людину чи тему, з джерелами',
  },
  options: [
    queryOption({ en: 'A place, person, organisation or topic', uk: 'Місце, людина, організація або тема' }),
    { ...topicOption, name: 'about' },
  ],
});
