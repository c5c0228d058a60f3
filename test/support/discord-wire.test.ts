import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bareLogin } from './discord/bare-login.ts';
import { Timing } from './discord/control.ts';
import { spawnDiscord } from './discord/process.ts';
import { requests } from './discord/requests.ts';
import { CALLBACK } from './discord/routes.ts';
import { SETTINGS, SUMMARY } from './discord/sample-commands.ts';
import { type Discord, type DiscordOptions, startDiscord } from './discord/stand-in.ts';

let discord: Discord;
let wire: ReturnType<typeof requests>;
const ends: (() => unknown)[] = [];
beforeEach(() => start());
/** A stand-in in the place of the one before. */
async function start(options: DiscordOptions = {}): Promise<void> {
  discord = await startDiscord(options);
  const { stop } = discord;
  discord.define([SUMMARY, SETTINGS]);
  wire = requests(discord);
  ends.push(() => stop());
}
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function login() {
  const client = await bareLogin(discord);
  ends.push(() => client.destroy());
  return client;
}

describe('REST', () => {
  test('commands keep their ids, and are given back without localisations unless these are asked for', async () => {
    const path = `/applications/${discord.applicationId}/commands`;
    const before = discord.commands().map(({ id }) => id);
    const put = await wire.request('PUT', path, [SUMMARY], wire.bot);
    expect(put.body).toMatchObject([{ id: before[0], description_localizations: { uk: 'Відповідає.' } }]);
    const [bare] = (await wire.request('GET', path, undefined, wire.bot)).body;
    const [full] = (await wire.request('GET', `${path}?with_localizations=true`, undefined, wire.bot)).body;
    expect([bare.description_localizations, full.description_localizations]).toEqual([
      undefined,
      { uk: 'Відповідає.' },
    ]);
    expect(bare.options[1]).not.toHaveProperty('required');
    expect((await wire.request('PUT', path, [SUMMARY, SUMMARY], wire.bot)).status).toBe(400);
  });

  test.for([
    {
      name: 'a wrong token',
      method: 'GET',
      path: '/users/@me',
      headers: { authorization: 'Bot x' },
      status: 401,
      told: 0,
    },
    { name: 'no token', method: 'GET', path: '/applications/@me', headers: {}, status: 401, told: 0 },
    { name: 'a route that it has not', method: 'GET', path: '/voice/regions', headers: {}, status: 404, told: 1 },
  ])('$name is answered with $status', async ({ method, path, headers, status, told }) => {
    expect((await wire.request(method, path, undefined, headers)).status).toBe(status);
    expect(discord.violations).toHaveLength(told);
  });

  test.for([
    { how: { status: 502 }, seen: { status: 502 }, done: false },
    { how: { status: 401 }, seen: { status: 401 }, done: false },
    { how: { retryAfterMs: 1_500 }, seen: { status: 429, body: { retry_after: 1.5, global: false } }, done: false },
    { how: { delayMs: 5 }, seen: { status: 204 }, done: true },
    { how: 'reset', seen: null, done: false },
    { how: 'close', seen: null, done: false },
    { how: 'lost', seen: null, done: true },
    { how: 'lost-close', seen: null, done: true },
  ] as const)('the fault $how leaves the callback done: $done', async ({ how, seen, done }) => {
    discord.fail({ method: 'POST', route: CALLBACK, how });
    const call = discord.slash('summary', { query: 'x' });
    const answered = await wire.callback(call, { type: 5 }).catch(() => null);
    expect(answered).toEqual(
      seen === null
        ? null
        : expect.objectContaining(
            seen.status === 429 ? { status: 429, body: expect.objectContaining(seen.body) } : seen,
          ),
    );
    expect(call.acknowledgedAtMs !== null).toBe(done);
    expect((await wire.callback(call, { type: 5 })).status).toBe(done ? 400 : 204);
  });

  test('a fault on a route that it has not is a mistake in the test', () => {
    expect(() => discord.fail({ method: 'POST', route: '/callback', how: 'lost' })).toThrow('no route');
  });
});

