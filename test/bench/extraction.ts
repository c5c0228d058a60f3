import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA_FOLDER } from '../../src/place.ts';
import { type Figure, mb, ms, times, told } from './figure.ts';
import { Timed } from './timed.ts';

const BOUND_PER_SECOND = 60;
const BOUND_BYTES = 200e6;

/** Claims from invented articles of 5,000 characters beside wink-nlp that only tokenises and tags them, one after the other. */
export async function measureExtraction(articles: number): Promise<readonly Figure[]> {
  if (!existsSync(join(DATA_FOLDER, 'extraction', 'model.json'))) return [told('extraction', 'no trained model')];
  return figuresOf(await timedProcess(articles), await timedProcess(articles, 'bare'));
}

/** As `npm run sitrep` starts Node: what was thrown away is collected soon, and our TypeScript is compiled once for all runs. */
const AS_SITREP = [
  '--max-semi-space-size=4',
  '--heap-growing-percent=20',
  '--import',
  new URL('../../src/compile-cache.js', import.meta.url).href,
];

async function timedProcess(articles: number, ...peer: readonly string[]): Promise<Timed> {
  const script = fileURLToPath(new URL('extraction-process.ts', import.meta.url));
  const child = fork(script, [String(articles), ...peer], {
    execArgv: [...AS_SITREP, '--expose-gc'],
    stdio: 'inherit',
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('ended without a word')));
  ended.catch(() => undefined); // it ends when it has told
  const [timed] = await Promise.race([once(child, 'message'), ended]);
  return Timed.parse(timed);
}

const perSecond = ({ ms }: Timed): number => (1_000 * ms.length) / ms.reduce((sum, each) => sum + each, 0);

function figuresOf(own: Timed, bare: Timed): readonly Figure[] {
  const [speed, peer] = [perSecond(own), perSecond(bare)];
  return [
    {
      name: 'extraction, articles a second',
      value: speed.toFixed(1),
      peer: peer.toFixed(1),
      ratio: times(speed / peer),
      bound: `≥ ${BOUND_PER_SECOND}`,
      isMet: speed >= BOUND_PER_SECOND,
    },
    {
      name: '  resident memory',
      value: mb(own.rssBytes),
      peer: mb(bare.rssBytes),
      ratio: times(own.rssBytes / bare.rssBytes),
      bound: `≤ ${mb(BOUND_BYTES)}`,
      isMet: own.rssBytes <= BOUND_BYTES,
    },
    told('  until ready', ms(own.openMs), ms(bare.openMs)),
  ];
}
