import type { App } from '../src/app.ts';
import type { Ask } from '../src/asked.ts';
import { type Answer, type Call, type CommandSpec, defineCommand } from '../src/command.ts';
import type { Brief } from '../src/domain/brief.ts';
import { AID_KINDS, AID_STATUSES } from '../src/domain/claim.ts';
import { UserError } from '../src/domain/failure.ts';
import { EXPORT_FORMATS } from '../src/render/export/export-file.ts';
import { renderExport } from '../src/render/export/export-page.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { questionOf, shownPrivately, suggest } from './answer-command.ts';
import { ANSWER_OPTIONS, closedOption, entityOption, queryOption, topicOption } from './answer-options.ts';
import { answerPage } from './answer-page.ts';
import { EXPORTED_FORMS, ExportInput, wantedBy } from './export-input.ts';

const [en, uk] = [messagesIn('en'), messagesIn('uk')];

const FILES = {
  csv: { en: 'CSV, for spreadsheets', uk: 'CSV, для таблиць' },
  json: { en: 'JSON, for programs', uk: 'JSON, для програм' },
  md: { en: 'Markdown, to read', uk: 'Markdown, для читання' },
} as const;

const DATA: CommandSpec = {
  name: 'export',
  nameUk: 'експорт',
  description: {
    en: 'An answer as a file: every claim with quote, hash and link',
    uk: 'Відповідь файлом: кожне повідомлення з цитатою, хешем і посиланням',
  },
  inDirectMessages: true,
  options: [
    {
      ...queryOption({ en: 'A place, person, organisation or topic', uk: 'Місце, людина, організація або тема' }),
      required: false,
    },
    topicOption,
    {
      type: 'string',
      name: 'id',
      nameUk: 'код',
      description: {
        en: 'Instead: an answer given before, by its id',
        uk: 'Натомість: надана раніше відповідь за її кодом',
      },
      maxLength: 40,
    },
    {
      type: 'string',
      name: 'as',
      nameUk: 'як',
      description: { en: 'Kind of file; CSV unless chosen', uk: 'Вид файлу; якщо не обрано, CSV' },
      choices: EXPORT_FORMATS.map((value) => ({ name: FILES[value], value })),
    },
    {
      type: 'string',
      name: 'command',
      nameUk: 'команда',
      description: { en: 'What the answer of this command holds', uk: 'Те, що дає ця команда' },
      choices: EXPORTED_FORMS.map((form) => ({ name: { en: en.form[form], uk: uk.form[form] }, value: form })),
    },
    entityOption('donor', { en: 'Aid: who gives', uk: 'Допомога: хто надає' }),
    entityOption('recipient', { en: 'Aid: who gets it', uk: 'Допомога: хто отримує' }),
    closedOption('kind', AID_KINDS, { en: 'Aid: what kind', uk: 'Допомога: який вид' }),
    closedOption('status', AID_STATUSES, { en: 'Aid: how far it has come', uk: 'Допомога: на якому етапі' }),
    entityOption('side', { en: 'Moves and strikes: who', uk: 'Рух військ і удари: хто' }),
    entityOption('place', { en: 'Where, with all places inside it', uk: 'Де, разом із місцями всередині' }),
    entityOption('person', { en: 'Visits: who', uk: 'Візити: хто' }),
    ...ANSWER_OPTIONS,
  ],
};

/** `/export [query] [topic] [id] [as] [command] [filters] [period] [language] [private]`: an answer as CSV, JSON or Markdown. */
export default defineCommand({
  data: DATA,
  access: 'everyone',
  input: ExportInput,
  run: exported,
  isPrivate: shownPrivately,
  suggest,
});

async function exported(input: ExportInput, app: App, call: Call): Promise<Answer> {
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const language = input.language ?? call.language;
  const isPrivate = shownPrivately(input, settings);
  const wanted = wantedBy(input);
  if (wanted.kind === 'refused') throw new UserError(messagesIn(language).export[wanted.why]);
  if (wanted.kind === 'answer') return filed(await recalled(wanted.id, app, call), input, isPrivate, call);
  const shownTo = isPrivate ? { shownTo: call.userId } : {};
  const question: Ask = { ...questionOf(wanted.form, wanted.input, settings, call), ...shownTo, isWhole: true };
  const asked = await app.ask(question);
  if (asked.kind === 'brief') return filed(asked.brief, input, isPrivate, call);
  // Their buttons lead to an answer, and no export.
  return {
    page: { ...answerPage(question, asked, isPrivate, call.limits).page, actions: [] },
    private: isPrivate,
    data: asked,
  };
}

async function recalled(id: string, app: App, call: Call): Promise<Brief> {
  const brief = await app.recall(id, call.scope);
  if (!brief) throw new UserError(messagesIn(call.language).command.noAnswer(id));
  return brief;
}

/** An answer given before is told in the language that is asked for now. */
function filed(brief: Brief, input: ExportInput, isPrivate: boolean, { limits }: Call): Answer {
  const language = input.language ?? brief.question.language;
  const told = { ...brief, question: { ...brief.question, language } };
  return { page: renderExport(told, input.as, limits), private: isPrivate, data: told };
}
