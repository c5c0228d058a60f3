import { numsOf } from './closure.ts';
import type { Database } from './database.ts';

/** Stands for "no date" where a number must: below every instant. */
export const UNDATED_MS = Number.MIN_SAFE_INTEGER;

/** An article's row, as far as its claims are found by it. */
export interface Filed {
  readonly num: number;
  readonly scope: number;
  readonly publisher: number;
  /** Unix ms or `UNDATED_MS`. */
  readonly published: number;
}

/** A claim, as far as it is counted. */
export interface Counted {
  readonly type: number;
  /** JSON array of ref numbers. */
  readonly refs: string;
}

/** Counts an article and its claims in (1) or out (-1) under every ref that they reach. */
export function countArticle(database: Database, filed: Filed, claims: readonly Counted[], by: 1 | -1): void {
  for (const [ref, reaching] of claimsByRef(claims)) {
    const types = Map.groupBy(reaching, (claim) => claim.type);
    for (const [type, { length }] of types) tally(database, [ref, filed.scope, type], by * length);
    const bits = [...types.keys()].reduce((all, type) => all | (1 << type), 0);
    cover(database, [ref, filed.scope, bits, filed.publisher], by, filed.published === UNDATED_MS ? by : 0);
  }
}

function claimsByRef(claims: readonly Counted[]): ReadonlyMap<number, readonly Counted[]> {
  const found = new Map<number, Counted[]>();
  for (const claim of claims)
    for (const ref of numsOf(claim.refs)) {
      const there = found.get(ref);
      if (there) there.push(claim);
      else found.set(ref, [claim]);
    }
  return found;
}

function tally(database: Database, key: readonly [ref: number, scope: number, type: number], claims: number): void {
  const sql = `INSERT INTO tally (ref, scope, type, claims) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET claims = claims + excluded.claims`;
  database.run(sql, ...key, claims);
  if (claims < 0) database.run('DELETE FROM tally WHERE ref = ? AND scope = ? AND type = ? AND claims = 0', ...key);
}

type CoverKey = readonly [ref: number, scope: number, types: number, publisher: number];

function cover(database: Database, key: CoverKey, articles: number, undated: number): void {
  const sql = `INSERT INTO cover (ref, scope, types, publisher, articles, undated) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, undated = undated + excluded.undated`;
  const none = 'DELETE FROM cover WHERE ref = ? AND scope = ? AND types = ? AND publisher = ? AND articles = 0';
  database.run(sql, ...key, articles, undated);
  if (articles < 0) database.run(none, ...key);
}
