import type { Config } from '../config.ts';
import { OPERATOR } from '../domain/scope.ts';
import type { SourceCheck } from '../domain/source-view.ts';
import { dayWords } from '../render/date-words.ts';
import { failureTold } from '../render/failure-words.ts';
import type { Sources } from '../sources/contract.ts';
import { type Outcome, said } from './outcome.ts';
import { withSitrep } from './with-sitrep.ts';

/** `sitrep source check --starters`: reads each feed of the starter list once and says which work, have moved or cannot be read. */
export const checkStartersOnCommandLine = (config: Config, nowMs: number): Promise<Outcome> =>
  withSitrep(config, nowMs, ({ sources }) => checkStarters(sources));

/** The lines of it, in the order of the list. */
export async function checkStarters(sources: Pick<Sources, 'starters' | 'checkFeed'>): Promise<Outcome> {
  const starters = await sources.starters(OPERATOR);
  // At once: hosts are asked a few at a time by what fetches.
  const results = await Promise.all(starters.map(({ url }) => sources.checkFeed(url)));
  const out = starters.map((starter, at) => said(`${starter.name} <${starter.url}>: ${resultWords(results[at])}`));
  return { out: out.join(''), err: '', status: results.every(({ ok }) => ok) ? 0 : 1 };
}

function resultWords(result: SourceCheck['result'] | undefined): string {
  if (result === undefined) throw new RangeError('a feed was not read');
  if (!result.ok) return `cannot be read: ${failureTold(result.error, false, 'en').what}`;
  const { items, newestAtMs, movedTo } = result.value;
  const newest = newestAtMs === null ? '' : `, the newest of ${dayWords(newestAtMs, 'en')}`;
  const moved = movedTo === null ? '' : `; has moved to ${movedTo}`;
  return `${items} items${newest}${moved}`;
}
