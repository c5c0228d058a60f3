import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { definitionsOf } from '../../src/deliver/definitions.ts';
import type { ChannelFacts } from '../../src/domain/channel-facts.ts';
import { commandListFaults } from '../support/discord/check/commands.ts';
import { type Moderators, moderators } from '../support/moderators.ts';
import { someChannel, someChannels, without } from '../support/some-channels.ts';
import { plainSpaces } from '../support/spaces.ts';

/** Tuesday, 14 May 2024, 12:00 UTC. */
const NOW_MS = Date.UTC(2024, 4, 14, 12);
let nowMs = NOW_MS;
const channels = someChannels();
let us: Moderators;
beforeAll(async () => {
  us = await moderators(1, { now: () => nowMs });
  us.channels.connect(channels.look);
});
afterAll(async () => {
  expect(us.failures).toEqual([]);
  await us.close();
});

/** Each test has a server of its own, with a channel in which it calls. */
let servers = 0;
function aServer(change: Partial<ChannelFacts> = {}) {
  servers += 1;
  const here = { guildId: `30000${servers}`, channelId: `40000${servers}`, userId: '90001' };
  channels.there.set(here.channelId, someChannel(here.guildId, change));
  return { ...here, locale: 'en-GB' };
}
const idIn = (text: string): string => /Digest (\w{8})/.exec(text)?.[1] ?? '';

describe('setting one up', () => {
  test('takes one command without options: everything, here, every day at nine', async () => {
    const here = aServer();
    const done = await us.digest('create', {}, here);
    expect(done).toMatchObject({ private: true, how: 'reply' });
    expect(plainSpaces(done.text)).toMatch(/Set up\./);
    expect(done.text).toContain(`**Comes into:** <#${here.channelId}>, as a message`);
    expect(done.text).toMatch(/\*\*About:\*\* everything/i);
    expect(done.text).toMatch(/every day at 09:00 \(Europe\/London time\)/);
    expect(done.text).toMatch(/a guess by your language/);
    expect(plainSpaces(done.text).match(/2024 at 09:00 GMT\+1/g)).toHaveLength(3);
    expect(done.text).not.toMatch(/⚠/);
    expect((await us.digest('list', {}, here)).text).toContain(idIn(done.text));
    expect((await us.digest('list', {}, aServer())).text).toMatch(/There are none yet/);
  });

  test('takes all that can be chosen, and says it back', async () => {
    const here = aServer({ kind: 'announcement' });
    const options = {
      ...{
        query: 'id:kharkiv',
        'query-2': 'topic:aid',
        about: 'strikes',
        schedule: 'weekdays 7:30',
        zone: 'asia/katmandu',
      },
      ...{ language: 'uk', sources: 'trusted', origins: '3', quiet: 'silent', role: '60001', as: 'thread' },
      ...{ crosspost: true, pictures: 'off' },
    };
    const { text } = await us.digest('create', options, here);
    for (const words of [
      /\*\*About:\*\* Kharkiv[^:]*, .+: Strikes/,
      /Monday to Friday at 07:30 \(Asia\/Kathmandu time\)/,
      /Wed, 15 May 2024 at 07:30 GMT\+5:45/,
      /Ukrainian/,
      /3 independent sources/,
      /it stays silent/,
      /<@&60001>/,
      /in a thread of its own/,
      /published to the servers/,
      /\*\*Pictures:\*\* off/,
    ])
      expect(plainSpaces(text)).toMatch(words);
  });
});

test('Discord takes the command as it is registered, for those who manage the server', () => {
  const definitions = definitionsOf(commands);
  expect(commandListFaults(definitions)).toEqual([]);
  const own = definitions.find(({ name }) => name === 'digest');
  expect([own?.default_member_permissions, own?.contexts]).toEqual(['32', [0]]);
});

