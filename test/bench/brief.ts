import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Figure, mb, ms, times, told } from './figure.ts';
import { benchQueries } from './queries.ts';
import { median, quantile } from './statistics.ts';
import { syntheticDatabase } from './synthetic-database.ts';
import { Timed } from './timed.ts';

const BOUND_MS = 50;
/** MiniSearch takes most of a second for a common word: it is asked the first of the mix only, and compared on those. */
const PEER_QUESTIONS = 60;

/** The mix answered by Sitrep and searched for in MiniSearch, one after the other, each in a process of its own. */
export async function measureBrief(articles: number, queries: number): Promise<readonly Figure[]> {
  const { path, builtInMs } = await syntheticDatabase(articles);
  const own = await timedBy('brief-process.ts', [path, String(articles), String(queries)]);
  const peer = await timedBy('minisearch-process.ts', [String(articles), String(Math.min(queries, PEER_QUESTIONS))]);
  return [
    comparison('brief, p50', own, peer, 0.5),
    {
      ...comparison('brief, p99', own, peer, 0.99),
      bound: `≤ ${BOUND_MS} ms`,
      isMet: quantile(own.ms, 0.99) <= BOUND_MS,
    },
    ...slowestKinds(own, articles, queries),
    told('  open the store, build the index', ms(own.openMs), ms(peer.openMs)),
    told('  resident memory', mb(own.rssBytes), mb(peer.rssBytes), times(own.rssBytes / peer.rssBytes)),
    told(
      `  build the store of ${articles.toLocaleString('en')} articles`,
      builtInMs === null ? 'built before' : ms(builtInMs),
    ),
  ];
}

async function timedBy(script: string, args: readonly string[]): Promise<Timed> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, { execArgv: ['--expose-gc'] });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${script} ended without a result.`)));
  ended.catch(() => undefined); // it ends when it has told
  const [message]: unknown[] = await Promise.race([once(child, 'message'), ended]);
  child.disconnect();
  return Timed.parse(message);
}

function comparison(name: string, own: Timed, peer: Timed, q: number): Figure {
  const [compared, other] = [quantile(own.ms.slice(0, peer.ms.length), q), quantile(peer.ms, q)];
  return told(name, ms(quantile(own.ms, q)), ms(other), times(compared / other));
}

/** The three kinds of questions that take longest, by their medians. */
function slowestKinds({ ms: each }: Timed, articles: number, queries: number): readonly Figure[] {
  const asked = benchQueries(articles, queries, 'mix').map(({ kind }, at) => ({ kind, ms: each[at] ?? Number.NaN }));
  const kinds = [...Map.groupBy(asked, ({ kind }) => kind)].map(([kind, those]) => {
    return { kind, median: median(those.map((one) => one.ms)) };
  });
  const slowest = kinds.toSorted((a, b) => b.median - a.median).slice(0, 3);
  return slowest.map(({ kind, median }) => told(`  ${kind}, p50`, ms(median)));
}
