import { type InteractionType, InteractionResponseType as Response } from 'discord-api-types/v10';
import { filesAfter } from './attachments.ts';
import type { Upload } from './check/attachments.ts';
import { type CallbackRequest, callbackFaults } from './check/callback.ts';
import * as limit from './check/limits.ts';
import { messageJson, type Stored } from './messages.ts';
import {
  alreadyAcknowledged,
  type Incoming,
  noContent,
  ok,
  type Reply,
  refuseForm,
  unknownInteraction,
} from './reply.ts';
import { applyEdit, asFields, isEphemeral, refusedMessage } from './sending.ts';
import { addMessage, type State } from './state.ts';
import type { User } from './world.ts';

/** An interaction in its life: dispatched, acknowledged, answered. Instants are those of `performance.now()`. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: User;
  readonly channelId: string;
  readonly sentAt: number;
  /** The message with the button, when one was pressed. */
  readonly source: Stored | null;
  /** The callback that was taken. */
  callback: CallbackRequest | null;
  acknowledgedAt: number | null;
  /** When the answer had content, was a modal, or was choices. */
  finalAt: number | null;
  /** What `@original` means; null until there is one. */
  original: Stored | null;
  /** New messages, oldest first. */
  readonly sent: Stored[];
  expired: boolean;
}

export const tokenExpired = ({ expired, sentAt }: Interaction): boolean =>
  expired || performance.now() - sentAt > limit.TOKEN_VALID_MS;

export const markFinal = (interaction: Interaction): void => {
  interaction.finalAt ??= performance.now();
};

/** POST /interactions/:id/:token/callback */
export function takeCallback(state: State, incoming: Incoming): Reply {
  const interaction = state.interactions.get(incoming.params.token ?? '');
  if (!interaction || interaction.id !== incoming.params.id) return unknownInteraction;
  if (interaction.acknowledgedAt !== null) return alreadyAcknowledged;
  if (performance.now() - interaction.sentAt > state.acknowledgeWithinMs) return unknownInteraction;
  const faults = callbackFaults(incoming.body, interaction.type, interaction.source !== null);
  if (faults.length > 0) return refuseForm(state, incoming, faults);
  const callback = incoming.body as CallbackRequest;
  const refused = answer(state, incoming, interaction, callback);
  if (refused) return refused;
  interaction.callback = callback;
  interaction.acknowledgedAt = performance.now();
  return incoming.query.get('with_response') === 'true' ? ok(callbackJson(state, interaction, callback)) : noContent;
}

/** Does what the callback says; a reply means that it was refused and nothing was done. */
function answer(
  state: State,
  incoming: Incoming,
  interaction: Interaction,
  { type, data }: CallbackRequest,
): Reply | null {
  const fields = asFields(data);
  switch (type) {
    case Response.ChannelMessageWithSource: {
      const refused = refusedMessage(state, { incoming, sending: 'reply', fields, path: ['data'] });
      if (!refused) interaction.original = addAnswer(state, interaction, fields, incoming.files, false);
      return refused;
    }
    case Response.DeferredChannelMessageWithSource:
      interaction.original = addAnswer(state, interaction, { flags: Number(fields.flags ?? 0) }, [], true);
      return null;
    case Response.DeferredMessageUpdate:
      interaction.original = interaction.source;
      return null;
    case Response.UpdateMessage:
      return update(state, incoming, interaction, fields);
    default:
      markFinal(interaction);
      return null;
  }
}

function update(
  state: State,
  incoming: Incoming,
  interaction: Interaction,
  fields: Readonly<Record<string, unknown>>,
): Reply | null {
  const { source: target } = interaction;
  if (!target) return unknownInteraction;
  const refused = applyEdit(state, { incoming, sending: 'update', fields, path: ['data'], target });
  if (refused) return refused;
  interaction.original = target;
  markFinal(interaction);
  return null;
}

/** A new message that answers the interaction. */
export function addAnswer(
  state: State,
  interaction: Interaction,
  fields: Readonly<Record<string, unknown>>,
  uploads: readonly Upload[],
  thinking: boolean,
): Stored {
  const { id: interactionId, type: interactionType, user, channelId } = interaction;
  const message = addMessage(state, {
    channelId,
    origin: { interactionId, interactionType, user },
    ephemeral: isEphemeral(fields),
    thinking,
    fields,
    files: filesAfter(state.world, fields, uploads),
  });
  interaction.sent.push(message);
  if (!thinking) markFinal(interaction);
  return message;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function callbackJson(state: State, { id, type, original }: Interaction, callback: CallbackRequest) {
  const interaction = {
    id,
    type,
    ...(original && {
      response_message_id: original.id,
      response_message_loading: original.thinking,
      response_message_ephemeral: original.ephemeral,
    }),
  };
  const holdsMessage = callback.type === Response.ChannelMessageWithSource || callback.type === Response.UpdateMessage;
  const message = holdsMessage && original ? { message: messageJson(original, state.world) } : {};
  return { interaction, resource: { type: callback.type, ...message } };
}
