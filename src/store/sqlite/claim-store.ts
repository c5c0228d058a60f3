import { CLAIM_TYPES, type ClaimType } from '../../domain/claim.ts';
import type { Scope } from '../../domain/scope.ts';
import type { RankedClaim } from '../../domain/sourced-claim.ts';
import type { Subject } from '../../domain/subject.ts';
import type { ClaimQuery, ClaimReads, ClaimStore, Coverage, Selector, Touched } from '../contract.ts';
import { alikeIn } from './alike.ts';
import { arrivalsIn, type Narrowing, storedAfter, touchedBy } from './arrivals.ts';
import { ALL_REF } from './closure.ts';
import { bestUnstruck } from './corrections/best-unstruck.ts';
import { countSeen, coverageSeen } from './corrections/count-struck.ts';
import { struckFor } from './corrections/struck.ts';
import { noteChange } from './corrections/withdraw.ts';
import { type Database, int, text } from './database.ts';
import { putArticle, removeArticle } from './file-articles.ts';
import { filterKey } from './filter-keys.ts';
import {
  type CountedPublishers,
  claimNamed,
  claimsByEvent,
  claimsOfEvents,
  type Ranked,
  type Sight,
  wholeEvent,
} from './read-claims.ts';
import { refreshIfStale } from './refresh.ts';
import { revisionOf } from './revision.ts';
import { OPERATOR_SCOPE, scopeNum } from './scope.ts';
import { searchClaims } from './search.ts';
import { bestEvents, countByType, coverageOf } from './select-by-ref.ts';
import { bestEventsByWords, countByWords, coverageOfWords } from './select-by-words.ts';
import { countedIn, isLimited, isNarrowed } from './standing.ts';
import { stateOf, statusOf } from './status.ts';
import { fileOf } from './stored-file.ts';
import { bestWithin, type Wanted } from './within.ts';
import { witnessesOf } from './witnesses.ts';

/** Claims in the embedded database. */
export function sqliteClaimStore(database: Database, now: () => number = Date.now): ClaimStore {
  return {
    ...reading(database, unstruckSight(database, null)),
    within: (counts) => reading(database, unstruckSight(database, countedIn(database, counts))),
    stored: async (after, atMost) => storedAfter(database, after, atMost),
    whole: async (scope, id) => wholeEvent(database, sightOf(database, scope), id),
    uncorrected: () => reading(database, (scope) => sightOf(database, scope)),
    put: async (scope, file, body) => putArticle(database, scope, file, body, now()),
    remove: async (scope, id) => removeArticle(database, scope, id, now(), noteChange),
    forget: async (scope, id) => removeArticle(database, scope, id, now(), () => undefined),
    articleIds: async (scope) => {
      const rows = database.all('SELECT id FROM article WHERE scope = ? ORDER BY id', scopeNum(database, scope));
      return rows.map((row) => text(row, 'id'));
    },
    file: async (scope, id) => fileOf(database, scope, id),
    alike: async (scope, body, aroundMs) => alikeIn(database, sightOf(database, scope), body, aroundMs),
    texts: async (scope, ids) => texts(database, sightOf(database, scope), ids),
    revision: async () => revisionOf(database),
    status: async (scope) => statusOf(database, sightOf(database, scope)),
    state: async (scope) => stateOf(database, sightOf(database, scope)),
  };
}

/** What questions are answered from. */
function reading(database: Database, sightOf: (scope: Scope) => Sight): ClaimReads {
  return {
    best: async (query, type, events) => best(database, sightOf(query.scope), query, type, events),
    counts: async (query, atMost) => counts(database, sightOf(query.scope), query, atMost),
    event: async (scope, id) => claimsByEvent(database, sightOf(scope), [id]),
    events: async (scope, ids) => claimsByEvent(database, sightOf(scope), ids),
    search: async (search, events) => searchClaims(database, sightOf(search.scope), search, events),
    claim: async (scope, article, id) => claimNamed(database, sightOf(scope), article, id),
    witnesses: async (scope, ids) => witnessesOf(database, sightOf(scope), ids),
    coverage: async (scope, subject, types) => coverage(database, sightOf(scope), subject, types ?? CLAIM_TYPES),
    arrivals: async (scope, atMost) => arrivalsIn(database, sightOf(scope), atMost),
    touched: async (query, types, atMost) => touched(database, sightOf(query.scope), query, types, atMost),
  };
}

function sightOf(database: Database, scope: Scope): Sight {
  refreshIfStale(database);
  return { operator: OPERATOR_SCOPE, own: scopeNum(database, scope) ?? OPERATOR_SCOPE, counted: null };
}

