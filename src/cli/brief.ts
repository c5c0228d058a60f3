import { join } from 'node:path';
import summary from '../../commands/summary.ts';
import type { App } from '../app.ts';
import type { Ask } from '../asked.ts';
import type { Call } from '../command.ts';
import { compose } from '../compose.ts';
import type { Config } from '../config.ts';
import { DISCORD_PAGE_LIMITS } from '../deliver/message.ts';
import type { PageLimits } from '../domain/page.ts';
import { parsePeriod } from '../domain/period.ts';
import { OPERATOR } from '../domain/scope.ts';
import { createDraw } from '../draw.ts';
import { stopFor } from '../exit.ts';
import { DATA_FOLDER, readVersion } from '../place.ts';
import { type BriefArgs, type Outcome, said } from './outcome.ts';
import { printPage } from './print-page.ts';

/** A terminal scrolls: everything stands on one page. */
const TERMINAL_LIMITS: PageLimits = {
  budget: Number.MAX_SAFE_INTEGER,
  blocks: Number.MAX_SAFE_INTEGER,
  costOf: () => 1,
};

/** `sitrep brief`: the answer of `/summary` as text, as the brief's data, or as the message that Discord would get. */
export async function briefOnCommandLine(args: BriefArgs, config: Config, nowMs: number): Promise<Outcome> {
  const opened = await compose({
    stateDir: config.DATA_DIR,
    dataDir: DATA_FOLDER,
    version: readVersion(),
    startedAtMs: nowMs,
    report: (error) => process.stderr.write(`the answer could not be kept: ${error}\n`),
  });
  if (!opened.ok) {
    const { message, status } = stopFor(opened.error, join(config.DATA_DIR, 'sitrep.sqlite'));
    return { out: '', err: `${message}\n`, status };
  }
  const { app, loaded, loadLists, close } = opened.value;
  try {
    const faults = [...loaded.faults, ...(await loadLists())];
    const err = faults.map(({ file, field, problem }) => `set aside: ${file} ${field} ${problem}\n`).join('');
    const answered = await answer(args, app, nowMs);
    return { ...answered, err: err + answered.err };
  } finally {
    await close();
  }
}

async function answer(args: BriefArgs, app: App, nowMs: number): Promise<Outcome> {
  const { format, pictures, ...input } = args;
  if (format === 'json')
    return { out: said(JSON.stringify(await app.ask(askOf(args, nowMs)), null, 2)), err: '', status: 0 };
  const limits = format === 'discord' ? DISCORD_PAGE_LIMITS : TERMINAL_LIMITS;
  const { page } = await summary.run(input, app, callOf(args, limits, nowMs));
  return printPage(page, { format, pictures, draw: createDraw(DATA_FOLDER) });
}

function askOf({ query, about, period, language }: BriefArgs, nowMs: number): Ask {
  const parsed = period === undefined ? null : parsePeriod(period);
  return { query, about: about ?? 'everything', period: parsed, language: language ?? 'en', scope: OPERATOR, nowMs };
}

function callOf({ language }: BriefArgs, limits: PageLimits, nowMs: number): Call {
  return {
    ref: 'cli',
    userId: 'cli',
    guildId: null,
    scope: OPERATOR,
    nowMs,
    language: language ?? 'en',
    isModerator: true,
    limits,
  };
}
