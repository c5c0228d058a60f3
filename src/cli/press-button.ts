import { parseArgs } from 'node:util';
import { commands } from '../../commands/index.ts';
import type { Config } from '../config.ts';
import { UserError } from '../domain/failure.ts';
import type { Page } from '../domain/page.ts';
import { plainWords } from '../render/text.ts';
import { COMMON_FLAGS, commonOf } from './common-flags.ts';
import { type Outcome, said } from './outcome.ts';
import { printed, terminalCall } from './printed.ts';
import { withSitrep } from './with-sitrep.ts';

const OPENS_A_FORM = 'this button opens a form: use the command with its options';

/** `sitrep press CODE`: does what a button does. @throws UserError for a code that no button has, or one that opens a form */
export async function pressOnCommandLine(argv: readonly string[], config: Config, nowMs: number): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...argv], options: COMMON_FLAGS, allowPositionals: true });
  const { language, format, ...places } = commonOf(values);
  const [, name = '', rest = ''] = /^([^:]*):(.*)$/s.exec(positionals.join(' ')) ?? [];
  const command = commands.find(({ data }) => data.name === name);
  if (!command?.press)
    throw new UserError('say which button: the code that stands beside it, such as source:add:abcdef');
  const { press, pressForm, data } = command;
  const call = terminalCall(language, format, nowMs);
  return withSitrep(config, nowMs, async (app) => {
    const pressed = { rest, onPrivate: true, byAsker: true };
    if ((await pressForm?.(pressed, app, call)) != null) throw new UserError(OPENS_A_FORM);
    const answer = await press(pressed, app, call);
    const outcome = await printed(answer, format, places, config);
    return format === 'text' && data.forOperator ? withButtons(outcome, answer.page) : outcome;
  });
}

/** What can be done next, each with the code for `sitrep press`. */
export function withButtons(outcome: Outcome, { actions }: Page): Outcome {
  const lines = actions.flat().filter(({ disabled }) => !disabled);
  if (lines.length === 0) return outcome;
  const next = lines.map(({ label, action }) => `  press ${action}    ${plainWords(label)}`);
  return { ...outcome, err: outcome.err + said(['', ...next].join('\n')) };
}
