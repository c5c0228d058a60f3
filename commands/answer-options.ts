import type { OptionSpec } from '../src/command.ts';
import type { ClosedFilterName, FilterName } from '../src/domain/filters.ts';
import type { Localised } from '../src/domain/language.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { ABOUT_CHOICES, LANGUAGE_CHOICES, SOURCES_CHOICES } from './choices.ts';

const [en, uk] = [messagesIn('en').filter, messagesIn('uk').filter];

export type TextOption = Extract<OptionSpec, { readonly type: 'string' }>;

/** Longest name that can be asked for. */
export const NAME_CHARS = 100;
export const PERIOD_CHARS = 40;

/** An option that narrows an answer to an entity, which is suggested while its name is typed. */
export const entityOption = (name: FilterName, description: Localised): TextOption => ({
  type: 'string',
  name,
  nameUk: messagesIn('uk').filter.names[name],
  description,
  maxLength: NAME_CHARS,
  autocomplete: true,
});

/** An option that narrows an answer by one of a few values. */
export const closedOption = (
  name: ClosedFilterName,
  values: readonly string[],
  description: Localised,
): TextOption => ({
  type: 'string',
  name,
  nameUk: messagesIn('uk').filter.names[name],
  description,
  choices: values.map((value) => ({ name: { en: en.values[value] ?? value, uk: uk.values[value] ?? value }, value })),
});

/** What a question is asked of: suggested while it is typed. */
export const queryOption = (description: Localised): TextOption => ({
  type: 'string',
  name: 'query',
  nameUk: 'запит',
  description,
  required: true,
  maxLength: NAME_CHARS,
  autocomplete: true,
});

export const topicOption: TextOption = {
  type: 'string',
  name: 'topic',
  nameUk: 'тема',
  description: { en: 'Only this topic', uk: 'Лише ця тема' },
  choices: ABOUT_CHOICES,
};

export const LANGUAGE_OPTION: OptionSpec = {
  type: 'string',
  name: 'language',
  nameUk: 'мова',
  description: { en: 'Language of the answer', uk: 'Мова відповіді' },
  choices: LANGUAGE_CHOICES,
};

export const SOURCES_OPTION: OptionSpec = {
  type: 'string',
  name: 'sources',
  nameUk: 'джерела',
  description: {
    en: 'Whose reports count, by how moderators trust them',
    uk: 'Чиї повідомлення враховувати, за довірою модераторів',
  },
  choices: SOURCES_CHOICES,
};

export const PRIVATE_OPTION: OptionSpec = {
  type: 'boolean',
  name: 'private',
  nameUk: 'приватно',
  description: { en: 'Show the answer to me alone', uk: 'Показати відповідь лише мені' },
};

/** When the articles came out, whose count, in which language the answer is, and who sees it: options of every answer. */
export const ANSWER_OPTIONS: readonly OptionSpec[] = [
  {
    type: 'string',
    name: 'period',
    nameUk: 'період',
    description: {
      en: 'When the articles came out: 24h, 7d, 30d, all, or 2024-05-10..2024-05-15',
      uk: 'Коли вийшли статті: 24h, 7d, 30d, all або 2024-05-10..2024-05-15',
    },
    maxLength: PERIOD_CHARS,
    autocomplete: true,
  },
  SOURCES_OPTION,
  LANGUAGE_OPTION,
  PRIVATE_OPTION,
];
