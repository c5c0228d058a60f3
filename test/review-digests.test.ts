import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asCorrected } from '../src/as-corrected.ts';
import { deliverDigests } from '../src/deliver-digests.ts';
import { statementKey } from '../src/domain/correction.ts';
import type { Notice } from '../src/domain/digest-notice.ts';
import { createReviewBoard } from '../src/review-board.ts';
import { digestBot } from './support/digest-bot.ts';
import { type Discord, startDiscord } from './support/discord/stand-in.ts';
import { type Moderators, moderators } from './support/moderators.ts';
import { plainSpaces } from './support/spaces.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Long past, so that what stands in a channel has come since. */
const FIRST_SLOT = Date.parse('2025-06-02T09:00:00Z');
/** Each test has days of its own. */
let slotMs = FIRST_SLOT;
let nowMs = FIRST_SLOT;
const guilds: string[] = [];
beforeEach(() => {
  slotMs += 3 * 24 * HOUR;
});
afterEach(async () => {
  for (const guildId of guilds.splice(0)) await us.sitrep.digests.erase(guildId);
});

let us: Moderators;
let discord: Discord;
let bot: ReturnType<typeof digestBot>;
const told: Notice[] = [];
const failed: unknown[] = [];
beforeAll(async () => {
  us = await moderators(1, { now: () => nowMs });
  discord = await startDiscord({ nonceForMs: 0, requestsASecond: 100_000, messagesInAChannel: 100_000 });
  bot = digestBot(discord);
  us.channels.connect(bot.look);
});
afterAll(async () => {
  expect([us.failures, failed]).toEqual([[], []]);
  bot.close();
  await discord.stop();
  await us.close();
});

/** What processes do at an instant, counted from the slot; each is another process than before. */
async function at(afterMs: number, processes = 1): Promise<void> {
  nowMs = slotMs + afterMs;
  // What one part of it has done the other shows at the next second.
  for (let second = 0; second < 2; second += 1) {
    const all = Array.from({ length: processes }, aProcess);
    await Promise.all(all.map(({ tick }) => tick()));
    await Promise.all(all.map(({ settle }) => settle()));
  }
}

function aProcess() {
  const { digests, reviews, composeDigest, app } = us.sitrep;
  return deliverDigests({
    ...{ digests, reviews, compose: composeDigest, channel: bot, now: () => nowMs },
    board: createReviewBoard({ board: bot.board, findOwn: bot.findOwn, settings: app.settings }),
    tell: async (_digest, notice) => told.push(notice) > 0,
    corrected: (brief) => asCorrected(us.sitrep.corrections, brief),
    keep: (brief) => app.turn(brief, brief.shown),
    report: (error) => void failed.push(error),
  });
}

let servers = 0;
/** A server with a digest at nine that moderators see half an hour before. */
async function aServer(options: Readonly<Record<string, unknown>> = {}) {
  servers += 1;
  const guild = discord.addGuild(`server ${servers}`);
  const [news, room] = [discord.addChannel(guild, 'news'), discord.addChannel(guild, 'moderators')];
  const here = { guildId: guild.id, channelId: news.id, userId: '90001', locale: 'en-GB' };
  guilds.push(guild.id);
  nowMs = slotMs - HOUR;
  await us.app.saveSettings(guild.id, { moderatorChannelId: room.id, language: 'en' });
  const { text } = await us.digest('create', { veto: '30', zone: 'UTC', ...options }, here);
  const id = idIn(text);
  const shown = () => discord.messagesIn(room).filter(({ deleted }) => !deleted);
  const buttons = (deed: string): string => {
    const found = shown()[0]?.customIds.find((one) => one.startsWith(`digest:review:${deed}:`));
    if (!found) throw new Error(`no ${deed} among ${shown()[0]?.customIds}`);
    return found;
  };
  const press = (deed: string, more = '', by = {}) =>
    us.ask({ kind: 'press', customId: buttons(deed) + more, onPrivate: false, byAsker: false }, { ...here, ...by });
  const sent = () => discord.messagesIn(news).filter((message) => !/[2-9] of \d/.test(message.text));
  return { guild, news, room, here, id, created: text, shown, press, sent };
}

/** The events that the menu of a message offers. */
function eventsIn(message: { readonly components: readonly unknown[] } | undefined): readonly string[] {
  return [...JSON.stringify(message?.components ?? []).matchAll(/"value":"(\w+)"/g)].map(([, event = '']) => event);
}
const idIn = (text: string): string => /Digest (\w{8})/.exec(text)?.[1] ?? '';
const wordsOf = (seen: { readonly text: string } | undefined): string => plainSpaces(seen?.text ?? '');

