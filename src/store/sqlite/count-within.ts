import { setImmediate } from 'node:timers/promises';
import { CLAIM_TYPES, type ClaimType } from '../../domain/claim.ts';
import type { Span } from '../../domain/period.ts';
import type { Coverage } from '../contract.ts';
import { claimsToldBy } from './by-publisher.ts';
import { ALL_REF } from './closure.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, intOrNull } from './database.ts';
import { boundsOf, countedJson } from './read-claims.ts';
import { type Limited, type Narrowed, scopesOf } from './standing.ts';

/** Where claims that reach a ref stand. */
interface Line {
  readonly ref: number;
  readonly scope: number;
  readonly type: number;
}

/** Claims of each type that reach a ref and whose publishers count, up to `atMost` of each. */
export async function countWithin(
  database: Database,
  sight: Limited,
  ref: number,
  span: Span | null,
  atMost: number,
): Promise<ReadonlyMap<ClaimType, number>> {
  const counts = new Map<ClaimType, number>();
  for (const [type, name] of CLAIM_TYPES.entries()) {
    const isAll = ref === ALL_REF && span === null;
    const count = isAll
      ? claimsToldBy(database, sight, type, atMost)
      : await countOfType(database, sight, { ref, type }, boundsOf(span), atMost);
    if (count > 0) counts.set(name, count);
  }
  return counts;
}

const COUNT = `SELECT count(*) AS n FROM (
  SELECT 1 FROM mention JOIN claim INDEXED BY claim_publisher ON claim.num = mention.claim
  WHERE ref = ? AND mention.scope = ? AND mention.type = ? AND mention.published >= ? AND mention.published < ?
    AND +claim.publisher IN (SELECT value FROM json_each(?)) LIMIT ?)`;

async function countOfType(
  database: Database,
  sight: Limited,
  place: Omit<Line, 'scope'>,
  span: Span,
  atMost: number,
): Promise<number> {
  let found = 0;
  for (const scope of scopesOf(sight)) {
    const line = { ...place, scope };
    for (
      let page = pageFrom(database, line, span);
      page && found < atMost;
      page = pageFrom(database, line, page.rest)
    ) {
      const { fromMs, toMs } = page;
      const values = [line.ref, scope, line.type, fromMs, toMs, sight.counted.publishers.json, atMost - found];
      found += int(database.get(COUNT, ...values) ?? {}, 'n');
      await setImmediate();
    }
  }
  return found;
}

/** Claims that are looked at before others get their turn. */
const PAGE = 10_000;

interface SpanPage extends Span {
  readonly rest: Span;
}

const [PAGE_END, PAGE_START] = ['ASC', 'DESC'].map(
  (order) => `SELECT published AS at FROM mention
    WHERE ref = ? AND scope = ? AND type = ? AND published >= ? AND published < ? ORDER BY published ${order} LIMIT 1 OFFSET ${PAGE}`,
) as [string, string];

/** The first part of a span in which about a page of claims came out; null: the span is empty. What came out at one instant is in one part. */
function pageFrom(database: Database, { ref, scope, type }: Line, { fromMs, toMs }: Span): SpanPage | null {
  if (fromMs >= toMs) return null;
  const at = intOrNull(database.get(PAGE_END, ref, scope, type, fromMs, toMs), 'at') ?? toMs;
  const end = Math.max(at, fromMs + 1);
  return { fromMs, toMs: end, rest: { fromMs: end, toMs } };
}

/** The same from the end of the span. */
function pageUpTo(database: Database, { ref, scope, type }: Line, { fromMs, toMs }: Span): SpanPage | null {
  if (fromMs >= toMs) return null;
  const start = intOrNull(database.get(PAGE_START, ref, scope, type, fromMs, toMs), 'at') ?? fromMs;
  return { fromMs: start, toMs, rest: { fromMs, toMs: start } };
}

const COVER = `SELECT coalesce(sum(articles), 0) AS articles, count(DISTINCT publisher) AS publishers,
    coalesce(sum(undated), 0) AS undated
  FROM cover WHERE ref = ? AND scope IN (?, ?) AND types & ? <> 0 AND publisher IN (SELECT value FROM json_each(?))`;

/** Articles by publishers that count that reach a ref with a claim of one of these types. */
export async function coverageWithin(
  database: Database,
  sight: Limited,
  ref: number,
  types: readonly number[],
): Promise<Coverage | null> {
  const { operator, own, counted } = sight;
  const bits = types.reduce((all, type) => all | (1 << type), 0);
  const row = database.get(COVER, ref, operator, own, bits, counted.publishers.json) ?? {};
  const [articles, publishers, undated] = [int(row, 'articles'), int(row, 'publishers'), int(row, 'undated')];
  if (articles === 0) return null;
  return { articles, publishers, undated, ...(await endsWithin(database, sight, ref, types)) };
}

/** When what counts came out first and last. */
export async function endsWithin(
  database: Database,
  sight: Narrowed,
  ref: number,
  types: readonly number[],
): Promise<Pick<Coverage, 'oldestAtMs' | 'newestAtMs'>> {
  const ends: number[] = [];
  for (const scope of scopesOf(sight))
    for (const type of types) ends.push(...(await endsOf(database, sight, { ref, scope, type })));
  const [oldestAtMs, newestAtMs] = ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [null, null];
  return { oldestAtMs, newestAtMs };
}

const DATED: Span = { fromMs: UNDATED_MS + 1, toMs: Number.MAX_SAFE_INTEGER };

const [FIRST, LAST] = ['ASC', 'DESC'].map(
  (
    order,
  ) => `SELECT mention.published AS at FROM mention JOIN claim INDEXED BY claim_publisher ON claim.num = mention.claim
    WHERE ref = ?1 AND mention.scope = ?2 AND mention.type = ?3 AND mention.published >= ?4 AND mention.published < ?5
      AND (?6 IS NULL OR +claim.publisher IN (SELECT value FROM json_each(?6)))
      AND (?7 IS NULL OR mention.claim NOT IN (SELECT value FROM json_each(?7))) ORDER BY mention.published ${order} LIMIT 1`,
) as [string, string];

/** The first and the last dated publication that counts. */
async function endsOf(database: Database, sight: Narrowed, line: Line): Promise<readonly number[]> {
  const first = await endOn(database, sight, line, FIRST, pageFrom);
  return first === null ? [] : [first, (await endOn(database, sight, line, LAST, pageUpTo)) ?? first];
}

async function endOn(
  database: Database,
  sight: Narrowed,
  line: Line,
  sql: string,
  next: typeof pageFrom,
): Promise<number | null> {
  for (let page = next(database, line, DATED); page; page = next(database, line, page.rest)) {
    const { ref, scope, type } = line;
    const at = intOrNull(database.get(sql, ref, scope, type, page.fromMs, page.toMs, ...countedJson(sight)), 'at');
    if (at !== null) return at;
    await setImmediate();
  }
  return null;
}
