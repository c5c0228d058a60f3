import type { CommandSpec } from '../src/command.ts';
import { ABOUT_CHOICES, LANGUAGE_CHOICES, PICTURES_CHOICES, SOURCES_CHOICES } from './choices.ts';

/** What Discord shows of `/settings`. */
export const SETTINGS_DATA: CommandSpec = {
  name: 'settings',
  nameUk: 'налаштування',
  description: {
    en: 'For moderators: what answers start from here',
    uk: 'Для модераторів: з чого тут починаються відповіді',
  },
  inDirectMessages: false,
  subcommands: [
    {
      name: 'show',
      nameUk: 'показати',
      description: { en: 'Show all settings', uk: 'Показати всі налаштування' },
      options: [],
    },
    {
      name: 'defaults',
      nameUk: 'типові',
      description: {
        en: 'What holds where a question says nothing else',
        uk: 'Що діє, коли в запиті не сказано інакше',
      },
      options: [
        {
          type: 'string',
          name: 'place',
          nameUk: 'місце',
          description: { en: 'Suggested first', uk: 'Пропонується першим' },
          maxLength: 100,
          autocomplete: true,
        },
        {
          type: 'string',
          name: 'about',
          nameUk: 'тема',
          description: { en: 'Topic of an answer', uk: 'Тема відповіді' },
          choices: ABOUT_CHOICES,
        },
        {
          type: 'string',
          name: 'language',
          nameUk: 'мова',
          description: { en: 'Language of the answers', uk: 'Мова відповідей' },
          choices: LANGUAGE_CHOICES,
        },
        {
          type: 'string',
          name: 'zone',
          nameUk: 'пояс',
          description: { en: 'Time zone of new digests', uk: 'Часовий пояс нових дайджестів' },
          maxLength: 100,
          autocomplete: true,
        },
        {
          type: 'boolean',
          name: 'private',
          nameUk: 'приватно',
          description: { en: 'Show answers to the asker alone', uk: 'Показувати відповіді лише тому, хто запитав' },
        },
        {
          type: 'string',
          name: 'pictures',
          nameUk: 'зображення',
          description: { en: 'Maps and charts in answers', uk: 'Карти й діаграми у відповідях' },
          choices: PICTURES_CHOICES,
        },
        {
          type: 'string',
          name: 'sources',
          nameUk: 'джерела',
          description: { en: 'Whose reports count in answers', uk: 'Чиї повідомлення враховувати у відповідях' },
          choices: SOURCES_CHOICES,
        },
      ],
    },
    {
      name: 'moderators',
      nameUk: 'модератори',
      description: { en: 'Channel and roles of the moderators', uk: 'Канал і ролі модераторів' },
      options: [
        {
          type: 'channel',
          name: 'channel',
          nameUk: 'канал',
          description: { en: 'Where moderators are told things', uk: 'Куди надходить те, що стосується модераторів' },
        },
        {
          type: 'role',
          name: 'role',
          nameUk: 'роль',
          description: { en: 'Add a role that counts as moderators', uk: 'Додати роль, яка вважається модераторською' },
        },
        {
          type: 'role',
          name: 'remove-role',
          nameUk: 'прибрати-роль',
          description: { en: 'Take a role out', uk: 'Прибрати роль' },
        },
        {
          type: 'boolean',
          name: 'four-eyes',
          nameUk: 'чотири-ока',
          description: {
            en: 'A source counts only when a second moderator approves it',
            uk: 'Джерело враховується лише після схвалення другим модератором',
          },
        },
      ],
    },
    {
      name: 'reset',
      nameUk: 'скинути',
      description: { en: 'Put everything back to its default', uk: 'Повернути все до початкового' },
      options: [],
    },
    {
      name: 'erase',
      nameUk: 'стерти',
      description: {
        en: 'Delete all that is kept of this server, once you confirm it',
        uk: 'Видалити все, що збережено про сервер, після підтвердження',
      },
      options: [],
    },
  ],
};
