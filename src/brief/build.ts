import type { ArticleId } from '../domain/article.ts';
import type { Account, Backing, Brief, Label, Line, Question, Section, Source } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import type { EventId, Witness } from '../domain/event.ts';
import type { Change, News, Over } from '../domain/news.ts';
import type { Span } from '../domain/period.ts';
import { type RankedClaim, type SourcedClaim, sourcedKey } from '../domain/sourced-claim.ts';
import { TOPICS, type Topic } from '../domain/topic.ts';
import { onlyFrom, type Standing } from '../domain/trust.ts';
import { citations } from './citation.ts';
import { digestOf } from './digest.ts';
import type { Disagreement } from './dispute.ts';
import { accountsOf, type Told } from './event/account.ts';
import { disputesIn } from './event/disputed.ts';
import { type Event, newestOf, orderEvents, publishersOf } from './event/order.ts';
import { originsOf } from './event/origins.ts';
import { sidesOf } from './event/sides.ts';
import type { Group } from './group.ts';
import { withLedger } from './ledger/with-ledger.ts';
import { changesOf, type Fresh } from './news/changes.ts';
import { excerptOf, quotesOf } from './quote.ts';
import { shortHash } from './short-hash.ts';
import { surroundingsOf } from './surroundings.ts';

/** All that an answer is made of: what the store found, and nothing looked up on the way. */
export interface Findings {
  readonly span: Span | null;
  readonly coverage: Brief['coverage'];
  /** Whether anything at all, on any topic, is known of the subject. */
  readonly known: boolean;
  /** Candidates for each topic asked about. */
  readonly found: ReadonlyMap<Topic, readonly RankedClaim[]>;
  /** How many events were asked for on each topic: where as many came, there may be more. */
  readonly eventsAtMost: ReadonlyMap<Topic, number>;
  /** The articles of events with several publishers. */
  readonly witnesses: ReadonlyMap<EventId, readonly Witness[]>;
  /** Of the publishers of articles, by these, what is to be known of them. */
  readonly standings: ReadonlyMap<ArticleId, Standing>;
  /** Of a question in which not everybody counts: what else there is. */
  readonly leftOut?: NonNullable<Brief['leftOut']> | null;
  /** What contains the places on which claims of one event may differ. */
  readonly containing: ReadonlyMap<string, readonly string[]>;
  /** Of a search: the claim of each event that is to be printed, best first. */
  readonly hits?: readonly RankedClaim[];
  readonly search?: Brief['search'];
  /** Whether events without a dispute are left out. */
  readonly onlyDisputed: boolean;
  readonly topicCounts: Readonly<Partial<Record<Topic, number>>>;
  /** Texts of articles that keep theirs. */
  readonly texts: ReadonlyMap<ArticleId, string>;
  readonly labels: Readonly<Record<string, Label>>;
  readonly also: Brief['also'];
  readonly wider: Brief['wider'];
  /** Sources that what the answer does not have may have come from. */
  readonly failing: Brief['failing'];
  readonly store: Brief['store'];
  readonly checked?: Brief['checked'];
  /** Of a question for what is new: the articles that the member has not seen, and how many. */
  readonly news?: {
    readonly fresh: Fresh | null;
    readonly counts: News;
    /** Of a digest: claims of events that were not looked at for the others, the next best. */
    readonly beyond?: readonly RankedClaim[];
  };
}

/** What an answer says, whoever asked in whichever words and language and at whichever instant. */
export interface Content {
  readonly answer: Omit<Brief, 'id' | 'question' | 'askedAtMs' | 'ledger' | 'store' | 'shown'>;
  readonly store: Brief['store'];
  /** Of the answer's bytes. */
  readonly digest: string;
}

/**
 * Puts the answer together, one line for each event. Topics with the most lines stand first. In a topic, excerpts stand last;
 * of either kind of line those of the newest day stand first, of one day those with the most publishers, then those without a
 * doubt noted, then what happened with figures, then the newest, then as their article tells them.
 * Deterministic: the same findings give the same bytes.
 */
