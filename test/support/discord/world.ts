import { ChannelType, type OverwriteType } from 'discord-api-types/v10';

/** Who and what is there: one application, its bot, and the guilds, channels, roles and people that the driver adds. */
export interface User {
  readonly id: string;
  readonly name: string;
}
export interface Role {
  readonly id: string;
  readonly name: string;
  /** Whether everybody may mention it. */
  readonly mentionable: boolean;
}
/** What a channel allows or denies a role, or a member, beside what they may elsewhere. */
export interface Overwrite {
  readonly id: string;
  readonly type: OverwriteType;
  readonly allow: bigint;
  readonly deny: bigint;
}
export interface Channel {
  readonly id: string;
  readonly name: string;
  /** null: a direct message with `recipient`. */
  readonly guildId: string | null;
  readonly recipient: User | null;
  readonly type: ChannelType;
  /** Of a thread, the channel that it is in. */
  readonly parentId: string | null;
  readonly overwrites: Overwrite[];
  /** Of a forum: whether each post must have a tag. */
  readonly needsTag: boolean;
  /** Of a thread: nothing in it can be changed. */
  archived?: boolean;
}
export interface Guild {
  readonly id: string;
  readonly name: string;
  /** As its owner set it; sent as `guild_locale`. */
  readonly locale: string;
  readonly channels: Channel[];
  readonly roles: Role[];
}

export interface World {
  /** A new snowflake, later than all before it. */
  readonly nextId: () => string;
  readonly applicationId: string;
  readonly bot: User;
  readonly guilds: Map<string, Guild>;
  readonly users: Map<string, User>;
  readonly addGuild: (name: string, locale?: string) => Guild;
  readonly addChannel: (guild: Guild, name: string, more?: Partial<Channel>) => Channel;
  readonly addRole: (guild: Guild, name: string, mentionable?: boolean) => Role;
  readonly addUser: (name: string) => User;
  /** The direct messages of a person with the bot; opened when first asked for. */
  readonly directChannel: (user: User) => Channel;
  readonly channel: (id: string) => Channel | undefined;
}

/** https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;

function snowflakes(): () => string {
  let last = 0n;
  return () => {
    const fresh = (BigInt(Date.now()) - DISCORD_EPOCH_MS) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}

const PLAIN = { parentId: null, needsTag: false } as const;

export function createWorld(): World {
  const nextId = snowflakes();
  const guilds = new Map<string, Guild>();
  const users = new Map<string, User>();
  const direct = new Map<string, Channel>();
  const addUser = (name: string): User => {
    const user = { id: nextId(), name };
    users.set(user.id, user);
    return user;
  };
  const addChannel = (guild: Guild, name: string, more: Partial<Channel> = {}): Channel => {
    const own = { id: nextId(), name, guildId: guild.id, recipient: null };
    const channel = { ...own, ...PLAIN, type: ChannelType.GuildText, overwrites: [], ...more };
    guild.channels.push(channel);
    return channel;
  };
  const bot = addUser('bot');
  return {
    nextId,
    applicationId: bot.id,
    bot,
    guilds,
    users,
    addUser,
    addChannel,
    addGuild: (name, locale = 'en-US') => {
      const guild: Guild = { id: nextId(), name, locale, channels: [], roles: [] };
      guilds.set(guild.id, guild);
      addChannel(guild, 'general');
      return guild;
    },
    addRole: (guild, name, mentionable = false) => {
      const role = { id: nextId(), name, mentionable };
      guild.roles.push(role);
      return role;
    },
    directChannel: (user) => {
      const own = { name: user.name, guildId: null, recipient: user, type: ChannelType.DM, overwrites: [] };
      const known = direct.get(user.id) ?? { id: nextId(), ...own, ...PLAIN };
      direct.set(user.id, known);
      return known;
    },
    channel: (id) =>
      [...guilds.values()].flatMap(({ channels }) => channels).find((each) => each.id === id) ??
      [...direct.values()].find((each) => each.id === id),
  };
}
