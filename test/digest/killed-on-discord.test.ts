import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChannelType } from 'discord-api-types/v10';
import { afterAll, expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { markOf } from '../../src/digest/channel.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { someDigest } from '../support/digests.ts';
import { type Discord, startDiscord } from '../support/discord/stand-in.ts';
import type { Channel } from '../support/discord/world.ts';
import { startSender } from '../support/start-sender.ts';
import { unexpected } from '../support/stored-app.ts';

/** More with `DIGEST_KILLS=200`. */
const KILLS = Number(process.env.DIGEST_KILLS ?? 1);
const [MINUTE, HOUR] = [60_000, 3_600_000];
/** Long past, so that what stands in a channel has come since. */
const FIRST_SLOT = Date.parse('2024-06-02T08:00:00Z');
/** About as long as it takes to send all digests of an hour. */
const ROUND_MS = 150;
/** In minutes. */
const VETO = 10;
const KINDS = [
  ['message', ChannelType.GuildText],
  ['message', ChannelType.GuildText, VETO],
  ['message', ChannelType.GuildAnnouncement],
  ['thread', ChannelType.GuildText],
  ['forum-post', ChannelType.GuildForum],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'sitrep-killed-on-discord-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hourly = ({ guild, addChannel }: Discord) =>
  KINDS.map(([how, type, vetoMinutes = null], n) =>
    someDigest({
      ...{ id: `digest0${n}`, guildId: guild.id, channelId: addChannel(guild, `news ${n}`, { type }).id, how },
      crosspost: false,
      vetoMinutes,
      timetable: { schedule: { kind: 'hours', every: 1, at: 0 }, zone: 'UTC' },
      fromMs: FIRST_SLOT - 1,
    }),
  );

test(`killed ${KILLS} times at random moments, every digest of every hour is on Discord exactly once, and so is what moderators see`, async () => {
  const path = join(folder, 'sitrep.db');
  const opened = openDatabase(path, EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  // No nonce is known: what keeps a digest from coming twice is the look into its channel.
  const discord = await startDiscord({ nonceForMs: 0, requestsASecond: 100_000, messagesInAChannel: 100_000 });
  const digests = hourly(discord);
  const store = sqliteDigests(opened.value, unexpected);
  for (const digest of digests) await store.add(digest, 20);

  const room = discord.addChannel(discord.guild, 'moderators');
  const start = () => startSender(path, discord.url, discord.token, discord.applicationId, room.id);
  const work = async (sender: ReturnType<typeof startSender>, atMs: number): Promise<void> => {
    sender.tell(atMs);
    expect(await sender.said()).toBe('idle');
  };
  let [sender, spare] = [start(), start()];
  for (let round = 1; round <= KILLS + 1; round += 1) {
    expect(await sender.said()).toBe('ready');
    // What the last one left behind comes to its end when its leases do.
    for (const afterMs of [70_000, 140_000, 15 * MINUTE, 20 * MINUTE])
      await work(sender, FIRST_SLOT + (round - 1) * HOUR + afterMs);
    if (round > KILLS) break;
    const slotMs = FIRST_SLOT + round * HOUR;
    const [isBefore, shownAtMs] = [Math.random() < 0.5, slotMs - (VETO + 2) * MINUTE];
    if (!isBefore) await work(sender, shownAtMs);
    sender.tell(isBefore ? shownAtMs : slotMs);
    setTimeout(sender.kill, Math.random() * ROUND_MS);
    await sender.gone;
    [sender, spare] = [spare, start()];
  }
  for (const one of [sender, spare]) one.kill();
  await Promise.all([sender.gone, spare.gone]);

  const codesIn = (channel: Channel) =>
    discord.messagesIn(channel).map(({ text }) => / · ([0-9a-f]{10})/.exec(text)?.[1]);
  const codes = discord.guild.channels.filter(({ id }) => id !== room.id).flatMap(codesIn);
  const slots = Array.from({ length: KILLS + 1 }, (_, n) => FIRST_SLOT + n * HOUR);
  const expected = digests.flatMap(({ id }) => slots.map((slotMs) => markOf({ digestId: id, slotMs }).slice(0, 10)));
  expect(codes.sort()).toEqual(expected.sort());
  expect([codesIn(room).length, new Set(codesIn(room)).size]).toEqual([slots.length, slots.length]);
  expect(discord.messagesIn(room).filter(({ text }) => !text.includes('It has come'))).toEqual([]);
  await discord.stop();
  opened.value.close();
}, 600_000);
