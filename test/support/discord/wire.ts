import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild, Overwrite, Role, User, World } from './world.ts';

/** The things of the world in the form Discord sends them, as far as a bot reads them. */
export const userJson = (user: User, bot = false) => ({
  id: user.id,
  username: user.name,
  global_name: user.name,
  discriminator: '0',
  avatar: null,
  bot,
});

export const EVERYTHING = String(Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n));

/** What members may do where the driver says nothing else, as in a server whose owner changed nothing. */
export const ORDINARY = String(
  PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.AttachFiles |
    PermissionFlagsBits.ReadMessageHistory |
    PermissionFlagsBits.CreatePublicThreads |
    PermissionFlagsBits.SendMessagesInThreads |
    PermissionFlagsBits.UseApplicationCommands,
);

export const roleJson = (role: Role, permissions = ORDINARY) => ({
  id: role.id,
  name: role.name,
  permissions,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: role.mentionable,
  position: 1,
  flags: 0,
});

export function channelJson(channel: Channel) {
  const base = { id: channel.id, last_message_id: null, flags: 0 };
  if (channel.recipient) return { ...base, type: ChannelType.DM, recipients: [userJson(channel.recipient)] };
  return {
    ...base,
    type: channel.type,
    name: channel.name,
    guild_id: channel.guildId,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
    ...(isThread(channel) ? {} : { ...PLACED, permission_overwrites: channel.overwrites.map(overwriteJson) }),
  };
}

const PLACED = { position: 0, nsfw: false, topic: null } as const;

const overwriteJson = ({ id, type, allow, deny }: Overwrite) => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});

export const isThread = ({ type }: Channel): boolean =>
  type === ChannelType.PublicThread || type === ChannelType.AnnouncementThread;

/** A thread as its creator, the bot, gets it. */
export const threadJson = (thread: Channel, { bot }: World) => ({
  ...channelJson(thread),
  owner_id: bot.id,
  message_count: 0,
  member_count: 1,
  thread_metadata: {
    archived: thread.archived === true,
    auto_archive_duration: 1_440,
    archive_timestamp: ISO,
    locked: false,
  },
});

const ISO = '2024-01-01T00:00:00.000000+00:00';

export const memberJson = (user: User, roleIds: readonly string[], bot = false) => ({
  user: userJson(user, bot),
  roles: roleIds,
  nick: null,
  avatar: null,
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  deaf: false,
  mute: false,
  flags: 0,
});

const everyoneRole = (guild: Guild) => roleJson({ id: guild.id, name: '@everyone', mentionable: false });

export const rolesJson = (guild: Guild) => [everyoneRole(guild), ...guild.roles.map((role) => roleJson(role))];

export const guildJson = (guild: Guild, world: World) => ({
  id: guild.id,
  name: guild.name,
  owner_id: world.bot.id,
  preferred_locale: guild.locale,
  icon: null,
  features: [],
  emojis: [],
  stickers: [],
  roles: rolesJson(guild),
  channels: guild.channels.filter((channel) => !isThread(channel)).map(channelJson),
  threads: [],
  members: [memberJson(world.bot, [], true)],
  member_count: 2,
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  large: false,
  unavailable: false,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  system_channel_flags: 0,
  afk_timeout: 300,
});

export const applicationJson = (world: World) => ({
  id: world.applicationId,
  name: world.bot.name,
  description: '',
  icon: null,
  flags: 0,
  bot: userJson(world.bot, true),
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  approximate_guild_count: world.guilds.size,
  integration_types_config: { 0: {} },
});
