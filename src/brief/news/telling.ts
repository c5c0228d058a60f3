import type { Untold } from '../../domain/alert.ts';
import type { ArticleId } from '../../domain/article.ts';
import type { EventId, Witness } from '../../domain/event.ts';
import { isDenial } from '../../domain/fact.ts';
import { type RankedClaim, sourcedKey } from '../../domain/sourced-claim.ts';
import { eventsOf, type Findings, newsOf, tellersOf } from '../build.ts';
import { type Event, newestOf, publishersOf } from '../event/order.ts';
import { originsOf } from '../event/origins.ts';
import { sidesOf } from '../event/sides.ts';
import type { Fresh } from './changes.ts';

/** Of which events an alert tells at all. */
interface Rule {
  /** How many independent sources must tell of it. */
  readonly origins: number;
  readonly confirmedOnly: boolean;
}

/** Articles of an event that are new, or others than they were, to who is told. */
type News = Pick<Untold, 'articles' | 'corrected'>;

/** What an alert holds of what was found. */
export interface Telling {
  /** Of the best of the events, with what is new of each. */
  readonly findings: Findings;
  /** All that are worth telling, those included that are not among the best. */
  readonly events: readonly EventId[];
}

/**
 * The events of which there is more to tell than that others tell them too, and which the rule lets through. One that it did not
 * let through before these articles is new as a whole: nobody was told of it.
 * @param untold what is new of each event
 * @param atMost how many to tell of: those with the most publishers, then the newest
 */
export function worthTelling(
  findings: Findings,
  untold: ReadonlyMap<EventId, News>,
  rule: Rule,
  atMost: number,
): Telling {
  const news = new Map(
    allEvents(findings).flatMap((event) => {
      const one = newsFor(event, findings, untold.get(event.id), rule);
      return one === null ? [] : [[event, one] as const];
    }),
  );
  const best = [...news.keys()].sort(bestFirst).slice(0, atMost);
  const fresh = new Map(best.map((event) => [event.id, news.get(event) ?? NOTHING]));
  return { findings: withNews(findings, fresh, news.size), events: [...news.keys()].map(({ id }) => id) };
}

const NOTHING: News = { articles: [], corrected: [] };

/** The events found and no others, with what is new of each. @param all how many there are to tell of */
export function withNews(findings: Findings, news: ReadonlyMap<EventId, News>, all: number): Findings {
  const found = new Map(
    [...findings.found].map(([topic, claims]) => [topic, claims.filter(({ event }) => news.has(event))]),
  );
  const claims = [...found.values()].flat();
  const withheld = claims.map((one) => [sourcedKey(one), news.get(one.event)?.articles ?? []] as const);
  const replaced = new Set([...news.values()].flatMap(({ corrected }) => corrected));
  const fresh: Fresh = { arrived: new Set(), replaced, withheld: new Map(withheld) };
  const { sinceMs = null } = findings.news?.counts ?? {};
  const counts = { sinceMs, arrived: 0, replaced: 0, gone: null, events: all };
  return { ...findings, found, failing: [], topicCounts: {}, news: { fresh, counts } };
}

const allEvents = (findings: Findings): readonly Event[] =>
  [...findings.found.values()].flatMap((claims) => eventsOf(claims, findings));

const bestFirst = (a: Event, b: Event): number =>
  publishersOf(b.claims) - publishersOf(a.claims) || (newestOf(b.claims) ?? 0) - (newestOf(a.claims) ?? 0);

/** null: it is not worth telling. */
function newsFor(event: Event, findings: Findings, untold: News | undefined, rule: Rule): News | null {
  const tellers = tellersOf(event, findings);
  if (untold === undefined || !passes(event.claims, tellers, rule)) return null;
  const isNew = new Set(untold.articles);
  const before = event.claims.filter(({ article }) => !isNew.has(article.id));
  const toldBy = tellers.filter(({ articleId }) => !isNew.has(articleId));
  if (!passes(before, toldBy, rule)) return { articles: tellers.map(({ articleId }) => articleId), corrected: [] };
  return isMoreThanTold(event, findings, untold) ? untold : null;
}

function isMoreThanTold(event: Event, findings: Findings, { articles, corrected }: News): boolean {
  const fresh: Fresh = {
    arrived: new Set(),
    replaced: new Set<ArticleId>(corrected),
    withheld: new Map(event.claims.map((one) => [sourcedKey(one), articles])),
  };
  return newsOf(event, findings, fresh).some(({ kind }) => kind !== 'told');
}

const passes = (claims: readonly RankedClaim[], tellers: readonly Witness[], rule: Rule): boolean =>
  tellers.length > 0 && originsOf(tellers) >= rule.origins && (!rule.confirmedOnly || isConfirmed(claims));

/** An article says so, or both sides state it; and nobody denies it. */
const isConfirmed = (claims: readonly RankedClaim[]): boolean =>
  claims.every(({ claim }) => !isDenial(claim) && claim.confirmation !== 'denied') &&
  (claims.some(({ claim }) => claim.confirmation === 'confirmed') || sidesOf(claims).length > 0);
