import { Article } from '../../domain/article.ts';
import { Claim } from '../../domain/claim.ts';
import type { Span } from '../../domain/period.ts';
import type { RankedClaim, SourcedClaim } from '../../domain/sourced-claim.ts';
import { chosenOf } from './choose-claims.ts';
import type { Struck } from './corrections/struck.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, type Row, text } from './database.ts';
import { rowsKnownBy } from './known-rows.ts';
import { claimsListed } from './listed-claims.ts';
import { parsed } from './parsed.ts';
import { removalsOf } from './revision.ts';
import { asSeen, isCounted } from './standing.ts';

/** Numbers of the two scopes a question sees; the same twice where there is one. */
export interface Sight {
  readonly operator: number;
  readonly own: number;
  /** What alone is seen; null: everything. */
  readonly counted: Counted | null;
}

/** Whose claims are seen, and which of them are not. */
export interface Counted {
  /** null: everybody's. */
  readonly publishers: CountedPublishers | null;
  /** null: all of them are. */
  readonly struck: Struck | null;
}

/** Publishers by their numbers. */
export interface CountedPublishers {
  readonly nums: ReadonlySet<number>;
  /** As a JSON array, for SQL. */
  readonly json: string;
}

/** Rows of claims, with `num` and `publisher`, that are seen. */
export const seenOf = (rows: readonly Row[], { counted }: Sight): readonly Row[] =>
  counted ? rows.filter((row) => isCounted(counted, row)) : rows;

/** For SQL: the publishers whose claims are seen and the claims that are not, as JSON arrays; null: all of them, or none. */
export const countedJson = ({ counted }: Sight): readonly [string | null, string | null] => [
  counted?.publishers?.json ?? null,
  counted?.struck?.json ?? null,
];

/** Publication as stored, half-open; null takes in what has no date. */
export const boundsOf = (span: Span | null): Span =>
  span
    ? { fromMs: Math.max(span.fromMs, UNDATED_MS + 1), toMs: span.toMs }
    : { fromMs: UNDATED_MS, toMs: Number.MAX_SAFE_INTEGER };

/** An event as a scope sees it. */
export interface Ranked {
  readonly event: string;
  readonly publishers: number;
}

export const rankedOf = (row: Row): Ranked => ({ event: text(row, 'event'), publishers: int(row, 'publishers') });

/** Claims of the events in sight, event by event in the order given. */
export function claimsOfEvents(database: Database, sight: Sight, events: readonly Ranked[]): readonly RankedClaim[] {
  const names = events.map(({ event }) => event);
  const all = claimsListed(database, sight, names).map((rows) => seenOf(rows, sight));
  const chosen = chosenOf(database, all);
  const claims = stored(database, chosen.flat());
  return events.flatMap(({ event, publishers }, at) =>
    (chosen[at] ?? []).flatMap((num) => {
      const claim = claims.get(num);
      return claim ? [{ ...claim, event, publishers }] : [];
    }),
  );
}

/** `ClaimStore.events`, at once. */
export function claimsByEvent(database: Database, sight: Sight, events: readonly string[]): readonly RankedClaim[] {
  const sql = 'SELECT event, publishers FROM event WHERE event = ? AND scope IN (?, ?) ORDER BY scope DESC LIMIT 1';
  const seen = events.flatMap((event) => {
    const row = database.get(sql, event, sight.operator, sight.own);
    return (row && asSeen(database, sight, rankedOf(row))) ?? [];
  });
  return claimsOfEvents(database, sight, seen);
}

/** Claims by their numbers, in that order. */
export function rankedByNum(database: Database, sight: Sight, nums: readonly number[]): readonly RankedClaim[] {
  const { operator, own } = sight;
  const rows = database.all(
    `SELECT claim.num, event.event, publishers
     FROM json_each(?) AS wanted JOIN claim ON claim.num = wanted.value
     JOIN event ON event.event = claim.event
       AND event.scope = (SELECT max(scope) FROM event AS seen WHERE seen.event = claim.event AND seen.scope IN (?, ?))
     ORDER BY wanted.key`,
    ...[JSON.stringify(nums), operator, own],
  );
  const claims = stored(database, nums);
  return rows.flatMap((row) => {
    const claim = claims.get(int(row, 'num'));
    const seen = asSeen(database, sight, rankedOf(row));
    return claim && seen ? [{ ...claim, event: seen.event, publishers: seen.publishers }] : [];
  });
}

/** `ClaimStore.whole`, at once. */
export function wholeEvent(database: Database, sight: Sight, event: string): readonly RankedClaim[] {
  const rows = claimsListed(database, sight, [event]).flat();
  return rankedByNum(
    database,
    sight,
    rows.map((row) => int(row, 'num')),
  );
}

/** `ClaimStore.claim`, at once. */
export function claimNamed(database: Database, sight: Sight, article: string, id: string): RankedClaim | null {
  const row = database.get(
    `SELECT claim.num, claim.publisher FROM article JOIN claim ON claim.article = article.num
     WHERE article.id = ? AND article.scope IN (?, ?) AND claim.id = ? ORDER BY article.scope LIMIT 1`,
    ...[article, sight.operator, sight.own, id],
  );
  const [seen] = row ? seenOf([row], sight) : [];
  return seen ? (rankedByNum(database, sight, [int(seen, 'num')])[0] ?? null) : null;
}

const claimsKnown = rowsKnownBy(
  `SELECT claim.num, claim.json, claim.id, claim.article, article.id AS article_id
   FROM json_each(?) AS wanted JOIN claim ON claim.num = wanted.value JOIN article ON article.num = claim.article`,
  (row) => ({
    claim: parsed(Claim, text(row, 'json'), `claim ${text(row, 'article_id')} ${text(row, 'id')}`),
    article: int(row, 'article'),
  }),
  4_000,
  removalsOf,
);

/** With the claims above some 12 MB when full. No number of an article is given twice. */
const articlesKnown = rowsKnownBy(
  'SELECT article.num, article.id, article.json FROM json_each(?) AS wanted JOIN article ON article.num = wanted.value',
  (row) => parsed(Article, text(row, 'json'), `article ${text(row, 'id')}`),
  2_000,
);

/** By the numbers of the claims. */
function stored(database: Database, nums: readonly number[]): ReadonlyMap<number, SourcedClaim> {
  const claims = claimsKnown(database, nums);
  const told = nums.flatMap((num) => claims.get(num) ?? []);
  const articles = articlesKnown(database, [...new Set(told.map(({ article }) => article))]);
  return new Map(
    nums.flatMap((num): [number, SourcedClaim][] => {
      const one = claims.get(num);
      const article = one && articles.get(one.article);
      return article ? [[num, { claim: one.claim, article }]] : [];
    }),
  );
}
