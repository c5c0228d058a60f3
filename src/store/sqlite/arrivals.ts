import type { ArticleId } from '../../domain/article.ts';
import type { RankedClaim } from '../../domain/sourced-claim.ts';
import type { Arrival, StoredArticle, Touched } from '../contract.ts';
import { ALL_REF } from './closure.ts';
import { type Database, int, type Row, text } from './database.ts';
import { rowsKnownBy } from './known-rows.ts';
import { claimsOfEvents, countedJson, rankedOf, type Sight } from './read-claims.ts';
import { isNarrowed, type Narrowed, seenAs, standingOf } from './standing.ts';
import { bestStanding } from './within.ts';

/** `ClaimStore.arrivals`, at once. */
export function arrivalsIn(database: Database, { operator, own, counted }: Sight, atMost: number): readonly Arrival[] {
  const stored = [...new Set([operator, own])].flatMap((scope) =>
    database.all(NEWEST, scope, counted?.publishers?.json ?? null, atMost).map((row) => int(row, 'num')),
  );
  const nums = stored.sort((a, b) => b - a).slice(0, atMost);
  const known = arrivalsKnown(database, nums);
  return nums.flatMap((num) => known.get(num) ?? []);
}

/** Numbers ascend as articles are stored. */
const NEWEST = `
  SELECT num FROM article WHERE scope = ?1 AND hidden IS NULL
    AND (?2 IS NULL OR publisher IN (SELECT value FROM json_each(?2))) ORDER BY num DESC LIMIT ?3`;

/** Some 2 MB when full. */
const arrivalsKnown = rowsKnownBy(
  'SELECT article.num, article.id, digest FROM json_each(?) AS wanted JOIN article ON article.num = wanted.value',
  (row): Arrival => ({ id: text(row, 'id'), digest: text(row, 'digest') }),
  8_000,
);

const STORED = `SELECT article.num, guild, id FROM article JOIN scope ON scope.num = article.scope WHERE hidden IS NULL`;

/** `ClaimStore.stored`, at once. */
export function storedAfter(database: Database, after: number | null, atMost: number): readonly StoredArticle[] {
  const rows =
    after === null
      ? database.all(`${STORED} ORDER BY article.num DESC LIMIT ?`, atMost)
      : database.all(`${STORED} AND article.num > ? ORDER BY article.num LIMIT ?`, after, atMost);
  return rows.map((row) => ({
    num: int(row, 'num'),
    scope: { guildId: text(row, 'guild') || null },
    id: text(row, 'id'),
  }));
}

/** What the events of articles are narrowed to. */
export interface Narrowing {
  /** Number of what an event must reach; null: any. */
  readonly ref: number | null;
  /** Only these events; null: any. */
  readonly among: readonly string[] | null;
  readonly types: readonly number[];
}

/** Events that an article of these tells of, as the scope sees them. */
const TOUCHED = `
  WITH told AS (
    SELECT DISTINCT claim.event FROM article JOIN claim ON claim.article = article.num
    WHERE article.id IN (SELECT value FROM json_each(?1)) AND article.scope IN (?2, ?3) AND article.hidden IS NULL
      AND claim.type IN (SELECT value FROM json_each(?4))
      AND (?8 IS NULL OR claim.publisher IN (SELECT value FROM json_each(?8)))
      AND (?9 IS NULL OR claim.num NOT IN (SELECT value FROM json_each(?9)))
  )
  SELECT event.event, event.type, publishers, newest, count(*) OVER () AS n FROM told JOIN event ON event.event = told.event
    AND event.scope = (SELECT max(scope) FROM event AS seen WHERE seen.event = told.event AND seen.scope IN (?2, ?3))
  WHERE (?5 IS NULL OR EXISTS (SELECT 1 FROM json_each(event.refs) WHERE value = ?5))
    AND (?6 IS NULL OR event.event IN (SELECT value FROM json_each(?6)))
  ORDER BY publishers DESC, newest DESC, event.event LIMIT ?7`;

/** No limit, in SQLite. */
const ALL = -1;

/** The claims of the events that these articles tell of, best first, and how many such events there are. */
export function touchedBy(
  database: Database,
  sight: Sight,
  articles: readonly ArticleId[],
  { ref, among, types }: Narrowing,
  atMost: number,
): Touched {
  const rows = database.all(
    TOUCHED,
    ...[JSON.stringify(articles), sight.operator, sight.own, JSON.stringify(types)],
    ...[ref, among && JSON.stringify(among), isNarrowed(sight) ? ALL : atMost, ...countedJson(sight)],
  );
  if (isNarrowed(sight)) return touchedWithin(database, sight, rows, ref ?? ALL_REF, atMost);
  const claims: readonly RankedClaim[] = claimsOfEvents(database, sight, rows.map(rankedOf));
  return { claims, events: rows[0] ? int(rows[0], 'n') : 0 };
}

/** The same by what counts: what that alone makes of the events. */
function touchedWithin(
  database: Database,
  sight: Narrowed,
  rows: readonly Row[],
  ref: number,
  atMost: number,
): Touched {
  const events = rows.flatMap((row) => seenAs(database, sight, standingOf(row), { ref, type: int(row, 'type') }) ?? []);
  const best = events.sort(bestStanding).slice(0, atMost);
  return { claims: claimsOfEvents(database, sight, best), events: events.length };
}
