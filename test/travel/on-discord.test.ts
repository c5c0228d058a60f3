import { PermissionFlagsBits as Bit, ChannelType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Correction } from '../../src/domain/correction.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { aLine, aSection } from '../support/briefs.ts';
import { aClaim } from '../support/claims.ts';
import { outgoing } from '../support/digest-bot.ts';
import { someContent } from '../support/digests.ts';
import type { How } from '../support/discord/faults.ts';
import { requests } from '../support/discord/requests.ts';
import { type Discord, startDiscord } from '../support/discord/stand-in.ts';
import type { Channel, Guild } from '../support/discord/world.ts';
import { drawMarkdown } from '../support/discord-markdown.ts';
import { BRIDGE, bridgeAndDepot, wrong } from '../support/printed.ts';
import { travelBot } from '../support/travel-bot.ts';

const MESSAGE = '/channels/:channel/messages/:message';

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

const ask = { form: 'digest' } as const;
const two = someContent({ brief: bridgeAndDepot({ ask }) });
const lineClaim = (n: number) =>
  aClaim({ place: [`town-${n}`], sentence: { en: `Line ${n} of a long day.`, uk: `Рядок ${n} довгого дня.` } });
/** More lines than one message holds. */
const long = someContent({
  brief: bridgeAndDepot({
    ask,
    sections: [
      aSection(
        'strikes',
        Array.from({ length: 40 }, (_, n) => aLine(lineClaim(n), { id: `line${n + 10}` })),
      ),
    ],
  }),
});

/** Sends a digest into a channel of a server of its own. */
async function sent(how: Digest['how'], content = two, change: Partial<Digest> = {}) {
  const guild = discord.addGuild('a server');
  const channel = discord.addChannel(guild, 'news', { type: KINDS[how] });
  const digest = { guildId: guild.id, channelId: channel.id, how, ...change };
  const outcome = await bot.digests.send(outgoing(digest, { content }));
  if (outcome.kind !== 'sent') throw new Error(outcome.kind);
  return { guild, channel, ids: outcome.messageIds };
}

const seen = (id = '') => {
  const message = discord.message(id);
  if (!message) throw new Error(`no message ${id}`);
  return message;
};

let made = 0;
/** Corrects in a server, or everywhere, what the first article says of the bridge, or of something else. */
async function correct(guild: Guild | null, claim = BRIDGE, reason = 'It was another bridge.'): Promise<Correction> {
  made += 1;
  const id = `corr${String(made).padStart(4, '0')}`;
  const [correction] = await bot.corrections.add([wrong(claim, { id, scope: { guildId: guild?.id ?? null }, reason })]);
  await bot.tick();
  return correction ?? expect.unreachable();
}

async function takeBack({ id, scope }: Correction): Promise<void> {
  await bot.corrections.undo(scope, id, null, bot.clock.nowMs);
  await bot.tick();
}

const told = async ({ id }: Correction) => (await bot.printed.travelled(null, [id])).get(id) ?? expect.unreachable();

describe.for(Object.keys(KINDS) as Digest['how'][])('a digest as %s', (how) => {
  test('shows what is corrected of it, and no more when that is taken back', async () => {
    const { guild, ids } = await sent(how);
    const before = seen(ids[0]).text;
    const correction = await correct(guild);
    const { text, flags } = seen(ids[0]);
    expect(text).toContain('~~Outlet 1: The bridge was hit.~~');
    expect(text).toContain('Corrected on 15 May 2024');
    expect(text).toContain('It was another bridge.');
    expect(text).toContain('**Outlet 2:** The depot burnt.');
    expect(flags & MessageFlags.IsComponentsV2).not.toBe(0);
    expect(await told(correction)).toEqual({ shown: 1, elsewhere: 0, waiting: 0, unreachable: {} });
    await takeBack(correction);
    expect(seen(ids[0]).text).toBe(before);
    expect(bot.reported).toEqual([]);
  });

  test('shows it in the message that it stands in, and leaves the others but the first alone', async () => {
    const { guild, ids } = await sent(how, long);
    const before = ids.map((id) => seen(id).text);
    const at = before.findLastIndex((text) => text.includes('Line '));
    const [, n] = /Line (\d+) (?![\s\S]*Line )/.exec(before[at] ?? '') ?? [];
    expect(at).toBeGreaterThan(0);
    const correction = await correct(guild, lineClaim(Number(n)));
    expect(seen(ids[at]).text).toContain(`~~Outlet 1: Line ${n} of a long day.~~`);
    expect(ids.map((id) => seen(id).history.length > 1)).toEqual(ids.map((_, nth) => nth === at || nth === 0));
    expect(await told(correction)).toMatchObject({ shown: 2, waiting: 0, unreachable: {} });
    await takeBack(correction);
    expect(ids.map((id) => seen(id).text)).toEqual(before);
  });
});

