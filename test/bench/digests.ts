import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { deliverDigests } from '../../src/deliver-digests.ts';
import type { DigestStore } from '../../src/store/digest-contract.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { aBrief, aLine, aSection } from '../support/briefs.ts';
import { digestBot } from '../support/digest-bot.ts';
import { someContent, someDigest } from '../support/digests.ts';
import { Posts } from '../support/discord/control.ts';
import { type DiscordProcess, spawnDiscord } from '../support/discord/process.ts';
import { NO_REVIEWS } from '../support/no-reviews.ts';
import { withFolder } from '../support/sitrep.ts';
import { type Figure, ms, told } from './figure.ts';

const BOUND_MS = 30_000;
const SLOT_MS = Date.parse('2026-06-02T08:00:00Z');
const BEFORE_MS = 2 * 60_000;
const LINES = 12;

const Server = z.object({ guildId: z.string(), channelId: z.string() });

/** So many channels in which a digest is due at the same minute; put together beforehand, without pictures. */
export const measureDigests = (channels: number): Promise<readonly Figure[]> =>
  withFolder(async (folder) => {
    const opened = openDatabase(join(folder, 'digests.sqlite'), EVENT_RULES);
    if (!opened.ok) throw new Error(opened.error.kind);
    const discord = await spawnDiscord();
    try {
      const digests = sqliteDigests(opened.value, (error) => {
        throw new Error(JSON.stringify(error));
      });
      await addDigests(digests, discord, channels);
      return await figures(digests, discord, channels);
    } finally {
      await discord.stop();
      opened.value.close();
    }
  });

async function addDigests(digests: DigestStore, discord: DiscordProcess, count: number): Promise<void> {
  const servers = z.array(Server).parse(await discord.ask({ do: 'servers', count }));
  const timetable = { schedule: { kind: 'daily', at: 480 }, zone: 'UTC' } as const;
  for (const [n, server] of servers.entries()) {
    const id = n.toString(36).padStart(8, '0');
    await digests.add(someDigest({ ...server, id, timetable, fromMs: SLOT_MS - 1, pictures: false }), 1);
  }
}

const content = someContent({
  brief: aBrief({
    ask: { form: 'digest', withoutPictures: true },
    sections: [
      aSection(
        'strikes',
        Array.from({ length: LINES }, (_, n) => aLine(undefined, { id: `line${n + 10}` })),
      ),
    ],
  }),
});

async function figures(digests: DigestStore, discord: DiscordProcess, channels: number): Promise<readonly Figure[]> {
  const clock = { aheadMs: SLOT_MS - BEFORE_MS - Date.now() };
  const bot = digestBot({ ...discord, applicationId: '' }, {});
  const delivery = deliverDigests({
    digests,
    channel: bot,
    compose: async () => ({ kind: 'content', content }),
    ...NO_REVIEWS,
    corrected: async (brief) => brief,
    tell: async (_digest, notice) => {
      throw new Error(JSON.stringify(notice));
    },
    now: () => Date.now() + clock.aheadMs,
    keep: () => undefined,
    report: (error) => process.stderr.write(`${error}\n`),
  });
  await tickUntil(
    delivery.tick,
    async () => (await digests.open(SLOT_MS, channels)).filter(isComposed).length === channels,
  );
  clock.aheadMs = SLOT_MS - Date.now();
  const startedMs = Date.now();
  await tickUntil(delivery.tick, async () => (await digests.open(SLOT_MS + 3_600_000, 1)).length === 0);
  await delivery.stop();
  bot.close();
  const { perChannel, lastAtMs, tooMany } = Posts.parse(await discord.ask({ do: 'posts' }));
  const doubled = perChannel.filter((posts) => posts > 1).length;
  const isWhole = perChannel.length === channels && doubled === 0 && tooMany === 0;
  const tookMs = lastAtMs - startedMs;
  return [
    {
      ...told(`${channels.toLocaleString('en')} digests of one minute`, ms(tookMs)),
      bound: `≤ ${ms(BOUND_MS)}`,
      isMet: isWhole && tookMs <= BOUND_MS,
    },
    told('  channels without their digest', String(channels - perChannel.length)),
    told('  channels with a digest twice', String(doubled)),
    told('  requests refused for their number (429)', String(tooMany)),
  ];
}

const isComposed = ({ state }: { readonly state: string }): boolean => state === 'composed';

/** As the clock does, once a second. */
async function tickUntil(tick: () => Promise<void>, done: () => Promise<boolean>): Promise<void> {
  do {
    await tick();
    await pause(1_000);
  } while (!(await done()));
}
