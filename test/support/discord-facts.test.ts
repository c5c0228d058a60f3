import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { describe, expect, type TestContext, test } from 'vitest';
import { COMPILED } from './compiled.ts';
import { bareLogin } from './discord/bare-login.ts';
import { CALLBACK } from './discord/routes.ts';
import { type Discord, startDiscord } from './discord/stand-in.ts';
import { PATIENCE_MS } from './patience.ts';

/** What discord.js 14.28.1 does by itself: the ground that `src/deliver` stands on. Where one of these fails, look there. */
const PING = [{ name: 'ping', description: 'Answers.' }];
const BARE = new URL('./discord/bare-client.ts', import.meta.url);
const THROWING = new URL('./discord/throwing-client.ts', import.meta.url);
const CREATE = '/channels/:channel/messages';
const USER = '/users/:user';

/** A stand-in of its own for each test, so that they run side by side; all it starts ends with the test. */
async function rig(onTestFinished: TestContext['onTestFinished']) {
  const atEnd = (end: () => unknown) => onTestFinished(async () => void (await end()));
  const discord = await startDiscord();
  discord.define(PING);
  atEnd(() => discord.stop());
  return {
    discord,
    callsTo: (route: string) => discord.raw.filter((call) => call.route === route),
    login: async (...args: LoginArguments) => {
      const client = await bareLogin(discord, ...args);
      atEnd(() => client.destroy());
      return client;
    },
    /** A client in a process of its own, ready; `output` is all it has printed, errors included: whole at `close`, not at `exit`. */
    child: async (file: URL, ...args: readonly string[]) => {
      const env = { ...process.env, DISCORD_API_URL: discord.url, DISCORD_TOKEN: discord.token };
      const started = spawn(process.execPath, [...COMPILED, fileURLToPath(file), ...args], { env });
      atEnd(() => started.kill('SIGKILL'));
      const printed: string[] = [];
      for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)));
      await discord.ready();
      return { started, output: () => printed.join('') };
    },
  };
}
type LoginArguments = Parameters<typeof bareLogin> extends [unknown, ...infer Rest] ? Rest : never;