describe('a digest with a veto window', () => {
  test('is shown so long before with why each line is in it, and comes as planned without an answer', async () => {
    const { created, shown, sent, news, id, here } = await aServer({ query: 'topic:aid' });
    expect(created).toMatch(/30 minutes before, and can hold it/);
    await at(-33 * MINUTE);
    expect(shown()).toEqual([]);
    await at(-32 * MINUTE);
    expect(shown()).toHaveLength(1);
    expect(wordsOf(shown()[0])).toContain(
      `Without an answer it comes Thu, 5 June 2025 at 09:00 GMT+0 into <#${news.id}>.`,
    );
    expect(wordsOf(shown()[0])).toMatch(/\*\*1\. .*\n.*the first digest.*asked for: Aid.* · .*(?:tells of it|outlets)/);
    expect(wordsOf(await us.digest('list', {}, here))).toMatch(
      /The one of .*09:00 GMT\+0 is put together and comes then/,
    );
    expect(wordsOf(await us.digest('preview', { digest: id }, here))).toMatch(/is put together.*\n?.*stays as it is/s);
    expect(sent()).toEqual([]);
    await at(0);
    await at(5_000);
    expect([sent().length, shown().length]).toEqual([1, 1]);
    expect(wordsOf(shown()[0])).toMatch(/It has come, with \d+ events?: \[message\]/);
    expect(shown()[0]?.customIds).toEqual([]);
  });

  test('without a line that a moderator took out, and that stays out; one put back comes', async () => {
    const { shown, press, sent, here, id } = await aServer({ query: 'topic:aid' });
    await at(-30 * MINUTE);
    const [first = '', second = ''] = eventsIn(shown()[0]);
    const lines = wordsOf(shown()[0]);
    const wordsAt = (n: number): string =>
      new RegExp(`\\*\\*${n}\\. [^*]*\\*\\* ([^[]{20})`).exec(lines)?.[1] ?? 'none';
    expect((await press('toggle', `:${first}`, { managesGuild: false })).text).toMatch(/moderators/i);
    await press('toggle', `:${first}`);
    await press('toggle', `:${second}`);
    const seen = await press('toggle', `:${second}`);
    expect([seen.how, wordsOf(seen)]).toEqual(['update', expect.stringMatching(/\*\*1\.\*\* taken out by <@90001>: /)]);
    await at(0);
    expect(wordsOf(sent()[0])).not.toContain(wordsAt(1));
    expect(wordsOf(sent()[0])).toContain(wordsAt(2));
    expect(wordsOf(shown()[0])).toMatch(/It has come.*\n+1 line taken out by <@90001>\./);
    const [delivery] = await us.app.digests.history(id, here.guildId, 1);
    expect(delivery?.printed.map(({ event }) => event)).not.toContain(first);
    expect((await us.digest('preview', { digest: id }, here)).text).not.toContain(wordsAt(1));
  });

  test('does not come while it is held, comes when it is released, and not twice', async () => {
    const { shown, press, sent } = await aServer();
    await at(-30 * MINUTE);
    expect(wordsOf(await press('hold'))).toMatch(/<@90001> holds it back/);
    await at(0);
    await at(2 * HOUR);
    expect(sent()).toEqual([]);
    expect(wordsOf(await press('release'))).toMatch(/Without an answer it comes/);
    await at(2 * HOUR + 1_000);
    await at(3 * HOUR);
    expect([sent().length, wordsOf(shown()[0])]).toEqual([1, expect.stringMatching(/It has come/)]);
  });

  test('that is held too long is not sent: the next one tells what it held, but for what was dropped', async () => {
    const { shown, press, sent, here, id } = await aServer({ query: 'topic:aid' });
    await at(-30 * MINUTE);
    const [first = '', second = ''] = eventsIn(shown()[0]);
    await press('toggle', `:${first}`);
    await press('hold');
    expect(wordsOf(await us.digest('list', {}, here))).toMatch(/is held back by <@90001>/);
    await at(0);
    await at(6 * HOUR);
    expect(sent()).toEqual([]);
    expect(wordsOf(shown()[0])).toMatch(/held back, and not sent[\s\S]*Held back by <@90001>\.\n+1 line taken out by/);
    expect(wordsOf(await us.digest('history', { digest: id }, here))).toMatch(/not sent: moderators held it back/);
    await at(24 * HOUR - 30 * MINUTE);
    const next = eventsIn(shown()[1]);
    expect(next).toContain(second);
    expect(next).not.toContain(first);
  });

  test('comes at once where a moderator wants that, here or by /digest now', async () => {
    const [one, other] = [await aServer(), await aServer()];
    await at(-30 * MINUTE);
    expect(wordsOf(await one.press('send'))).toMatch(/<@90001> has it sent at once/);
    await us.digest('now', { digest: other.id }, other.here);
    await at(-29 * MINUTE);
    expect([one.sent().length, other.sent().length]).toEqual([1, 1]);
    expect(wordsOf(one.shown()[0])).toMatch(/It has come[\s\S]*Sent at once by <@90001>\./);
    await at(0);
    await at(MINUTE);
    expect([one.sent().length, other.sent().length]).toEqual([1, 1]);
  });

  test('of which all lines are taken out is not sent, and says so', async () => {
    const { shown, press, sent, here, id } = await aServer({ query: 'topic:visits' });
    await at(-30 * MINUTE);
    for (;;) {
      const [next] = eventsIn(shown()[0]).filter((event) => !dropped.has(event));
      if (next === undefined) break;
      dropped.add(next);
      await press('toggle', `:${next}`);
    }
    await at(0);
    await at(MINUTE);
    expect(sent()).toEqual([]);
    expect(wordsOf(shown()[0])).toMatch(/All its lines were taken out/);
    expect(wordsOf(await us.digest('history', { digest: id }, here))).toMatch(/took all its lines out/);
  });
  const dropped = new Set<string>();
});