describe('a digest', () => {
  const added = async (options: Readonly<Record<string, unknown>> = {}, change: Partial<ChannelFacts> = {}) => {
    const here = aServer(change);
    const card = await us.digest('create', options, here);
    return { here, card, id: idIn(card.text) };
  };

  test('is removed when that is said again, and is then no more', async () => {
    const { here, id } = await added();
    const asked = await us.digest('remove', { digest: id }, here);
    expect(asked.text).toMatch(/Remove this digest\?/);
    expect((await us.digest('list', {}, here)).text).toContain(id);
    const removed = await us.press(asked, 'Remove it', here);
    expect([removed.how, removed.text]).toEqual(['update', expect.stringMatching(/Removed: digest/)]);
    expect((await us.press(asked, 'Remove it', here)).text).toMatch(/no such digest/);
    expect((await us.press(removed, 'All digests', here)).text).toMatch(/There are none yet/);
  });

  test('is paused, and resumed from then on', async () => {
    const { here, card, id } = await added();
    const paused = await us.press(card, 'Pause', here);
    expect([paused.how, paused.text]).toEqual(['update', expect.stringMatching(/Paused: nothing comes/)]);
    expect((await us.digest('pause', { digest: id }, here)).text).toMatch(/That is so already/);
    expect((await us.digest('list', {}, here)).text).toMatch(/time\\?\) · paused/);
    nowMs = NOW_MS + 86_400_000;
    expect((await us.press(paused, 'Resume', here)).text).toMatch(/Resumed, from now on/);
    const [digest] = await us.app.digests.all(here.guildId);
    expect(digest).toMatchObject({ state: 'active', fromMs: nowMs });
    nowMs = NOW_MS;
  });

  test('shows to whoever asks what would come now, and nothing counts as told', async () => {
    const { here, card, id } = await added({ query: 'id:ukraine', language: 'uk' });
    const preview = await us.press(card, 'Preview', here);
    expect(preview).toMatchObject({ private: true, how: 'reply' });
    expect(preview.text).toMatch(/Seen by you alone[\s\S]*Це перший дайджест тут/);
    expect((await us.digest('preview', { digest: id }, here)).text).toBe(preview.text);
    expect(await us.app.digests.history(id, here.guildId, 9)).toEqual([]);
  });

  test('of several messages is turned message by message in its preview', async () => {
    const { here, card } = await added({ as: 'thread' });
    const first = await us.press(card, 'Preview', here);
    const second = await us.press(first, /^Next \(2\/\d+\)/, here);
    expect([second.how, second.text]).toEqual(['update', expect.stringMatching(/Seen by you alone[\s\S]*2 of \d/)]);
    expect((await us.press(second, /^Previous/, here)).text).toBe(first.text);
  });

  test('can be sent at once, and only one at a time', async () => {
    const { here, card, id } = await added();
    expect((await us.press(card, 'Send now', here)).text).toMatch(/put together now/);
    expect((await us.digest('now', { digest: id }, here)).text).toMatch(/at this moment/);
    expect((await us.digest('history', { digest: id }, here)).text).toMatch(/None has been due yet/);
  });
});