describe('an edit', () => {
  test('tells nobody, whoever was mentioned and whatever the reason says', async () => {
    const role = discord.addRole(discord.guild, 'readers', true);
    const { guild, ids } = await sent('message', two, { roleId: role.id });
    expect(seen(ids[0]).pings).toEqual([`<@&${role.id}>`]);
    const reason = `@everyone <@${discord.user.id}> [see](https://evil.example) ~~no~~ \u202Eesrever`;
    await correct(guild, BRIDGE, reason);
    const { text, pings, history } = seen(ids[0]);
    expect(history.at(-1)?.fields.allowed_mentions).toEqual({ parse: [] });
    expect(pings).toEqual([]);
    expect(text).toContain(`<@&${role.id}>`);
    const line = text.split('\n').find((one) => one.includes('Corrected on')) ?? '';
    const { markup, visible } = drawMarkdown(line);
    expect(markup.filter(({ kind }) => !['item', 'strike', 'bold', 'link'].includes(kind))).toEqual([]);
    expect(markup.filter(({ kind }) => kind === 'link').map(({ what }) => what)).toEqual(['https://example.org/1']);
    expect(visible).not.toContain('\u202E');
  });

  test('is in the language of the message', async () => {
    const { guild, ids } = await sent(
      'message',
      someContent({ brief: bridgeAndDepot({ ask: { ...ask, language: 'uk' } }) }),
    );
    await correct(guild);
    expect(seen(ids[0]).text).toMatch(/~~Outlet 1: Міст уражено\.~~ .*15 травня 2024/);
  });

  test('reaches a thread that is archived, and leaves it archived', async () => {
    const { guild, ids } = await sent('forum-post');
    const thread = guild.channels.find(({ id }) => id === ids[0]) ?? expect.unreachable();
    thread.archived = true;
    await correct(guild);
    expect(seen(ids[0]).text).toContain('~~Outlet 1');
    expect(thread.archived).toBe(true);
  });

  test('is made in every server by a correction of the operator, and in no other by one of a server', async () => {
    const [here, there] = [await sent('message'), await sent('message')];
    await correct(here.guild);
    expect([here, there].map(({ ids }) => seen(ids[0]).text.includes('~~Outlet 1'))).toEqual([true, false]);
    const correction = await correct(null);
    expect(seen(there.ids[0]).text).toContain('~~Outlet 1');
    await takeBack(correction);
    expect([here, there].map(({ ids }) => seen(ids[0]).text.includes('~~Outlet 1'))).toEqual([true, false]);
  });
});

describe('what keeps an edit from being made passes', () => {
  test.for<{ readonly name: string; readonly how: How }>([
    { name: '5xx', how: { status: 503 } },
    { name: 'a reset connection', how: 'reset' },
    { name: 'a lost answer', how: 'lost' },
  ])('$name', async ({ how }) => {
    const { guild, ids } = await sent('message');
    discord.fail({ method: 'PATCH', route: MESSAGE, how });
    const correction = await correct(guild);
    expect(await told(correction)).toMatchObject({ shown: 0, waiting: 1 });
    await bot.tick();
    expect((await told(correction)).waiting).toBe(1);
    bot.clock.nowMs += 60_000;
    await bot.tick();
    expect(seen(ids[0]).text).toContain('~~Outlet 1');
    expect(await told(correction)).toMatchObject({ shown: 1, waiting: 0, unreachable: {} });
  });
});

test('a channel that is limited for a moment is waited for', async () => {
  const { guild, ids } = await sent('message');
  discord.fail({ method: 'PATCH', route: MESSAGE, how: { retryAfterMs: 20 } });
  await correct(guild);
  expect(seen(ids[0]).text).toContain('~~Outlet 1');
});

describe('what will not pass is settled, and counted', () => {
  const remove = (channel: Channel, id: string) => {
    const { request, bot: auth } = requests(discord);
    return request('DELETE', `/channels/${channel.id}/messages/${id}`, undefined, auth);
  };
  test.for<{ readonly why: string; readonly lose: (channel: Channel, id: string) => unknown }>([
    { why: 'gone', lose: remove },
    { why: 'no-channel', lose: (channel) => discord.removeChannel(channel) },
    { why: 'no-permission', lose: (channel) => discord.deny(channel, Bit.ViewChannel) },
  ])('$why', async ({ why, lose }) => {
    const { guild, channel, ids } = await sent('message');
    await lose(channel, ids[0] ?? '');
    const correction = await correct(guild);
    expect(await told(correction)).toEqual({ shown: 0, elsewhere: 0, waiting: 0, unreachable: { [why]: 1 } });
    expect(bot.reported.splice(0)).toEqual([why]);
  });
});
