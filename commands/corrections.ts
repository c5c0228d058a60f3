import { z } from 'zod';
import type { App } from '../src/app.ts';
import { type Answer, type Call, defineCommand, type Press, type PressAnswer, type Submitted } from '../src/command.ts';
import { CORRECTION_KINDS, CorrectionKind } from '../src/domain/correction.ts';
import { UserError } from '../src/domain/failure.ts';
import { MISTAKE_CHARS, MISTAKE_LINE_CHARS } from '../src/domain/mistake.ts';
import type { Modal } from '../src/domain/modal.ts';
import { correctionRefusal } from '../src/render/correct-pages.ts';
import { parseCorrectionsAction } from '../src/render/correction-action.ts';
import { renderCorrections } from '../src/render/corrections-page.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { renderReported, reportForm } from '../src/render/mistake-pages.ts';
import { done } from './correct-press.ts';

const Input = z.strictObject({ kind: CorrectionKind.optional() });

const [en, uk] = [messagesIn('en').correction.list.kinds, messagesIn('uk').correction.list.kinds];

/** `/corrections [kind]`, for everybody: what was corrected; and the form behind *Report a mistake*. */
export default defineCommand({
  data: {
    name: 'corrections',
    nameUk: 'виправлення',
    description: {
      en: 'What was corrected of what answers said, and why',
      uk: 'Що зі сказаного у відповідях виправлено й чому',
    },
    inDirectMessages: true,
    options: [
      {
        type: 'string',
        name: 'kind',
        nameUk: 'вид',
        description: { en: 'Only corrections of this kind', uk: 'Лише виправлення цього виду' },
        choices: CORRECTION_KINDS.map((value) => ({ name: { en: en[value], uk: uk[value] }, value })),
      },
    ],
  },
  access: 'everyone',
  input: Input,
  run: ({ kind }, app, call) => listed(kind ?? null, 1, app, call),
  press: pressed,
  pressForm,
  submit: reported,
});

/** Most corrections that the list has. */
const MOST = 200;

async function listed(only: CorrectionKind | null, page: number, app: App, call: Call): Promise<Answer> {
  const { scope, language, limits, isModerator } = call;
  const list = await app.corrections.list(scope, only, MOST);
  const mistakes = isModerator ? (await app.corrections.mistakes(scope, 0, 1)).total : null;
  const shown = renderCorrections(list, { only, page, mistakes }, language, limits);
  return {
    page: shown,
    private: true,
    data: { corrections: list.corrections, total: list.total, travelled: list.travelled },
  };
}

async function pressed({ rest }: Press, app: App, call: Call): Promise<PressAnswer> {
  const action = parseCorrectionsAction(rest);
  if (action?.kind !== 'list') throw new UserError(correctionRefusal({ kind: 'expired' }, call.language));
  return { ...(await listed(action.only, action.page, app, call)), how: 'update' };
}

function pressForm({ rest }: Press, _app: App, { language }: Call): Promise<Modal> | null {
  const action = parseCorrectionsAction(rest);
  return action?.kind === 'report' ? Promise.resolve(reportForm(action.answer, language)) : null;
}

const Filled = z.object({
  line: z.string().trim().max(MISTAKE_LINE_CHARS).default(''),
  words: z.string().trim().min(1).max(MISTAKE_CHARS),
});

async function reported({ rest, values }: Submitted, app: App, call: Call): Promise<PressAnswer> {
  const { scope, userId, nowMs, language } = call;
  const action = parseCorrectionsAction(rest);
  const filled = Filled.safeParse(values);
  if (action?.kind !== 'report') throw new UserError(correctionRefusal({ kind: 'expired' }, language));
  if (!filled.success) throw new UserError(correctionRefusal({ kind: 'no-words' }, language));
  const report = { answer: action.answer, ...filled.data };
  const to = done(await app.corrections.report(report, { scope, userId, nowMs }), call);
  return { page: renderReported(to, language), private: true, how: 'reply' };
}
