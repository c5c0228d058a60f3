import { PermissionFlagsBits as Bit, ChannelType } from 'discord-api-types/v10';
import { test as base, describe, expect } from 'vitest';
import type { FoundOwn, Outgoing, SendOutcome } from '../../../src/digest/channel.ts';
import { aBrief, aLine, aSection } from '../../support/briefs.ts';
import { digestBot, outgoing } from '../../support/digest-bot.ts';
import { someContent } from '../../support/digests.ts';
import type { How } from '../../support/discord/faults.ts';
import { type Discord, startDiscord } from '../../support/discord/stand-in.ts';
import type { Channel } from '../../support/discord/world.ts';

const MESSAGES = '/channels/:channel/messages';
const CROSSPOST = '/channels/:channel/messages/:message/crosspost';
const THREAD = '/channels/:channel/messages/:message/threads';

/** Nothing here is about pace. */
const UNLIMITED = { messagesInAChannel: 10_000, requestsASecond: 10_000 } as const;

interface Fixtures {
  /** Knows a nonce for no time at all, so that only the look into the channel keeps a digest from coming twice. */
  readonly discord: Discord;
  readonly bot: ReturnType<typeof digestBot>;
}
const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from its first parameter
  discord: async ({}, use) => {
    const discord = await startDiscord({ nonceForMs: 0, ...UNLIMITED });
    await use(discord);
    await discord.stop();
    expect(discord.violations).toEqual([]);
  },
  bot: async ({ discord }, use) => {
    const bot = digestBot(discord);
    await use(bot);
    bot.close();
  },
});

/** More lines than three messages hold. */
const long = someContent({
  brief: aBrief({
    ask: { form: 'digest' },
    sections: [
      aSection(
        'strikes',
        Array.from({ length: 40 }, (_, n) => aLine(undefined, { id: `line${n + 10}` })),
      ),
    ],
  }),
});

const KINDS = {
  message: { type: ChannelType.GuildText, content: someContent() },
  'several messages': { type: ChannelType.GuildText, content: long },
  thread: { type: ChannelType.GuildText, content: long },
  'forum-post': { type: ChannelType.GuildForum, content: long },
  announcement: { type: ChannelType.GuildAnnouncement, content: long },
} as const;
type Kind = keyof typeof KINDS;

/** A channel and a digest for it. */
function staged(discord: Discord, kind: Kind): { readonly channel: Channel; readonly out: Outgoing } {
  const { type, content } = KINDS[kind];
  const channel = discord.addChannel(discord.guild, 'news', { type });
  const how = kind === 'thread' || kind === 'forum-post' ? kind : 'message';
  const digest = { guildId: discord.guild.id, channelId: channel.id, how, crosspost: kind === 'announcement' } as const;
  return { channel, out: outgoing(digest, { content }) };
}

/** What of a digest stands in its channel and in its threads, message by message. */
const seenIn = (discord: Discord, channel: Channel) =>
  [channel, ...discord.guild.channels.filter(({ parentId }) => parentId === channel.id)].flatMap((place) =>
    discord.messagesIn(place),
  );
const idsIn = (outcome: SendOutcome | FoundOwn): readonly string[] =>
  'messageIds' in outcome ? outcome.messageIds : [outcome.kind];

describe.for(Object.keys(KINDS) as Kind[])('a digest as %s', (kind) => {
  test('comes whole, in order, with its code in each message, and is found again', async ({ discord, bot }) => {
    const { channel, out } = staged(discord, kind);
    const outcome = await bot.send(out);
    const seen = seenIn(discord, channel);
    expect(idsIn(outcome)).toEqual(seen.map(({ id }) => id));
    for (const { text } of seen) expect(text).toContain(`Digest ${out.digest.id} · ${out.mark.slice(0, 10)}`);
    if (kind !== 'message') expect(seen[1]?.text).toContain(`2 of ${seen.length}`);
    expect(seen.map(({ crossposted }) => crossposted)).toEqual(seen.map(() => kind === 'announcement'));
    const sinceMs = Date.now() - 60_000;
    expect(await bot.findOwn(channel.id, out.mark, sinceMs)).toEqual({ ...outcome, kind: 'found' });
    expect(await bot.findOwn(channel.id, outgoing({ id: 'bbbbbbbb' }).mark, sinceMs)).toEqual({ kind: 'absent' });
    expect(bot.reported).toEqual([]);
  });

  /** What can go wrong with any of its requests, and whether it is done then. */
  const faults: readonly How[] = [{ status: 500 }, 'reset', 'lost', { retryAfterMs: 20 }];
  test.for(faults)(
    'is brought to its end once where %o meets any one of its requests',
    async (how, { discord, bot }) => {
      const routes = [MESSAGES, '/channels/:channel/threads', THREAD, CROSSPOST];
      for (const [route, nth] of routes.flatMap((one) => [0, 1].map((n) => [one, n] as const))) {
        const { channel, out } = staged(discord, kind);
        for (let passed = 0; passed < nth; passed += 1) discord.fail({ method: 'POST', route, how: { delayMs: 0 } });
        discord.fail({ method: 'POST', route, how });
        const ids = await untilSent(bot, out);
        expect(ids, `${route} ${nth}`).toEqual(seenIn(discord, channel).map(({ id }) => id));
        expect(new Set(seenIn(discord, channel).map(({ text }) => text)).size).toBe(ids.length);
        discord.clearFaults();
      }
    },
  );
});

