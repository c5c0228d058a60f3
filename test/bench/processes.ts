import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commands } from '../../commands/index.ts';
import { compose } from '../../src/compose.ts';
import { definitionsOf } from '../../src/deliver/definitions.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { type DiscordProcess, spawnDiscord } from '../support/discord/process.ts';
import { OFFLINE } from '../support/no-sources.ts';
import { startSitrep } from '../support/sitrep.ts';
import { unexpected } from '../support/stored-app.ts';

/** A client that is logged in to a stand-in. */
export interface Client {
  /** From the start of the process to its own word that the session is ready. */
  readonly readyMs: number;
  /** Its resident memory now. Linux alone tells it of another process. */
  readonly rssBytes: () => number;
  readonly stop: () => Promise<void>;
}
export type StartClient = (discord: DiscordProcess, env?: Readonly<Record<string, string>>) => Promise<Client>;

/** The bot as `npm start` starts it, over the committed data. `DATA_DIR` is for `env` to say. */
export const startBot: StartClient = async ({ url, token }, env = {}) => {
  const startedAt = performance.now();
  const bot = startSitrep('src/main.ts', [], {
    DISCORD_TOKEN: token,
    DISCORD_API_URL: url,
    COOLDOWN_SECONDS: '0',
    ...env,
  });
  await bot.prints(/connected to Discord/);
  return clientOf(bot.child, performance.now() - startedAt);
};

/** The least that discord.js can be. */
export const startBare: StartClient = (discord, env) =>
  startScript(new URL('../support/discord/bare-client.ts', import.meta.url), [], discord, env);

/** The bot over a database as it is. */
export const startBotOver =
  (path: string): StartClient =>
  (discord, env) =>
    startScript(new URL('bot-process.ts', import.meta.url), [path], discord, env);

/** A script that prints a line when it is ready. */
async function startScript(
  script: URL,
  args: readonly string[],
  { url, token }: DiscordProcess,
  env: Readonly<Record<string, string>> = {},
): Promise<Client> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH ?? '', DISCORD_TOKEN: token, DISCORD_API_URL: url, ...env },
  });
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error(`${script.pathname} ended before it was ready.`)),
  );
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined); // it ends when it is stopped
  return clientOf(child, performance.now() - startedAt);
}

function clientOf(child: ChildProcess, readyMs: number): Client {
  return {
    readyMs,
    rssBytes: () => residentBytes(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function residentBytes(pid: number): number {
  const [, kib = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) * 1024;
}

/** A stand-in that already knows the bot's commands. */
export async function startStandIn(): Promise<DiscordProcess> {
  const discord = await spawnDiscord();
  await discord.ask({ do: 'define', definitions: [...definitionsOf(commands)] });
  return discord;
}

/** Makes `stateDir` what a bot leaves there that has run for a while: everything in `data/` is in. */
export async function fillState(stateDir: string): Promise<void> {
  const told = { report: unexpected, startedAtMs: Date.now(), version: 'bench' };
  const opened = await compose({ stateDir, dataDir: DATA_FOLDER, ...OFFLINE, ...told });
  if (!opened.ok) throw new Error(opened.error.kind);
  await opened.value.loadLists();
  await opened.value.close();
}
