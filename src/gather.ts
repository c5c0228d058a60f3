import type { Ask } from './asked.ts';
import type { Findings } from './brief/build.ts';
import { countedPorts, recounted } from './counted.ts';
import type { Brief } from './domain/brief.ts';
import { refsOf } from './domain/claim.ts';
import { filterEntities } from './domain/filters.ts';
import { isOfNews } from './domain/form.ts';
import type { Span } from './domain/period.ts';
import type { RankedClaim } from './domain/sourced-claim.ts';
import { labelsOf } from './labels.ts';
import type { Ports } from './ports.ts';
import { selectBest } from './select/best.ts';
import { selectChecked } from './select/check.ts';
import { selectEvent } from './select/event.ts';
import { selectHits } from './select/hits.ts';
import { leftOutOf } from './select/left-out.ts';
import { FIRST_NEWS, selectNews } from './select/news.ts';
import { placesContaining } from './select/places.ts';
import type { Selection } from './select/selection.ts';
import { standingsOf } from './select/standings.ts';
import { selectTold } from './select/told.ts';
import type { Target } from './target.ts';

/** Gathers all that the answer is made of. Reads only. */
export async function findingsOf(all: Ports, question: Ask, target: Target): Promise<Findings> {
  const { scope } = question;
  const tierOf = await all.trust.tiers(scope);
  const ports = countedPorts(all, question, tierOf);
  const isLimited = ports !== all;
  const selection = await selectionOf(ports, question, target);
  const claims = [...selection.found.values()].flat();
  const also = isLimited ? await recounted(ports, scope, target.also) : target.also;
  const alsoNamed = also.map(({ entity, claims: count }) => ({ id: entity.id, claims: count }));
  const around = [...alsoNamed, ...(selection.wider ? [selection.wider] : [])].map(({ id }) => id);
  const witnesses = await ports.claims.witnesses(scope, eventsToWeigh(claims, selection));
  const standings = standingsOf(claims, [...witnesses.values()].flat(), all.trust, tierOf);
  return {
    ...selection,
    witnesses,
    standings,
    ...(isLimited && { leftOut: await leftOutOf(all.claims, ports.claims, question, target) }),
    containing: await placesContaining(ports, claims),
    texts: await ports.claims.texts(scope, [...new Set(claims.map(({ article }) => article.id))]),
    labels: await labelsFor(ports, claims, [
      ...[...entitiesOf(target), ...around, ...namesRead(selection), ...countriesOf(standings)],
    ]),
    also: alsoNamed,
    failing: await failingFor(ports, question, selection.span),
    store: await ports.claims.state(scope),
  };
}

/** What is looked for: the best events of a subject, what an id names, or what is new to who asks. */
async function selectionOf(ports: Ports, question: Ask, target: Target): Promise<Selection> {
  if (question.checking) return selectChecked(ports, question, question.checking);
  if (question.telling) return selectTold(ports, question, question.telling);
  if (!isOfNews(question.form)) return selectionAt(ports, question, target);
  const news = await selectNews(ports, question, target);
  return news ?? { ...(await selectionAt(ports, question, target)), news: FIRST_NEWS };
}

function selectionAt(ports: Ports, question: Ask, target: Target): Promise<Selection> {
  const { subject } = target;
  if (subject.kind === 'event' || subject.kind === 'claim') return selectEvent(ports, question, subject);
  if (question.form === 'search' && subject.kind === 'words') return selectHits(ports, question, subject.words);
  return selectBest(ports, question, { ...target, subject });
}

/** Events whose articles are to be told apart: those that several outlets tell of, and those that may be new. */
const eventsToWeigh = (claims: readonly RankedClaim[], { news }: Selection): readonly string[] => [
  ...new Set(claims.filter(({ publishers }) => publishers > 1 || news?.fresh).map(({ event }) => event)),
];

/** Sources that failed before the period ended: what they did not bring may have come out in it. Without one, what is newest is meant. */
async function failingFor({ health }: Ports, { scope, period }: Ask, span: Span | null): Promise<Brief['failing']> {
  const failing = await health.failing(scope);
  return failing.filter(({ sinceMs }) => period === null || span === null || sinceMs < span.toMs);
}

/** What the statements of a message name. */
const namesRead = ({ checked }: Selection): readonly string[] =>
  (checked?.statements ?? []).flatMap(({ readings }) => readings.flatMap(({ claim }) => refsOf(claim)));

/** The states that have to do with publishers. */
const countriesOf = (standings: Findings['standings']): readonly string[] =>
  [...standings.values()].flatMap(({ ownership }) => ownership?.country ?? []);

/** What the question names. */
const entitiesOf = ({ subject, filters }: Target): readonly string[] =>
  subject.kind === 'entity' ? [subject.id] : filterEntities(filters);

async function labelsFor(
  { gazetteer }: Ports,
  sourced: readonly RankedClaim[],
  ids: readonly string[],
): Promise<Findings['labels']> {
  const claims = sourced.map(({ claim }) => claim);
  const entities = await gazetteer.byRef([...new Set([...ids, ...claims.flatMap(refsOf)])]);
  return labelsOf(claims, (ref) => entities.get(ref), ids);
}