/** Does what `digest/work.ts` does, at once: what is unknown is looked for, what was not done is done again. */
async function untilSent(
  bot: Fixtures['bot'],
  out: Outgoing,
  there: readonly string[] = [],
): Promise<readonly string[]> {
  const outcome = await bot.send({ ...out, there });
  if (outcome.kind === 'sent') return outcome.messageIds;
  if (outcome.kind === 'later') return untilSent(bot, out, there);
  expect(outcome).toEqual({ kind: 'unknown' });
  const found = await bot.findOwn(out.channelId, out.mark, Date.now() - 60_000);
  return untilSent(bot, out, found.kind === 'found' ? found.messageIds : []);
}

describe('what Discord says', () => {
  test('of a channel that is gone', async ({ discord, bot }) => {
    const { channel, out } = staged(discord, 'message');
    discord.removeChannel(channel);
    expect(await bot.send(out)).toEqual({ kind: 'refused', why: 'no-channel' });
    expect(await bot.findOwn(channel.id, out.mark, 0)).toEqual({ kind: 'unreadable', why: 'no-channel' });
  });

  test.for([
    ['view the channel', Bit.ViewChannel, 'no-channel'],
    ['send', Bit.SendMessages, null],
    ['read the history', Bit.ReadMessageHistory, 'no-permission'],
  ] as const)('where the bot may not %s', async ([, right, unreadable], { discord, bot }) => {
    const { channel, out } = staged(discord, 'message');
    discord.deny(channel, right);
    const isSent = right === Bit.ReadMessageHistory;
    expect(await bot.send(out)).toMatchObject(isSent ? { kind: 'sent' } : { kind: 'refused', why: 'no-permission' });
    const found = await bot.findOwn(channel.id, out.mark, 0);
    expect(found).toEqual(unreadable === null ? { kind: 'absent' } : { kind: 'unreadable', why: unreadable });
  });

  test('of a forum that asks for a tag', async ({ discord, bot }) => {
    const forum = discord.addChannel(discord.guild, 'forum', { type: ChannelType.GuildForum, needsTag: true });
    const out = outgoing({ channelId: forum.id, how: 'forum-post' });
    expect(await bot.send(out)).toEqual({ kind: 'refused', why: 'not-accepted' });
  });

  test('with an accidental 401 is not believed, and the next one is sent', async ({ discord, bot }) => {
    const { out } = staged(discord, 'message');
    discord.fail({ method: 'POST', route: MESSAGES, how: { status: 401 } });
    expect(await bot.send(out)).toMatchObject({ kind: 'later' });
    expect(await bot.send(out)).toMatchObject({ kind: 'sent' });
  });

  test('after the nonce is known: the same message', async () => {
    const discord = await startDiscord();
    const bot = digestBot(discord);
    const { channel, out } = staged(discord, 'message');
    expect(await bot.send(out)).toEqual(await bot.send(out));
    expect(discord.messagesIn(channel)).toHaveLength(1);
    bot.close();
    await discord.stop();
  });

  test('where nothing listens: that nothing was sent', async ({ discord }) => {
    const { out } = staged(discord, 'message');
    const bot = digestBot({ ...discord, url: 'http://127.0.0.1:1/api' });
    expect(await bot.send(out)).toMatchObject({ kind: 'later' });
    bot.close();
  });
});

test('only the role that was chosen is mentioned, and only once', async ({ discord, bot }) => {
  const role = discord.addRole(discord.guild, 'readers', true);
  const { channel, out } = staged(discord, 'several messages');
  await bot.send({ ...out, digest: { ...out.digest, roleId: role.id } });
  const [first, ...others] = discord.messagesIn(channel);
  expect(first?.pings).toEqual([`<@&${role.id}>`]);
  expect(others.flatMap(({ pings }) => pings)).toEqual([]);
});

test('a role that is gone is not mentioned, and that is told', async ({ discord, bot }) => {
  const { channel, out } = staged(discord, 'message');
  const digest = { ...out.digest, roleId: '60001', guildId: discord.guild.id };
  expect(await bot.send({ ...out, digest })).toMatchObject({ kind: 'sent', noRole: '60001' });
  expect(discord.messagesIn(channel)[0]?.text).not.toContain('<@&');
});

test('where its thread is refused, the lines of the further messages are known not to have come', async ({
  discord,
  bot,
}) => {
  const { out } = staged(discord, 'thread');
  discord.fail({ method: 'POST', route: THREAD, how: { status: 403 } });
  const outcome = await bot.send(out);
  expect(outcome).toMatchObject({ kind: 'sent', refused: expect.stringMatching(/./) });
  const missing = bot.eventsAfter(out, 1);
  expect(missing.length).toBeGreaterThan(5);
  expect(bot.eventsAfter(out, 0)).toHaveLength(40);
  expect(bot.eventsAfter(out, 10)).toEqual([]);
  expect(new Set(missing).size).toBe(missing.length);
});

test('nobody else is taken for the digest', async ({ discord, bot }) => {
  const { channel, out } = staged(discord, 'message');
  await bot.send(outgoing({ ...out.digest, id: 'bbbbbbbb' }));
  expect(await bot.findOwn(channel.id, out.mark, 0)).toEqual({ kind: 'absent' });
});

test('the look goes through more messages than one answer holds', async ({ discord, bot }) => {
  const { channel, out } = staged(discord, 'message');
  discord.fill(channel, 150);
  const outcome = await bot.send(out);
  discord.fill(channel, 150);
  expect(await bot.findOwn(channel.id, out.mark, Date.now() - 60_000)).toEqual({ ...outcome, kind: 'found' });
});
