import { Article } from '../../domain/article.ts';
import { Claim } from '../../domain/claim.ts';
import type { Span } from '../../domain/period.ts';
import type { RankedClaim, SourcedClaim } from '../../domain/sourced-claim.ts';
import { chosenOf } from './choose-claims.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, type Row, text } from './database.ts';
import { articlesKnownBy } from './known-articles.ts';
import { claimsListed } from './listed-claims.ts';
import { parsed, rememberingParser } from './parsed.ts';
import { asSeen } from './standing.ts';

/** Numbers of the two scopes a question sees; the same twice where there is one. */
export interface Sight {
  readonly operator: number;
  readonly own: number;
  /** Whose claims alone are seen; null: everybody's. */
  readonly counted: CountedPublishers | null;
}

/** Publishers by their numbers. */
export interface CountedPublishers {
  readonly nums: ReadonlySet<number>;
  /** As a JSON array, for SQL. */
  readonly json: string;
}

/** Rows with a `publisher` that is seen. */
export const seenOf = (rows: readonly Row[], { counted }: Sight): readonly Row[] =>
  counted ? rows.filter((row) => counted.nums.has(int(row, 'publisher'))) : rows;

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
  const chosen = chosenOf(database, all).flatMap((nums, at) => nums.map((num) => ({ num, ranked: events[at] })));
  const rows = database.all(BY_NUM, JSON.stringify(chosen.map(({ num }) => num)));
  return stored(database, rows).flatMap((claim, at) => {
    const ranked = chosen[at]?.ranked;
    return ranked ? [{ ...claim, event: ranked.event, publishers: ranked.publishers }] : [];
  });
}

const BY_NUM = `
  SELECT claim.json, claim.id, claim.article FROM json_each(?) AS wanted JOIN claim ON claim.num = wanted.value
  ORDER BY wanted.key`;

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
    `SELECT claim.json, claim.id, claim.article, event.event, publishers
     FROM json_each(?) AS wanted JOIN claim ON claim.num = wanted.value
     JOIN event ON event.event = claim.event
       AND event.scope = (SELECT max(scope) FROM event AS seen WHERE seen.event = claim.event AND seen.scope IN (?, ?))
     ORDER BY wanted.key`,
    ...[JSON.stringify(nums), operator, own],
  );
  return stored(database, rows).flatMap((one, at) => {
    const row = rows[at];
    const seen = row ? asSeen(database, sight, rankedOf(row)) : null;
    return seen ? [{ ...one, event: seen.event, publishers: seen.publishers }] : [];
  });
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

const claimOf = rememberingParser(Claim, 4_000);

/** With the claims above some 12 MB when full. */
const articlesKnown = articlesKnownBy(
  'SELECT article.num, article.id, article.json FROM json_each(?) AS wanted JOIN article ON article.num = wanted.value',
  (row) => parsed(Article, text(row, 'json'), `article ${text(row, 'id')}`),
  2_000,
);

function stored(database: Database, rows: readonly Row[]): readonly SourcedClaim[] {
  const nums = new Set(rows.map((row) => int(row, 'article')));
  const articles = articlesKnown(database, [...nums]);
  return rows.map((row) => {
    const article = articles.get(int(row, 'article'));
    if (!article) throw new RangeError(`article number ${int(row, 'article')} is gone`);
    return { claim: claimOf(text(row, 'json'), `claim ${article.id} ${text(row, 'id')}`), article };
  });
}
