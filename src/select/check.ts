import type { Ask } from '../asked.ts';
import { type Said, statementsIn } from '../brief/check/statements.ts';
import { type Candidate, type Weighed, weigh } from '../brief/check/weigh.ts';
import { profileOf } from '../brief/event/profile.ts';
import { isSuperseded } from '../brief/event/superseded.ts';
import { happeningOf } from '../brief/happening.ts';
import type { Article } from '../domain/article.ts';
import type { Statement, StatementReading } from '../domain/check.ts';
import { type Claim, refsOf } from '../domain/claim.ts';
import type { PlacesAround } from '../domain/event.ts';
import type { ReadMessage } from '../domain/message.ts';
import { DAY_MS, type Span } from '../domain/period.ts';
import { type RankedClaim, type SourcedClaim, sourcedKey } from '../domain/sourced-claim.ts';
import type { Ports } from '../ports.ts';
import { byTopic } from './by-topic.ts';
import { eventsNear } from './near.ts';
import { knownPlaces } from './places.ts';
import type { Selection } from './selection.ts';

/** Events looked at for one claim of a statement. */
const EVENTS_AT_MOST = 24;
/** Names of one claim that are looked for. */
const NAMES_AT_MOST = 4;
const COUNT_AT_MOST = 100_000;
/** When articles may come out that tell of a day: a little before it in a plan, mostly soon, and for as long after. */
const [BEFORE_MS, SOON_MS, AFTER_MS] = [7 * DAY_MS, 5 * DAY_MS, 60 * DAY_MS];

/** What was found for one statement. */
interface Found {
  readonly statement: Statement;
  readonly hits: readonly RankedClaim[];
  readonly claims: readonly RankedClaim[];
}

/** The events that a message is about, and what sources say to each of its statements. Reads only. */
export async function selectChecked(ports: Ports, question: Ask, message: ReadMessage): Promise<Selection> {
  const { said, isCut } = statementsIn(message);
  const found = await Promise.all(said.map((one) => foundFor(ports, question, one, message)));
  const statements = found.map(({ statement }) => statement);
  return {
    span: null,
    coverage: null,
    known: true,
    found: byTopic(eventsOf(found), ({ claim }) => claim.type),
    eventsAtMost: new Map(),
    topicCounts: {},
    wider: null,
    onlyDisputed: false,
    hits: found.flatMap(({ hits }) => hits),
    checked: { statements, language: message.article?.language ?? 'und', isCut },
  };
}

/** Each claim once, in the order of the statements. */
function eventsOf(found: readonly Found[]): readonly RankedClaim[] {
  const all = found.flatMap(({ claims }) => claims);
  return [...new Map(all.map((one) => [sourcedKey(one), one])).values()];
}

async function foundFor(ports: Ports, question: Ask, said: Said, { article }: ReadMessage): Promise<Found> {
  const told = said.claims.filter(({ claim }) => claim.type !== 'statement');
  if (told.length === 0 || article === null) return nearTo(ports, question, said);
  const read = await Promise.all(told.map((each) => readingOf(ports, question, each, article)));
  const hits = read.flatMap(({ weighed }) => weighed.map(({ hit }) => hit));
  return {
    statement: { text: said.text, readings: read.map(({ reading }) => reading), near: [] },
    hits,
    claims: await wholeEvents(ports, question, hits),
  };
}

async function nearTo(ports: Ports, question: Ask, { text }: Said): Promise<Found> {
  const hits = await eventsNear(ports, question.scope, text);
  const statement: Statement = { text, readings: [], near: hits.map(({ event }) => event) };
  return { statement, hits: [], claims: await wholeEvents(ports, question, hits) };
}

/** The events of these claims, each claim among its event's even where there are more than are read. */
async function wholeEvents(
  { claims }: Ports,
  { scope }: Ask,
  hits: readonly RankedClaim[],
): Promise<readonly RankedClaim[]> {
  return [...hits, ...(await claims.events(scope, [...new Set(hits.map(({ event }) => event))]))];
}

type Told = ReadMessage['claims'][number];
interface Read {
  readonly reading: StatementReading;
  readonly weighed: readonly Weighed[];
}

async function readingOf(ports: Ports, question: Ask, { claim, isSure }: Told, article: Article): Promise<Read> {
  const all = await candidatesFor(ports, question, { claim, article });
  const around = await knownPlaces(ports, [claim, ...all.map((one) => one.claim)]);
  const profile = profileOf({ claim, article }, around);
  const told = profile && { claim, profile, when: happeningOf({ claim, article }) };
  const weighed = told
    ? weigh(
        told,
        current(all).flatMap((one) => candidateOf(one, around)),
      )
    : [];
  const findings = weighed.map(({ hit: _, ...finding }) => finding);
  return { reading: { claim, isSure, findings }, weighed };
}

/** Without figures that their own source has revised since. */
function current(claims: readonly RankedClaim[]): readonly RankedClaim[] {
  const events = Map.groupBy(claims, ({ event }) => event);
  return claims.filter((one) => !isSuperseded(one, events.get(one.event) ?? []));
}

function candidateOf(one: RankedClaim, around: PlacesAround): readonly Candidate[] {
  const profile = profileOf(one, around);
  return profile ? [{ one, claim: one.claim, profile, when: happeningOf(one) }] : [];
}

/**
 * Claims of the same type about what the statement names, from around its day; without one, from around the message's and of all
 * time. What few claims name is looked for first: the rest, such as a country, only as far as there is room for more events.
 */
async function candidatesFor(ports: Ports, question: Ask, one: SourcedClaim): Promise<readonly RankedClaim[]> {
  const { scope } = question;
  const found = new Map<string, RankedClaim>();
  const events = new Set<string>();
  for (const id of await rarestFirst(ports, question, one.claim)) {
    for (const span of spansFor(one)) {
      if (events.size >= EVENTS_AT_MOST) break;
      const query = { scope, subject: { kind: 'entity', id }, span } as const;
      for (const each of await ports.claims.best(query, one.claim.type, EVENTS_AT_MOST - events.size)) {
        events.add(each.event);
        found.set(sourcedKey(each), each);
      }
    }
  }
  return [...found.values()];
}

/** What a claim names, that first of which the store has the fewest claims of its type. */
async function rarestFirst({ claims, gazetteer }: Ports, { scope }: Ask, claim: Claim): Promise<readonly string[]> {
  const named = await gazetteer.byRef(slotRefsOf(claim));
  const ids = [...new Set([...named.values()].map(({ id }) => id))].slice(0, NAMES_AT_MOST);
  const counted = await Promise.all(
    ids.map(async (id) => {
      const counts = await claims.counts({ scope, subject: { kind: 'entity', id }, span: null }, COUNT_AT_MOST);
      return { id, count: counts.get(claim.type) ?? 0 };
    }),
  );
  return counted.toSorted((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** Who speaks is no part of what is told. */
const slotRefsOf = ({ attr: _, ...claim }: Claim): readonly string[] => refsOf({ ...claim, attr: null } as Claim);

function spansFor({ claim, article }: SourcedClaim): readonly (Span | null)[] {
  const day = Date.parse((claim.date?.iso ?? '').split('/')[0] ?? '');
  const at = Number.isNaN(day) ? Date.parse(article.published?.at ?? '') : day;
  const around = Number.isNaN(at)
    ? []
    : [SOON_MS, AFTER_MS].map((after) => ({ fromMs: at - BEFORE_MS, toMs: at + after }));
  return Number.isNaN(day) ? [...around, null] : around;
}
