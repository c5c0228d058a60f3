import type { Language } from '../domain/language.ts';

/** What the edge itself says: refusals that no command is there to write. Option names stand as Discord shows them. */
export interface Words {
  /** `seconds` is at least 1. */
  readonly tooSoon: (seconds: number) => string;
  readonly moderatorsOnly: string;
  readonly serversOnly: string;
  readonly unknownCommand: string;
  readonly unknownButton: string;
  /** Over a button for each link of a message. */
  readonly whichLink: string;
  readonly noLink: string;
  readonly linksGone: string;
  readonly restarting: string;
  readonly failed: (ref: string) => string;
  /** In the place of a picture. */
  readonly noPicture: (ref: string) => string;
  readonly optionMissing: (option: string) => string;
  readonly optionTooLong: (option: string, chars: number) => string;
  readonly optionTooShort: (option: string) => string;
  readonly optionNotAmong: (option: string, values: readonly string[]) => string;
  readonly optionUnclear: (option: string) => string;
  readonly optionsUnclear: string;
}

const ukrainianSeconds = new Intl.PluralRules('uk');
const SECONDS_UK: Readonly<Record<string, string>> = { one: 'секунду', few: 'секунди', many: 'секунд' };

const EN: Words = {
  tooSoon: (seconds) => `That was quick. You can ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  moderatorsOnly: 'Only moderators may do that: those who manage this server, and the roles named in its settings.',
  serversOnly: 'That works only in a server.',
  unknownCommand: 'This command is not known here any more. Discord shows the current ones after a restart of the app.',
  unknownButton: 'This button is from an older version and does nothing any more. Please ask anew.',
  whichLink: 'This message has several links. Which one is meant?',
  noLink: 'There is no web address (http or https) in this message.',
  linksGone: 'These links are not kept any more. Please use the menu of the message again.',
  restarting: 'Sitrep is restarting. Please try again in a moment.',
  failed: (ref) => `That failed on our side (ref ${ref}).`,
  noPicture: (ref) => `The picture that belongs here could not be shown (ref ${ref}).`,
  optionMissing: (option) => `The option “${option}” is missing.`,
  optionTooLong: (option, chars) => `The option “${option}” is too long: it may have ${chars} characters at most.`,
  optionTooShort: (option) => `The option “${option}” is too short.`,
  optionNotAmong: (option, values) => `The option “${option}” must be one of: ${values.join(', ')}.`,
  optionUnclear: (option) => `The option “${option}” holds something Sitrep does not understand.`,
  optionsUnclear: 'Sitrep does not understand this command as it was sent.',
};

const UK: Words = {
  tooSoon: (seconds) =>
    `Зачекайте трохи: запитати знову можна за ${seconds} ${SECONDS_UK[ukrainianSeconds.select(seconds)]}.`,
  moderatorsOnly: 'Це можуть робити лише модератори: ті, хто керує цим сервером, і ролі, названі в налаштуваннях.',
  serversOnly: 'Це працює лише на сервері.',
  unknownCommand: 'Такої команди тут уже немає. Після перезапуску застосунку Discord покаже чинні команди.',
  unknownButton: 'Ця кнопка лишилася від старішої версії й більше не діє. Будь ласка, запитайте знову.',
  whichLink: 'У цьому повідомленні кілька посилань. Яке з них?',
  noLink: 'У цьому повідомленні немає вебадреси (http чи https).',
  linksGone: 'Ці посилання вже не збережені. Скористайтеся меню повідомлення ще раз.',
  restarting: 'Sitrep перезапускається. Спробуйте ще раз за мить.',
  failed: (ref) => `Сталася помилка на нашому боці (код ${ref}).`,
  noPicture: (ref) => `Зображення, що має бути тут, не вдалося показати (код ${ref}).`,
  optionMissing: (option) => `Бракує параметра «${option}».`,
  optionTooLong: (option, chars) => `Параметр «${option}» задовгий: дозволено щонайбільше ${chars} символів.`,
  optionTooShort: (option) => `Параметр «${option}» закороткий.`,
  optionNotAmong: (option, values) => `Параметр «${option}» має бути одним із: ${values.join(', ')}.`,
  optionUnclear: (option) => `Sitrep не розуміє значення параметра «${option}».`,
  optionsUnclear: 'Sitrep не розуміє цю команду в такому вигляді.',
};

export const WORDS: Readonly<Record<Language, Words>> = { en: EN, uk: UK };

/** The language to speak with a person whose own is `locale` (BCP 47): Ukrainian with Ukrainians, else English. */
export function languageOf(locale: string): Language {
  return /^uk(?:-|$)/i.test(locale) ? 'uk' : 'en';
}
