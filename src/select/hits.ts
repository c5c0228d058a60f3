import type { Ask } from '../asked.ts';
import type { Brief } from '../domain/brief.ts';
import { foldName } from '../domain/entity.ts';
import { topicsAsked } from '../domain/form.ts';
import { LANGUAGES } from '../domain/language.ts';
import { spanOf } from '../domain/period.ts';
import { parseSearch, type SearchTerm } from '../domain/search.ts';
import { type RankedClaim, sourcedKey } from '../domain/sourced-claim.ts';
import { claimTypeOf, TOPICS } from '../domain/topic.ts';
import type { Ports } from '../ports.ts';
import type { SearchResult } from '../store/contract.ts';
import { byTopic, countsByTopic } from './by-topic.ts';
import type { Selection } from './selection.ts';

/** Events that one search shows. */
const EVENTS_AT_MOST = 30;

/** What holds the words, best first, out of all time unless a period is asked for. Reads only. */
export async function selectHits(ports: Ports, question: Ask, words: string): Promise<Selection> {
  const { scope, form, about, period, nowMs } = question;
  const search = { scope, terms: parseSearch(words), span: period ? spanOf(period, nowMs) : null };
  const types = topicsAsked({ form, about }).map(claimTypeOf);
  const found = await ports.claims.search({ ...search, types }, EVENTS_AT_MOST);
  const all = TOPICS.map(claimTypeOf);
  // What there is on other topics and at other times is asked for only where the answer needs it.
  const everywhere = about === 'everything' ? found : await ports.claims.search({ ...search, types: all }, 0);
  const ever = found.coverage ?? (await ports.claims.search({ ...search, types: all, span: null }, 0)).coverage;
  const events = await eventsOf(ports, question, found.hits);
  return {
    span: search.span,
    coverage: ever,
    known: ever !== null,
    found: byTopic(events, ({ claim }) => claim.type),
    eventsAtMost: new Map(TOPICS.map((topic) => [topic, found.hits.length < EVENTS_AT_MOST ? Infinity : 0])),
    topicCounts: countsByTopic(everywhere.counts),
    wider: null,
    onlyDisputed: false,
    hits: found.hits,
    search: { marks: await marksOf(ports, search.terms, found), isAll: found.isAll },
  };
}

/** The events of the hits, each hit among its event's claims even where there are more than are read. */
async function eventsOf(
  { claims }: Ports,
  { scope }: Ask,
  hits: readonly RankedClaim[],
): Promise<readonly RankedClaim[]> {
  const found = await claims.events(
    scope,
    hits.map(({ event }) => event),
  );
  const known = new Set(found.map(sourcedKey));
  const byEvent = Map.groupBy(found, ({ event }) => event);
  return hits.flatMap((hit) => [...(known.has(sourcedKey(hit)) ? [] : [hit]), ...(byEvent.get(hit.event) ?? [])]);
}

/** What is to stand out: the terms, and all names of what they name as one. */
async function marksOf(
  { gazetteer }: Ports,
  terms: readonly SearchTerm[],
  { named }: SearchResult,
): Promise<NonNullable<Brief['search']>['marks']> {
  const entities = [...(await gazetteer.byRef(named)).values()];
  const shown = entities.flatMap((entity) => LANGUAGES.map((language) => foldName(entity.names[language])));
  const known = new Set([...shown, ...entities.flatMap(({ aliases }) => aliases.map(foldName))].join(' ').split(' '));
  const isName = ({ words, isPhrase }: SearchTerm): boolean => !isPhrase && known.has(words);
  const others = terms.filter((term) => !isName(term)).map(({ words, isBeginning }) => ({ any: [words], isBeginning }));
  const names = [...new Set([...shown, ...terms.filter(isName).map(({ words }) => words)])];
  return names.length > 0 ? [...others, { any: names, isBeginning: false }] : others;
}
