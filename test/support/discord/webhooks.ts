import { addAnswer, type Interaction, markFinal, tokenExpired } from './interactions.ts';
import { messageJson, type Stored } from './messages.ts';
import {
  type Incoming,
  invalidWebhookToken,
  noContent,
  ok,
  type Reply,
  unknownMessage,
  unknownWebhook,
} from './reply.ts';
import { applyEdit, asFields, refusedMessage } from './sending.ts';
import type { State } from './state.ts';

type Found = { readonly interaction: Interaction } | { readonly refused: Reply };

/** The interaction whose token stands in the path; it must have been acknowledged and the token be valid. */
function find(state: State, { params }: Incoming): Found {
  const interaction = state.interactions.get(params.token ?? '');
  if (!interaction || params.application !== state.world.applicationId) return { refused: unknownWebhook };
  if (tokenExpired(interaction)) return { refused: invalidWebhookToken };
  if (interaction.acknowledgedAt === null) return { refused: unknownWebhook };
  return { interaction };
}

function messageOf(state: State, interaction: Interaction, id: string | undefined): Stored | null {
  if (id === '@original') return present(interaction.original);
  const named = state.messages.get(id ?? '');
  const own = named && (interaction.sent.includes(named) || interaction.source === named);
  return own ? present(named) : null;
}

const present = (message: Stored | null): Stored | null => (message && !message.deleted ? message : null);

/** Any route under a message of an interaction's webhook. */
function onMessage(state: State, incoming: Incoming, act: (message: Stored, interaction: Interaction) => Reply): Reply {
  const found = find(state, incoming);
  if ('refused' in found) return found.refused;
  const message = messageOf(state, found.interaction, incoming.params.message);
  return message ? act(message, found.interaction) : unknownMessage;
}

/** POST /webhooks/:application/:token */
export function followUp(state: State, incoming: Incoming): Reply {
  const found = find(state, incoming);
  if ('refused' in found) return found.refused;
  const fields = asFields(incoming.body);
  const refused = refusedMessage(state, { incoming, sending: 'follow-up', fields, path: [] });
  if (refused) return refused;
  return ok(messageJson(addAnswer(state, found.interaction, fields, incoming.files, false), state.world));
}

/** GET /webhooks/:application/:token/messages/:message */
export const readAnswer = (state: State, incoming: Incoming): Reply =>
  onMessage(state, incoming, (message) => ok(messageJson(message, state.world)));

/** PATCH /webhooks/:application/:token/messages/:message */
export const editAnswer = (state: State, incoming: Incoming): Reply =>
  onMessage(state, incoming, (target, interaction) => {
    const fields = asFields(incoming.body);
    const refused = applyEdit(state, { incoming, sending: 'edit', fields, path: [], target });
    if (refused) return refused;
    if (target === interaction.original) markFinal(interaction);
    return ok(messageJson(target, state.world));
  });

/** DELETE /webhooks/:application/:token/messages/:message */
export const deleteAnswer = (state: State, incoming: Incoming): Reply =>
  onMessage(state, incoming, (message) => {
    message.deleted = true;
    return noContent;
  });
