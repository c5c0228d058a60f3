import { REST } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_RULES } from '../src/brief/event/rules.ts';
import { serversOf } from '../src/deliver/servers.ts';
import { deliverDigests } from '../src/deliver-digests.ts';
import type { Notice } from '../src/domain/digest-notice.ts';
import { sqliteDigests } from '../src/store/sqlite/digests/digests.ts';
import { openDatabase } from '../src/store/sqlite/open.ts';
import { digestBot } from './support/digest-bot.ts';
import { someContent, someDigest } from './support/digests.ts';
import { type Discord, startDiscord } from './support/discord/stand-in.ts';
import { NO_REVIEWS } from './support/no-reviews.ts';
import { unexpected } from './support/stored-app.ts';

const SLOT = Date.parse('2024-06-02T08:00:00Z');
const MESSAGES = '/channels/:channel/messages';

let discord: Discord;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  discord = await startDiscord();
  ends.push(() => discord.stop());
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Three channels with a digest each, all due. */
async function stage() {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const bot = digestBot(discord);
  ends.push(() => opened.value.close(), bot.close);
  const digests = sqliteDigests(opened.value, unexpected);
  const channels = ['a', 'b', 'c'].map((name) => discord.addChannel(discord.guild, name));
  for (const [n, { id: channelId }] of channels.entries()) {
    const timetable = { schedule: { kind: 'daily', at: 480 }, zone: 'UTC' } as const;
    await digests.add(
      someDigest({ id: `digest0${n}`, guildId: discord.guild.id, channelId, timetable, fromMs: SLOT - 1 }),
      20,
    );
  }
  const told: Notice[] = [];
  const kept: string[] = [];
  const delivery = deliverDigests({
    digests,
    channel: bot,
    compose: async () => ({ kind: 'content', content: someContent() }),
    ...NO_REVIEWS,
    corrected: async (brief) => brief,
    tell: async (_digest, notice) => told.push(notice) > 0,
    now: () => SLOT + 1_000,
    keep: ({ id }) => void kept.push(id),
    report: unexpected,
  });
  const seen = () => channels.map((channel) => discord.messagesIn(channel).length);
  return { delivery, digests, channels, told, kept, seen };
}

test('what is due comes into its channels, and its answer is kept for its buttons', async () => {
  const { delivery, seen, kept } = await stage();
  await delivery.tick();
  await discord.until(() => seen().every((count) => count === 1), 5_000, 'all channels to have theirs');
  await delivery.stop();
  expect(seen()).toEqual([1, 1, 1]);
  expect(kept).toHaveLength(3);
});

test('one channel that is slow delays no other, and is waited for at the end', async () => {
  const { delivery, seen, channels, digests } = await stage();
  discord.fail({ method: 'POST', route: MESSAGES, how: { delayMs: 300 } });
  await delivery.tick();
  await discord.until(() => seen().every((count) => count === 1), 5_000, 'all channels to have theirs');
  expect(discord.raw.filter(({ method, status }) => method === 'POST' && status === 200)).toHaveLength(
    channels.length - 1,
  );
  await delivery.stop();
  const last = await Promise.all([0, 1, 2].map((n) => digests.history(discord.guild.id, `digest0${n}`, 1)));
  expect(last.flat().map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
});

test('a channel that is gone keeps the others from nothing, and is told once', async () => {
  const { delivery, seen, channels, told } = await stage();
  const [gone] = channels;
  if (gone) discord.removeChannel(gone);
  for (let n = 0; n < 3; n += 1) await delivery.tick();
  await discord.until(() => told.length > 0 && seen().join() === '0,1,1', 5_000, 'the others to have theirs');
  await delivery.stop();
  expect(seen()).toEqual([0, 1, 1]);
  expect(told).toEqual([{ kind: 'refused', why: 'no-channel' }]);
});

test('after the stop nothing is begun', async () => {
  const { delivery, seen } = await stage();
  await delivery.stop();
  await delivery.tick();
  expect(seen()).toEqual([0, 0, 0]);
});

test('the servers of the bot are listed to the last, page by page', async () => {
  for (let n = 0; n < 450; n += 1) discord.addGuild(`server ${n}`);
  const rest = new REST({ api: discord.url }).setToken(discord.token);
  const servers = await serversOf(rest);
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  expect(servers.size).toBe(451);
  expect(servers.has(discord.guild.id)).toBe(true);
});