export function buildContent(findings: Findings): Content {
  const all = new Map([...findings.found].map(([topic, claims]) => [topic, orderEvents(eventsOf(claims, findings))]));
  const events = findings.onlyDisputed ? disputedOf(all, findings) : all;
  const cite = citations();
  const topics = TOPICS.toSorted((a, b) => (events.get(b)?.length ?? 0) - (events.get(a)?.length ?? 0));
  const telling = { findings, cite: cite.of };
  const sections = topics.flatMap((topic) => sectionOf(topic, events.get(topic) ?? [], telling));
  const { span, coverage, topicCounts, labels, also, wider, failing, store } = findings;
  const looked = findings.onlyDisputed ? lookedAt(all, findings) : undefined;
  const outcome = outcomeOf(sections, looked, findings);
  const sources = cite.articles().map((article, index) => sourceOf(article, index, findings.standings));
  const answer = {
    outcome,
    ...(looked && { looked }),
    ...(findings.search && { search: findings.search }),
    ...(findings.checked && { checked: findings.checked }),
    ...(findings.news && { news: findings.news.counts }),
    ...(findings.leftOut !== undefined && { leftOut: findings.leftOut }),
    failing,
    span,
    coverage,
    sections,
    sources,
    topicCounts,
    labels,
    also,
    wider,
  };
  return { answer, store, digest: digestOf(answer) };
}

/**
 * The answer to one question at one instant.
 * @param askedAtMs Unix ms
 */
export function briefOf({ answer, store, digest }: Content, question: Question, askedAtMs: number): Brief {
  const id = shortHash(JSON.stringify([digest, question, askedAtMs]));
  const told = withLedger(answer.sections, question);
  return { id, question, askedAtMs, ...answer, ...told, store, shown: { view: 'overview', page: 1 } };
}

function outcomeOf(
  sections: readonly Section[],
  looked: Brief['looked'],
  { known, failing, news }: Findings,
): Brief['outcome'] {
  if (sections.length > 0) return 'lines';
  if (known && news?.fresh) return 'unchanged';
  if (looked !== undefined && looked.events > 0) return 'undisputed';
  if (failing.length > 0) return 'failing';
  return known ? 'quiet' : 'uncovered';
}

const disputesOf = ({ claims, told }: Event, { containing }: Findings): readonly Disagreement[] =>
  disputesIn(claims, told, (place) => containing.get(place) ?? []);

type ByTopic = ReadonlyMap<Topic, readonly Event[]>;

const disputedOf = (all: ByTopic, findings: Findings): ByTopic =>
  new Map([...all].map(([topic, events]) => [topic, events.filter((one) => disputesOf(one, findings).length > 0)]));

function lookedAt(all: ByTopic, { found, eventsAtMost, topicCounts }: Findings): NonNullable<Brief['looked']> {
  const events = [...all.values()].flat();
  return {
    events: events.length,
    several: events.filter(({ claims }) => new Set(claims.map(({ article }) => article.id)).size > 1).length,
    isAll: [...all].every(
      ([topic, { length }]) =>
        length < (eventsAtMost.get(topic) ?? 0) || (found.get(topic)?.length ?? 0) >= (topicCounts[topic] ?? 0),
    ),
  };
}

/** What the lines of one answer share. */
interface Telling {
  readonly findings: Findings;
  readonly cite: (one: SourcedClaim) => number;
}

function sectionOf(topic: Topic, events: readonly Event[], telling: Telling): readonly Section[] {
  if (events.length === 0) return [];
  const lines = saidOnce(events, telling.findings).map((event) => lineOf(event, telling));
  const told = lines
    .flatMap(({ backing, accounts }) => [backing, ...accounts.map((account) => account.backing)])
    .flat();
  const { eventsAtMost, topicCounts, onlyDisputed } = telling.findings;
  const isWhole = onlyDisputed || events.length < (eventsAtMost.get(topic) ?? 0);
  return [{ topic, lines, claims: isWhole ? told.length : Math.max(topicCounts[topic] ?? 0, told.length) }];
}

/** Claims of several events may rest on one piece of an article: as an excerpt it is printed for the first of them. */
function saidOnce(events: readonly Event[], { texts }: Findings): readonly Event[] {
  const said = Map.groupBy(events, ({ id, told: { lead } }) => {
    const [{ article, claim }] = lead;
    const excerpt = excerptOf(claim, texts.get(article.id));
    return excerpt === undefined ? id : JSON.stringify([article.id, excerpt]);
  });
  return [...said.values()].flatMap(([first]) => first ?? []);
}

/** Other accounts of an event that an answer holds: the most telling. */
const ACCOUNTS_AT_MOST = 8;

