import { z } from 'zod';
import type { App } from '../src/app.ts';
import { type Answer, type Call, defineCommand } from '../src/command.ts';
import { Language } from '../src/domain/language.ts';
import { MESSAGE_CHARS } from '../src/domain/message.ts';
import { asSet } from '../src/domain/settings.ts';
import { LANGUAGE_OPTION } from './answer-options.ts';
import { briefPage } from './answer-page.ts';
import { pressAnswer } from './answer-press.ts';

const NAMES = { name: 'check-message', nameUk: 'звірити-повідомлення' } as const;

const Input = z.strictObject({
  text: z.string().max(MESSAGE_CHARS),
  language: Language.optional(),
  private: z.boolean().optional(),
});
type Input = z.infer<typeof Input>;

/** `/check-message text [language] [private]`, and in the menu of any message: what sources say to each of its statements. */
export default defineCommand({
  data: {
    ...NAMES,
    description: {
      en: 'What sources say to each statement of a text',
      uk: 'Що кажуть джерела про кожне твердження тексту',
    },
    inDirectMessages: true,
    onMessages: {
      name: { en: 'Check against sources', uk: 'Звірити з джерелами' },
      option: 'text',
      takes: 'text',
    },
    options: [
      {
        type: 'string',
        name: 'text',
        nameUk: 'текст',
        description: { en: 'The text, such as a message', uk: 'Текст, наприклад повідомлення' },
        required: true,
        maxLength: MESSAGE_CHARS,
      },
      LANGUAGE_OPTION,
      {
        type: 'boolean',
        name: 'private',
        nameUk: 'приватно',
        description: {
          en: 'Show the answer to me alone: so it is unless you say false',
          uk: 'Показати лише мені: так і буде, якщо не вказати інше',
        },
      },
    ],
  },
  access: 'everyone',
  input: Input,
  run: checked,
  isPrivate: isPrivately,
  press: (press, app, call) => pressAnswer(NAMES, press, app, call),
});

/** Whose message it is did not ask for it to be checked before all. */
function isPrivately(input: Input): boolean {
  return input.private ?? true;
}

async function checked(input: Input, app: App, call: Call): Promise<Answer> {
  const isPrivate = isPrivately(input);
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const brief = await app.check({
    ...asSet(settings),
    ...{ text: input.text, atMs: call.message?.atMs ?? call.nowMs, language: input.language ?? call.language },
    ...{ scope: call.scope, nowMs: call.nowMs, ...(isPrivate && { shownTo: call.userId }) },
  });
  const shown = briefPage(brief, { view: 'overview', page: 1, private: isPrivate }, call.limits);
  return { ...shown, private: isPrivate, data: brief };
}
