import { setImmediate } from 'node:timers/promises';
import { CLAIM_TYPES, type ClaimType } from '../../domain/claim.ts';
import type { Span } from '../../domain/period.ts';
import type { Coverage } from '../contract.ts';
import { ALL_REF } from './closure.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, intOrNull, type Row, text } from './database.ts';
import { boundsOf, type CountedPublishers, type Ranked } from './read-claims.ts';
import { type Narrowed, type Standing, standingWithin } from './standing.ts';

/** Most publishers first, then the newest. */
export const bestStanding = (a: Standing, b: Standing): number =>
  b.publishers - a.publishers || b.newest - a.newest || (a.event < b.event ? 1 : -1);

/**
 * The events of a ref that most of the publishers report that count, then the newest. Exact: who does not count can only take
 * from what an event has in the ranking, so the walk down it ends where nothing below can be better than what was found.
 */
export async function bestWithin(
  database: Database,
  sight: Narrowed,
  wanted: Wanted,
  atMost: number,
): Promise<readonly Ranked[]> {
  const scopes = [...new Set([sight.operator, sight.own])];
  const found = [];
  for (const scope of scopes) found.push(...(await bestIn(database, sight, wanted, scope, atMost)));
  return found.sort(bestStanding).slice(0, atMost);
}

interface Wanted {
  readonly ref: number;
  readonly type: number;
  readonly span: Span | null;
}

/** Events after which others get their turn: where few publishers count, the walk may be of all there are. */
const STRETCH = 250;

async function bestIn(
  database: Database,
  sight: Narrowed,
  { ref, type, span }: Wanted,
  scope: number,
  atMost: number,
): Promise<readonly Standing[]> {
  const { fromMs, toMs } = boundsOf(span);
  let best: readonly Standing[] = [];
  let looked = 0;
  for (const ranked of walkFrom(database, { ref, scope, type, own: sight.own, fromMs })) {
    const last = best[atMost - 1];
    if (last && bestStanding(last, ranked) < 0) break;
    const one = standingWithin(database, sight, ranked.event, ref);
    if (one && one.newest >= fromMs && one.newest < toMs) best = [...best, one].sort(bestStanding).slice(0, atMost);
    looked += 1;
    if (looked % STRETCH === 0) await setImmediate();
  }
  return best;
}

/** Those of the events that stand best by who counts, as far as they are in the span. */
export function bestAmong(
  database: Database,
  sight: Narrowed,
  events: readonly string[],
  span: Span | null,
  atMost: number,
): readonly Ranked[] {
  const { fromMs, toMs } = boundsOf(span);
  return events
    .flatMap((event) => standingWithin(database, sight, event, ALL_REF) ?? [])
    .filter(({ newest }) => newest >= fromMs && newest < toMs)
    .sort(bestStanding)
    .slice(0, atMost);
}

interface Walk {
  readonly ref: number;
  readonly scope: number;
  readonly type: number;
  readonly own: number;
  readonly fromMs: number;
}

/** Rows that are read at a time. */
const PAGE = 100;
/** Comes after every event's name. */
const AFTER_ALL = '~';

/** A row of a level of equal publishers, newest first; where a server adds to an event, its row stands for the operator's too. */
const LEVEL = `SELECT publishers, newest, event FROM ranking AS r
  WHERE ref = ? AND scope = ? AND type = ? AND publishers = ? AND newest >= ? AND (newest, event) < (?, ?)
    AND (scope = ? OR NOT EXISTS (SELECT 1 FROM event WHERE event.event = r.event AND event.scope = ?))
  ORDER BY newest DESC, event DESC LIMIT ${PAGE}`;

