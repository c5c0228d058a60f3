import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { serveFeeds } from '../support/feeds/serve-feeds.ts';
import { withFolder } from '../support/sitrep.ts';
import { type Figure, mb, ms, times, told } from './figure.ts';
import { quantile } from './statistics.ts';

const ITEMS = 20;
const BOUND = { firstMs: 120_000, secondMs: 15_000, bytes: 250e6, answerMs: 300 };

const SourcesTold = z.strictObject({
  firstMs: z.number(),
  secondMs: z.number(),
  answersMs: z.array(z.number()).min(1).readonly(),
  ownBytes: z.int(),
  allBytes: z.int(),
  bringing: z.strictObject({
    tookMs: z.number(),
    stored: z.int().min(1),
    answersMs: z.array(z.number()).min(1).readonly(),
    ownBytes: z.int(),
    allBytes: z.int(),
  }),
  read: z.int(),
  unchanged: z.int(),
  failed: z.int(),
});
export type SourcesTold = z.infer<typeof SourcesTold>;
const BareTold = z.strictObject({ firstMs: z.number() });

/** Feeds on as many hosts, of several hundred kinds, read for the first and for the second time while summaries are asked for. */
export async function measureSources(feeds: number): Promise<readonly Figure[]> {
  const server = await serveFeeds(ITEMS);
  try {
    const bare = BareTold.parse(await toldBy([String(server.port), String(feeds), 'bare']));
    const own = SourcesTold.parse(await toldBy([String(server.port), String(feeds)]));
    if (own.read !== feeds || own.unchanged !== feeds)
      throw new Error(`${own.read} feeds were read, ${own.unchanged} unchanged, ${own.failed} failed`);
    return figuresOf(feeds, own, bare);
  } finally {
    await server.stop();
  }
}

const toldBy = (args: readonly string[]): Promise<unknown> =>
  withFolder(async (folder) => {
    const child = fork(fileURLToPath(new URL('sources-process.ts', import.meta.url)), [folder, ...args], {
      // As `npm start` does.
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--max-semi-space-size=4',
        '--heap-growing-percent=20',
        '--import',
        new URL('../../src/compile-cache.js', import.meta.url).href,
      ],
      stdio: 'inherit',
    });
    const ended = once(child, 'exit');
    const early = ended.then(() => Promise.reject(new Error('ended without a word')));
    early.catch(() => undefined); // it ends when it has told
    const [said] = await Promise.race([once(child, 'message'), early]);
    await ended;
    return said;
  });

const figuresOf = (feeds: number, own: SourcesTold, bare: z.infer<typeof BareTold>): readonly Figure[] => [
  {
    name: `${feeds.toLocaleString('en')} feeds of ${ITEMS} items, the first time`,
    value: ms(own.firstMs),
    peer: ms(bare.firstMs),
    ratio: times(own.firstMs / bare.firstMs),
    ...bounded(own.firstMs, BOUND.firstMs, ms),
  },
  { ...told('  the second time, none changed', ms(own.secondMs)), ...bounded(own.secondMs, BOUND.secondMs, ms) },
  {
    ...told('  /summary meanwhile, p95', ms(quantile(own.answersMs, 0.95))),
    ...bounded(quantile(own.answersMs, 0.95), BOUND.answerMs, ms),
  },
  told('  /summary meanwhile, p50', ms(quantile(own.answersMs, 0.5))),
  { ...told('  resident memory, at most', mb(own.ownBytes)), ...bounded(own.ownBytes, BOUND.bytes, mb) },
  told('  … with the process that parses', mb(own.allBytes)),
  ...whileBringing(own.bringing),
];

const whileBringing = ({ tookMs, stored, answersMs, ownBytes }: SourcesTold['bringing']): readonly Figure[] => [
  told('items brought after that, one', ms(tookMs / stored)),
  {
    ...told('  /summary meanwhile, p95', ms(quantile(answersMs, 0.95))),
    ...bounded(quantile(answersMs, 0.95), BOUND.answerMs, ms),
  },
  told('  resident memory, with names and words', mb(ownBytes)),
];

const bounded = (value: number, bound: number, words: (value: number) => string) => ({
  bound: `≤ ${words(bound)}`,
  isMet: value <= bound,
});
