import { z } from 'zod';
import { Timing } from '../support/discord/control.ts';
import { type Figure, ms, times, told } from './figure.ts';
import { type StartClient, startBare, startBot, startBotOver, startStandIn } from './processes.ts';
import { benchQueries } from './queries.ts';
import { quantile } from './statistics.ts';
import { syntheticDatabase } from './synthetic-database.ts';

type Options = Record<string, string>;

const BOUND_MS = 250;
/** Discord forgets a call that nobody has acknowledged by then. */
const LATE_MS = 3_000;
const AT_ONCE = 50;

/** What is asked of the committed articles. */
export const REAL_QUESTIONS: readonly Options[] = [
  { query: 'kharkiv' },
  { query: 'харків', language: 'uk' },
  { query: 'ukraine' },
  { query: 'russia', period: 'all' },
  { query: 'vovchansk' },
  { query: 'volodymyr zelenskyy' },
  { query: 'topic:aid' },
  { query: 'topic:troops', language: 'uk' },
  { query: 'kharkiv oblast', about: 'strikes' },
  { query: 'united states', about: 'aid', period: 'all' },
];

/** 50 `/summary` at once, from the dispatch of each to its final content, over the committed data and over the synthetic store. */
export async function measureConcurrent(
  stateDir: string,
  rounds: number,
  articles: number,
): Promise<readonly Figure[]> {
  const bare = await roundsOf(startBare, REAL_QUESTIONS, rounds);
  const real = await roundsOf((discord) => startBot(discord, { DATA_DIR: stateDir }), REAL_QUESTIONS, rounds);
  const { path } = await syntheticDatabase(articles);
  const questions = benchQueries(articles, AT_ONCE, 'concurrent').map(({ input }): Options => ({ ...input }));
  const synthetic = await roundsOf(startBotOver(path), questions, rounds);
  return [
    ...figuresOf('50 at once, committed data', real, bare),
    ...figuresOf(`50 at once, ${articles.toLocaleString('en')} articles`, synthetic, bare),
  ];
}

/** Times of all rounds after a first one that is not counted. */
async function roundsOf(start: StartClient, questions: readonly Options[], rounds: number): Promise<readonly Timing[]> {
  const discord = await startStandIn();
  const client = await start(discord);
  try {
    const timings: Timing[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const answers = await discord.ask({ do: 'slash', name: 'summary', options: [...questions], times: AT_ONCE });
      if (round > 0) timings.push(...z.array(Timing).parse(answers));
    }
    return timings;
  } finally {
    await client.stop();
    await discord.stop();
  }
}

function figuresOf(name: string, own: readonly Timing[], bare: readonly Timing[]): readonly Figure[] {
  const final = (timings: readonly Timing[]) => timings.map(({ finalMs }) => finalMs ?? Number.POSITIVE_INFINITY);
  const [p95, peer] = [quantile(final(own), 0.95), quantile(final(bare), 0.95)];
  const late = own.filter(({ acknowledgedMs }) => acknowledgedMs === null || acknowledgedMs > LATE_MS).length;
  const worst = Math.max(...own.map(({ acknowledgedMs }) => acknowledgedMs ?? Number.POSITIVE_INFINITY));
  return [
    {
      name: `${name}, p95`,
      value: ms(p95),
      peer: ms(peer),
      ratio: times(p95 / peer),
      bound: `≤ ${BOUND_MS} ms, none late`,
      isMet: p95 <= BOUND_MS && late === 0,
    },
    told('  slowest acknowledgement, late ones', `${ms(worst)}, ${late} of ${own.length}`),
  ];
}
