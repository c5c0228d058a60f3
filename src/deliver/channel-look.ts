import { DiscordAPIError, type REST } from 'discord.js';
import { ChannelType, RESTJSONErrorCodes as Code, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { ChannelKind, LookAtChannel } from '../domain/channel-facts.ts';
import { Overwrite, Role, rightsIn } from './channel-rights.ts';

const GuildChannel = z.object({
  type: z.int(),
  guild_id: z.string(),
  name: z.string().default(''),
  /** Of a thread the channel that it is in, whose overwrites are its own. */
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(Overwrite).default([]),
});
type GuildChannel = z.infer<typeof GuildChannel>;
const Member = z.object({ roles: z.array(z.string()) });

const KINDS: ReadonlyMap<number, ChannelKind> = new Map([
  [ChannelType.GuildText, 'text'],
  [ChannelType.GuildAnnouncement, 'announcement'],
  [ChannelType.GuildForum, 'forum'],
  [ChannelType.PublicThread, 'thread'],
  [ChannelType.PrivateThread, 'thread'],
  [ChannelType.AnnouncementThread, 'thread'],
]);

const NOT_SEEN: ReadonlySet<unknown> = new Set([
  Code.UnknownChannel,
  Code.UnknownGuild,
  Code.UnknownMember,
  Code.MissingAccess,
]);

/**
 * Asks Discord: what comes over the connection without intents tells nothing of channels.
 * @param rest the bot's own, with its token
 */
export function createChannelLook(rest: REST, botId: string): LookAtChannel {
  return async (channelId) => {
    try {
      return await lookAt(rest, botId, channelId);
    } catch (error) {
      if (error instanceof DiscordAPIError && NOT_SEEN.has(error.code)) return null;
      throw error;
    }
  };
}

async function lookAt(rest: REST, botId: string, channelId: string): ReturnType<LookAtChannel> {
  const read = GuildChannel.safeParse(await rest.get(Routes.channel(channelId)));
  if (!read.success) return null; // a direct message
  const { guild_id: guildId, name, type } = read.data;
  const kind = KINDS.get(type) ?? 'other';
  const [ruling, roles, member] = await Promise.all([
    kind === 'thread' ? parentOf(rest, read.data) : read.data,
    rest.get(Routes.guildRoles(guildId)).then((body) => z.array(Role).parse(body)),
    rest.get(Routes.guildMember(guildId, botId)).then((body) => Member.parse(body)),
  ]);
  const standing = { guildId, userId: botId, roleIds: member.roles, roles };
  return {
    ...{ guildId, name, kind },
    rights: rightsIn(ruling.permission_overwrites, standing),
    roles: new Map(roles.map(({ id, mentionable }) => [id, { mentionable }])),
  };
}

const parentOf = async (rest: REST, thread: GuildChannel): Promise<GuildChannel> =>
  thread.parent_id ? GuildChannel.parse(await rest.get(Routes.channel(thread.parent_id))) : thread;