/** The events of a ref in the order of the ranking, as far as their newest article is not older than the span. */
function* walkFrom(database: Database, walk: Walk): Generator<Standing> {
  const { ref, scope, type, own, fromMs } = walk;
  for (let level = levelBelow(database, walk, null); level !== null; level = levelBelow(database, walk, level)) {
    let before: readonly [number, string] = [Number.MAX_SAFE_INTEGER, AFTER_ALL];
    for (let rows = 1; rows > 0; ) {
      const page = database.all(LEVEL, ref, scope, type, level, fromMs, ...before, own, own).map(standingOf);
      yield* page;
      const last = page.length === PAGE ? page.at(-1) : undefined;
      rows = last ? page.length : 0;
      if (last) before = [last.newest, last.event];
    }
  }
}

const standingOf = (row: Row): Standing => ({
  event: text(row, 'event'),
  publishers: int(row, 'publishers'),
  newest: int(row, 'newest'),
});

function levelBelow(database: Database, { ref, scope, type }: Walk, publishers: number | null): number | null {
  const sql =
    'SELECT max(publishers) AS level FROM ranking WHERE ref = ? AND scope = ? AND type = ? AND publishers < ?';
  return intOrNull(database.get(sql, ref, scope, type, publishers ?? Number.MAX_SAFE_INTEGER), 'level');
}

const COUNT = `SELECT count(*) AS n FROM (
  SELECT 1 FROM mention JOIN claim ON claim.num = mention.claim
  WHERE ref = ? AND mention.scope = ? AND mention.type = ? AND mention.published >= ? AND mention.published < ?
    AND claim.publisher IN (SELECT value FROM json_each(?)) LIMIT ?)`;

/** Claims of each type that reach a ref and that count, up to `atMost` of each. */
export function countWithin(
  database: Database,
  { operator, own, counted }: Narrowed,
  ref: number,
  span: Span | null,
  atMost: number,
): ReadonlyMap<ClaimType, number> {
  const { fromMs, toMs } = boundsOf(span);
  const counts = CLAIM_TYPES.map((name, type): [ClaimType, number] => {
    const found = [...new Set([operator, own])].map((scope) =>
      int(database.get(COUNT, ref, scope, type, fromMs, toMs, counted.json, atMost) ?? {}, 'n'),
    );
    return [
      name,
      Math.min(
        atMost,
        found.reduce((sum, n) => sum + n, 0),
      ),
    ];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

const COVER = `SELECT coalesce(sum(articles), 0) AS articles, count(DISTINCT publisher) AS publishers,
    coalesce(sum(undated), 0) AS undated
  FROM cover WHERE ref = ? AND scope IN (?, ?) AND types & ? <> 0 AND publisher IN (SELECT value FROM json_each(?))`;

/** Articles by publishers that count that reach a ref with a claim of one of these types. */
export function coverageWithin(
  database: Database,
  { operator, own, counted }: Narrowed,
  ref: number,
  types: readonly number[],
): Coverage | null {
  const bits = types.reduce((all, type) => all | (1 << type), 0);
  const row = database.get(COVER, ref, operator, own, bits, counted.json) ?? {};
  const [articles, publishers, undated] = [int(row, 'articles'), int(row, 'publishers'), int(row, 'undated')];
  if (articles === 0) return null;
  const ends = [...new Set([operator, own])].flatMap((scope) =>
    types.flatMap((type) => [FIRST, LAST].flatMap((sql) => endOf(database, sql, [ref, scope, type], counted))),
  );
  const [oldestAtMs, newestAtMs] = ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [null, null];
  return { articles, publishers, undated, oldestAtMs, newestAtMs };
}

const [FIRST, LAST] = ['ASC', 'DESC'].map(
  (order) => `SELECT mention.published AS at FROM mention JOIN claim ON claim.num = mention.claim
    WHERE ref = ? AND mention.scope = ? AND mention.type = ? AND mention.published > ${UNDATED_MS}
      AND claim.publisher IN (SELECT value FROM json_each(?)) ORDER BY mention.published ${order} LIMIT 1`,
) as [string, string];

function endOf(
  database: Database,
  sql: string,
  place: readonly number[],
  { json }: CountedPublishers,
): readonly number[] {
  const at = intOrNull(database.get(sql, ...place, json), 'at');
  return at === null ? [] : [at];
}
