import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ChatInputCommandInteraction, Client, Interaction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bareLogin } from './discord/bare-login.ts';
import { CALLBACK } from './discord/routes.ts';
import { type Discord, startDiscord } from './discord/stand-in.ts';

/** What discord.js 14.28.1 does by itself: the ground that `src/deliver` stands on. Where one of these fails, look there. */
const PING = [{ name: 'ping', description: 'Answers.' }];
const CREATE = '/channels/:channel/messages';
const USER = '/users/:user';

let discord: Discord;
let clients: Client[];
let children: ChildProcess[];
beforeEach(async () => {
  discord = await startDiscord();
  discord.define(PING);
  clients = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(clients.map((client) => client.destroy()));
  await discord.stop();
});

async function login(...args: Parameters<typeof bareLogin> extends [unknown, ...infer Rest] ? Rest : never) {
  const client = await bareLogin(discord, ...args);
  clients.push(client);
  return client;
}

/** A client in a process of its own, ready; `output` is all it has printed, errors included. */
async function child(file: string, ...args: readonly string[]) {
  const started = spawn(process.execPath, [fileURLToPath(new URL(`discord/${file}`, import.meta.url)), ...args], {
    env: { ...process.env, DISCORD_API_URL: discord.url, DISCORD_TOKEN: discord.token },
  });
  children.push(started);
  const printed: string[] = [];
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)));
  await discord.ready();
  return { started, output: () => printed.join('') };
}

const callsTo = (route: string) => discord.raw.filter((call) => call.route === route);

describe('a handler that throws', () => {
  test('ends the process when nobody listens to "error"', async () => {
    const { started, output } = await child('throwing-client.ts');
    discord.slash('ping');
    const [code] = await once(started, 'exit');
    expect(code).toBe(1);
    expect(output()).toContain('the handler failed');
  });

  test('is told to a listener of "error", and the process goes on', async () => {
    const { started, output } = await child('throwing-client.ts', '--listener');
    discord.slash('ping');
    discord.slash('ping');
    await expect.poll(() => output().match(/the handler failed/g)?.length).toBe(2);
    expect(started.exitCode).toBeNull();
  });
});

describe('a callback whose answer is lost', () => {
  const replied = (outcomes: unknown[]) => async (call: Interaction) => {
    await (call as ChatInputCommandInteraction).reply('shown').then(
      () => outcomes.push('replied'),
      (error: { readonly code: unknown }) => outcomes.push(error.code),
    );
  };

  test('is repeated after a reset, so reply() throws 40060 though the user saw it', async () => {
    const outcomes: unknown[] = [];
    await login(replied(outcomes));
    discord.fail({ method: 'POST', route: CALLBACK, how: 'lost' });
    const call = discord.slash('ping');
    expect((await call.final()).text).toBe('shown');
    await expect.poll(() => outcomes).toEqual([40_060]);
    expect(call.messages()).toHaveLength(1);
  });

  test('is not repeated after an orderly close, so reply() throws a socket error though the user saw it', async () => {
    const outcomes: unknown[] = [];
    await login(replied(outcomes));
    discord.fail({ method: 'POST', route: CALLBACK, how: 'lost-close' });
    expect((await discord.slash('ping').final()).text).toBe('shown');
    await expect.poll(() => outcomes).toEqual(['UND_ERR_SOCKET']);
    expect(callsTo(CALLBACK)).toHaveLength(1);
  });

  test('is sent twice for an INTERACTION_CREATE that came twice', async () => {
    const outcomes: unknown[] = [];
    await login(replied(outcomes));
    discord.gateway.duplicateNext();
    const call = discord.slash('ping');
    await expect.poll(() => outcomes.toSorted()).toEqual([40_060, 'replied']);
    expect(call.messages()).toHaveLength(1);
  });
});

test('two replies at once to one interaction both go out', async () => {
  await login((call) => Promise.allSettled([1, 2].map((n) => (call as ChatInputCommandInteraction).reply(`${n}`))));
  await discord.slash('ping').final();
  await expect.poll(() => callsTo(CALLBACK).map(({ status }) => status)).toEqual([204, 400]);
});

