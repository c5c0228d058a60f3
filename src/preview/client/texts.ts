import type { Localised } from '../../domain/language.ts';
import { el } from './dom.ts';
import { currentLanguage } from './preferences.ts';

/** Everything the page itself says; what the bot says comes from the bot. */
const TEXTS = {
  channelTopic: {
    en: 'Preview on this machine: the same commands and answers as on Discord',
    uk: 'Попередній перегляд на цьому комп’ютері: ті самі команди й відповіді, що й у Discord',
  },
  channels: { en: 'Text channels', uk: 'Текстові канали' },
  commands: { en: 'Commands', uk: 'Команди' },
  welcomeTitle: { en: 'Welcome to #situation', uk: 'Вітаємо в #situation' },
  welcomeText: {
    en: 'Ask about a place, a person or a topic. Every line of an answer links to the article it comes from.',
    uk: 'Запитайте про місце, людину чи тему. Кожен рядок відповіді має посилання на статтю, з якої він узятий.',
  },
  welcomeTry: { en: 'Try one of these, or type /', uk: 'Спробуйте одну з цих команд або введіть /' },
  pasteMessage: {
    en: 'Or paste a message and use a command from its menu',
    uk: 'Або вставте повідомлення й виконайте команду з його меню',
  },
  placeholder: { en: 'Type / for commands', uk: 'Введіть / для списку команд' },
  composer: { en: 'Command line', uk: 'Командний рядок' },
  send: { en: 'Send', uk: 'Надіслати' },
  cancel: { en: 'Clear the command', uk: 'Очистити команду' },
  moreOptions: { en: 'more options', uk: 'ще параметри' },
  optionsTitle: { en: 'Options', uk: 'Параметри' },
  yes: { en: 'True', uk: 'Так' },
  no: { en: 'False', uk: 'Ні' },
  needsSlash: {
    en: 'Only commands work here. They start with /',
    uk: 'Тут працюють лише команди. Вони починаються з /',
  },
  unknownCommand: { en: 'There is no such command.', uk: 'Такої команди немає.' },
  needsOption: { en: 'This option is required.', uk: 'Цей параметр обов’язковий.' },
  needsChoice: { en: 'Choose one of the list.', uk: 'Виберіть зі списку.' },
  chooseFile: { en: 'choose a file', uk: 'виберіть файл' },
  needsFile: { en: 'Choose a file of at most 1 MB.', uk: 'Виберіть файл до 1 МБ.' },
  unknownOption: { en: 'There is no such option.', uk: 'Такого параметра немає.' },
  you: { en: 'You', uk: 'Ви' },
  used: { en: 'used', uk: 'виконали' },
  thinking: { en: 'Sitrep is thinking…', uk: 'Sitrep думає…' },
  onlyYou: { en: 'Only you can see this', uk: 'Це бачите лише ви' },
  submit: { en: 'Submit', uk: 'Надіслати' },
  giveUp: { en: 'Cancel', uk: 'Скасувати' },
  dismiss: { en: 'Dismiss message', uk: 'Прибрати повідомлення' },
  noAnswer: { en: 'Sitrep did not answer. Is it still running?', uk: 'Sitrep не відповів. Чи він ще працює?' },
  notDrawn: {
    en: 'The preview cannot draw this part of the message.',
    uk: 'Попередній перегляд не може показати цю частину повідомлення.',
  },
  alt: { en: 'In words', uk: 'Словами' },
  spoiler: { en: 'Spoiler: show', uk: 'Спойлер: показати' },
  messages: { en: 'Messages', uk: 'Повідомлення' },
  theme: { en: 'Switch between light and dark', uk: 'Перемкнути світлу й темну тему' },
  language: { en: 'Показувати українською', uk: 'Show in English' },
} as const satisfies Record<string, Localised>;
export type TextKey = keyof typeof TEXTS;

export const textOf = (key: TextKey): string => TEXTS[key][currentLanguage()];

/** A text that follows the page's language. */
export const say = (key: TextKey): HTMLSpanElement => el('span', { 'data-text': key }, textOf(key));

/** Names the part of an element that holds a text of the page, for `translate`. */
const SLOTS: Readonly<Record<string, (element: Element, text: string) => void>> = {
  'data-text': (element, text) => element.replaceChildren(text),
  'data-label': (element, text) => element.setAttribute('aria-label', text),
  'data-title': (element, text) => element.setAttribute('title', text),
  'data-placeholder': (element, text) => element.setAttribute('placeholder', text),
};

/** Puts every text below `root` into the page's language. */
export function translate(root: ParentNode): void {
  for (const [slot, write] of Object.entries(SLOTS)) {
    for (const element of root.querySelectorAll(`[${slot}]`)) {
      const key = element.getAttribute(slot) ?? '';
      if (isTextKey(key)) write(element, textOf(key));
    }
  }
}

const isTextKey = (key: string): key is TextKey => Object.hasOwn(TEXTS, key);