describe('changing one', () => {
  test('changes what is given and nothing else, and a new timetable counts from then on', async () => {
    const here = aServer({ kind: 'announcement' });
    const id = idIn((await us.digest('create', { query: 'id:kharkiv', role: '60001' }, here)).text);
    const [before] = await us.app.digests.all(here.guildId);
    nowMs = NOW_MS + 1_000;
    await us.digest('edit', { digest: id, origins: '2', crosspost: true }, here);
    expect(await us.app.digests.all(here.guildId)).toEqual([{ ...before, origins: 2, crosspost: true }]);
    const edited = await us.digest('edit', { digest: id.toUpperCase(), schedule: 'Fri 8' }, here);
    expect(plainSpaces(edited.text)).toMatch(/Changed\.[\s\S]*every Friday at 08:00[\s\S]*Fri, 17 May 2024 at 08:00/);
    expect((await us.app.digests.all(here.guildId))[0]).toMatchObject({ fromMs: nowMs, createdAtMs: NOW_MS });
    nowMs = NOW_MS;
  });

  test('takes away its topics, its role and its veto', async () => {
    const here = aServer();
    await us.app.saveSettings(here.guildId, { moderatorChannelId: '50009' });
    const created = await us.digest('create', { query: 'id:kharkiv', role: '60001', veto: '15' }, here);
    expect(plainSpaces(created.text)).toMatch(/15 minutes before, and can hold it/);
    const id = idIn(created.text);
    for (const clear of ['topics', 'role', 'veto']) await us.digest('edit', { digest: id, clear }, here);
    expect((await us.app.digests.all(here.guildId))[0]).toMatchObject({ queries: [], roleId: null, vetoMinutes: null });
    expect((await us.digest('edit', { digest: id }, here)).text).toMatch(/Nothing was given/);
  });

  test('moves it into a forum as what is usual there', async () => {
    const here = aServer();
    const id = idIn((await us.digest('create', {}, here)).text);
    channels.there.set('49999', someChannel(here.guildId, { kind: 'forum' }));
    expect((await us.digest('edit', { digest: id, channel: '49999' }, here)).text).toMatch(/<#49999>, as a forum post/);
  });
});

describe('what cannot be is told in words, and nothing is set up', () => {
  test.for<readonly [Readonly<Record<string, unknown>>, RegExp]>([
    [{ schedule: '0 0 30 2 *' }, /No day fits this schedule/],
    [{ schedule: '0 25 * * *' }, /“25” is nothing that the hour/],
    [{ schedule: '*/10 * * * *' }, /10 minutes between; it must be 15/],
    [{ schedule: 'every 5 minutes' }, /5 minutes between; it must be 15/],
    [{ schedule: 'now and then' }, /could not be read as a schedule\. Examples/],
    [{ schedule: 'every 5 hours' }, /Hours: 1, 2, 3, 4, 6, 8 or 12/],
    [{ zone: 'Europe/Kyyv' }, /no time zone “Europe\/Kyyv”\. Near it: Europe\/Kyiv/],
    [{ zone: '+02:00' }, /no time zone/],
    [{ query: 'Atlantis' }, /Nothing is known by this name, or more than one thing is: Atlantis/],
    [{ query: 'id:kharkiv', 'query-4': 'id:atlantis' }, /: id:atlantis/],
    [{ channel: '49998' }, /cannot see that channel/],
    [{ role: '60002' }, /no such role/],
    [{ crosspost: true }, /announcement channel/],
    [{ as: 'forum-post' }, /nothing can come as a forum post/],
  ])('%o', async ([options, words]) => {
    const here = aServer();
    const told = await us.digest('create', options, here);
    expect([told.private, plainSpaces(told.text)]).toEqual([true, expect.stringMatching(words)]);
    expect(await us.app.digests.all(here.guildId)).toEqual([]);
  });

  test.for<readonly [string, Readonly<Record<string, unknown>>, RegExp]>([
    ['create', { query: 'x'.repeat(1_000) }, /«запит» задовгий: .*100/],
    ['create', { schedule: 'x'.repeat(101) }, /«розклад» задовгий/],
    ['create', { veto: '7' }, /«вето» має бути одним із/],
    ['create', { veto: '30' }, /Модератори не мають каналу, де його спершу показати/],
    ['create', { origins: '0' }, /«незалежних» має бути одним із/],
    ['create', { zone: ' ' }, /«пояс» закороткий/],
    ['remove', {}, /Бракує параметра «дайджест»/],
    ['preview', { digest: 'nothing1' }, /Дайджесту «nothing1» тут немає/],
    ['nothing', {}, /не розуміє цю команду/],
  ])('%s %o', async ([subcommand, options, words]) => {
    expect((await us.digest(subcommand, options, { ...aServer(), locale: 'uk' })).text).toMatch(words);
  });

  test('the 21st, though twenty can be listed', async () => {
    const here = aServer();
    for (let at = 0; at < 20; at += 1) await us.digest('create', {}, here);
    expect((await us.digest('create', {}, here)).text).toMatch(/can have 20 digests/);
    const list = await us.digest('list', {}, here);
    expect([list.text, Object.keys(list.buttons).length]).toEqual([expect.stringMatching(/20 of at most 20/), 20]);
  });

  test('outside a channel one has to be named', async () => {
    expect((await us.digest('create', {}, { ...aServer(), channelId: null })).text).toMatch(/the option “channel”/);
  });
});

describe('what was lost since', () => {
  test('a right, a role and the channel are told in words, and keep nothing else from being changed', async () => {
    const here = aServer();
    const id = idIn((await us.digest('create', { role: '60001', as: 'thread' }, here)).text);
    const told = async () => plainSpaces((await us.digest('list', {}, here)).text);
    channels.there.set(here.channelId, someChannel(here.guildId, { rights: without('send-in-threads', 'attach') }));
    expect(await told()).toMatch(/⚠ Sitrep may not do this[^:]*: send messages in threads, attach files/);
    channels.there.set(here.channelId, someChannel(here.guildId, { roles: new Map(), kind: 'forum' }));
    expect(await told()).toMatch(/⚠ Into a channel of this kind[\s\S]*⚠ The role is gone/);
    channels.there.delete(here.channelId);
    expect(await told()).toMatch(/⚠ The channel is gone/);
    expect((await us.digest('edit', { digest: id, origins: '2' }, here)).text).toMatch(/Changed[\s\S]*⚠ The channel/);
    expect((await us.digest('now', { digest: id }, here)).text).toMatch(/cannot see that channel/);
  });

  test('a channel that another server has is none', async () => {
    const [here, elsewhere] = [aServer(), aServer()];
    expect((await us.digest('create', { channel: elsewhere.channelId }, here)).text).toMatch(/cannot see that channel/);
  });
});

describe('who may', () => {
  test('nobody but moderators, and of their own server alone', async () => {
    const [here, elsewhere] = [aServer(), aServer()];
    const card = await us.digest('create', {}, here);
    const id = idIn(card.text);
    for (const subcommand of ['create', 'list'])
      expect((await us.digest(subcommand, {}, { ...here, managesGuild: false })).text).toMatch(/Only moderators/);
    expect((await us.digest('list', {}, { guildId: null })).text).toMatch(/only in a server/);
    for (const label of Object.keys(card.buttons).filter((one) => one !== 'All digests')) {
      expect((await us.press(card, label, { ...here, managesGuild: false })).text).toMatch(/Only moderators/);
      expect((await us.press(card, label, elsewhere)).text).toMatch(/no such digest/);
    }
    const press = { kind: 'press', onPrivate: true, byAsker: true } as const;
    expect((await us.ask({ ...press, customId: `digest:confirm:${id}` }, elsewhere)).text).toMatch(/no such digest/);
    expect((await us.ask({ ...press, customId: 'digest:veto:x' }, here)).text).toMatch(/earlier version/);
    expect(await us.app.digests.all(here.guildId)).toMatchObject([{ id, state: 'active' }]);
  });

  test('is offered digests, zones, schedules and topics while they type, and nobody else anything', async () => {
    const here = aServer();
    const id = idIn((await us.digest('create', { query: 'id:kharkiv' }, here)).text);
    const offered = (option: string, typed: string, caller: object = here) =>
      us.offered(option, typed, { ...caller }, 'digest');
    for (const typed of ['', 'khark', 'every day', id.slice(2)]) expect(await offered('digest', typed)).toEqual([id]);
    expect(await offered('digest', 'lviv')).toEqual([]);
    expect(await offered('digest', '', aServer())).toEqual([]);
    expect(await offered('zone', 'kyi')).toEqual(['Europe/Kyiv']);
    expect(await offered('schedule', 'пн 8')).toEqual(['monday 08:00']);
    expect(await offered('query-3', 'odes')).toContain('id:odesa');
    for (const option of ['digest', 'zone', 'schedule', 'query'])
      expect(await offered(option, '', { ...here, managesGuild: false })).toEqual([]);
  });
});
