import type { StoreStatus } from '../contract.ts';
import { ALL_REF } from './closure.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, intOrNull, type Row } from './database.ts';
import type { Sight } from './read-claims.ts';

/** What a scope sees of the whole store; `bytes` is the database's size without its write-ahead log. */
export function statusOf(database: Database, { operator, own }: Sight): StoreStatus {
  const articles = one(
    database,
    `SELECT count(*) AS articles, count(DISTINCT publisher) AS publishers,
       min(nullif(published, ?)) AS oldest, max(nullif(published, ?)) AS newest
     FROM article WHERE scope IN (?, ?) AND hidden IS NULL`,
    ...[UNDATED_MS, UNDATED_MS, operator, own],
  );
  const claims = one(
    database,
    'SELECT coalesce(sum(claims), 0) AS n FROM tally WHERE ref = ? AND scope IN (?, ?)',
    ALL_REF,
    operator,
    own,
  );
  return {
    articles: int(articles, 'articles'),
    claims: int(claims, 'n'),
    publishers: int(articles, 'publishers'),
    entities: int(one(database, 'SELECT count(DISTINCT ref) AS n FROM entity'), 'n'),
    oldestAtMs: intOrNull(articles, 'oldest'),
    newestAtMs: intOrNull(articles, 'newest'),
    bytes: int(one(database, 'PRAGMA page_count'), 'page_count') * int(one(database, 'PRAGMA page_size'), 'page_size'),
  };
}

const one = (database: Database, sql: string, ...values: readonly number[]): Row => database.get(sql, ...values) ?? {};
