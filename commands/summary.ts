import { answerCommand } from './answer-command.ts';
import { NAME_CHARS } from './answer-options.ts';
import { ABOUT_CHOICES } from './choices.ts';

/** `/summary query [about] [period] [language] [private]`: what is reported, each line with its sources. */
export default answerCommand({
  form: 'summary',
  nameUk: 'зведення',
  description: {
    en: 'What is reported of a place, person or topic, with sources',
    uk: 'Що повідомляють про місце, людину чи тему, з джерелами',
  },
  options: [
    {
      type: 'string',
      name: 'query',
      nameUk: 'запит',
      description: { en: 'A place, person, organisation or topic', uk: 'Місце, людина, організація або тема' },
      required: true,
      maxLength: NAME_CHARS,
      autocomplete: true,
    },
    {
      type: 'string',
      name: 'about',
      nameUk: 'тема',
      description: { en: 'Only this topic', uk: 'Лише ця тема' },
      choices: ABOUT_CHOICES,
    },
  ],
});
