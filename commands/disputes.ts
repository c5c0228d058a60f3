import { answerCommand } from './answer-command.ts';
import { entityOption, topicOption } from './answer-options.ts';

/** `/disputes [topic] [place] [period] [language] [private]`: what sources differ on, each value with who gives it. */
export default answerCommand({
  form: 'disputes',
  nameUk: 'розбіжності',
  description: {
    en: 'Where sources differ: each value, who gives it, and what is not disputed',
    uk: 'У чому джерела розходяться: усі значення, хто їх наводить, і що спільне',
  },
  options: [
    topicOption,
    entityOption('place', { en: 'Where, with all places inside it', uk: 'Де, разом із місцями всередині' }),
  ],
});
