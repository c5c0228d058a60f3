import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import { filesAfter } from './attachments.ts';
import { inChannel, onMessage } from './channels.ts';
import { shapeFaults } from './check/fault.ts';
import { fieldsOf, messageJson } from './messages.ts';
import {
  alreadyCrossposted,
  type Incoming,
  ok,
  type Reply,
  refuseForm,
  tagRequired,
  threadExists,
  wrongChannelType,
} from './reply.ts';
import { refusedRights, rightsToSend } from './rights.ts';
import { asFields, refusedMessage } from './sending.ts';
import { addMessage, type State } from './state.ts';
import { isThread, threadJson } from './wire.ts';
import type { Channel, Guild } from './world.ts';

/** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
const NewThread = z.object({
  name: z.string().min(1).max(100),
  auto_archive_duration: z.literal([60, 1_440, 4_320, 10_080]).optional(),
});
/** https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel */
const NewPost = NewThread.extend({
  message: z.record(z.string(), z.unknown()),
  applied_tags: z.array(z.string()).optional(),
});

const Archiving = z.strictObject({ archived: z.boolean() });

function openThread({ world }: State, parent: Channel, id: string, name: string, type: ChannelType): Channel {
  const guild = [...world.guilds.values()].find((each) => each.id === parent.guildId);
  if (!guild) throw new Error('A thread outside of a guild.');
  return world.addChannel(guild, name, { id, type, parentId: parent.id });
}

/** POST /channels/:channel/messages/:message/threads: the thread has the message's id. */
export const threadFromMessage = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) =>
    onMessage(state, incoming, ({ id }) => {
      const refused = refusedRights(Bit.CreatePublicThreads, channel, state.world);
      if (refused) return refused;
      const faults = shapeFaults(NewThread, incoming.body);
      if (faults.length > 0) return refuseForm(state, incoming, faults);
      if (state.world.channel(id)) return threadExists;
      const isNews = channel.type === ChannelType.GuildAnnouncement;
      const type = isNews ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
      return ok(threadJson(openThread(state, channel, id, NewThread.parse(incoming.body).name, type), state.world));
    }),
  );

/** POST /channels/:channel/threads, in forums alone: a post is a thread with the id of its first message. */
export const postInForum = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => {
    if (channel.type !== ChannelType.GuildForum) return wrongChannelType;
    const { body, files: uploads } = incoming;
    const refused = refusedRights(rightsToSend(channel, uploads.length), channel, state.world);
    if (refused) return refused;
    const faults = shapeFaults(NewPost, body);
    if (faults.length > 0) return refuseForm(state, incoming, faults);
    const { name, message, applied_tags: tags = [] } = NewPost.parse(body);
    if (channel.needsTag && tags.length === 0) return tagRequired;
    const fields = asFields(message);
    const refusedFields = refusedMessage(state, { incoming, sending: 'forum-post', fields, path: ['message'] });
    if (refusedFields) return refusedFields;
    const id = state.world.nextId();
    const thread = openThread(state, channel, id, name, ChannelType.PublicThread);
    const own = { channelId: id, origin: null, ephemeral: false, thinking: false, fields };
    const first = addMessage(state, { ...own, id, files: filesAfter(state.world, fields, uploads) });
    return ok({ ...threadJson(thread, state.world), message: messageJson(first, state.world) });
  });

/** GET /guilds/:guild/threads/active: of those alone that the bot sees. */
export function activeThreads(guild: Guild, { world }: State): Reply {
  const seen = guild.channels.filter((one) => isThread(one) && !refusedRights(0n, one, world));
  return ok({ threads: seen.map((thread) => threadJson(thread, world)), members: [] });
}

/**
 * PATCH /channels/:channel, of threads alone: archives one, or takes it out of the archive.
 * https://discord.com/developers/docs/resources/channel#modify-channel-json-params-thread
 */
export const archiveThread = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => {
    if (!isThread(channel)) return wrongChannelType;
    const refused = refusedRights(Bit.SendMessagesInThreads, channel, state.world);
    if (refused) return refused;
    const faults = shapeFaults(Archiving, incoming.body);
    if (faults.length > 0) return refuseForm(state, incoming, faults);
    channel.archived = Archiving.parse(incoming.body).archived;
    return ok(threadJson(channel, state.world));
  });

/** GET /channels/:channel/threads/archived/public: none is ever archived here. */
export const archivedThreads = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) => {
    const refused = refusedRights(Bit.ReadMessageHistory, channel, state.world);
    return refused ?? ok({ threads: [], members: [], has_more: false });
  });

/** POST /channels/:channel/messages/:message/crosspost */
export const crosspost = (state: State, incoming: Incoming): Reply =>
  inChannel(state, incoming, (channel) =>
    onMessage(state, incoming, (message) => {
      if (channel.type !== ChannelType.GuildAnnouncement) return wrongChannelType;
      const refused = refusedRights(Bit.SendMessages, channel, state.world);
      if (refused) return refused;
      const limited = state.limits.crosspost(channel.id);
      if (limited) return limited;
      if (message.crossposted) return alreadyCrossposted;
      message.crossposted = true;
      return ok({ ...messageJson(message, state.world), nonce: fieldsOf(message).nonce });
    }),
  );