test('a line that is marked as wrong after it was shown does not come', async () => {
  const { shown, sent, here } = await aServer({ query: 'topic:aid' });
  await at(-30 * MINUTE);
  const [first = ''] = eventsIn(shown()[0]);
  const review = await us.sitrep.reviews.coming(here.guildId, idIn(wordsOf(shown()[0])));
  const line = review?.content?.brief.sections.flatMap(({ lines }) => lines).find(({ id }) => id === first);
  const [backing] = line?.backing ?? [];
  const source = review?.content?.brief.sources.find(({ citation }) => citation === backing?.citation);
  if (!backing || !source) throw new Error('no line');
  const found = await us.sitrep.claims.claim({ guildId: here.guildId }, source.articleId, backing.claim.id);
  if (!found) throw new Error('no article');
  const { article } = found;
  const scope = { guildId: here.guildId };
  await us.sitrep.corrections.add([
    {
      ...{ id: 'wrong123', kind: 'wrong', scope, by: '90001', reason: 'not so', undone: null, atMs: nowMs },
      ...{ key: statementKey({ article, claim: backing.claim }), told: { article, claim: backing.claim } },
    },
  ]);
  await at(0);
  expect(sent()).toHaveLength(1);
  const [delivery] = await us.app.digests.history(review?.digestId ?? '', here.guildId, 1);
  const printed = delivery?.printed.map(({ event }) => event);
  expect(printed?.length).toBeGreaterThan(0);
  expect(printed).not.toContain(first);
});

describe('when things break', () => {
  test('what cannot be shown comes as planned, and that is told', async () => {
    const { room, sent } = await aServer();
    discord.removeChannel(room);
    told.length = 0;
    await at(-30 * MINUTE);
    await at(-29 * MINUTE);
    expect(told).toEqual([{ kind: 'not-shown', slotMs, why: 'no-channel' }]);
    await at(0);
    expect(sent()).toHaveLength(1);
  });

  test('a second process shows and sends nothing twice', async () => {
    const { shown, sent, press } = await aServer();
    await at(-30 * MINUTE, 2);
    expect(shown()).toHaveLength(1);
    await press('hold');
    await at(-29 * MINUTE, 2);
    await press('release');
    await at(0, 2);
    await at(MINUTE, 2);
    expect([shown().length, sent().length]).toEqual([1, 1]);
  });

  test('a digest that is changed meanwhile is shown anew in the same message, and a paused one says so', async () => {
    const { shown, press, sent, here, id } = await aServer();
    await at(-30 * MINUTE);
    await press('hold');
    await us.digest('edit', { digest: id, query: 'topic:aid' }, here);
    await at(-29 * MINUTE);
    expect(shown()).toHaveLength(1);
    expect(wordsOf(shown()[0])).toMatch(/Without an answer it comes/);
    await us.digest('pause', { digest: id }, here);
    await at(-28 * MINUTE);
    await at(0);
    expect(wordsOf(shown()[0])).toMatch(/changed, paused or removed meanwhile/);
    expect(sent()).toEqual([]);
  });

  test('a window needs a channel of the moderators', async () => {
    const { here } = await aServer();
    await us.app.saveSettings(here.guildId, { language: 'en' });
    const refused = await us.digest('create', { veto: '30' }, here);
    expect(refused.text).toMatch(/cannot have a veto window.*\/settings moderators/);
  });
});
