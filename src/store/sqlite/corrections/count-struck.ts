import { CLAIM_TYPES, type ClaimType } from '../../../domain/claim.ts';
import type { Span } from '../../../domain/period.ts';
import type { Coverage } from '../../contract.ts';
import { ALL_REF } from '../closure.ts';
import { UNDATED_MS } from '../count-article.ts';
import { countWithin, coverageWithin, endsWithin } from '../count-within.ts';
import { type Database, int, type Row } from '../database.ts';
import { boundsOf } from '../read-claims.ts';
import { countByType, coverageOf } from '../select-by-ref.ts';
import { isLimited, type Narrowed } from '../standing.ts';
import type { Struck } from './struck.ts';

const REACHING = `SELECT claim.num, claim.type, claim.published, claim.publisher, claim.article
  FROM json_each(?1) AS struck JOIN claim ON claim.num = struck.value
  WHERE claim.scope IN (?2, ?3) AND (?4 = ${ALL_REF} OR EXISTS (SELECT 1 FROM json_each(claim.refs) WHERE value = ?4))`;

/** Claims that are struck of those that reach a ref and would count. */
function struckAt(database: Database, sight: Narrowed, { json }: Struck, ref: number): readonly Row[] {
  const { publishers } = sight.counted;
  return database
    .all(REACHING, json, sight.operator, sight.own, ref)
    .filter((row) => publishers === null || publishers.nums.has(int(row, 'publisher')));
}

/** Claims of each type that reach a ref and that count, up to `atMost` of each. Exact. */
export async function countSeen(
  database: Database,
  sight: Narrowed,
  ref: number,
  span: Span | null,
  atMost: number,
): Promise<ReadonlyMap<ClaimType, number>> {
  const { struck } = sight.counted;
  const less: ReadonlyMap<ClaimType, number> = struck ? struckCounts(database, sight, struck, ref, span) : new Map();
  const most = atMost + Math.max(0, ...less.values());
  const counts = isLimited(sight)
    ? await countWithin(database, sight, ref, span, most)
    : countByType(database, sight, ref, span, most);
  const seen = [...counts].map(([type, count]): [ClaimType, number] => {
    return [type, Math.min(atMost, count - (less.get(type) ?? 0))];
  });
  return new Map(seen.filter(([, count]) => count > 0));
}

/** How many claims of each type are struck that reach a ref and came out in the span. */
function struckCounts(
  database: Database,
  sight: Narrowed,
  struck: Struck,
  ref: number,
  span: Span | null,
): ReadonlyMap<ClaimType, number> {
  const { fromMs, toMs } = boundsOf(span);
  const rows = struckAt(database, sight, struck, ref).filter(
    (row) => int(row, 'published') >= fromMs && int(row, 'published') < toMs,
  );
  return new Map(CLAIM_TYPES.map((name, type) => [name, rows.filter((row) => int(row, 'type') === type).length]));
}

/** Articles that reach a ref with a claim that counts of one of these types. Exact. */
export async function coverageSeen(
  database: Database,
  sight: Narrowed,
  ref: number,
  types: readonly number[],
): Promise<Coverage | null> {
  const { struck } = sight.counted;
  const all = isLimited(sight)
    ? await coverageWithin(database, sight, ref, types)
    : coverageOf(database, sight, ref, types);
  const lost = struck ? lostArticles(database, sight, struck, ref, types) : [];
  if (all === null || lost.length === 0) return all;
  if (lost.length === all.articles) return null;
  return {
    articles: all.articles - lost.length,
    publishers: all.publishers - lostPublishers(database, sight, lost, ref, types),
    undated: all.undated - lost.filter(({ isUndated }) => isUndated).length,
    ...(await endsWithin(database, sight, ref, types)),
  };
}

/** An article that reaches a ref with claims that are struck alone. */
interface LostArticle {
  readonly publisher: number;
  readonly isUndated: boolean;
}

const OF_ARTICLE = `SELECT count(*) AS n FROM claim
  WHERE article = ?1 AND type IN (SELECT value FROM json_each(?2))
    AND (?3 = ${ALL_REF} OR EXISTS (SELECT 1 FROM json_each(claim.refs) WHERE value = ?3))`;

/** The articles that cover a ref by claims of these types no more. */
function lostArticles(
  database: Database,
  sight: Narrowed,
  struck: Struck,
  ref: number,
  types: readonly number[],
): readonly LostArticle[] {
  const rows = struckAt(database, sight, struck, ref).filter((row) => types.includes(int(row, 'type')));
  return [...Map.groupBy(rows, (row) => int(row, 'article'))].flatMap(([article, [first, ...more]]) => {
    const all = int(database.get(OF_ARTICLE, article, JSON.stringify(types), ref) ?? {}, 'n');
    if (!first || all > more.length + 1) return [];
    return [{ publisher: int(first, 'publisher'), isUndated: int(first, 'published') === UNDATED_MS }];
  });
}

const COVERED_BY = `SELECT coalesce(sum(articles), 0) AS articles FROM cover
  WHERE ref = ? AND scope IN (?, ?) AND types & ? <> 0 AND publisher = ?`;

/** How many publishers cover the ref by none of their articles any more. */
function lostPublishers(
  database: Database,
  { operator, own }: Narrowed,
  lost: readonly LostArticle[],
  ref: number,
  types: readonly number[],
): number {
  const bits = types.reduce((all, type) => all | (1 << type), 0);
  const byPublisher = [...Map.groupBy(lost, ({ publisher }) => publisher)];
  return byPublisher.filter(([publisher, articles]) => {
    const covered = database.get(COVERED_BY, ref, operator, own, bits, publisher) ?? {};
    return int(covered, 'articles') === articles.length;
  }).length;
}
