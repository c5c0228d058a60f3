import { ChannelType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Digest } from '../../src/domain/digest.ts';
import { outgoing } from '../support/digest-bot.ts';
import { someContent } from '../support/digests.ts';
import { type Discord, startDiscord } from '../support/discord/stand-in.ts';
import { BRIDGE, bridgeAndDepot, wrong } from '../support/printed.ts';
import { travelBot } from '../support/travel-bot.ts';

let discord: Discord;
let bot: ReturnType<typeof travelBot>;
beforeAll(async () => {
  discord = await startDiscord({ messagesInAChannel: 10_000, requestsASecond: 10_000 });
  bot = travelBot(discord);
});
afterAll(async () => {
  bot.close();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

const KINDS = {
  message: ChannelType.GuildText,
  thread: ChannelType.GuildText,
  'forum-post': ChannelType.GuildForum,
} as const;

/** Sends a digest of the bridge and the depot into a channel of its own. */
async function sent(
  how: Digest['how'],
  change: Partial<Digest> = {},
  content = someContent({ brief: bridgeAndDepot({ ask: { form: 'digest' } }) }),
) {
  const channel = discord.addChannel(discord.guild, 'news', { type: KINDS[how] });
  const digest = { guildId: discord.guild.id, channelId: channel.id, how, ...change };
  const outcome = await bot.digests.send(outgoing(digest, { content }));
  if (outcome.kind !== 'sent') throw new Error(outcome.kind);
  return { channel, ids: outcome.messageIds };
}

const seen = (id: string | undefined) => {
  const message = discord.message(id ?? '');
  if (!message) throw new Error(`no message ${id}`);
  return message;
};

let made = 0;
/** Corrects what the first article says of the bridge, in this server. */
async function correct(change: Parameters<typeof wrong>[1] = {}) {
  made += 1;
  const id = `corr${String(made).padStart(4, '0')}`;
  const scope = { guildId: discord.guild.id };
  const [correction] = await bot.corrections.add([wrong(BRIDGE, { id, scope, ...change })]);
  await bot.tick();
  return correction ?? expect.unreachable();
}
const takeBack = async ({
  id,
  scope,
}: {
  readonly id: string;
  readonly scope: { readonly guildId: string | null };
}) => {
  await bot.corrections.undo(scope, id, null, bot.clock.nowMs);
  await bot.tick();
};

describe.for(Object.keys(KINDS) as Digest['how'][])('a digest as %s', (how) => {
  test('shows what is corrected of it, and no more when that is taken back', async () => {
    const { ids } = await sent(how);
    const before = seen(ids[0]).text;
    const correction = await correct();
    const { text, flags } = seen(ids[0]);
    expect(text).toContain('~~Outlet 1: The bridge was hit.~~');
    expect(text).toContain('Corrected on 15 May 2024');
    expect(text).toContain('It was another bridge.');
    expect(text).toContain('**Outlet 2:** The depot burnt.');
    expect(flags & MessageFlags.IsComponentsV2).not.toBe(0);
    await takeBack(correction);
    expect(seen(ids[0]).text).toBe(before);
    expect(bot.reported).toEqual([]);
  });
});
