import type { Ask } from '../asked.ts';
import type { Wider } from '../domain/brief.ts';
import type { ClaimType } from '../domain/claim.ts';
import { filterEntities, givenFilters } from '../domain/filters.ts';
import { isOfDisputes, topicsAsked } from '../domain/form.ts';
import { DAY_MS, type Span, spanOf } from '../domain/period.ts';
import type { Scope } from '../domain/scope.ts';
import type { FoundSubject } from '../domain/subject.ts';
import { claimTypeOf, TOPICS, type Topic } from '../domain/topic.ts';
import type { Ports } from '../ports.ts';
import type { Coverage, Selector } from '../store/contract.ts';
import type { Target } from '../target.ts';
import { countsByTopic } from './by-topic.ts';
import { untilDisputed } from './disputed.ts';
import type { Selection } from './selection.ts';

/** The span of an answer to a question without one: so many days, ending with the newest matching article. */
const DEFAULT_DAYS = 30;
/** So many claims fit into one answer whole. */
const WHOLE_AT_MOST = 100;
/** Of more claims, the best events: an answer stays quick however much there is, and a topic asked for alone has all of them. */
const EVENTS_AT_MOST = 40;
/** For a file; others wait for their answers while it is gathered, which takes well over half a millisecond an event. */
const FILED_AT_MOST = 100;
const COUNT_AT_MOST = 10_000;

/** A target that claims are found by. */
export type FoundTarget = Target & { readonly subject: FoundSubject };

/** The best events of each topic asked for. Reads only. */
export async function selectBest(ports: Ports, question: Ask, target: FoundTarget): Promise<Selection> {
  const { scope, form } = question;
  const topics = topicsAsked({ form, about: target.about });
  const selector = selectorOf(target);
  const coverage = await ports.claims.coverage(scope, selector, topics.map(claimTypeOf));
  const span = question.period ? spanOf(question.period, question.nowMs) : newestSpan(coverage);
  const query = { scope, subject: selector, span };
  const counts = await ports.claims.counts(query, COUNT_AT_MOST);
  const bestOf = async (most: number) => {
    const eventsAtMost = sharesOf(topics, counts, most);
    return { eventsAtMost, found: await bestByTopic(ports, query, eventsAtMost) };
  };
  const [{ eventsAtMost, found }, known, wider] = await Promise.all([
    isOfDisputes(form) && !question.isWhole
      ? untilDisputed(ports, bestOf)
      : bestOf(question.isWhole ? FILED_AT_MOST : EVENTS_AT_MOST),
    coverage !== null || isCovered(ports, scope, target),
    widerOf(ports, question, target.subject),
  ]);
  const [topicCounts, onlyDisputed] = [countsByTopic(counts), isOfDisputes(form)];
  return { span, coverage, known, found, eventsAtMost, topicCounts, wider, onlyDisputed };
}

const selectorOf = ({ subject, filters }: FoundTarget): Selector =>
  givenFilters(filters).length > 0 ? { kind: 'filtered', filters } : subject;

/** Whether any source tells anything of what is asked about, on whatever topic; of several, of each of them. */
async function isCovered({ claims }: Ports, scope: Scope, { subject, filters }: FoundTarget): Promise<boolean> {
  const subjects = filterEntities(filters).map((id): FoundSubject => ({ kind: 'entity', id }));
  const covers = await Promise.all(
    (subjects.length > 0 ? subjects : [subject]).map((one) => claims.coverage(scope, one)),
  );
  return covers.every((coverage) => coverage !== null);
}

function newestSpan(coverage: Coverage | null): Span | null {
  if (!coverage || coverage.newestAtMs === null) return null;
  return { fromMs: coverage.newestAtMs - DEFAULT_DAYS * DAY_MS, toMs: coverage.newestAtMs + 1 };
}

/**
 * How many events each topic may fill: what topics with little do not need goes to those with more, so that whatever fits
 * into an answer is in it.
 */
function sharesOf(topics: readonly Topic[], counts: Counts, most: number): ReadonlyMap<Topic, number> {
  const shares = new Map<Topic, number>();
  const byNeed = topics
    .map((topic) => ({ topic, claims: counts.get(claimTypeOf(topic)) ?? 0 }))
    .sort((a, b) => a.claims - b.claims);
  const all = byNeed.reduce((sum, { claims }) => sum + claims, 0);
  let left = all <= WHOLE_AT_MOST ? all : most;
  for (const [at, { topic, claims }] of byNeed.entries()) {
    const share = Math.min(claims, Math.floor(left / (byNeed.length - at)));
    shares.set(topic, share);
    left -= share;
  }
  return shares;
}

async function bestByTopic(
  { claims }: Ports,
  query: Parameters<Ports['claims']['best']>[0],
  shares: ReadonlyMap<Topic, number>,
): Promise<Selection['found']> {
  const wanted = [...shares].filter(([, share]) => share > 0);
  const found = await Promise.all(wanted.map(([topic, share]) => claims.best(query, claimTypeOf(topic), share)));
  return new Map(wanted.map(([topic], at) => [topic, found[at] ?? []]));
}

/** The country around a place, where it has more to tell; not where publishers are left out: its claims would have to be counted one by one. */
async function widerOf(ports: Ports, { scope, sources = 'all' }: Ask, subject: FoundSubject): Promise<Wider | null> {
  if (subject.kind !== 'entity' || sources !== 'all') return null;
  const around = await ports.gazetteer.byRef(await ports.gazetteer.ancestors(subject.id));
  const country = [...around.values()].find(({ kind }) => kind === 'country');
  if (!country) return null;
  const [own, all] = await Promise.all([countsOn(ports, scope, subject.id), countsOn(ports, scope, country.id)]);
  const topics = TOPICS.filter((topic) => all.has(claimTypeOf(topic)) && !own.has(claimTypeOf(topic)));
  return sumOf(all) > sumOf(own) ? { id: country.id, claims: sumOf(all), topics } : null;
}

type Counts = ReadonlyMap<ClaimType, number>;

const countsOn = (ports: Ports, scope: Scope, id: string): Promise<Counts> =>
  ports.claims.counts({ scope, subject: { kind: 'entity', id }, span: null }, COUNT_AT_MOST);

const sumOf = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