function lineOf(event: Event, telling: Telling): Line {
  const { findings } = telling;
  const { id, claims, told } = event;
  const rank = (findings.hits ?? []).findIndex((hit) => hit.event === id) + 1;
  const tellers = tellersOf(event, findings);
  const only = onlyFrom(tellers.map(({ articleId }) => findings.standings.get(articleId)));
  const backing = told.lead.map((one) => backingOf(one, telling));
  const accounts = told.others
    .slice(0, ACCOUNTS_AT_MOST)
    .map(({ relation, group }): Account => ({ relation, backing: group.map((one) => backingOf(one, telling)) }));
  return {
    id,
    claim: sharedPart(told.lead),
    backing,
    accounts,
    publishers: publishersOf(claims),
    origins: originsOf(tellers),
    statedBySides: sidesOf(claims),
    disputes: disputesOf(event, findings).map(({ over, values }) => ({
      over,
      values: values.map((those) => disputedValue(id, those, telling)),
    })),
    newestAtMs: newestOf(claims),
    ...(findings.news?.fresh && { changes: newsOf(event, findings, findings.news.fresh) }),
    ...(only && { onlyFrom: only }),
    ...(rank > 0 && { rank }),
  };
}

/** The articles that tell of an event. */
export const tellersOf = ({ id, claims }: Event, { witnesses }: Findings): readonly Witness[] =>
  witnesses.get(id) ?? claims.map(witnessOf);

/** What is new of an event. */
export function newsOf(event: Event, findings: Findings, fresh: Fresh): readonly Change[] {
  const { id, claims, told } = event;
  const disputed = (those: readonly RankedClaim[], as: Told): readonly Over[] =>
    disputesOf({ id, claims: those, told: as }, findings).map(({ over }) => over);
  return changesOf({ claims, told, witnesses: tellersOf(event, findings), disputed }, fresh);
}

/** Articles whose words for a disputed value are shown. */
const WORDS_OF_VALUE = 3;

function disputedValue(
  event: EventId,
  those: Disagreement['values'][number],
  telling: Telling,
): Line['disputes'][number]['values'][number] {
  const citations = [...new Set(those.map(telling.cite))].sort((a, b) => a - b);
  const value = { claim: those[0].claim, citations };
  return telling.findings.onlyDisputed ? { ...value, ...wordsOfValue(event, those, telling) } : value;
}

/** In which words a value is given, and by how many independent ones: only where disputes are all that is shown. */
function wordsOfValue(event: EventId, those: Disagreement['values'][number], telling: Telling) {
  const articles = new Set(those.map(({ article }) => article.id));
  const witnesses = telling.findings.witnesses.get(event) ?? those.map(witnessOf);
  return {
    backing: those.slice(0, WORDS_OF_VALUE).map((one) => backingOf(one, telling)),
    origins: originsOf(witnesses.filter(({ articleId }) => articles.has(articleId))),
  };
}

function backingOf(one: SourcedClaim, { findings, cite }: Telling): Backing {
  const text = findings.texts.get(one.article.id);
  const excerpt = excerptOf(one.claim, text);
  const quotes = quotesOf(one.claim, text);
  const around = surroundingsOf(one.claim, text);
  return {
    citation: cite(one),
    claim: one.claim,
    quotes,
    ...(excerpt !== undefined && { excerpt }),
    ...(around && { around }),
  };
}

/** An article whose text is not asked for. */
const witnessOf = ({ article }: SourcedClaim): Witness => {
  const { id, publisher, relays } = article;
  return { articleId: id, publisher, relays, sketch: null };
};

/** The lead's claim, with its date only where every other claim gives the same. */
function sharedPart(group: Group): Claim {
  const [{ claim }] = group;
  const { date, ...dateless } = claim;
  return group.every((one) => (one.claim.date?.iso ?? one.claim.date?.text) === (date?.iso ?? date?.text))
    ? claim
    : dateless;
}

/** The events that the claims are of, in the order in which their first claims stand. */
export function eventsOf(claims: readonly RankedClaim[], { hits = [] }: Findings): readonly Event[] {
  const wanted = new Set(hits.map(sourcedKey));
  return [...Map.groupBy(claims, ({ event }) => event)].flatMap(([id, those]) => {
    const told = accountsOf(those, (one) => wanted.has(sourcedKey(one)));
    return told ? [{ id, claims: those, told }] : [];
  });
}

function sourceOf(
  { id, publisher, author, title, url, language, published, relays }: SourcedClaim['article'],
  index: number,
  standings: Findings['standings'],
): Source {
  const known = { publisher, author, title, url: url ?? '', language, published, relays };
  return { citation: index + 1, articleId: id, ...known, ...standings.get(id) };
}
