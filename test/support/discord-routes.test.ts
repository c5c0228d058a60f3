import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closed } from './discord/examples.ts';
import { requests } from './discord/requests.ts';
import { SETTINGS, SUMMARY } from './discord/sample-commands.ts';
import { type Discord, startDiscord } from './discord/stand-in.ts';

let discord: Discord;
let send: (method: string, path: string, body?: unknown) => ReturnType<ReturnType<typeof requests>['request']>;
beforeEach(async () => {
  discord = await startDiscord();
  const { request, bot } = requests(discord);
  send = (method, path, body) => request(method, path, body, bot);
});
afterEach(() => discord.stop());

const messagesPath = () => `/channels/${discord.channel.id}/messages`;

describe('a message in a channel', () => {
  test('is posted, read, changed, listed newest first and deleted', async () => {
    const first = (await send('POST', messagesPath(), { content: 'first', ...closed })).body;
    const second = (await send('POST', messagesPath(), { content: 'second', ...closed })).body;
    const path = `${messagesPath()}/${first.id}`;
    expect((await send('PATCH', path, { content: 'corrected', ...closed })).body.edited_timestamp).not.toBeNull();
    expect((await send('GET', path)).body).toMatchObject({ content: 'corrected', author: { bot: true } });
    const listed: readonly { readonly id: string }[] = (await send('GET', messagesPath())).body;
    expect(listed.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('GET', path)).body).toMatchObject({ code: 10_008 });
    expect(discord.messagesIn(discord.channel).map(({ text }) => text)).toEqual(['second']);
    expect(discord.message(first.id)).toMatchObject({ deleted: true, history: [{}, {}] });
  });

  test.for([
    { name: 'the same enforced nonce', nonces: ['1', '1'], enforce_nonce: true, posted: 1 },
    { name: 'the same nonce, not enforced', nonces: ['1', '1'], enforce_nonce: false, posted: 2 },
    { name: 'another nonce', nonces: ['1', '2'], enforce_nonce: true, posted: 2 },
  ])('twice with $name is there $posted times', async ({ nonces, enforce_nonce, posted }) => {
    for (const nonce of nonces) await send('POST', messagesPath(), { content: 'x', nonce, enforce_nonce, ...closed });
    expect(discord.messagesIn(discord.channel)).toHaveLength(posted);
  });

  test('cannot be private, empty, or nowhere', async () => {
    expect((await send('POST', messagesPath(), { content: 'x', flags: 64, ...closed })).status).toBe(400);
    expect((await send('POST', messagesPath(), closed)).body).toMatchObject({ code: 50_006 });
    expect((await send('POST', '/channels/1/messages', { content: 'x', ...closed })).body).toMatchObject({
      code: 10_003,
    });
    expect(discord.violations).toHaveLength(2);
  });

  test('may be a direct one', async () => {
    const opened = await send('POST', '/users/@me/channels', { recipient_id: discord.user.id });
    await send('POST', `/channels/${opened.body.id}/messages`, { content: 'hello', ...closed });
    discord.define([SUMMARY]);
    discord.slash('summary', { query: 'x' }, { dm: true });
    expect(discord.messagesIn({ ...discord.channel, id: opened.body.id })).toMatchObject([{ text: 'hello' }]);
  });
});

describe('a command', () => {
  test.for([
    { name: 'everywhere', scope: () => '' },
    { name: 'in one guild', scope: () => `/guilds/${discord.guild.id}` },
  ])('is added, replaced by its name and removed $name', async ({ scope }) => {
    const path = `/applications/${discord.applicationId}${scope()}/commands`;
    const added = await send('POST', path, SUMMARY);
    expect(added.status).toBe(201);
    expect(await send('POST', path, { ...SUMMARY, description: 'Other.' })).toMatchObject({
      status: 200,
      body: { id: added.body.id },
    });
    expect((await send('POST', path, SETTINGS)).status).toBe(201);
    expect((await send('DELETE', `${path}/${added.body.id}`)).status).toBe(204);
    expect((await send('DELETE', `${path}/${added.body.id}`)).body).toMatchObject({ code: 10_063 });
    const left: readonly { readonly name: string }[] = (await send('GET', path)).body;
    expect(left.map(({ name }) => name)).toEqual(['settings']);
  });

  test('of another application, or of a guild where the bot is not, is none of its business', async () => {
    expect((await send('GET', '/applications/1/commands')).body).toMatchObject({ code: 10_063 });
    const elsewhere = `/applications/${discord.applicationId}/guilds/1/commands`;
    expect((await send('PUT', elsewhere, [SUMMARY])).body).toMatchObject({ code: 10_004 });
  });
});

test.for([
  { name: 'the gateway', path: () => '/gateway/bot', body: { shards: 1, session_start_limit: { max_concurrency: 1 } } },
  { name: 'the bot', path: () => '/users/@me', body: { bot: true } },
  { name: 'a person', path: () => `/users/${discord.user.id}`, body: { username: 'reader', bot: false } },
  { name: 'nobody', path: () => '/users/1', body: { code: 10_013 } },
  { name: 'the application', path: () => '/applications/@me', body: { bot: { bot: true } } },
  { name: 'a channel', path: () => `/channels/${discord.channel.id}`, body: { name: 'general', type: 0 } },
  { name: 'no channel', path: () => '/channels/1', body: { code: 10_003 } },
  { name: 'a guild', path: () => `/guilds/${discord.guild.id}`, body: { name: 'Test server' } },
  { name: 'no guild', path: () => '/guilds/1', body: { code: 10_004 } },
  { name: 'its channels', path: () => `/guilds/${discord.guild.id}/channels`, body: [{ name: 'general' }] },
  { name: 'its roles', path: () => `/guilds/${discord.guild.id}/roles`, body: [{ name: '@everyone' }] },
  {
    name: 'a member',
    path: () => `/guilds/${discord.guild.id}/members/${discord.user.id}`,
    body: { user: { username: 'reader' } },
  },
  { name: 'no member', path: () => `/guilds/${discord.guild.id}/members/1`, body: { code: 10_007 } },
])('$name can be read', async ({ path, body }) => {
  expect((await send('GET', path())).body).toMatchObject(body);
});
