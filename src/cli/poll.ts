import type { Config } from '../config.ts';
import type { ReadingCounts, SourceReading } from '../sources/reading.ts';
import { type Outcome, said } from './outcome.ts';
import { withSitrep } from './with-sitrep.ts';

/** `sitrep source poll`: reads the feeds whose time has come, and what they hold, as a running bot does by the clock. */
export const pollOnCommandLine = (config: Config, nowMs: number): Promise<Outcome> =>
  withSitrep(config, nowMs, async (_, { reading }) => {
    const counts = await readAll(reading);
    return { out: said(wordsOf(counts)), err: '', status: counts.failed + counts.fault > 0 ? 1 : 0 };
  });

/** Feeds first: what they hold is brought when none is due any more. */
async function readAll(reading: SourceReading): Promise<ReadingCounts> {
  await reading.poll();
  await reading.bring();
  return reading.counts();
}

function wordsOf(counts: ReadingCounts): string {
  const { read, unchanged, failed, stored, aside, again, fault } = counts;
  if (read + unchanged + failed + stored + aside + again + fault === 0) return 'no feed is due, and nothing waits';
  const feeds = `feeds: ${read} read, ${unchanged} unchanged, ${failed} failed`;
  const items = `items: ${stored} stored, ${aside} set aside, ${again} to be tried again`;
  const faults = fault === 0 ? '' : `; ${fault} failures on our side`;
  return `${feeds}; ${items}${faults} (source list says more of each)`;
}
