import { z } from 'zod';
import type { App } from '../src/app.ts';
import type { Answer, Call, Press, PressAnswer, Submitted } from '../src/command.ts';
import { CORRECTION_REASON_CHARS } from '../src/domain/correction.ts';
import type { CorrectionRefusal, Proposal } from '../src/domain/correction-view.ts';
import { type Result, UserError } from '../src/domain/failure.ts';
import type { Modal } from '../src/domain/modal.ts';
import { correctionRefusal, renderCancelled, renderMarked, renderProposal } from '../src/render/correct-pages.ts';
import { type CorrectAction, parseCorrectAction } from '../src/render/correction-action.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { mistakeForm, renderMistake, renderMistakes } from '../src/render/mistake-pages.ts';
import { CODE_CHARS } from './correct-data.ts';

/** Who acts: outside a server only whoever runs the bot can be, at a terminal. */
export const actorOf = ({ scope, guildId, userId, nowMs }: Call) => ({
  scope,
  userId: guildId === null ? null : userId,
  nowMs,
});

/** @throws UserError with the reason, where something was refused */
export function done<T>(result: Result<T, CorrectionRefusal>, { language }: Call): T {
  if (!result.ok) throw new UserError(correctionRefusal(result.error, language));
  return result.value;
}

/** Shows what would be marked, to be confirmed. */
export async function proposalPage(
  wish: { readonly id: string; readonly source: string | null; readonly reason: string },
  mistake: string | null,
  app: App,
  call: Call,
): Promise<Answer> {
  const proposal = done(await app.corrections.propose(wish, actorOf(call)), call);
  const shown = { isEverywhere: call.scope.guildId === null, mistake, page: 1 };
  return { page: renderProposal(proposal, shown, call.language, call.limits), private: true, data: proposal };
}

export async function pressCorrect({ rest }: Press, app: App, call: Call): Promise<PressAnswer> {
  const action = parseCorrectAction(rest);
  if (action === null) throw new UserError(correctionRefusal({ kind: 'expired' }, call.language));
  return pressed(action, app, call);
}

async function pressed(action: CorrectAction, app: App, call: Call): Promise<PressAnswer> {
  const { language, scope } = call;
  switch (action.kind) {
    case 'do':
      return confirmed(action, app, call);
    case 'cancel':
      return { page: renderCancelled(language), private: true, how: 'update' };
    case 'show':
      return shown(await app.corrections.proposed(action.proposal, actorOf(call)), action, call);
    case 'only':
      return shown(
        await app.corrections.narrow(action.proposal, action.only, actorOf(call)),
        { ...action, page: 1 },
        call,
      );
    case 'mistake':
      throw new TypeError('a reported mistake is answered with a form');
    case 'dismiss':
      return dismissed(action.mistake, app, call);
    case 'reports': {
      const found = await app.corrections.mistakes(scope, action.page - 1, 1);
      return { page: renderMistakes(found, action.page, language), private: true, how: 'reply' };
    }
  }
}

function shown(
  proposal: Proposal | null,
  at: { readonly mistake: string | null; readonly page: number },
  { language, limits, scope }: Call,
): PressAnswer {
  if (proposal === null) throw new UserError(correctionRefusal({ kind: 'expired' }, language));
  const page = renderProposal(proposal, { ...at, isEverywhere: scope.guildId === null }, language, limits);
  return { page, private: true, how: 'update' };
}

async function confirmed(
  { proposal, mistake }: Extract<CorrectAction, { readonly kind: 'do' | 'cancel' }>,
  app: App,
  call: Call,
): Promise<PressAnswer> {
  const corrections = done(await app.corrections.confirm(proposal, actorOf(call)), call);
  if (mistake !== null) await app.corrections.settle(mistake, 'marked', actorOf(call));
  return { page: renderMarked(corrections, call.language), private: true, how: 'update', data: corrections };
}

async function dismissed(id: string, app: App, call: Call): Promise<PressAnswer> {
  const settled = await app.corrections.settle(id, 'dismissed', actorOf(call));
  const mistake = settled ?? (await app.corrections.mistake(id, call.scope));
  if (mistake === null) throw new UserError(messagesIn(call.language).correction.mistake.settledBefore);
  return { page: renderMistake(mistake, call.language), private: true, how: 'update', data: mistake };
}

/** The form of the only button that opens one. */
export function mistakeFormOf({ rest }: Press, app: App, call: Call): Promise<Modal> | null {
  const action = parseCorrectAction(rest);
  if (action?.kind !== 'mistake') return null;
  return app.corrections.mistake(action.mistake, call.scope).then((mistake) => {
    if (mistake === null || mistake.settled !== null)
      throw new UserError(messagesIn(call.language).correction.mistake.settledBefore);
    return mistakeForm(mistake, call.language);
  });
}

const Filled = z.object({
  id: z.string().trim().min(1).max(CODE_CHARS),
  reason: z.string().trim().min(1).max(CORRECTION_REASON_CHARS),
});

/** What is to be marked because of a report is shown once more, beside it. */
export async function submitCorrect({ rest, values }: Submitted, app: App, call: Call): Promise<PressAnswer> {
  const action = parseCorrectAction(rest);
  const filled = Filled.safeParse(values);
  if (action?.kind !== 'mistake') throw new UserError(correctionRefusal({ kind: 'expired' }, call.language));
  if (!filled.success) throw new UserError(correctionRefusal({ kind: 'no-words' }, call.language));
  const answer = await proposalPage({ ...filled.data, source: null }, action.mistake, app, call);
  return { ...answer, how: 'reply' };
}
