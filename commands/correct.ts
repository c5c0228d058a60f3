import { z } from 'zod';
import type { App } from '../src/app.ts';
import { type Answer, type Call, defineCommand, type Suggestion } from '../src/command.ts';
import { CORRECTION_REASON_CHARS } from '../src/domain/correction.ts';
import { renderUndone } from '../src/render/correct-pages.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { saidWords } from '../src/render/told-claim.ts';
import { CODE_CHARS, CORRECT_DATA } from './correct-data.ts';
import { actorOf, done, mistakeFormOf, pressCorrect, proposalPage, submitCorrect } from './correct-press.ts';
import { suggestEvents } from './suggestions.ts';

const Code = z.string().trim().min(1).max(CODE_CHARS);
const Input = z.discriminatedUnion('subcommand', [
  z.strictObject({
    subcommand: z.literal('mark'),
    id: Code,
    source: Code.optional(),
    reason: z.string().trim().min(1).max(CORRECTION_REASON_CHARS),
  }),
  z.strictObject({ subcommand: z.literal('undo'), code: Code }),
]);
type Input = z.infer<typeof Input>;

/** `/correct mark|undo`, for moderators: what does not stand is in no answer of their server any more, or is again. */
export default defineCommand({
  data: CORRECT_DATA,
  access: 'moderator',
  input: Input,
  run: corrected,
  suggest: suggested,
  press: pressCorrect,
  pressForm: mistakeFormOf,
  submit: submitCorrect,
});

async function corrected(input: Input, app: App, call: Call): Promise<Answer> {
  if (input.subcommand === 'mark') {
    const { id, source = null, reason } = input;
    return proposalPage({ id, source, reason }, null, app, call);
  }
  const correction = done(await app.corrections.undo(input.code.toLowerCase(), actorOf(call)), call);
  return { page: renderUndone(call.language), private: true, data: correction };
}

/** Most that is offered. */
const MOST = 25;

async function suggested(option: string, typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  if (option === 'id') return suggestEvents(typed, app, call);
  return option === 'code' ? corrections(typed, app, call) : [];
}

/** Those of the caller's own that hold, the newest first. */
async function corrections(typed: string, app: App, { scope, language }: Call): Promise<readonly Suggestion[]> {
  const { corrections: all, labels } = await app.corrections.list(scope, 'wrong', MOST * 2);
  const { kinds } = messagesIn(language).correction.list;
  return all
    .filter((one) => one.undone === null && one.scope.guildId === scope.guildId)
    .map((one) => ({
      name: `${one.id} · ${saidWords(one.told, labels, language)} · ${kinds[one.kind]}`,
      value: one.id,
    }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .slice(0, MOST);
}
