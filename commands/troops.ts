import { answerCommand } from './answer-command.ts';
import { entityOption } from './answer-options.ts';

/** `/troops [place] [side] [period] [language] [private]`: moves and strikes, each with who says so. */
export default answerCommand({
  form: 'troops',
  nameUk: 'війська',
  description: {
    en: 'Troop movements and strikes, each with who says so',
    uk: 'Рух військ і удари, і хто про них каже',
  },
  options: [
    entityOption('place', { en: 'Where, with all places inside it', uk: 'Де, разом із місцями всередині' }),
    entityOption('side', { en: 'Who moves or strikes', uk: 'Хто пересувається чи завдає ударів' }),
  ],
});
