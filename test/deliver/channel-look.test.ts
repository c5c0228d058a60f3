import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChannelRight, missingRights, type Way } from '../../src/domain/channel-facts.ts';
import { digestBot } from '../support/digest-bot.ts';
import { type Discord, startDiscord } from '../support/discord/stand-in.ts';

let discord: Discord;
let bot: ReturnType<typeof digestBot>;
beforeEach(async () => {
  discord = await startDiscord();
  bot = digestBot(discord);
});
afterEach(async () => {
  bot.close();
  await discord.stop();
});

test.for([
  [ChannelType.GuildText, 'text'],
  [ChannelType.GuildAnnouncement, 'announcement'],
  [ChannelType.GuildForum, 'forum'],
  [ChannelType.PublicThread, 'thread'],
  [ChannelType.GuildVoice, 'other'],
] as const)('a channel of type %i is %s', async ([type, kind]) => {
  const { id } = discord.addChannel(discord.guild, 'news', { type, parentId: discord.channel.id });
  expect(await bot.look(id)).toMatchObject({ guildId: discord.guild.id, name: 'news', kind });
});

test('a channel that is gone, or not seen, is none; a direct message is none either', async () => {
  const [gone, hidden] = [discord.addChannel(discord.guild, 'gone'), discord.addChannel(discord.guild, 'hidden')];
  discord.removeChannel(gone);
  discord.deny(hidden, Bit.ViewChannel);
  expect([await bot.look(gone.id), await bot.look(hidden.id)]).toEqual([null, null]);
});

const MESSAGE: Way = { how: 'message', pictures: true, roleId: null };
const CASES: readonly (readonly [string, ChannelType, bigint, Partial<Way>, readonly ChannelRight[]])[] = [
  ['a message needs to be sent', ChannelType.GuildText, Bit.SendMessages, {}, ['send']],
  ['a picture needs to be attached', ChannelType.GuildText, Bit.AttachFiles, {}, ['attach']],
  ['without pictures nothing is attached', ChannelType.GuildText, Bit.AttachFiles, { pictures: false }, []],
  ['what has come is looked for', ChannelType.GuildText, Bit.ReadMessageHistory, {}, ['history']],
  ['a message opens no thread', ChannelType.GuildText, Bit.CreatePublicThreads, {}, []],
  ['a thread is opened', ChannelType.GuildText, Bit.CreatePublicThreads, { how: 'thread' }, ['create-threads']],
  ['and written in', ChannelType.GuildText, Bit.SendMessagesInThreads, { how: 'thread' }, ['send-in-threads']],
  ['a post is sent', ChannelType.GuildForum, Bit.SendMessages, { how: 'forum-post' }, ['send']],
  ['and opens no thread', ChannelType.GuildForum, Bit.CreatePublicThreads, { how: 'forum-post' }, []],
];

describe('what the bot lacks', () => {
  test.for(CASES)('%s', async ([, type, right, way, missing]) => {
    const channel = discord.addChannel(discord.guild, 'news', { type });
    const before = await bot.look(channel.id);
    expect(before && missingRights(before, { ...MESSAGE, ...way })).toEqual([]);
    discord.deny(channel, right);
    const after = await bot.look(channel.id);
    expect(after && missingRights(after, { ...MESSAGE, ...way })).toEqual(missing);
  });

  test('in a thread is what it lacks in its channel', async () => {
    const own = { type: ChannelType.PublicThread, parentId: discord.channel.id } as const;
    const thread = discord.addChannel(discord.guild, 'thread', own);
    discord.deny(discord.channel, Bit.SendMessagesInThreads, Bit.SendMessages);
    const facts = await bot.look(thread.id);
    expect(facts && missingRights(facts, MESSAGE)).toEqual(['send-in-threads']);
  });

  test('a role that not everybody may mention asks for a right, one that is gone for none', async () => {
    const [open, closed] = [discord.addRole(discord.guild, 'open', true), discord.addRole(discord.guild, 'closed')];
    const facts = await bot.look(discord.channel.id);
    const missing = [open.id, closed.id, '12345'].map(
      (roleId) => facts && missingRights(facts, { ...MESSAGE, roleId }),
    );
    expect(missing).toEqual([[], ['mention-roles'], []]);
  });
});
