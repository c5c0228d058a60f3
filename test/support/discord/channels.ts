import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import { filesAfter } from './attachments.ts';
import { edit, fieldsOf, messageJson, type Stored, view } from './messages.ts';
import {
  archivedThread,
  type Incoming,
  noContent,
  ok,
  type Reply,
  report,
  unknownChannel,
  unknownMessage,
  unknownUser,
  wrongChannelType,
} from './reply.ts';
import { mayBot, refusedRights, rightsToSend } from './rights.ts';
import { asFields, refusedMessage } from './sending.ts';
import { addMessage, type State } from './state.ts';
import { channelJson } from './wire.ts';
import type { Channel } from './world.ts';

export function inChannel(state: State, { params }: Incoming, act: (channel: Channel) => Reply): Reply {
  const channel = state.world.channel(params.channel ?? '');
  return channel ? act(channel) : unknownChannel;
}

/** Ephemeral messages cannot be reached through their channel. */
export function onMessage(state: State, incoming: Incoming, act: (message: Stored) => Reply): Reply {
  const message = state.messages.get(incoming.params.message ?? '');
  const there = message && message.channelId === incoming.params.channel && !message.ephemeral && !message.deleted;
  return there ? act(message) : unknownMessage;
}

/** GET /channels/:channel */
export const readChannel = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => refusedRights(0n, channel, state.world) ?? ok(channelJson(channel)));

/** GET /channels/:channel/messages: newest first; of those after a message the oldest; none without the right to history. */
export const listMessages = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => {
    const { query } = incoming;
    const [after, limit] = [BigInt(query.get('after') ?? 0), Number(query.get('limit') ?? 50)];
    const refused = refusedRights(0n, channel, state.world);
    if (refused) return refused;
    if (!mayBot(Bit.ReadMessageHistory, channel, state.world)) return ok([]);
    const shown = [...state.messages.values()].filter(
      (one) => one.channelId === channel.id && !one.ephemeral && !one.deleted && BigInt(one.id) > after,
    );
    const page = query.has('after') ? shown.slice(0, limit) : shown.slice(-limit);
    return ok(page.reverse().map((message) => messageJson(message, state.world)));
  });

/** POST /channels/:channel/messages; with `enforce_nonce` a second one of the same nonce is not posted. */
export const postMessage = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => {
    const fields = asFields(incoming.body);
    const lacking = refusedRights(rightsToSend(channel, incoming.files.length), channel, state.world);
    if (lacking) return lacking;
    if (channel.type === ChannelType.GuildForum) return wrongChannelType;
    const { refused: limited, headers } = state.limits.messages(channel.id);
    if (limited) return limited;
    const refused = refusedMessage(state, { incoming, sending: 'channel', fields, path: [] });
    if (refused) return refused;
    const known = fields.enforce_nonce === true ? sameNonce(state, channel, fields.nonce) : undefined;
    const files = filesAfter(state.world, fields, incoming.files);
    const own = { channelId: channel.id, origin: null, ephemeral: false, thinking: false, fields, files };
    const message = known ?? addMessage(state, own);
    return { ...ok({ ...messageJson(message, state.world), nonce: fields.nonce }), headers };
  });

const sameNonce = ({ messages, nonceForMs }: State, channel: Channel, nonce: unknown): Stored | undefined =>
  [...messages.values()].find(
    (message) =>
      nonce !== undefined &&
      message.channelId === channel.id &&
      fieldsOf(message).nonce === nonce &&
      Date.now() - (message.versions[0]?.atMs ?? 0) < nonceForMs,
  );

/** GET /channels/:channel/messages/:message */
export const readMessage = (state: State, incoming: Incoming): Reply =>
  onMessage(state, incoming, (message) => ok(messageJson(message, state.world)));

/** PATCH /channels/:channel/messages/:message: of messages of the bot's own, where it sees the channel. */
export const editMessage = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => {
    const lacking = refusedRights(incoming.files.length > 0 ? Bit.AttachFiles : 0n, channel, state.world);
    if (lacking) return lacking;
    return onMessage(state, incoming, (target) => {
      if (channel.archived) return archivedThread;
      const fields = asFields(incoming.body);
      const refused = refusedMessage(state, { incoming, sending: 'channel-edit', fields, path: [], target });
      if (refused) return refused;
      edit(target, fields, filesAfter(state.world, fields, incoming.files, target.files));
      // Whoever reads along has been told once.
      report(
        state,
        incoming,
        view(target).pings.map((who) => `An edit that may notify ${who}.`),
      );
      return ok(messageJson(target, state.world));
    });
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
