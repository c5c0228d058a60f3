import { filesAfter } from './attachments.ts';
import { edit, fieldsOf, messageJson, type Stored } from './messages.ts';
import { type Incoming, noContent, ok, type Reply, unknownChannel, unknownMessage, unknownUser } from './reply.ts';
import { asFields, refusedMessage } from './sending.ts';
import { addMessage, type State } from './state.ts';
import { channelJson } from './wire.ts';
import type { Channel } from './world.ts';

function inChannel(state: State, { params }: Incoming, act: (channel: Channel) => Reply): Reply {
  const channel = state.world.channel(params.channel ?? '');
  return channel ? act(channel) : unknownChannel;
}

/** Ephemeral messages cannot be reached through their channel. */
function onMessage(state: State, incoming: Incoming, act: (message: Stored) => Reply): Reply {
  const message = state.messages.get(incoming.params.message ?? '');
  const there = message && message.channelId === incoming.params.channel && !message.ephemeral && !message.deleted;
  return there ? act(message) : unknownMessage;
}

/** GET /channels/:channel */
export const readChannel = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => ok(channelJson(channel)));

/** GET /channels/:channel/messages; newest first, without paging. */
export const listMessages = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, ({ id }) => {
    const shown = [...state.messages.values()].filter(
      ({ channelId, ephemeral, deleted }) => channelId === id && !ephemeral && !deleted,
    );
    return ok(shown.reverse().map((message) => messageJson(message, state.world)));
  });

/** POST /channels/:channel/messages; with `enforce_nonce` a second one of the same nonce is not posted. */
export const postMessage = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => {
    const fields = asFields(incoming.body);
    const refused = refusedMessage(state, { incoming, sending: 'channel', fields, path: [] });
    if (refused) return refused;
    const known = fields.enforce_nonce === true ? sameNonce(state, channel, fields.nonce) : undefined;
    const files = filesAfter(state.world, fields, incoming.files);
    const own = { channelId: channel.id, origin: null, ephemeral: false, thinking: false, fields, files };
    const message = known ?? addMessage(state, own);
    return ok(messageJson(message, state.world));
  });

const sameNonce = ({ messages }: State, channel: Channel, nonce: unknown): Stored | undefined =>
  [...messages.values()].find(
    (message) => nonce !== undefined && message.channelId === channel.id && fieldsOf(message).nonce === nonce,
  );

/** GET /channels/:channel/messages/:message */
export const readMessage = (state: State, incoming: Incoming): Reply =>
  onMessage(state, incoming, (message) => ok(messageJson(message, state.world)));

/** PATCH /channels/:channel/messages/:message */
export const editMessage = (state: State, incoming: Incoming): Reply =>
  onMessage(state, incoming, (target) => {
    const fields = asFields(incoming.body);
    const refused = refusedMessage(state, { incoming, sending: 'channel-edit', fields, path: [], target });
    if (refused) return refused;
    edit(target, fields, filesAfter(state.world, fields, incoming.files, target.files));
    return ok(messageJson(target, state.world));
  });

/** DELETE /channels/:channel/messages/:message */
export const deleteMessage = (state: State, incoming: Incoming): Reply =>
  onMessage(state, incoming, (message) => {
    message.deleted = true;
    return noContent;
  });

/** POST /users/@me/channels */
export function openDirect({ world }: State, { body }: Incoming): Reply {
  const user = world.users.get(String(asFields(body).recipient_id));
  return user ? ok(channelJson(world.directChannel(user))) : unknownUser;
}
