import { Article } from '../../domain/article.ts';
import { Claim } from '../../domain/claim.ts';
import type { Span } from '../../domain/period.ts';
import type { RankedClaim, SourcedClaim } from '../../domain/sourced-claim.ts';
import { CLAIMS_PER_FACT } from '../contract.ts';
import { UNDATED_MS } from './count-article.ts';
import { bytes, type Database, int, type Row, text } from './database.ts';
import { keyHash } from './index-claims.ts';
import { rememberingParser } from './parsed.ts';

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

const CLAIMS = `
  SELECT claim.published, claim.json, claim.id, article.id AS article_id, article.json AS article_json
  FROM claim JOIN article ON article.num = claim.article`;
const NEWEST_FIRST = 'ORDER BY claim.published DESC, article.id, claim.id';

/** A fact as a scope sees it. */
export interface Fact {
  readonly fact: Uint8Array;
  readonly publishers: number;
}

export const factOf = (row: Row): Fact => ({ fact: bytes(row, 'fact'), publishers: int(row, 'publishers') });

/** The newest claim of each publisher of the facts in sight, fact by fact in the order given. */
export function claimsOfFacts(
  database: Database,
  { operator, own }: Sight,
  facts: readonly Fact[],
): readonly RankedClaim[] {
  const sql = `WITH newest AS MATERIALIZED (
      SELECT num, max(published) AS published FROM claim WHERE fact = ? AND scope IN (?, ?) GROUP BY publisher ORDER BY 2 DESC LIMIT ?
    ) ${CLAIMS} WHERE claim.num IN (SELECT num FROM newest) ${NEWEST_FIRST}`;
  const rows = facts.map(({ fact }) => database.all(sql, fact, operator, own, CLAIMS_PER_FACT));
  const claims = stored(rows.flat());
  const publishers = facts.flatMap((fact, at) => (rows[at] ?? []).map(() => fact.publishers));
  return claims.map((claim, at) => ({ ...claim, publishers: publishers[at] ?? 1 }));
}

/** The newest claims of each family, `atMost` of each, all together newest first. */
export function claimsOfFamilies(
  database: Database,
  sight: Sight,
  keys: readonly string[],
  span: Span | null,
  atMost: number,
): readonly SourcedClaim[] {
  const { fromMs, toMs } = boundsOf(span);
  const sql = `${CLAIMS} WHERE claim.family = ? AND claim.scope = ? AND claim.published >= ? AND claim.published < ? ${NEWEST_FIRST} LIMIT ?`;
  const rows = [...new Set(keys)].flatMap((key) => {
    const family = keyHash(key);
    const found = [...new Set([sight.operator, sight.own])].flatMap((scope) =>
      database.all(sql, family, scope, fromMs, toMs, atMost),
    );
    return found.sort(newestFirst).slice(0, atMost);
  });
  return stored(rows.sort(newestFirst));
}

function newestFirst(a: Row, b: Row): number {
  return (
    int(b, 'published') - int(a, 'published') ||
    order(text(a, 'article_id'), text(b, 'article_id')) ||
    order(text(a, 'id'), text(b, 'id'))
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Some 6 MB when full. */
const articleOf = rememberingParser(Article, 1_000);
const claimOf = rememberingParser(Claim, 2_000);

function stored(rows: readonly Row[]): readonly SourcedClaim[] {
  return rows.map((row) => ({
    claim: claimOf(text(row, 'json'), `claim ${text(row, 'article_id')} ${text(row, 'id')}`),
    article: articleOf(text(row, 'article_json'), `article ${text(row, 'article_id')}`),
  }));
}
