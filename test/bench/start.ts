import { join } from 'node:path';
import type { DiscordProcess } from '../support/discord/process.ts';
import { withFolder } from '../support/sitrep.ts';
import { type Figure, ms, times, told } from './figure.ts';
import { type Client, type StartClient, startBare, startBot, startStandIn } from './processes.ts';
import { median } from './statistics.ts';

const BOUND = 1.5;

/** Start to ready, the bot and the bare client in turn against one stand-in: the median of the pairs' ratios. */
export async function measureStart(stateDir: string, pairs: number): Promise<readonly Figure[]> {
  const discord = await startStandIn();
  try {
    return await withFolder((folder) => measureAgainst(discord, stateDir, pairs, folder));
  } finally {
    await discord.stop();
  }
}

async function measureAgainst(
  discord: DiscordProcess,
  stateDir: string,
  pairs: number,
  folder: string,
): Promise<readonly Figure[]> {
  const cached = { NODE_COMPILE_CACHE: join(folder, 'compile') };
  const first = await timeStart(startBot, discord, { ...cached, DATA_DIR: join(folder, 'first') });
  const bot: Started[] = [];
  const bare: Started[] = [];
  const bareCached: Started[] = [];
  const filled = { ...cached, DATA_DIR: stateDir };
  await timeStart(startBot, discord, filled); // registers, and fills the compile cache
  for (let pair = 0; pair < pairs; pair += 1) {
    bot.push(await timeStart(startBot, discord, filled));
    bare.push(await timeStart(startBare, discord));
    bareCached.push(await timeStart(startBare, discord, cached));
  }
  return figuresOf(first, bot, bare, bareCached);
}

interface Started {
  readonly readyMs: number;
  /** From the start of the process to its first answered command. */
  readonly answeredMs: number;
}

async function timeStart(
  start: StartClient,
  discord: DiscordProcess,
  env?: Readonly<Record<string, string>>,
): Promise<Started> {
  const startedAt = performance.now();
  const client: Client = await start(discord, env);
  try {
    await discord.ask({ do: 'slash', name: 'about' });
    return { readyMs: client.readyMs, answeredMs: performance.now() - startedAt };
  } finally {
    await client.stop();
  }
}

function figuresOf(
  first: Started,
  bot: readonly Started[],
  bare: readonly Started[],
  bareCached: readonly Started[],
): readonly Figure[] {
  const compared = (own: readonly Started[], peer: readonly Started[], of: keyof Started) => ({
    value: ms(median(own.map((one) => one[of]))),
    peer: ms(median(peer.map((one) => one[of]))),
    ratio: median(own.map((one, at) => one[of] / (peer[at]?.[of] ?? Number.NaN))),
  });
  const ready = compared(bot, bare, 'readyMs');
  const alsoCached = compared(bot, bareCached, 'readyMs');
  const answered = compared(bot, bare, 'answeredMs');
  return [
    { ...ready, name: 'start to ready', ratio: times(ready.ratio), bound: `≤ ${BOUND} ×`, isMet: ready.ratio <= BOUND },
    told('  peer with a compile cache too', alsoCached.value, alsoCached.peer, times(alsoCached.ratio)),
    told('  start to the first answer', answered.value, answered.peer, times(answered.ratio)),
    told('  the very first start to ready', ms(first.readyMs), ready.peer),
  ];
}
