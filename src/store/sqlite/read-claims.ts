import { Article } from '../../domain/article.ts';
import { Claim } from '../../domain/claim.ts';
import type { Span } from '../../domain/period.ts';
import type { StoredClaim } from '../contract.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, type Row, text } from './database.ts';
import { keyHash } from './index-claims.ts';
import { parsed } from './parsed.ts';

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
  SELECT claim.published, claim.json, claim.id, claim.article, article.id AS article_id, article.json AS article_json
  FROM claim JOIN article ON article.num = claim.article`;
const NEWEST_FIRST = 'ORDER BY claim.published DESC, article.id, claim.id';

/** All claims of the facts in sight, fact by fact in the order given. */
export function claimsOfFacts(
  database: Database,
  { operator, own }: Sight,
  facts: readonly Uint8Array[],
): readonly StoredClaim[] {
  const sql = `${CLAIMS} WHERE claim.fact = ? AND claim.scope IN (?, ?) ${NEWEST_FIRST}`;
  const rows = facts.flatMap((fact) => database.all(sql, fact, operator, own));
  return stored(rows);
}

/** The newest claims of each family, `atMost` of each, all together newest first. */
export function claimsOfFamilies(
  database: Database,
  sight: Sight,
  keys: readonly string[],
  span: Span | null,
  atMost: number,
): readonly StoredClaim[] {
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

/** Each article is parsed once, however many of its claims are there. */
function stored(rows: readonly Row[]): readonly StoredClaim[] {
  const articles = new Map<number, Article>();
  return rows.map((row) => {
    const num = int(row, 'article');
    const article =
      articles.get(num) ?? parsed(Article, text(row, 'article_json'), `article ${text(row, 'article_id')}`);
    articles.set(num, article);
    return { claim: parsed(Claim, text(row, 'json'), `claim ${text(row, 'article_id')} ${text(row, 'id')}`), article };
  });
}
