import type { Ask } from '../asked.ts';
import type { Findings } from '../brief/build.ts';
import { differenceFrom, KNOWN_AT_MOST } from '../brief/news/known.ts';
import { OWED_AT_ONCE } from '../brief/news/owed.ts';
import type { ClaimType } from '../domain/claim.ts';
import { topicsAsked } from '../domain/form.ts';
import type { Scope } from '../domain/scope.ts';
import { namesIn, type RankedClaim } from '../domain/sourced-claim.ts';
import type { Subject } from '../domain/subject.ts';
import { claimTypeOf } from '../domain/topic.ts';
import type { Ports } from '../ports.ts';
import type { Coverage } from '../store/contract.ts';
import type { Target } from '../target.ts';
import { byTopic, countsByTopic } from './by-topic.ts';
import type { Selection } from './selection.ts';

/** Events with something new that one answer holds, the best. */
const EVENTS_AT_MOST = 40;
/** Events of a subject that a digest leaves for the next one, at most: each costs about as much as one that it tells. */
const LEFT_AT_MOST = 40;

/** Of who asks for the first time: nothing is known to be new. */
export const FIRST_NEWS: NonNullable<Findings['news']> = {
  fresh: null,
  counts: { sinceMs: null, arrived: 0, replaced: 0, gone: null, events: 0 },
};

/** The events of which articles tell that the member has not seen as they are; null for who asks for the first time. Reads only. */
export async function selectNews(ports: Ports, question: Ask, target: Target): Promise<Selection | null> {
  const { scope, form, since } = question;
  if (!since?.mark) return null;
  const { subject } = target;
  const { news, articles } = newsFor(question, since.mark, since);
  const types = topicsAsked({ form, about: target.about }).map(claimTypeOf);
  const { atMost = EVENTS_AT_MOST } = since;
  const left = since.atMost === undefined ? 0 : LEFT_AT_MOST;
  const { claims: found, events } = await ports.claims.touched({ scope, subject, articles }, types, atMost + left);
  const [best, beyond] = parted(found, atMost);
  const claims = [...best, ...(await owedClaims(ports, question, types, best))];
  const coverage = await coverageOf(ports, scope, subject);
  const byType = Map.groupBy(claims, ({ claim }) => claim.type);
  return {
    span: null,
    coverage,
    known: coverage !== null || claims.length > 0,
    found: byTopic(claims, ({ claim }) => claim.type),
    eventsAtMost: new Map(),
    topicCounts: countsByTopic(new Map([...byType].map(([type, { length }]) => [type, length]))),
    wider: null,
    onlyDisputed: false,
    news: { ...news, counts: { ...news.counts, events }, beyond },
  };
}

/** Claims of the events that are owed and not at hand yet; what nobody says any more is owed no more. */
async function owedClaims(
  { claims }: Ports,
  { scope, since }: Ask,
  types: readonly ClaimType[],
  best: readonly RankedClaim[],
): Promise<readonly RankedClaim[]> {
  const keys = (since?.owed ?? []).slice(0, OWED_AT_ONCE).flatMap((one) => one.claims.slice(0, 1).map(namesIn));
  const found = await Promise.all(keys.map(({ article, id }) => claims.claim(scope, article, id)));
  const looked = new Set(best.map(({ event }) => event));
  const events = new Set(found.flatMap((one) => (one && types.includes(one.claim.type) ? [one.event] : [])));
  return claims.events(scope, [...events.difference(looked)]);
}

/** Claims of the first so many events, and those of the others. */
function parted(claims: readonly RankedClaim[], atMost: number): readonly [RankedClaim[], RankedClaim[]] {
  const first = new Set([...new Set(claims.map(({ event }) => event))].slice(0, atMost));
  return [claims.filter(({ event }) => first.has(event)), claims.filter(({ event }) => !first.has(event))];
}

type Since = NonNullable<Ask['since']>;
type Mark = NonNullable<Since['mark']>;

/** Where not everybody counts, what is gone is not told: it may only not count. */
function newsFor({ sources = 'all' }: Ask, mark: Mark, since: Since) {
  const { news, articles } = newsOf(mark, since);
  if (sources === 'all') return { news, articles };
  return { articles, news: { ...news, counts: { ...news.counts, gone: null } } };
}

/** The articles that are not as they were seen. What was seen and is gone is known only where all articles are told apart. */
function newsOf({ known, atMs, articles: held }: Mark, { arrivals, withheld = [], owed = [] }: Since) {
  const { arrived, replaced, missing } = differenceFrom(known, arrivals);
  const isWhole = held <= KNOWN_AT_MOST && arrivals.length < KNOWN_AT_MOST;
  const numbers = { arrived: arrived.length, replaced: replaced.length, gone: isWhole ? missing : null, events: 0 };
  const untold = [...withheld, ...owed].flatMap(({ claims, articles }) =>
    claims.map((claim) => [claim, articles] as const),
  );
  const fresh = { arrived: new Set(arrived), replaced: new Set(replaced), withheld: new Map(untold) };
  return { articles: [...arrived, ...replaced], news: { fresh, counts: { sinceMs: atMs, ...numbers } } };
}

/** What an id names is covered by its own claims. */
const coverageOf = async ({ claims }: Ports, scope: Scope, subject: Subject): Promise<Coverage | null> =>
  subject.kind === 'event' || subject.kind === 'claim' ? null : claims.coverage(scope, subject);
