import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { definitionsOf } from '../../src/deliver/definitions.ts';
import type { ChannelFacts } from '../../src/domain/channel-facts.ts';
import { TRACKS_AT_MOST } from '../../src/domain/track.ts';
import { commandListFaults } from '../support/discord/check/commands.ts';
import { type Moderators, moderators } from '../support/moderators.ts';
import { someChannel, someChannels, without } from '../support/some-channels.ts';

const channels = someChannels();
let us: Moderators;
beforeAll(async () => {
  us = await moderators(1);
  us.channels.connect(channels.look);
});
afterAll(async () => {
  expect(us.failures).toEqual([]);
  await us.close();
});

/** Each test has a server and members of its own. */
let servers = 0;
function aServer(change: Partial<ChannelFacts> = {}) {
  servers += 1;
  const here = { guildId: `31000${servers}`, channelId: `41000${servers}`, userId: `9100${servers}`, locale: 'en-GB' };
  channels.there.set(here.channelId, someChannel(here.guildId, change));
  return here;
}
const asMember = (here: ReturnType<typeof aServer>, userId = here.userId) => ({ ...here, userId, managesGuild: false });
const idIn = (text: string): string => /Track (\w{8})/.exec(text)?.[1] ?? '';

describe('/track', () => {
  test('of a moderator comes into the channel, with all that was chosen', async () => {
    const here = aServer();
    const options = {
      ...{ query: 'id:kharkiv', about: 'strikes', origins: '2', confirmed: true, quiet: '22 - 7:05' },
      ...{ zone: 'europe/kiev', most: '3', role: '60001', language: 'uk' },
    };
    const { text, private: isPrivate } = await us.track('add', options, here);
    expect(isPrivate).toBe(true);
    for (const words of [
      `**Alerts come:** <#${here.channelId}>`,
      '2 independent sources',
      'both sides state it',
      '22:00 to 07:05, Europe/Kyiv',
      '3 new messages',
      '<@&60001>',
      'Ukrainian',
    ])
      expect(text).toContain(words);
    expect((await us.track('list', {}, here)).text).toContain(idIn(text));
    expect((await us.track('list', {}, asMember(here, '91999'))).text).not.toContain(idIn(text));
  });

  test('of a member comes to them alone, and no channel can be theirs', async () => {
    const here = aServer();
    const member = asMember(here);
    const { text } = await us.track('add', { query: 'id:kharkiv' }, member);
    expect(text).toMatch(/to you alone, as direct messages/);
    expect((await us.track('list', {}, member)).text).toContain(idIn(text));
    expect((await us.track('list', {}, { ...here, userId: '91998' })).text).not.toContain(idIn(text));
    const intoChannel = await us.track('add', { query: 'id:kharkiv', for: 'channel' }, member);
    expect(intoChannel.text).toMatch(/Only moderators/);
    expect((await us.track('add', { query: 'id:kharkiv', role: '60001' }, member)).text).toMatch(/Only moderators/);
    const both = await us.track('add', { query: 'id:kharkiv', for: 'me', role: '60001' }, here);
    expect(both.text).toMatch(/makes no sense/);
    expect((await us.track('pause', { track: idIn(text) }, { ...here, userId: '91998' })).text).toMatch(/no track/);
  });

  test('can be changed, paused, resumed and removed, by words and buttons', async () => {
    const here = aServer();
    const made = await us.track('add', { query: 'id:kharkiv', quiet: '22:00-07:00', role: '60001' }, here);
    const track = idIn(made.text);
    const changed = await us.track('edit', { track, query: 'topic:aid', most: '1', clear: 'quiet' }, here);
    expect(changed.text).toMatch(/Aid[\s\S]*Quiet hours:\*\* none[\s\S]*1 new message /);
    expect((await us.track('edit', { track }, here)).text).toMatch(/Nothing was given/);
    const paused = await us.press(await us.track('pause', { track }, here), 'Resume', here);
    expect(paused.text).toMatch(/Resumed, from now on/);
    expect((await us.track('resume', { track }, here)).text).toMatch(/so already/);
    const asked = await us.press(paused, 'Remove', here);
    const gone = await us.press(asked, 'Remove it', here);
    expect(gone.text).toContain(`Removed: track ${track}`);
    expect((await us.press(gone, 'All tracks', here)).text).toMatch(/none yet/);
  });

  test.for([
    [{ query: 'Atlantis' }, /Nothing is known by this name/],
    [{ query: 'id:kharkiv', quiet: 'at night' }, /could not be read as quiet hours/],
    [{ query: 'id:kharkiv', quiet: '25-7' }, /could not be read as quiet hours/],
    [{ query: 'id:kharkiv', quiet: '7:00-7:00' }, /could not be read as quiet hours/],
    [{ query: 'id:kharkiv', zone: 'Europe/Nowhere' }, /no time zone/],
    [{ query: 'id:kharkiv', channel: '49999' }, /cannot see that channel/],
    [{ query: 'id:kharkiv', role: '69999' }, /no such role/],
  ] as const)('says why not: %j', async ([options, why]) => {
    expect((await us.track('add', options, aServer())).text).toMatch(why);
  });

  test('says what keeps alerts from coming, and takes no forum', async () => {
    const here = aServer({ rights: without('send') });
    expect((await us.track('add', { query: 'id:kharkiv' }, here)).text).toMatch(/lacks these rights.*send messages/);
    expect((await us.track('add', { query: 'id:kharkiv' }, aServer({ kind: 'forum' }))).text).toMatch(/No message can/);
  });

  test('has limits for a member and for a server, and is forgotten and erased with the rest', async () => {
    const here = aServer();
    const member = asMember(here);
    for (let n = 0; n < TRACKS_AT_MOST.member; n += 1) await us.track('add', { query: 'id:kharkiv' }, member);
    expect((await us.track('add', { query: 'id:kharkiv' }, member)).text).toMatch(/You can have 5 tracks/);
    expect((await us.ask({ kind: 'command', name: 'forget', options: {} }, member)).text).toMatch(
      /5 tracks of your own/,
    );
    await us.ask({ kind: 'command', name: 'forget', options: { confirm: true } }, member);
    expect((await us.track('list', {}, member)).text).toMatch(/none yet/);
    await us.track('add', { query: 'id:kharkiv' }, here);
    const asked = await us.ask({ kind: 'command', name: 'settings', subcommand: 'erase', options: {} }, here);
    expect(asked.text).toMatch(/1 track, /);
    await us.press(asked, 'Delete it all', here);
    expect((await us.track('list', {}, here)).text).toMatch(/none yet/);
  });

  test('offers tracks, zones and names while they are typed; Discord takes its options', async () => {
    const here = aServer();
    const { text } = await us.track('add', { query: 'id:kharkiv' }, here);
    expect(await us.offered('track', 'khark', here, 'track')).toEqual([idIn(text)]);
    expect(await us.offered('track', '', asMember(here, '91997'), 'track')).toEqual([]);
    expect(await us.offered('zone', 'kyi', here, 'track')).toEqual(['Europe/Kyiv']);
    expect(await us.offered('query', 'odes', here, 'track')).toContain('id:odesa');
    expect(commandListFaults(definitionsOf(commands))).toEqual([]);
  });
});