describe.concurrent('a handler that throws', () => {
  test('ends the process when nobody listens to "error"', async ({ onTestFinished, expect }) => {
    const { discord, child } = await rig(onTestFinished);
    const { started, output } = await child(THROWING);
    discord.slash('ping');
    const [code] = await once(started, 'close');
    expect(code).toBe(1);
    expect(output()).toContain('the handler failed');
  });

  test('is told to a listener of "error", and the process goes on', async ({ onTestFinished, expect }) => {
    const { discord, child } = await rig(onTestFinished);
    const { started, output } = await child(THROWING, '--listener');
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

  test('is repeated after a reset, so reply() throws 40060 though the user saw it', async ({ onTestFinished }) => {
    const { discord, login } = await rig(onTestFinished);
    const outcomes: unknown[] = [];
    await login(replied(outcomes));
    discord.fail({ method: 'POST', route: CALLBACK, how: 'lost' });
    const call = discord.slash('ping');
    expect((await call.final()).text).toBe('shown');
    await expect.poll(() => outcomes).toEqual([40_060]);
    expect(call.messages()).toHaveLength(1);
  });

  test('is not repeated after an orderly close, so reply() throws a socket error though the user saw it', async ({
    onTestFinished,
  }) => {
    const { discord, login, callsTo } = await rig(onTestFinished);
    const outcomes: unknown[] = [];
    await login(replied(outcomes));
    discord.fail({ method: 'POST', route: CALLBACK, how: 'lost-close' });
    expect((await discord.slash('ping').final()).text).toBe('shown');
    await expect.poll(() => outcomes).toEqual(['UND_ERR_SOCKET']);
    expect(callsTo(CALLBACK)).toHaveLength(1);
  });

  test('is sent twice for an INTERACTION_CREATE that came twice', async ({ onTestFinished }) => {
    const { discord, login } = await rig(onTestFinished);
    const outcomes: unknown[] = [];
    await login(replied(outcomes));
    discord.gateway.duplicateNext();
    const call = discord.slash('ping');
    await expect.poll(() => outcomes.toSorted()).toEqual([40_060, 'replied']);
    expect(call.messages()).toHaveLength(1);
  });
});

test('two replies at once to one interaction both go out', async ({ onTestFinished }) => {
  const { discord, login, callsTo } = await rig(onTestFinished);
  await login((call) => Promise.allSettled([1, 2].map((n) => (call as ChatInputCommandInteraction).reply(`${n}`))));
  await discord.slash('ping').final();
  await expect.poll(() => callsTo(CALLBACK).map(({ status }) => status)).toEqual([204, 400]);
});

describe('REST', () => {
  test('one 401 wipes the token while the gateway stays up', async ({ onTestFinished }) => {
    const { discord, login } = await rig(onTestFinished);
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
    'a request that always meets $how goes out $attempts times, without a pause',
    async ({ how, attempts }, { onTestFinished }) => {
      const { discord, login, callsTo } = await rig(onTestFinished);
      const client = await login();
      discord.fail({ method: 'GET', route: USER, times: 9, how });
      await expect(client.users.fetch(discord.user.id, { force: true })).rejects.toThrow();
      const atMs = callsTo(USER).map((call) => call.atMs);
      expect(atMs).toHaveLength(attempts);
      // A busy machine may stand still between two of them, and hardly between all.
      const gaps = atMs.slice(1).map((each, before) => each - (atMs[before] ?? 0));
      if (gaps.length > 0) expect(Math.min(...gaps)).toBeLessThan(100);
    },
  );

  test('a request that is never answered goes out 4 times, each after the time-out', async ({ onTestFinished }) => {
    const { discord, login, callsTo } = await rig(onTestFinished);
    const client = await login(undefined, { rest: { timeout: 500 } });
    discord.fail({ method: 'GET', route: USER, times: 9, how: 'never' });
    await expect(client.users.fetch(discord.user.id, { force: true })).rejects.toThrow('aborted');
    await expect.poll(() => callsTo(USER)).toHaveLength(4);
  });

  test.for([
    { global: false, name: 'its route' },
    { global: true, name: 'everything' },
  ])('a 429 for $name is waited out and the request repeated', async ({ global }, { onTestFinished }) => {
    const { discord, login, callsTo } = await rig(onTestFinished);
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
  ])('a message whose answer is lost $name', async ({ nonce, posted }, { onTestFinished }) => {
    const { discord, login } = await rig(onTestFinished);
    const client = await login();
    const channel = await client.channels.fetch(discord.channel.id);
    discord.fail({ method: 'POST', route: CREATE, how: 'lost' });
    if (channel?.isSendable()) await channel.send({ content: 'digest', ...nonce });
    expect(discord.messagesIn(discord.channel).map(({ text }) => text)).toEqual(Array(posted).fill('digest'));
  });

  test("edits of an answer count towards the client's own limit, though Discord exempts them", async ({
    onTestFinished,
  }) => {
    const { discord, login } = await rig(onTestFinished);
    const edit = async (call: Interaction) => {
      if (!call.isChatInputCommand()) return;
      await call.deferReply();
      for (const content of ['1', '2', '3']) await call.editReply(content);
    };
    const client = await login(edit, { rest: { globalRequestsPerSecond: 2 } });
    const held: unknown[] = [];
    client.rest.on('rateLimited', ({ global, method, route }) => held.push({ global, method, route }));
    const call = discord.slash('ping');
    await expect.poll(() => call.messages()[0]?.text).toBe('3');
    expect(held).toContainEqual({ global: true, method: 'PATCH', route: expect.stringMatching('^/webhooks/') });
    expect(discord.raw.every(({ status }) => status !== 429)).toBe(true);
  });

  test('no length is checked before sending', async ({ onTestFinished }) => {
    const { discord, login } = await rig(onTestFinished);
    const client = await login();
    const channel = await client.channels.fetch(discord.channel.id);
    const sent = channel?.isSendable() ? channel.send('x'.repeat(2_001)) : undefined;
    await expect(sent).rejects.toMatchObject({ code: 50_035 });
    expect(discord.violations).toHaveLength(1);
  });
});

describe.concurrent('the gateway', () => {
  test('INVALID_SESSION right after RESUMED is an unhandled TypeError, which ends the process', async ({
    onTestFinished,
    expect,
  }) => {
    const { discord, child } = await rig(onTestFinished);
    const { started, output } = await child(BARE);
    await expect.poll(output).toContain('ready');
    discord.gateway.invalidSessionRightAfterResumed();
    discord.gateway.dropSocket();
    const [code] = await once(started, 'close');
    expect(code).toBe(1);
    expect(output()).toContain("TypeError: Cannot read properties of null (reading 'sequence')");
  });

  test('close code 4004 leaves isReady() true, and the client does not come back', async ({
    onTestFinished,
    expect,
  }) => {
    const { discord, login } = await rig(onTestFinished);
    const client = await login();
    const gone = once(client, 'shardDisconnect');
    client.on('shardError', () => undefined);
    discord.gateway.closeCleanly(4004);
    await gone;
    expect([client.isReady(), discord.gateway.connected()]).toEqual([true, 0]);
  });

  test.for([
    { name: 'a dropped socket', act: (gateway: Discord['gateway']) => gateway.dropSocket() },
    { name: 'RECONNECT', act: (gateway: Discord['gateway']) => gateway.reconnect() },
    { name: 'a close with 4000', act: (gateway: Discord['gateway']) => gateway.closeCleanly(4000) },
  ])(
    'after $name the client resumes, and what came meanwhile is delivered',
    async ({ act }, { onTestFinished, expect }) => {
      const { discord, login } = await rig(onTestFinished);
      await login((call) => (call as ChatInputCommandInteraction).reply('here'));
      act(discord.gateway);
      await discord.until(() => discord.gateway.connected() === 0, PATIENCE_MS, 'the client to be gone');
      const call = discord.slash('ping');
      expect((await call.final()).text).toBe('here');
      expect(discord.gateway.seen).toMatchObject({ identify: 1, resume: 1 });
    },
  );

  test.for([
    { name: 'in direct messages has no channel', from: { dm: true }, channel: null },
    { name: 'in a server has its channel', from: {}, channel: 'general' },
  ])('an interaction $name', async ({ from, channel }, { onTestFinished, expect }) => {
    const { discord, login } = await rig(onTestFinished);
    const seen: unknown[] = [];
    await login((call) => seen.push(call.channel && 'name' in call.channel ? call.channel.name : call.channel));
    discord.slash('ping', {}, from);
    await expect.poll(() => seen).toEqual([channel]);
  });
});
