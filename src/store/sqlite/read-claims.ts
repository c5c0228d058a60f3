import { z } from 'zod';
import { Article } from '../../domain/article.ts';
import { Claim } from '../../domain/claim.ts';
import type { Witness } from '../../domain/event.ts';
import type { Span } from '../../domain/period.ts';
import type { RankedClaim, SourcedClaim } from '../../domain/sourced-claim.ts';
import { CLAIMS_PER_EVENT, WITNESSES_PER_EVENT } from '../contract.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, type Row, text } from './database.ts';
import { parsed, rememberingParser } from './parsed.ts';

/** Numbers of the two scopes a question sees; the same twice where there is one. */
export interface Sight {
  readonly operator: number;
  readonly own: number;
}

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

/** The newest claims of each publisher in turn, of the events in sight, event by event in the order given. */
export function claimsOfEvents(
  database: Database,
  { operator, own }: Sight,
  events: readonly Ranked[],
): readonly RankedClaim[] {
  const chosen = events.flatMap((ranked) =>
    inTurns(database.all(NEWEST_OF_EVENT, ranked.event, operator, own)).map((num) => ({ num, ranked })),
  );
  const rows = database.all(BY_NUM, JSON.stringify(chosen.map(({ num }) => num)));
  return stored(rows).flatMap((claim, at) => {
    const ranked = chosen[at]?.ranked;
    return ranked ? [{ ...claim, ...ranked }] : [];
  });
}

/** Without the claims themselves, of which few are taken. */
const NEWEST_OF_EVENT = `
  SELECT claim.num, claim.publisher FROM claim JOIN article ON article.num = claim.article
  WHERE event = ? AND claim.scope IN (?, ?) ORDER BY claim.published DESC, article.id, claim.id`;

const BY_NUM = `
  SELECT claim.json, claim.id, article.id AS article_id, article.json AS article_json
  FROM json_each(?) AS wanted JOIN claim ON claim.num = wanted.value JOIN article ON article.num = claim.article
  ORDER BY wanted.key`;

/** The numbers of the first claims of each publisher, then of the second ones. A window function takes SQLite four times as long. */
function inTurns(newestFirst: readonly Row[]): readonly number[] {
  const told = new Map<number, number>();
  const turns = newestFirst.map((row) => {
    const publisher = int(row, 'publisher');
    const turn = told.get(publisher) ?? 0;
    told.set(publisher, turn + 1);
    return { turn, num: int(row, 'num') };
  });
  return turns
    .sort((a, b) => a.turn - b.turn)
    .slice(0, CLAIMS_PER_EVENT)
    .map(({ num }) => num);
}

/** `ClaimStore.event`, at once. */
export function claimsOfEvent(database: Database, sight: Sight, event: string): readonly RankedClaim[] {
  const row = database.get(
    'SELECT event, publishers FROM event WHERE event = ? AND scope IN (?, ?) ORDER BY scope DESC LIMIT 1',
    ...[event, sight.operator, sight.own],
  );
  return row ? claimsOfEvents(database, sight, [rankedOf(row)]) : [];
}

/** Claims by their numbers, in that order. */
export function rankedByNum(
  database: Database,
  { operator, own }: Sight,
  nums: readonly number[],
): readonly RankedClaim[] {
  const rows = database.all(
    `SELECT claim.json, claim.id, article.id AS article_id, article.json AS article_json, event.event, publishers
     FROM json_each(?) AS wanted JOIN claim ON claim.num = wanted.value JOIN article ON article.num = claim.article
     JOIN event ON event.event = claim.event
       AND event.scope = (SELECT max(scope) FROM event AS seen WHERE seen.event = claim.event AND seen.scope IN (?, ?))
     ORDER BY wanted.key`,
    ...[JSON.stringify(nums), operator, own],
  );
  return stored(rows).flatMap((one, at) => {
    const row = rows[at];
    return row ? [{ ...one, ...rankedOf(row) }] : [];
  });
}

/** `ClaimStore.claim`, at once. */
export function claimNamed(
  database: Database,
  { operator, own }: Sight,
  article: string,
  id: string,
): RankedClaim | null {
  const row = database.get(
    `SELECT claim.num FROM article JOIN claim ON claim.article = article.num
     WHERE article.id = ? AND article.scope IN (?, ?) AND claim.id = ? ORDER BY article.scope LIMIT 1`,
    ...[article, operator, own, id],
  );
  return row ? (rankedByNum(database, { operator, own }, [int(row, 'num')])[0] ?? null) : null;
}

/** `ClaimStore.witnesses`, at once. */
export function witnessesOf(
  database: Database,
  { operator, own }: Sight,
  events: readonly string[],
): ReadonlyMap<string, readonly Witness[]> {
  const sql = `SELECT DISTINCT article.id, article.json ->> 'publisher' AS publisher, article.json -> 'relays' AS relays, sketch
    FROM claim JOIN article ON article.num = claim.article WHERE event = ? AND claim.scope IN (?, ?)
    ORDER BY article.published DESC, article.id LIMIT ?`;
  return new Map(
    events.map((event) => [event, database.all(sql, event, operator, own, WITNESSES_PER_EVENT).map(witnessOf)]),
  );
}

const Relays = z.array(z.string());

function witnessOf(row: Row): Witness {
  const [articleId, sketch] = [text(row, 'id'), row.sketch];
  return {
    articleId,
    publisher: text(row, 'publisher'),
    relays: parsed(Relays, text(row, 'relays'), `article ${articleId}`),
    sketch: sketch instanceof Uint8Array ? sketch : null,
  };
}

/** Some 6 MB when full. */
const articleOf = rememberingParser(Article, 1_000);
const claimOf = rememberingParser(Claim, 2_000);

function stored(rows: readonly Row[]): readonly SourcedClaim[] {
  return rows.map((row) => ({
    claim: claimOf(text(row, 'json'), `claim ${text(row, 'article_id')} ${text(row, 'id')}`),
    article: articleOf(text(row, 'article_json'), `article ${text(row, 'article_id')}`),
  }));
}