describe('REST', () => {
  test('one 401 wipes the token while the gateway stays up', async () => {
    const client = await login();
    discord.fail({ method: 'GET', route: USER, how: { status: 401 } });
    await expect(client.users.fetch(discord.user.id, { force: true })).rejects.toMatchObject({ status: 401 });
    await expect(client.users.fetch(discord.user.id, { force: true })).rejects.toThrow('Expected token to be set');
    expect([client.isReady(), discord.gateway.connected()]).toEqual([true, 1]);
  });

  test.for([
    { how: { status: 500 }, attempts: 4 },
    { how: { status: 503 }, attempts: 4 },
    { how: 'reset', attempts: 4 },
    { how: 'close', attempts: 1 },
    { how: { status: 403 }, attempts: 1 },
  ] as const)(
    'a request that always meets $how goes out $attempts times, within milliseconds',
    async ({ how, attempts }) => {
      const client = await login();
      discord.fail({ method: 'GET', route: USER, times: 9, how });
      await expect(client.users.fetch(discord.user.id, { force: true })).rejects.toThrow();
      const atMs = callsTo(USER).map((call) => call.atMs);
      expect(atMs).toHaveLength(attempts);
      expect((atMs.at(-1) ?? 0) - (atMs[0] ?? 0)).toBeLessThan(250);
    },
  );

  test('a request that is never answered goes out 4 times, each after the time-out', async () => {
    const client = await login(undefined, { rest: { timeout: 50 } });
    discord.fail({ method: 'GET', route: USER, times: 9, how: 'never' });
    await expect(client.users.fetch(discord.user.id, { force: true })).rejects.toThrow('aborted');
    expect(callsTo(USER)).toHaveLength(4);
  });

  test.for([
    { global: false, name: 'its route' },
    { global: true, name: 'everything' },
  ])('a 429 for $name is waited out and the request repeated', async ({ global }) => {
    const client = await login();
    discord.fail({ method: 'GET', route: USER, how: { retryAfterMs: 100, global } });
    await client.users.fetch(discord.user.id, { force: true });
    const [first, second] = callsTo(USER);
    expect([first?.status, second?.status]).toEqual([429, 200]);
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(99);
  });

  test.for([
    { name: 'posts twice without a nonce', nonce: {}, posted: 2 },
    { name: 'posts once with an enforced nonce', nonce: { nonce: '1', enforceNonce: true }, posted: 1 },
  ])('a message whose answer is lost $name', async ({ nonce, posted }) => {
    const client = await login();
    const channel = await client.channels.fetch(discord.channel.id);
    discord.fail({ method: 'POST', route: CREATE, how: 'lost' });
    if (channel?.isSendable()) await channel.send({ content: 'digest', ...nonce });
    expect(discord.messagesIn(discord.channel).map(({ text }) => text)).toEqual(Array(posted).fill('digest'));
  });

  test('no length is checked before sending', async () => {
    const client = await login();
    const channel = await client.channels.fetch(discord.channel.id);
    const sent = channel?.isSendable() ? channel.send('x'.repeat(2_001)) : undefined;
    await expect(sent).rejects.toMatchObject({ code: 50_035 });
    expect(discord.violations).toHaveLength(1);
  });
});

describe('the gateway', () => {
  test('INVALID_SESSION right after RESUMED is an unhandled TypeError, which ends the process', async () => {
    const { started, output } = await child('bare-client.ts');
    await expect.poll(output).toContain('ready');
    discord.gateway.invalidSessionRightAfterResumed();
    discord.gateway.dropSocket();
    const [code] = await once(started, 'exit');
    expect(code).toBe(1);
    expect(output()).toContain("TypeError: Cannot read properties of null (reading 'sequence')");
  });

  test('close code 4004 leaves isReady() true, and the client does not come back', async () => {
    const client = await login();
    const gone = once(client, 'shardDisconnect');
    client.on('shardError', () => undefined);
    discord.gateway.closeCleanly(4004);
    await gone;
    expect([client.isReady(), discord.gateway.connected()]).toEqual([true, 0]);
  });

  test.for([
    { name: 'a dropped socket', act: () => discord.gateway.dropSocket() },
    { name: 'RECONNECT', act: () => discord.gateway.reconnect() },
    { name: 'a close with 4000', act: () => discord.gateway.closeCleanly(4000) },
  ])('after $name the client resumes, and what came meanwhile is delivered', async ({ act }) => {
    await login((call) => (call as ChatInputCommandInteraction).reply('here'));
    act();
    await discord.until(() => discord.gateway.connected() === 0, 2_000, 'the client to be gone');
    const call = discord.slash('ping');
    expect((await call.final()).text).toBe('here');
    expect(discord.gateway.seen).toMatchObject({ identify: 1, resume: 1 });
  });

  test.for([
    { name: 'in direct messages has no channel', from: { dm: true }, channel: null },
    { name: 'in a server has its channel', from: {}, channel: 'general' },
  ])('an interaction $name', async ({ from, channel }) => {
    const seen: unknown[] = [];
    await login((call) => seen.push(call.channel && 'name' in call.channel ? call.channel.name : call.channel));
    discord.slash('ping', {}, from);
    await expect.poll(() => seen).toEqual([channel]);
  });
});
