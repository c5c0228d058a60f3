import type { CommandSpec, OptionSpec } from '../src/command.ts';
import { ALERTS_A_DAY } from '../src/domain/track.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { NAME_CHARS, queryOption } from './answer-options.ts';
import { ABOUT_CHOICES, LANGUAGE_CHOICES, SOURCES_CHOICES } from './choices.ts';
import { ORIGINS, TYPED_CHARS } from './digest-data.ts';
import { sub } from './subcommand.ts';
import { textOption } from './text-option.ts';

const [en, uk] = [messagesIn('en'), messagesIn('uk')];

export const WHOM = ['channel', 'me'] as const;
export const UNTRACKED = ['role', 'quiet'] as const;
/** How many messages a day may be chosen. */
export const MOST = Array.from({ length: ALERTS_A_DAY.most }, (_, at) => String(at + ALERTS_A_DAY.least));

/** What can be chosen of a track beside what it is about. */
const CHOSEN: readonly OptionSpec[] = [
  textOption(['about', 'тема'], ['Only this topic', 'Лише ця тема'], { choices: ABOUT_CHOICES }),
  textOption(
    ['origins', 'незалежних'],
    ['How many independent sources must tell of an event', 'Скільки незалежних джерел має казати про подію'],
    {
      choices: ORIGINS.map((value) => ({
        name: { en: en.digest.originsAtLeast(Number(value)), uk: uk.digest.originsAtLeast(Number(value)) },
        value,
      })),
    },
  ),
  {
    type: 'boolean',
    name: 'confirmed',
    nameUk: 'підтверджене',
    description: { en: 'Only what is confirmed and not denied', uk: 'Лише підтверджене, якого не заперечують' },
  },
  textOption(['quiet', 'тиша'], ['No new messages: 22:00-07:00', 'Без нових повідомлень: 22:00-07:00'], {
    maxLength: TYPED_CHARS,
  }),
  textOption(['zone', 'пояс'], ['Time zone of the quiet hours', 'Часовий пояс тихих годин'], {
    maxLength: TYPED_CHARS,
    autocomplete: true,
  }),
  textOption(['most', 'щонайбільше'], ['Most new messages a day', 'Найбільше нових повідомлень на добу'], {
    choices: MOST.map((value) => ({ name: { en: value, uk: value }, value })),
  }),
  {
    type: 'channel',
    kinds: 'any',
    name: 'channel',
    nameUk: 'канал',
    description: { en: 'Where alerts come; without it, here', uk: 'Куди надходять; без цього — сюди' },
  },
  {
    type: 'role',
    name: 'role',
    nameUk: 'роль',
    description: { en: 'The one role that a new message mentions', uk: 'Єдина роль, яку згадує нове повідомлення' },
  },
  textOption(['sources', 'джерела'], ['Whose reports count', 'Чиї повідомлення враховувати'], {
    choices: SOURCES_CHOICES,
  }),
  textOption(['language', 'мова'], ['Language of the alerts', 'Мова сповіщень'], { choices: LANGUAGE_CHOICES }),
];

const query = queryOption({ en: 'A place, person or topic', uk: 'Місце, особа чи тема' });
const whom = textOption(['for', 'кому'], ['Who is told', 'Кого сповіщати'], {
  choices: WHOM.map((value) => ({ name: { en: en.track.whom[value], uk: uk.track.whom[value] }, value })),
});
const track = textOption(['track', 'стеження'], ['Which one', 'Яке саме'], {
  maxLength: TYPED_CHARS,
  autocomplete: true,
  required: true,
});
const changed = textOption(['query', 'запит'], ['Another place, person or topic', 'Інше місце, особа чи тема'], {
  maxLength: NAME_CHARS,
  autocomplete: true,
});
const clear = textOption(['clear', 'прибрати'], ['What to take away', 'Що прибрати'], {
  choices: UNTRACKED.map((value) => ({ name: { en: en.track.cleared[value], uk: uk.track.cleared[value] }, value })),
});

/** What Discord shows of `/track`. */
export const TRACK_DATA: CommandSpec = {
  name: 'track',
  nameUk: 'стежити',
  description: {
    en: 'Be told within a minute when something new appears',
    uk: 'Дізнаватися за хвилину, коли з’являється нове',
  },
  inDirectMessages: true,
  subcommands: [
    sub(
      ['add', 'додати'],
      [
        'Follow a place, person or topic: into a channel (moderators), or for yourself',
        'Стежити за місцем, особою чи темою: у канал (модератори) або для себе',
      ],
      [query, whom, ...CHOSEN],
    ),
    sub(['list', 'список'], ['All that you may see', 'Усі, які вам видно']),
    sub(['edit', 'змінити'], ['Change what was chosen for one', 'Змінити вибране'], [track, changed, ...CHOSEN, clear]),
    sub(['pause', 'призупинити'], ['Have nothing come for now', 'Поки що не сповіщати'], [track]),
    sub(['resume', 'поновити'], ['Have alerts come again, from now on', 'Знову сповіщати, від цієї миті'], [track]),
    sub(['remove', 'вилучити'], ['Remove one', 'Вилучити'], [track]),
  ],
};
