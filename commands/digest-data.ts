import type { CommandSpec, OptionSpec } from '../src/command.ts';
import type { Localised } from '../src/domain/language.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { NAME_CHARS } from './answer-options.ts';
import { ABOUT_CHOICES, LANGUAGE_CHOICES, PICTURES_CHOICES, SOURCES_CHOICES } from './choices.ts';
import { STYLE_OPTION } from './style-option.ts';
import { sub } from './subcommand.ts';
import { textOption } from './text-option.ts';

const [en, uk] = [messagesIn('en').digest, messagesIn('uk').digest];

export const TYPED_CHARS = 100;
/** What a server may choose from: how many sources, and how many minutes before. */
export const ORIGINS = ['1', '2', '3', '4', '5'] as const;
export const VETO_MINUTES = ['10', '15', '30', '60', '120', '360', '720'] as const;
export const WAYS = ['message', 'thread', 'forum-post'] as const;
export const QUIET = ['say', 'silent'] as const;
export const CLEARED = ['topics', 'role', 'veto'] as const;
/** The topics that one digest can have, an option each. */
export const QUERY_OPTIONS = ['query', 'query-2', 'query-3', 'query-4', 'query-5'] as const;

const typed = { maxLength: TYPED_CHARS, autocomplete: true } as const;

const choicesOf = <Value extends string>(
  values: readonly Value[],
  named: (value: Value, words: typeof en) => string,
): readonly { readonly name: Localised; readonly value: string }[] =>
  values.map((value) => ({ name: { en: named(value, en), uk: named(value, uk) }, value }));

const queries: readonly OptionSpec[] = QUERY_OPTIONS.map((name, at) =>
  textOption(
    [name, at === 0 ? 'запит' : `запит-${at + 1}`],
    at === 0
      ? ['A place, person or topic; without any, everything', 'Місце, особа чи тема; без них — про все']
      : ['Another place, person or topic', 'Ще одне місце, особа чи тема'],
    { maxLength: NAME_CHARS, autocomplete: true },
  ),
);

/** All that can be chosen of a digest, by whoever sets it up or changes it. */
const CHOSEN: readonly OptionSpec[] = [
  {
    type: 'channel',
    kinds: 'any',
    name: 'channel',
    nameUk: 'канал',
    description: { en: 'Where it comes; without it, here', uk: 'Куди надходить; без цього — сюди' },
  },
  textOption(
    ['schedule', 'розклад'],
    [
      'daily 09:00, Monday 18:00, every 6 hours, or a cron expression',
      'щодня 09:00, понеділок 18:00, кожні 6 годин або cron',
    ],
    typed,
  ),
  textOption(['zone', 'пояс'], ['Time zone of the schedule', 'Часовий пояс розкладу'], typed),
  ...queries,
  textOption(['about', 'тема'], ['Only this topic', 'Лише ця тема'], { choices: ABOUT_CHOICES }),
  textOption(['language', 'мова'], ['Language of the digest', 'Мова дайджесту'], { choices: LANGUAGE_CHOICES }),
  textOption(['sources', 'джерела'], ['Whose reports count', 'Чиї повідомлення враховувати'], {
    choices: SOURCES_CHOICES,
  }),
  textOption(
    ['origins', 'незалежних'],
    ['How many independent sources must tell of an event', 'Скільки незалежних джерел має казати про подію'],
    {
      choices: choicesOf(ORIGINS, (value, words) => words.originsAtLeast(Number(value))),
    },
  ),
  textOption(['quiet', 'тиша'], ['When there is nothing new', 'Коли нового немає'], {
    choices: choicesOf(QUIET, (value, words) => words.whenQuiet[value]),
  }),
  {
    type: 'role',
    name: 'role',
    nameUk: 'роль',
    description: { en: 'The one role that it mentions', uk: 'Єдина роль, яку він згадує' },
  },
  textOption(['as', 'як'], ['As what it comes', 'У якому вигляді надходить'], {
    choices: choicesOf(WAYS, (value, words) => words.how[value]),
  }),
  {
    type: 'boolean',
    name: 'crosspost',
    nameUk: 'публікувати',
    description: {
      en: 'Publish to the followers of an announcement channel',
      uk: 'Публікувати підписникам каналу оголошень',
    },
  },
  textOption(['pictures', 'зображення'], ['Maps and charts in it', 'Карти й діаграми в ньому'], {
    choices: PICTURES_CHOICES,
  }),
  STYLE_OPTION,
  textOption(
    ['veto', 'вето'],
    [
      'How long before moderators see it and can hold it',
      'За скільки до того модератори бачать його і можуть притримати',
    ],
    {
      choices: choicesOf(VETO_MINUTES, (value, words) => words.minutes(Number(value))),
    },
  ),
];

const digest = textOption(['digest', 'дайджест'], ['Which one', 'Який саме'], { ...typed, required: true });
const clear = textOption(['clear', 'прибрати'], ['What to take away', 'Що прибрати'], {
  choices: choicesOf(CLEARED, (value, words) => words.cleared[value]),
});

/** What Discord shows of `/digest`. */
export const DIGEST_DATA: CommandSpec = {
  name: 'digest',
  nameUk: 'дайджест',
  description: {
    en: 'For moderators: what is new, into a channel, by a timetable',
    uk: 'Для модераторів: нове в канал за розкладом',
  },
  inDirectMessages: false,
  subcommands: [
    sub(
      ['create', 'створити'],
      [
        'Set one up; without options: everything, here, daily at 09:00',
        'Створити; без параметрів: про все, сюди, щодня о 09:00',
      ],
      CHOSEN,
    ),
    sub(['list', 'список'], ['All digests of this server', 'Усі дайджести сервера']),
    sub(['edit', 'змінити'], ['Change what was chosen for one', 'Змінити вибране'], [digest, ...CHOSEN, clear]),
    sub(['pause', 'призупинити'], ['Have one come no more for now', 'Поки що не надсилати'], [digest]),
    sub(['resume', 'поновити'], ['Have a paused one come again', 'Знову надсилати призупинений'], [digest]),
    sub(['remove', 'вилучити'], ['Remove one', 'Вилучити'], [digest]),
    sub(['preview', 'переглянути'], ['What would come now, to you alone', 'Що надійшло б зараз, лише вам'], [digest]),
    sub(['now', 'зараз'], ['Send one now, beside its timetable', 'Надіслати зараз, поза розкладом'], [digest]),
    sub(['history', 'історія'], ['What was sent when', 'Що й коли надіслано'], [digest]),
  ],
};