/** Without what is marked as wrong in a scope. */
function unstruckSight(database: Database, publishers: CountedPublishers | null): (scope: Scope) => Sight {
  return (scope) => {
    const sight = sightOf(database, scope);
    const struck = struckFor(database, sight.operator, sight.own);
    return publishers === null && struck === null ? sight : { ...sight, counted: { publishers, struck } };
  };
}

/** The number of what a subject's claims are found by; null where no claim is. */
function refOf(database: Database, subject: Exclude<Selector, { kind: 'words' }>): number | null {
  if (subject.kind === 'all') return ALL_REF;
  const ref = subject.kind === 'filtered' ? filterKey(subject.filters) : subject.id;
  const row = database.get('SELECT num FROM ref WHERE ref = ?', ref);
  return row ? int(row, 'num') : null;
}

async function best(
  database: Database,
  sight: Sight,
  { subject, span }: ClaimQuery,
  type: ClaimType,
  atMost: number,
): Promise<readonly RankedClaim[]> {
  const typeNum = CLAIM_TYPES.indexOf(type);
  if (subject.kind === 'words')
    return claimsOfEvents(database, sight, bestEventsByWords(database, sight, subject.words, typeNum, span, atMost));
  const ref = refOf(database, subject);
  if (ref === null) return [];
  return claimsOfEvents(database, sight, await bestOf(database, sight, { ref, type: typeNum, span }, atMost));
}

async function bestOf(database: Database, sight: Sight, wanted: Wanted, atMost: number): Promise<readonly Ranked[]> {
  const { ref, type, span } = wanted;
  if (!isNarrowed(sight)) return bestEvents(database, sight, ref, type, span, atMost);
  return isLimited(sight) ? bestWithin(database, sight, wanted, atMost) : bestUnstruck(database, sight, wanted, atMost);
}

async function counts(
  database: Database,
  sight: Sight,
  { subject, span }: ClaimQuery,
  atMost: number,
): Promise<ReadonlyMap<ClaimType, number>> {
  if (subject.kind === 'words') return countByWords(database, sight, subject.words, span, atMost);
  const ref = refOf(database, subject);
  if (ref === null) return new Map();
  return isNarrowed(sight)
    ? countSeen(database, sight, ref, span, atMost)
    : countByType(database, sight, ref, span, atMost);
}

async function coverage(
  database: Database,
  sight: Sight,
  subject: Selector,
  types: readonly ClaimType[],
): Promise<Coverage | null> {
  const nums = types.map((type) => CLAIM_TYPES.indexOf(type));
  if (subject.kind === 'words') return coverageOfWords(database, sight, subject.words, nums);
  const ref = refOf(database, subject);
  if (ref === null) return null;
  return isNarrowed(sight) ? coverageSeen(database, sight, ref, nums) : coverageOf(database, sight, ref, nums);
}

/** Words are looked for in no more claims than this. */
const WORDED_EVENTS = 500;

function touched(
  database: Database,
  sight: Sight,
  { subject, articles }: Parameters<ClaimStore['touched']>[0],
  types: readonly ClaimType[],
  atMost: number,
): Touched {
  const nums = types.map((type) => CLAIM_TYPES.indexOf(type));
  const narrowing = narrowingTo(database, sight, subject, nums);
  return narrowing === null
    ? { claims: [], events: 0 }
    : touchedBy(database, sight, articles, { ...narrowing, types: nums }, atMost);
}

/** null where no claim has to do with the subject. */
function narrowingTo(
  database: Database,
  sight: Sight,
  subject: Subject,
  types: readonly number[],
): Omit<Narrowing, 'types'> | null {
  switch (subject.kind) {
    case 'all':
      return { ref: null, among: null };
    case 'entity': {
      const ref = refOf(database, subject);
      return ref === null ? null : { ref, among: null };
    }
    case 'words': {
      const found = types.flatMap((type) =>
        bestEventsByWords(database, sight, subject.words, type, null, WORDED_EVENTS),
      );
      return { ref: null, among: found.map(({ event }) => event) };
    }
    case 'event':
      return { ref: null, among: [subject.id] };
    case 'claim': {
      const one = claimNamed(database, sight, subject.article, subject.claim);
      return one && { ref: null, among: [one.event] };
    }
  }
}

function texts(database: Database, { operator, own }: Sight, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = database.all(
    `SELECT id, text FROM article JOIN article_text ON article_text.article = article.num
     WHERE id IN (SELECT value FROM json_each(?)) AND scope IN (?, ?) AND hidden IS NULL`,
    ...[JSON.stringify(ids), operator, own],
  );
  return new Map(rows.map((row) => [text(row, 'id'), text(row, 'text')]));
}
