import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Discord, startDiscord } from './support/discord/stand-in.ts';
import { loadInto } from './support/loaded-folder.ts';
import { PATIENCE_MS } from './support/patience.ts';
import { type Running, startSitrep, withFolder } from './support/sitrep.ts';

/** One folder for all but the test of the first start. */
const DATA_DIR = mkdtempSync(join(tmpdir(), 'sitrep-bot-'));
beforeAll(() => loadInto(DATA_DIR, 'all'));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

let discord: Discord;
let bot: Running;

async function startBot(env: Readonly<Record<string, string>> = {}): Promise<void> {
  const own = { DATA_DIR, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, COOLDOWN_SECONDS: '0' };
  bot = startSitrep('src/main.ts', [], { ...own, ...env });
}

async function stopBot(): Promise<number | null> {
  bot.child.kill('SIGTERM');
  return (await bot.ended).code;
}

beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(async () => {
  bot.child.kill('SIGKILL');
  await bot.ended;
  const { violations } = discord;
  await discord.stop();
  expect(violations).toEqual([]);
});

test('a stranger asks /summary kharkiv and reads a sourced answer, whose buttons work after a restart', async () => {
  await startBot();
  await discord.ready();
  await discord.registered('summary');
  const answer = await discord.slash('summary', { query: 'kharkiv' }).final();
  expect(answer.text).toMatch(/## Kharkiv Oblast/);
  expect(answer.text).toMatch(/\*\*Newest article: 15 May 2024/);
  expect(answer.text).toMatch(/\[\\?\[1\\?\]\]\(<https:\/\//);
  expect(await stopBot()).toBe(0);
  await discord.until(() => discord.gateway.connected() === 0, PATIENCE_MS, 'the bot to be gone');

  await startBot();
  await discord.ready();
  const button = (part: string): string => answer.customIds.find((id) => id.includes(part)) ?? '';
  const evidence = await discord.press(answer, button('evidence')).final();
  expect([evidence.id, evidence.ephemeral]).toEqual([answer.id, false]);
  const stranger = discord.addUser('stranger');
  const beside = await discord.press(answer, evidence.customIds[0] ?? '', { user: stranger }).final();
  expect([beside.id === answer.id, beside.ephemeral]).toEqual([false, true]);
});

test('every command answers, in the language of who asks, and moderators alone may see the status', async () => {
  await startBot();
  await discord.ready();
  await discord.registered('status');
  const uk = { locale: 'uk' } as const;
  expect((await discord.slash('summary', { query: 'харків', private: true }, uk).final()).ephemeral).toBe(true);
  expect((await discord.slash('help', {}, uk).final()).text).toMatch(/[а-яії]{4}/);
  expect((await discord.slash('about').final()).text).toContain('0.1.0');
  expect(
    (await discord.slash('settings show', {}, { permissions: PermissionFlagsBits.ManageGuild }).final()).ephemeral,
  ).toBe(true);
  expect((await discord.slash('status', {}, { permissions: PermissionFlagsBits.ManageGuild }).final()).text).toContain(
    '106',
  );
  expect((await discord.slash('status', {}, { permissions: 0n }).final()).text).not.toContain('106');
  const choices = await discord.autocomplete('summary', 'query', 'khar').choices();
  expect(choices[0]?.value).toBe('id:kharkiv-oblast');
});

test('in the first seconds after a first start, while names are still being read, no call is late and what is known is told', () =>
  withFolder(async (fresh) => {
    await startBot({ DATA_DIR: fresh });
    await discord.ready();
    discord.define([{ type: 1, name: 'help', description: 'd' }]);
    const calls = [];
    for (let n = 0; n < 10; n += 1) {
      calls.push(discord.slash('help'));
      await pause(200);
    }
    await Promise.all(calls.map((call) => call.settled()));
    expect(calls.map(({ acknowledgedAtMs }) => acknowledgedAtMs)).not.toContain(null);
    await discord.registered('summary');
    const answer = await discord.slash('summary', { query: 'kharkiv' }).final();
    expect(answer.text).toMatch(/## Kharkiv Oblast[\s\S]*\[\\?\[1\\?\]\]\(<https:\/\//);
    await stopBot();
  }));

test('a token that Discord refuses is one clear line and status 77', async () => {
  await startBot({ DISCORD_TOKEN: 'not.the.token' });
  const { code, err } = await bot.ended;
  const said = err.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  expect([code, said]).toEqual([77, [expect.stringMatching(/^Discord refuses this token/)]]);
});
