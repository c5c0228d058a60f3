import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test as plain, vi } from 'vitest';
import { type DiscordOptions, startDiscord } from '../../src/deliver/client.ts';
import { aKeyValue, aLog, type LogLine, said, test } from '../support/bot.ts';
import { type Discord, startDiscord as standIn } from '../support/discord/stand-in.ts';
import { echo } from '../support/echo-command.ts';
import { ownPort } from '../support/own-port.ts';
import { PATIENCE_MS } from '../support/patience.ts';

const COMMANDS = '/applications/:application/commands';
const optionsFor = ({
  url,
  token,
}: Pick<Discord, 'url' | 'token'>): DiscordOptions & { log: ReturnType<typeof aLog> } => ({
  token,
  apiUrl: url,
  commands: [echo],
  dispatch: { suggest: async () => [], handle: async () => undefined },
  draw: () => Promise.reject(new Error('nothing is drawn here')),
  log: aLog(),
  kv: aKeyValue(),
});

/** What was said of the connection, oldest first. */
const ofConnection = (lines: readonly LogLine[]): readonly string[] =>
  lines.map(({ message }) => message).filter((message) => /^connected|lost: reconnecting/.test(message));

interface Loss {
  readonly name: string;
  readonly fail: (gateway: Discord['gateway']) => void;
  /** Whether the old session is taken up again, or a new one begun. */
  readonly seen: { readonly identify: number; readonly resume: number };
}

describe.concurrent('the connection comes back by itself', () => {
  // discord.js lets five seconds pass between two new sessions.
  test.for<Loss>([
    { name: 'when it breaks off', fail: (gateway) => gateway.dropSocket(), seen: { identify: 1, resume: 1 } },
    {
      name: 'when it is closed in order',
      fail: (gateway) => gateway.closeCleanly(1000),
      seen: { identify: 2, resume: 0 },
    },
    { name: 'when it is told to come back', fail: (gateway) => gateway.reconnect(), seen: { identify: 1, resume: 1 } },
    {
      name: 'when its session ends',
      fail: (gateway) => gateway.invalidSession(false),
      seen: { identify: 2, resume: 0 },
    },
    {
      name: 'when its session ends right after it was resumed',
      fail: (gateway) => {
        gateway.invalidSessionRightAfterResumed();
        gateway.dropSocket();
      },
      seen: { identify: 2, resume: 1 },
    },
  ])('$name', async ({ fail, seen }, { discord, start }) => {
    const bot = await start();
    fail(discord.gateway);
    await vi.waitFor(() => expect(discord.gateway.seen).toMatchObject(seen), PATIENCE_MS);
    await vi.waitFor(() => {
      expect(ofConnection(bot.lines).length).toBeGreaterThan(2);
      expect(ofConnection(bot.lines).at(-1)).toMatch(/^connected/);
    }, PATIENCE_MS);
    expect(await discord.slash('echo', { text: 'hello' }).final()).toMatchObject({ text: 'hello en false' });
    expect(said(bot, 'warn').join()).toMatch(/lost: reconnecting/);
    expect(said(bot, 'error')).toEqual([]);
  });
});

describe.concurrent('the network', () => {
  plain('that is down at the start is waited for, and that is said', async () => {
    const port = await ownPort();
    const gone = await standIn({ port });
    await gone.stop();
    const options = optionsFor(gone);
    const starting = startDiscord(options);
    await vi.waitFor(() => expect(said(options.log, 'warn')[0]).toMatch(/cannot be reached/), PATIENCE_MS);
    const discord = await standIn({ port });
    const started = await starting;
    expect(started.ok).toBe(true);
    if (started.ok) await started.value.stop();
    await discord.stop();
  });

  plain('that is away for long is said to be so once, and then to be back', async () => {
    const port = await ownPort();
    const first = await standIn({ port });
    const options = optionsFor(first);
    const started = await startDiscord(options);
    await first.stop();
    await pause(1_500);
    const second = await standIn({ port });
    const connected = () => said(options.log, 'info').filter((line) => line.startsWith('connected'));
    await vi.waitFor(() => expect(connected()).toHaveLength(2), PATIENCE_MS);
    expect(said(options.log, 'warn')).toEqual([expect.stringMatching(/lost: reconnecting/)]);
    if (started.ok) await started.value.stop();
    await second.stop();
  });
});

describe.concurrent('the token', () => {
  test('refused at the start is an expected failure', async ({ discord }) => {
    const started = await startDiscord({ ...optionsFor(discord), token: 'wrong' });
    expect(started).toEqual({ ok: false, error: { kind: 'token-refused' } });
  });

  test('refused once at the start is tried again', async ({ discord, start }) => {
    discord.fail({ method: 'GET', route: '/gateway/bot', how: { status: 401 } });
    await start();
  });

  test('refused once later is given back to discord.js', async ({ discord, start }) => {
    discord.fail({ method: 'PUT', route: COMMANDS, how: { status: 401 } });
    const bot = await start();
    expect(said(bot, 'warn')).toEqual(['Discord refused the token once: trying it again']);
    expect(await discord.slash('echo', { text: 'hello' }).final()).toMatchObject({ text: 'hello en false' });
  });

  test('refused again ends the bot', async ({ discord }) => {
    discord.fail({ method: 'PUT', route: COMMANDS, how: { status: 401 }, times: 2 });
    const started = await startDiscord(optionsFor(discord));
    if (!started.ok) throw new Error('refused too early');
    expect(await started.value.ended).toEqual({ kind: 'token-refused' });
    await started.value.stop();
  });

  test.for([
    { code: 4004, failure: { kind: 'token-refused' } },
    { code: 4014, failure: { kind: 'connection-refused', code: 4014 } },
  ])('a connection closed with $code ends the bot', async ({ code, failure }, { discord, start }) => {
    const bot = await start();
    discord.gateway.closeCleanly(code);
    expect(await bot.ended).toEqual(failure);
  });
});
