import { answerCommand } from './answer-command.ts';
import { entityOption } from './answer-options.ts';

/** `/visits [person] [place] [period] [language] [private]`: planned, under way, done and cancelled. */
export default answerCommand({
  form: 'visits',
  nameUk: 'візити',
  description: {
    en: 'Diplomatic visits: planned, under way, done, cancelled',
    uk: 'Дипломатичні візити: заплановані, поточні, завершені, скасовані',
  },
  options: [
    entityOption('person', { en: 'Who visits: a person, or for which state', uk: 'Хто приїжджає: людина або держава' }),
    entityOption('place', { en: 'Where, with all places inside it', uk: 'Куди, разом із місцями всередині' }),
  ],
});
