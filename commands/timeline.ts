import { answerCommand } from './answer-command.ts';
import { queryOption, topicOption } from './answer-options.ts';

/** `/timeline query [topic] [period] [language] [private]`: what happened in order of time, each stage a step of its own. */
export default answerCommand({
  form: 'timeline',
  nameUk: 'хронологія',
  description: {
    en: 'What happened in order of time: a place, person or event',
    uk: 'Що сталося за порядком часу: місце, людина або подія',
  },
  options: [queryOption({ en: 'A place, person, topic or event', uk: 'Місце, людина, тема або подія' }), topicOption],
});
