import type { StoreState } from '../../domain/brief.ts';
import type { StoreStatus } from '../contract.ts';
import { ALL_REF } from './closure.ts';
import { UNDATED_MS } from './count-article.ts';
import { type Database, int, intOrNull, type Row } from './database.ts';
import type { Sight } from './read-claims.ts';
import { revisionOf } from './revision.ts';

/** The whole store is told of as it is, whoever counts. */
type Scopes = Omit<Sight, 'counted'>;

/** What a scope sees of the whole store; `bytes` is the database's size without its write-ahead log. */
export function statusOf(database: Database, { operator, own }: Scopes): StoreStatus {
  const articles = one(
    database,
    `SELECT count(*) AS articles, count(DISTINCT publisher) AS publishers,
       min(nullif(published, ?)) AS oldest, max(nullif(published, ?)) AS newest
     FROM article WHERE scope IN (?, ?) AND hidden IS NULL`,
    ...[UNDATED_MS, UNDATED_MS, operator, own],
  );
  return {
    articles: int(articles, 'articles'),
    claims: claimsIn(database, { operator, own }),
    publishers: int(articles, 'publishers'),
    entities: int(one(database, 'SELECT count(DISTINCT ref) AS n FROM entity'), 'n'),
    oldestAtMs: intOrNull(articles, 'oldest'),
    newestAtMs: intOrNull(articles, 'newest'),
    bytes: int(one(database, 'PRAGMA page_count'), 'page_count') * int(one(database, 'PRAGMA page_size'), 'page_size'),
  };
}

function claimsIn(database: Database, { operator, own }: Scopes): number {
  const sql = 'SELECT coalesce(sum(claims), 0) AS n FROM tally WHERE ref = ? AND scope IN (?, ?)';
  return int(one(database, sql, ALL_REF, operator, own), 'n');
}

/** Articles are counted once for each state of the store: a walk along an index takes some milliseconds when there are many. */
const articlesKnown = new WeakMap<Database, { readonly revision: number; readonly byScope: Map<number, number> }>();

/** `ClaimStore.state`, at once. */
export function stateOf(database: Database, sight: Sight): StoreState {
  const revision = revisionOf(database);
  const known = articlesKnown.get(database);
  const { byScope } = known?.revision === revision ? known : { byScope: new Map<number, number>() };
  articlesKnown.set(database, { revision, byScope });
  const articles = byScope.get(sight.own) ?? articlesIn(database, sight);
  byScope.set(sight.own, articles);
  return { revision, articles, claims: claimsIn(database, sight) };
}

/** The operator's are never hidden, so that their index alone answers; a server has few. */
function articlesIn(database: Database, { operator, own }: Sight): number {
  const all = int(one(database, 'SELECT count(*) AS n FROM article WHERE scope = ?', operator), 'n');
  const sql = 'SELECT count(*) AS n FROM article WHERE scope = ? AND hidden IS NULL';
  return own === operator ? all : all + int(one(database, sql, own), 'n');
}

const one = (database: Database, sql: string, ...values: readonly number[]): Row => database.get(sql, ...values) ?? {};
