import type { Ask } from './asked.ts';
import type { Findings } from './brief/build.ts';
import { PACKAGE_DAYS } from './brief/dispute.ts';
import { publishedAtMs } from './domain/article.ts';
import type { Label, Wider } from './domain/brief.ts';
import { CLAIM_TYPES, type ClaimType, refsOf } from './domain/claim.ts';
import { familyKey } from './domain/fact.ts';
import { DAY_MS, type Span, spanOf } from './domain/period.ts';
import type { Scope } from './domain/scope.ts';
import type { RankedClaim, SourcedClaim } from './domain/sourced-claim.ts';
import type { Subject } from './domain/subject.ts';
import { type About, claimTypeOf, TOPICS, type Topic, topicsOf } from './domain/topic.ts';
import type { Ports } from './ports.ts';
import type { Coverage } from './store/contract.ts';
import type { Target } from './target.ts';

/** The span of an answer to a question without one: so many days, ending with the newest matching article. */
const DEFAULT_DAYS = 30;
/** Facts looked at for each topic: fewer when all are asked for at once, so that an answer stays quick. */
const FACTS = { one: 100, each: 30 } as const;
const COUNT_AT_MOST = 10_000;
const RELATIVES_PER_FAMILY = 40;

/** Gathers all that the answer is made of. Reads only. */
export async function findingsOf(ports: Ports, question: Ask, { subject, about, also }: Target): Promise<Findings> {
  const { scope } = question;
  const types = about === 'everything' ? CLAIM_TYPES : topicsOf(about).map(claimTypeOf);
  const coverage = await ports.claims.coverage(scope, subject, types);
  const span = question.period ? spanOf(question.period, question.nowMs) : newestSpan(coverage);
  const query = { scope, subject, span };
  const [found, counts, known] = await Promise.all([
    bestByTopic(ports, query, about),
    ports.claims.counts(query, COUNT_AT_MOST),
    coverage ?? ports.claims.coverage(scope, subject),
  ]);
  const claims = [...found.values()].flat();
  const [relatives, wider] = await Promise.all([
    relativesOf(ports, question, claims),
    widerOf(ports, question, subject),
  ]);
  const alsoNamed = also.map(({ entity, claims: count }) => ({ id: entity.id, claims: count }));
  const named = wider ? [...alsoNamed, wider] : alsoNamed;
  return {
    span,
    coverage,
    known: known !== null,
    found,
    factsAtMost: factsFor(about),
    relatives,
    topicCounts: Object.fromEntries(TOPICS.map((topic) => [topic, counts.get(claimTypeOf(topic)) ?? 0])),
    texts: await ports.claims.texts(scope, [...new Set(claims.map(({ article }) => article.id))]),
    labels: await labelsOf(ports, [...claims, ...relatives], [...idOf(subject), ...named.map(({ id }) => id)]),
    also: alsoNamed,
    wider,
  };
}

const idOf = (subject: Subject): readonly string[] => (subject.kind === 'entity' ? [subject.id] : []);

function newestSpan(coverage: Coverage | null): Span | null {
  if (!coverage || coverage.newestAtMs === null) return null;
  return { fromMs: coverage.newestAtMs - DEFAULT_DAYS * DAY_MS, toMs: coverage.newestAtMs + 1 };
}

const factsFor = (about: About): number => (about === 'everything' ? FACTS.each : FACTS.one);

type Found = ReadonlyMap<Topic, readonly RankedClaim[]>;

async function bestByTopic(ports: Ports, query: Parameters<Ports['claims']['best']>[0], about: About): Promise<Found> {
  const facts = factsFor(about);
  const topics = topicsOf(about);
  const found = await Promise.all(topics.map((topic) => ports.claims.best(query, claimTypeOf(topic), facts)));
  return new Map(topics.map((topic, at) => [topic, found[at] ?? []]));
}

/** Claims that may contradict those found, from articles of about the same time. */
async function relativesOf(
  ports: Ports,
  { scope }: Ask,
  claims: readonly SourcedClaim[],
): Promise<readonly SourcedClaim[]> {
  const keys = [...new Set(claims.map(({ claim }) => familyKey(claim)).filter((key) => key !== null))];
  const dated = claims.map(({ article }) => publishedAtMs(article)).filter((ms) => ms !== null);
  if (keys.length === 0 || dated.length === 0) return [];
  const reachMs = PACKAGE_DAYS * DAY_MS;
  const span = { fromMs: Math.min(...dated) - reachMs, toMs: Math.max(...dated) + reachMs };
  return ports.claims.family(scope, keys, span, RELATIVES_PER_FAMILY);
}

/** The country around a place, where it has more to tell. */
async function widerOf(ports: Ports, { scope }: Ask, subject: Subject): Promise<Wider | null> {
  if (subject.kind !== 'entity') return null;
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

/** Names for all that may be printed: what the claims refer to, and the ids given beside them. */
async function labelsOf(
  ports: Ports,
  claims: readonly SourcedClaim[],
  ids: readonly string[],
): Promise<Readonly<Record<string, Label>>> {
  const refs = [...new Set([...ids, ...claims.flatMap(({ claim }) => refsOf(claim))])].sort();
  const known = await ports.gazetteer.byRef(refs);
  return Object.fromEntries(
    [...known].map(([ref, { names, role, kind }]) => [ref, { names, kind, ...(role && { role }) }]),
  );
}