describe('the gateway', () => {
  const HELLO = { op: 10, d: { heartbeat_interval: 41_250 } };
  const identify = (fields: object = {}) => ({
    op: 2,
    d: { token: discord.token, intents: 1, properties: {}, ...fields },
  });

  /** What a connection that sends these packets receives, and the code with which it is closed. */
  async function talk(query: string, packets: readonly object[]) {
    const { body } = await wire.request('GET', '/gateway');
    const socket = new WebSocket(`${body.url}/?${query}`);
    const received: unknown[] = [];
    socket.addEventListener('message', ({ data }) => received.push(JSON.parse(data)));
    socket.addEventListener('open', () => packets.forEach((packet) => void socket.send(JSON.stringify(packet))));
    const code = await new Promise<number>((resolve) =>
      socket.addEventListener('close', (event) => resolve(event.code)),
    );
    return { received, code };
  }

  test.for([
    { name: 'a wrong token', packets: () => [identify({ token: 'x' })], code: 4004 },
    { name: 'privileged intents', packets: () => [identify({ intents: 2 })], code: 4014 },
    { name: 'a second IDENTIFY', packets: () => [identify(), identify()], code: 4005 },
    { name: 'a packet before IDENTIFY', packets: () => [{ op: 3, d: {} }], code: 4003 },
    { name: 'an unknown opcode', packets: () => [identify(), { op: 99, d: {} }], code: 4001 },
    { name: 'what is no packet', packets: () => [{ say: 'hello' }], code: 4002 },
    { name: 'too many packets', packets: () => Array.from({ length: 121 }, () => ({ op: 1, d: null })), code: 4008 },
  ])('closes on $name with $code', async ({ packets, code }) => {
    const talked = await talk('v=10&encoding=json', packets());
    expect(talked.code).toBe(code);
    expect(talked.received[0]).toMatchObject(HELLO);
  });

  test('closes on another version with 4012', async () => {
    expect((await talk('v=9&encoding=json', [])).code).toBe(4012);
  });

  test('hears heartbeats; a client whose heartbeats nobody hears comes back and resumes', async () => {
    await start({ heartbeatIntervalMs: 60 });
    await login();
    await expect.poll(() => discord.gateway.seen.heartbeat).toBeGreaterThan(2);
    const { resume } = discord.gateway.seen;
    discord.gateway.ignoreHeartbeats();
    await expect.poll(() => discord.gateway.seen.resume).toBeGreaterThan(resume);
  });

  test('tells of a guild that the bot joins', async () => {
    const client = await login();
    discord.addGuild('Second', 'uk');
    await expect.poll(() => client.guilds.cache.map(({ name }) => name)).toEqual(['Test server', 'Second']);
  });
});

test('a stand-in of its own process is driven over its control address', async () => {
  const process = await spawnDiscord();
  ends.push(() => process.stop());
  const client = await bareLogin(process, (call) => call.isChatInputCommand() && call.reply(call.user.username));
  ends.push(() => client.destroy());
  await client.application.commands.set([SUMMARY]);
  await process.ask({ do: 'registered', name: 'summary' });
  const asked = await process.ask({ do: 'slash', name: 'summary', options: { query: 'x' }, times: 50 });
  const timings = z.array(Timing).parse(asked);
  expect(timings.map(({ text }) => text)).toEqual(Array.from({ length: 50 }, (_, at) => `reader ${at}`));
  expect(timings.filter(({ acknowledgedMs, finalMs }) => acknowledgedMs === null || finalMs === null)).toEqual([]);
  expect(await process.ask({ do: 'report' })).toMatchObject({ violations: [] });
  await expect(process.ask({ do: 'slash', name: 'nothing' })).rejects.toThrow('No command /nothing');
});
