import { test as base, expect } from 'vitest';
import { type Discord as Bot, type DiscordOptions, startDiscord } from '../../src/deliver/client.ts';
import { createDispatch, type DispatchOptions } from '../../src/deliver/dispatch.ts';
import { type Discord, startDiscord as standIn } from './discord/stand-in.ts';
import { ANNOUNCED, anApp, echo, locked } from './echo-command.ts';
import { aDraw } from './picture-command.ts';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

/** Keeps what was logged. */
export function aLog() {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Values kept as long as the test runs. */
export function aKeyValue() {
  const values = new Map<string, unknown>();
  return {
    get: async (key: string) => values.get(key),
    set: async (key: string, value: unknown) => values.set(key, value),
    delete: async (key: string) => values.delete(key),
  };
}

export interface StartedBot extends Bot {
  readonly lines: readonly LogLine[];
  /** What dispatch reported as failed. */
  readonly reported: readonly unknown[];
}

type Pace = Required<Pick<DispatchOptions, 'ackAfterMs' | 'drawWithinMs'>>;

/** The bot against a stand-in. */
async function startBot(discord: Discord, over: Partial<DiscordOptions>, pace: Pace): Promise<StartedBot> {
  const log = aLog();
  const commands = over.commands ?? [echo, locked];
  const reported: unknown[] = [];
  const dispatch = createDispatch({
    app: anApp({}),
    commands,
    now: Date.now,
    report: (error) => void reported.push(error),
    cooldownMs: 0,
    draw: aDraw().draw,
    ...pace,
  });
  const own = {
    token: discord.token,
    apiUrl: discord.url,
    commands,
    dispatch,
    draw: aDraw().draw,
    log,
    kv: aKeyValue(),
  };
  const started = await startDiscord({ ...own, ...over });
  if (!started.ok) throw new Error(`refused: ${started.error.kind}`);
  return { ...started.value, lines: log.lines, reported };
}

interface Fixtures {
  /** A stand-in of this test's own; at its end it must have met nothing that Discord would refuse. */
  readonly discord: Discord;
  /**
   * Starts the bot against it, with the commands `echo` and `locked` unless told others, and waits for their registration;
   * stopped at the end. Answers are announced after `ackAfterMs`: never when not said; pictures are waited for.
   */
  readonly start: (over?: Partial<DiscordOptions>, ackAfterMs?: number, drawWithinMs?: number) => Promise<StartedBot>;
}

/** A test of the bot; such tests may run at the same time. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from its first parameter
  discord: async ({}, use) => {
    const discord = await standIn();
    await use(discord);
    await discord.stop();
    expect(discord.violations).toEqual([]);
  },
  start: async ({ discord }, use) => {
    const bots: StartedBot[] = [];
    await use(async (over = {}, ackAfterMs = ANNOUNCED.never, drawWithinMs = ANNOUNCED.never) => {
      const bot = await startBot(discord, over, { ackAfterMs, drawWithinMs });
      bots.push(bot);
      await discord.registered('echo', over.guildId === undefined ? undefined : discord.guild);
      return bot;
    });
    await Promise.all(bots.map((bot) => bot.stop()));
  },
});

/** What was logged at this level. */
export const said = (bot: { readonly lines: readonly LogLine[] }, level: LogLine['level']): readonly string[] =>
  bot.lines.filter((line) => line.level === level).map(({ message }) => message);
