import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { definitionsOf } from '../../src/deliver/definitions.ts';
import type { ChannelFacts } from '../../src/domain/channel-facts.ts';
import { commandListFaults } from '../support/discord/check/commands.ts';
import { type Moderators, moderators } from '../support/moderators.ts';
import { withFolder } from '../support/sitrep.ts';
import { someChannel, someChannels } from '../support/some-channels.ts';
import { plainSpaces } from '../support/spaces.ts';

/** Tuesday, 14 May 2024, 12:00 UTC. */
const NOW_MS = Date.UTC(2024, 4, 14, 12);
let nowMs = NOW_MS;
const channels = someChannels();
let us: Moderators;
const ended = Promise.withResolvers<void>();
let folder: Promise<void>;
beforeAll(async () => {
  const ready = Promise.withResolvers<void>();
  folder = withFolder(async (path) => {
    us = await moderators(path, 1, { now: () => nowMs });
    us.channels.connect(channels.look);
    ready.resolve();
    await ended.promise;
    await us.close();
  });
  await ready.promise;
});
afterAll(async () => {
  expect(us.failures).toEqual([]);
  ended.resolve();
  await folder;
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
      ...{ crosspost: true, pictures: 'off', veto: '30' },
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
      /30 minutes before/,
      /⚠ Moderators have no channel/,
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

  test('can be sent at once, and only one at a time', async () => {
    const { here, card, id } = await added();
    expect((await us.press(card, 'Send now', here)).text).toMatch(/put together now/);
    expect((await us.digest('now', { digest: id }, here)).text).toMatch(/at this moment/);
    expect((await us.digest('history', { digest: id }, here)).text).toMatch(/None has been due yet/);
  });
});
