import { REST } from 'discord.js';
import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import { test as base, describe, expect } from 'vitest';
import { createAlertChannel } from '../../../src/deliver/alert/channel.ts';
import { createChannelLook } from '../../../src/deliver/channel-look.ts';
import { createAskDiscord } from '../../../src/deliver/digest/request.ts';
import type { Destination } from '../../../src/domain/track.ts';
import { type AlertChannel, alertMark, type OutgoingAlert } from '../../../src/track/channel.ts';
import { alerting, someAlert, someTrack, trackedStore } from '../../support/alerts.ts';
import { anArticleFile, published } from '../../support/claims.ts';
import { type Discord, startDiscord } from '../../support/discord/stand-in.ts';

const MESSAGES = '/channels/:channel/messages';
const MESSAGE = '/channels/:channel/messages/:message';
const CLOSED = 50_007;

interface Fixtures {
  readonly discord: Discord;
  readonly channel: AlertChannel;
}
const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from its first parameter
  discord: async ({}, use) => {
    // It knows no nonce, so that only the look keeps an alert from coming twice.
    const discord = await startDiscord({ nonceForMs: 0, messagesInAChannel: 10_000, requestsASecond: 10_000 });
    await use(discord);
    await discord.stop();
    expect(discord.violations).toEqual([]);
  },
  channel: async ({ discord }, use) => {
    const { ask, close } = createAskDiscord(discord.token, discord.url, 0);
    const rest = new REST({ api: discord.url }).setToken(discord.token);
    const look = createChannelLook(rest, discord.applicationId);
    await use(createAlertChannel({ ask, look, botId: discord.applicationId }));
    close();
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  },
});

const intoChannel = (discord: Discord, roleId: string | null = null): Destination => {
  return { kind: 'channel', guildId: discord.guild.id, channelId: discord.channel.id, roleId };
};
const outgoing = (to: Destination, edits = 0): OutgoingAlert => {
  const track = someTrack({ to });
  return { track, content: someAlert(), mark: alertMark(track.id, 1), edits };
};
const sinceMs = () => Date.now() - 60_000;

describe('an alert into a channel', () => {
  test('comes with its code, mentions its role, and is found again', async ({ discord, channel }) => {
    const role = discord.addRole(discord.guild, 'watchers', true);
    const out = outgoing(intoChannel(discord, role.id));
    const sent = await channel.send(out);
    const [seen] = discord.messagesIn(discord.channel);
    expect(sent).toEqual({ kind: 'sent', channelId: discord.channel.id, messageId: seen?.id });
    expect(seen?.text).toContain(`Track aaaaaaaa · ${out.mark.slice(0, 10)}`);
    expect(seen?.text).not.toContain('updated');
    expect(seen?.pings).toHaveLength(1);
    expect(seen?.customIds.some((id) => id.includes('view') && id.includes('evidence'))).toBe(true);
    expect(await channel.findOwn(out, sinceMs())).toEqual({ ...sent, kind: 'found' });
    expect(await channel.findOwn({ ...out, mark: alertMark('bbbbbbbb', 1) }, sinceMs())).toEqual({ kind: 'absent' });
  });

  test('is edited, says so, tells nobody again, and is gone where somebody deleted it', async ({
    discord,
    channel,
  }) => {
    const role = discord.addRole(discord.guild, 'watchers', true);
    const to = intoChannel(discord, role.id);
    const sent = await channel.send(outgoing(to));
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    expect(await channel.edit(outgoing(to, 2), sent)).toEqual({ kind: 'edited' });
    const [seen] = discord.messagesIn(discord.channel);
    expect(seen?.history).toHaveLength(2);
    expect(seen?.text).toMatch(/Last updated .*2 updates/);
    expect(seen?.pings).toEqual([]);
    expect(await channel.edit(outgoing(to), { ...sent, messageId: '123456789' })).toEqual({ kind: 'gone' });
  });

  test('is edited in a thread that was archived meanwhile, and leaves it so', async ({ discord, channel }) => {
    const type = ChannelType.PublicThread;
    const thread = discord.addChannel(discord.guild, 'night', { type, parentId: discord.channel.id });
    const to = { ...intoChannel(discord), channelId: thread.id };
    const sent = await channel.send(outgoing(to));
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    thread.archived = true;
    expect(await channel.edit(outgoing(to, 1), sent)).toEqual({ kind: 'edited' });
    expect(discord.messagesIn(thread)[0]?.text).toContain('updated');
    expect(thread.archived).toBe(true);
  });

  test('whose answer is lost may have come; a refusal and a limit say that it has not', async ({
    discord,
    channel,
  }) => {
    const out = outgoing(intoChannel(discord));
    discord.fail({ method: 'POST', route: MESSAGES, how: 'lost' });
    expect(await channel.send(out)).toEqual({ kind: 'unknown' });
    expect((await channel.findOwn(out, sinceMs())).kind).toBe('found');
    discord.fail({ method: 'PATCH', route: MESSAGE, how: { status: 500 } });
    expect(await channel.edit(out, { channelId: discord.channel.id, messageId: '1' })).toEqual({ kind: 'unknown' });
    discord.deny(discord.channel, Bit.SendMessages);
    expect(await channel.send(out)).toEqual({ kind: 'refused', why: 'no-permission' });
    discord.deny(discord.channel, Bit.ReadMessageHistory);
    expect(await channel.findOwn(out, sinceMs())).toEqual({ kind: 'unreadable' });
    expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  });
});

describe('an alert to a member', () => {
  test('comes as a direct message, is found again, and is edited', async ({ discord, channel }) => {
    const out = outgoing({ kind: 'member', userId: discord.user.id });
    const sent = await channel.send(out);
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    expect(discord.message(sent.messageId)?.text).toContain('Track aaaaaaaa');
    expect(await channel.findOwn(out, sinceMs())).toEqual({ ...sent, kind: 'found' });
    expect(await channel.edit({ ...out, edits: 1 }, sent)).toEqual({ kind: 'edited' });
  });

  test('who takes none is told apart from what goes wrong', async ({ discord, channel }) => {
    const out = outgoing({ kind: 'member', userId: discord.user.id });
    discord.fail({ method: 'POST', route: MESSAGES, how: { status: 403, code: CLOSED } });
    expect(await channel.send(out)).toEqual({ kind: 'refused', why: 'direct-closed' });
    discord.fail({ method: 'POST', route: '/users/@me/channels', how: { status: 403, code: CLOSED } });
    expect(await channel.send(out)).toEqual({ kind: 'refused', why: 'direct-closed' });
    discord.fail({ method: 'POST', route: '/users/@me/channels', how: 'lost' });
    expect((await channel.send(out)).kind).toBe('later');
  });
});

test('from an article to its message: comes once though the answer is lost, then is edited', async ({
  discord,
  channel,
}) => {
  const store = await trackedStore();
  const bot = alerting(store, channel);
  await store.follow({ to: intoChannel(discord), query: 'topic:strikes' });
  await store.put(anArticleFile({ id: 'first', publisher: 'AFP', ...published(store.now()) }));
  discord.fail({ method: 'POST', route: MESSAGES, how: 'lost' });
  await bot.run();
  expect(discord.messagesIn(discord.channel)).toHaveLength(1);
  await bot.run(60_000);
  await store.put(anArticleFile({ id: 'second', publisher: 'Reuters', ...published(store.now()) }));
  await bot.run();
  const [seen, ...more] = discord.messagesIn(discord.channel);
  expect(more).toEqual([]);
  expect(seen?.text).toMatch(/2 outlets[\s\S]*Last updated/);
  store.close();
});
