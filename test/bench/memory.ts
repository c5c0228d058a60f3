import { setTimeout as pause } from 'node:timers/promises';
import { REAL_QUESTIONS } from './concurrent.ts';
import { type Figure, mb, times, told } from './figure.ts';
import { type StartClient, startBare, startBot, startStandIn } from './processes.ts';
import { median } from './statistics.ts';

const BOUND_BYTES = 60e6;
const ANSWERS = 50;

interface Resident {
  readonly idle: number;
  readonly answered: number;
}

/** Resident memory `idleMs` after the session is ready, and again so long after 50 answers; medians. */
export async function measureMemory(stateDir: string, rounds: number, idleMs: number): Promise<readonly Figure[]> {
  const bot: Resident[] = [];
  const bare: Resident[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [own, peer] = await Promise.all([
      residentOf(startBot, idleMs, { DATA_DIR: stateDir }),
      residentOf(startBare, idleMs),
    ]);
    bot.push(own);
    bare.push(peer);
  }
  return figuresOf(bot, bare);
}

async function residentOf(
  start: StartClient,
  idleMs: number,
  env?: Readonly<Record<string, string>>,
): Promise<Resident> {
  const discord = await startStandIn();
  const client = await start(discord, env);
  try {
    await pause(idleMs);
    const idle = client.rssBytes();
    await discord.ask({ do: 'slash', name: 'summary', options: [...REAL_QUESTIONS], times: ANSWERS });
    await pause(idleMs);
    return { idle, answered: client.rssBytes() };
  } finally {
    await client.stop();
    await discord.stop();
  }
}

function figuresOf(bot: readonly Resident[], bare: readonly Resident[]): readonly Figure[] {
  const medians = (of: keyof Resident) => [bot, bare].map((each) => median(each.map((one) => one[of])));
  const [idle = Number.NaN, bareIdle = Number.NaN] = medians('idle');
  const [answered = Number.NaN, bareAnswered = Number.NaN] = medians('answered');
  return [
    {
      name: 'idle memory',
      value: mb(idle),
      peer: mb(bareIdle),
      ratio: `+ ${mb(idle - bareIdle)}`,
      bound: `≤ + ${mb(BOUND_BYTES)}`,
      isMet: idle - bareIdle <= BOUND_BYTES,
    },
    told('  after 50 answers', mb(answered), mb(bareAnswered), times(answered / bareAnswered)),
  ];
}
