import { z } from 'zod';
import type { App } from '../src/app.ts';
import { type Answer, type Call, defineCommand } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { shownPrivately } from './answer-command.ts';
import { briefPage } from './answer-page.ts';

const ID_CHARS = 40;

const Input = z.strictObject({ id: z.string().trim().min(1).max(ID_CHARS), private: z.boolean().optional() });
type Input = z.infer<typeof Input>;

/** `/replay id [private]`: an answer as it was shown, and what the store held then. */
export default defineCommand({
  data: {
    name: 'replay',
    nameUk: 'повтор',
    description: {
      en: 'Show an answer again exactly as it was shown',
      uk: 'Показати відповідь ще раз такою, якою її показано',
    },
    inDirectMessages: true,
    options: [
      {
        type: 'string',
        name: 'id',
        nameUk: 'код',
        description: { en: 'The eight characters at the end of the answer', uk: 'Вісім знаків наприкінці відповіді' },
        required: true,
        maxLength: ID_CHARS,
      },
      {
        type: 'boolean',
        name: 'private',
        nameUk: 'приватно',
        description: { en: 'Show the answer to me alone', uk: 'Показати відповідь лише мені' },
      },
    ],
  },
  access: 'everyone',
  input: Input,
  run: replayed,
  isPrivate: shownPrivately,
});

async function replayed(input: Input, app: App, call: Call): Promise<Answer> {
  const settings = call.guildId === null ? {} : await app.settings(call.guildId);
  const isPrivate = shownPrivately(input, settings);
  const brief = await app.recall(input.id.toLowerCase(), call.scope);
  if (!brief) throw new UserError(messagesIn(call.language).command.noAnswer(input.id));
  const shown = briefPage(brief, { ...brief.shown, private: isPrivate, again: true }, call.limits);
  return { ...shown, private: isPrivate, data: brief };
}
