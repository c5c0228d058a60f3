import type { Download } from './attachment.ts';
import { notice } from './dispatch.ts';
import type { Dispatch } from './edge.ts';
import { type Incoming, readInteraction } from './interaction.ts';
import type { InteractionApi, InteractionName } from './interaction-api.ts';
import { toMessage } from './message.ts';
import { createReplier } from './replier.ts';
import { languageOf, WORDS } from './words.ts';

export interface AnswerOptions {
  readonly api: (interaction: InteractionName) => InteractionApi;
  readonly dispatch: Dispatch;
  readonly download: Download;
  /** Whether a call, by its id, has not come before. */
  readonly isNew: (id: string) => boolean;
  readonly isStopping: boolean;
}

/** Answers one INTERACTION_CREATE. @throws ZodError for what we cannot read, and whatever keeps choices from being shown */
export async function answer(payload: unknown, options: AnswerOptions): Promise<void> {
  const incoming = readInteraction(payload, options.download);
  if (!options.isNew(incoming.id)) return;
  const api = options.api(incoming);
  const replier = createReplier(api, incoming.pressed);
  if (incoming.kind === 'typing') return suggest(incoming, api, options);
  if (options.isStopping) return replier.reply(restarting(incoming), true);
  return options.dispatch.handle(incoming.request, incoming.caller, replier);
}

function restarting({ caller }: Incoming) {
  const language = languageOf(caller.locale);
  return toMessage(notice(language, 'quiet', WORDS[language].restarting));
}

async function suggest(
  { name, option, typed, caller }: Extract<Incoming, { readonly kind: 'typing' }>,
  api: InteractionApi,
  { dispatch, isStopping }: AnswerOptions,
): Promise<void> {
  await api.offer(isStopping ? [] : await dispatch.suggest(name, option, typed, caller));
}
