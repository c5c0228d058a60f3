import type { RankedClaim } from '../../domain/sourced-claim.ts';
import type { Findings } from '../build.ts';

/** What was found on several subjects, as if they were one: each event once, under the first subject that it was found for. */
export const mergedFindings = (all: readonly [Findings, ...Findings[]]): Findings => all.reduce(merged);

function merged(one: Findings, other: Findings): Findings {
  const known = new Set([...one.found.values()].flat().map(({ event }) => event));
  const isOther = ({ event }: RankedClaim): boolean => !known.has(event);
  const topics = [...new Set([...one.found.keys(), ...other.found.keys()])];
  const found = topics.map((topic) => {
    return [topic, [...(one.found.get(topic) ?? []), ...(other.found.get(topic) ?? []).filter(isOther)]] as const;
  });
  const again = new Set(
    [...other.found.values()]
      .flat()
      .filter((claim) => !isOther(claim))
      .map(({ event }) => event),
  );
  return {
    ...one,
    coverage: wider(one.coverage, other.coverage),
    known: one.known || other.known,
    found: new Map(found),
    witnesses: new Map([...one.witnesses, ...other.witnesses]),
    standings: new Map([...one.standings, ...other.standings]),
    containing: new Map([...one.containing, ...other.containing]),
    texts: new Map([...one.texts, ...other.texts]),
    labels: { ...one.labels, ...other.labels },
    topicCounts: {},
    also: [],
    wider: null,
    ...mergedNews(one.news, other.news, again.size),
  };
}

/** Articles that cover several subjects cannot be told apart: at least so many as the one with the most has. */
const wider = (one: Findings['coverage'], other: Findings['coverage']): Findings['coverage'] =>
  (one?.articles ?? 0) >= (other?.articles ?? 0) ? one : other;

/** What has come in is the same for all subjects; events that several share count once, as far as they are at hand. */
function mergedNews(one: Findings['news'], other: Findings['news'], shared: number): Pick<Findings, 'news'> {
  if (!one || !other) return {};
  const beyond = [...(one.beyond ?? []), ...(other.beyond ?? [])];
  return {
    news: { ...one, beyond, counts: { ...one.counts, events: one.counts.events + other.counts.events - shared } },
  };
}
