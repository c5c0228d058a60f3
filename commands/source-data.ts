import type { CommandSpec, OptionSpec } from '../src/command.ts';
import { ENGINES, SOURCE_NAME_CHARS, TIERS } from '../src/domain/source.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { sub } from './subcommand.ts';

const [en, uk] = [messagesIn('en').source, messagesIn('uk').source];

export const URL_CHARS = 2_000;
export const TYPED_CHARS = 120;
const TITLE_CHARS = 300;

const url: OptionSpec = {
  type: 'string',
  name: 'url',
  nameUk: 'адреса',
  description: {
    en: 'Of a feed, a site, an article or an OPML list',
    uk: 'Стрічки, сайту, статті або списку OPML',
  },
  required: true,
  maxLength: URL_CHARS,
};
const source: OptionSpec = {
  type: 'string',
  name: 'source',
  nameUk: 'джерело',
  description: { en: 'Which one: name or code', uk: 'Яке саме: назва або код' },
  required: true,
  maxLength: TYPED_CHARS,
  autocomplete: true,
};
const name: OptionSpec = {
  type: 'string',
  name: 'name',
  nameUk: 'назва',
  description: { en: 'What it goes by in lists', uk: 'Як його називати у списках' },
  maxLength: SOURCE_NAME_CHARS,
};
const publisher: OptionSpec = {
  type: 'string',
  name: 'publisher',
  nameUk: 'видання',
  description: { en: 'Whom it is cited by', uk: 'На кого посилатися' },
  maxLength: SOURCE_NAME_CHARS,
};
const language: OptionSpec = {
  type: 'string',
  name: 'language',
  nameUk: 'мова',
  flag: 'source-language',
  description: { en: 'Of its articles, where they do not tell', uk: 'Мова статей, якщо вони її не вказують' },
  maxLength: TYPED_CHARS,
  autocomplete: true,
};
const kind: OptionSpec = {
  type: 'string',
  name: 'kind',
  nameUk: 'вид',
  description: { en: 'Read it as this alone', uk: 'Читати лише так' },
  choices: (['feed', 'article'] as const).map((value) => ({
    name: { en: en.fact.kinds[value], uk: uk.fact.kinds[value] },
    value,
  })),
};
const tier: OptionSpec = {
  type: 'string',
  name: 'tier',
  nameUk: 'довіра',
  description: {
    en: 'How far you trust it; shown with citations',
    uk: 'Наскільки ви йому довіряєте; видно біля посилань',
  },
  choices: TIERS.map((value) => ({ name: { en: en.fact.tiers[value], uk: uk.fact.tiers[value] }, value })),
};
const engine: OptionSpec = {
  type: 'string',
  name: 'engine',
  nameUk: 'читання',
  needs: 'model',
  description: {
    en: 'With “language model”, the texts of its articles are sent to the operator’s model server',
    uk: 'З «мовною моделлю» тексти статей надсилаються на сервер моделі, який обрав оператор',
  },
  choices: ENGINES.map((value) => ({ name: { en: en.fact.engines[value], uk: uk.fact.engines[value] }, value })),
};
const date: OptionSpec = {
  type: 'string',
  name: 'date',
  nameUk: 'дата',
  description: { en: 'When it was published, such as 2024-05-15', uk: 'Коли опубліковано, наприклад 2024-05-15' },
  maxLength: TYPED_CHARS,
};
const title: OptionSpec = {
  type: 'string',
  name: 'title',
  nameUk: 'заголовок',
  description: { en: 'Its title', uk: 'Заголовок' },
  maxLength: TITLE_CHARS,
};
const opml: OptionSpec = {
  type: 'attachment',
  name: 'file',
  nameUk: 'файл',
  description: { en: 'A list of feeds as OPML, 1 MB at most', uk: 'Список стрічок OPML, до 1 МБ' },
  required: true,
};
const text: OptionSpec = {
  type: 'attachment',
  name: 'file',
  nameUk: 'файл',
  description: {
    en: 'For a longer text: a text file in UTF-8, 1 MB at most',
    uk: 'Для довшого тексту: текстовий файл у UTF-8, до 1 МБ',
  },
};

/** What Discord shows of `/source`. */
export const SOURCE_DATA: CommandSpec = {
  name: 'source',
  nameUk: 'джерело',
  description: {
    en: 'For moderators: what is read, and how its reading goes',
    uk: 'Для модераторів: що читається і як це йде',
  },
  inDirectMessages: false,
  forOperator: true,
  onMessages: {
    name: { en: 'Add to sources', uk: 'Додати до джерел' },
    subcommand: 'add',
    option: 'url',
    takes: 'link',
  },
  subcommands: [
    sub(
      ['add', 'додати'],
      ['Look at a feed, site or article, then add it', 'Переглянути стрічку, сайт чи статтю й додати'],
      [...[url, name, language, kind, tier, engine]],
    ),
    sub(
      ['paste', 'вставити'],
      ['Add a text that has no address', 'Додати текст, що не має адреси'],
      [...[text, publisher, date, title]],
    ),
    sub(['starters', 'добірка'], ['Feeds to start with, by crisis', 'Стрічки для початку, за кризами']),
    sub(['list', 'список'], ['All sources and how their reading goes', 'Усі джерела і як їх читають']),
    sub(
      ['check', 'перевірити'],
      ['Read a source now and say what comes', 'Прочитати джерело зараз і сказати, що є'],
      [source],
    ),
    sub(['pause', 'призупинити'], ['Read nothing new of a source', 'Не читати нового з джерела'], [source]),
    sub(['resume', 'поновити'], ['Read a paused source again', 'Знову читати призупинене джерело'], [source]),
    sub(
      ['edit', 'змінити'],
      ['Change its name, publisher, language or trust', 'Змінити назву, видання, мову чи довіру'],
      [...[source, name, publisher, language, tier, engine]],
    ),
    sub(['remove', 'вилучити'], ['Remove a source', 'Вилучити джерело'], [source]),
    sub(['export', 'експорт'], ['All feeds as an OPML file', 'Усі стрічки файлом OPML']),
    sub(['import', 'імпорт'], ['Add the feeds of an OPML file', 'Додати стрічки з файлу OPML'], [opml]),
    sub(
      ['log', 'журнал'],
      ['Who did what with the sources', 'Хто що робив із джерелами'],
      [{ ...source, required: false }],
    ),
  ],
};
