import { hash } from 'node:crypto';
import { type Article, publishedAtMs } from '../../domain/article.ts';
import { CLAIM_TYPES, type Claim, refsOf } from '../../domain/claim.ts';
import { foldName } from '../../domain/entity.ts';
import { factKey, familyKey } from '../../domain/fact.ts';
import { ascending, closureOf, numsOf } from './closure.ts';
import { bytes, type Database, int, intOrNull, type Row, text } from './database.ts';
import { rankFact } from './rank-fact.ts';

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

/** Files an article's claims under all they are found by. */
export function indexClaims(database: Database, filed: Filed, article: Article, claims: readonly Claim[]): void {
  const first = nextClaimNum(database, filed.published);
  const rows = claims.map((claim, at) => addClaim(database, filed, article, claim, first + at));
  addCover(database, filed, rows, 1);
  for (const fact of distinct(rows.map((row) => row.fact))) rankFact(database, fact, filed.scope);
}

/** Takes an article's claims out of all they are found by. Returns their JSON texts. */
export function unindexClaims(database: Database, filed: Filed): readonly string[] {
  const rows = database.all('SELECT num, type, fact, refs, json FROM claim WHERE article = ? ORDER BY num', filed.num);
  for (const row of rows) removeClaim(database, filed, row);
  const derived = rows.map((row) => ({ type: int(row, 'type'), fact: bytes(row, 'fact'), refs: text(row, 'refs') }));
  addCover(database, filed, derived, -1);
  for (const fact of distinct(derived.map((row) => row.fact))) rankFact(database, fact, filed.scope);
  return rows.map((row) => text(row, 'json'));
}

interface Derived {
  readonly type: number;
  readonly fact: Uint8Array;
  /** JSON array of ref numbers. */
  readonly refs: string;
}

/** 96 bits: no two of a billion facts share them by chance. */
export const keyHash = (key: string): Uint8Array => hash('sha256', key, 'buffer').subarray(0, 12);

const MINUTE_MS = 60_000;
const FIRST_MINUTE = Date.UTC(1800, 0) / MINUTE_MS;
export const CLAIMS_A_MINUTE = 2 ** 23;
const LAST_MINUTE = 2 ** 30 - 1;

/**
 * The lowest number of claims published in the minute of an instant. Numbers ascend with publication, so that the word
 * index can be walked from the newest; before 1800 (undated too) and after 3841 they do not.
 */
export function claimNumBase(publishedMs: number): number {
  const minute = Math.floor(publishedMs / MINUTE_MS) - FIRST_MINUTE;
  return Math.min(Math.max(minute, 0), LAST_MINUTE) * CLAIMS_A_MINUTE;
}

function nextClaimNum(database: Database, published: number): number {
  const base = claimNumBase(published);
  const last = database.get(
    'SELECT max(num) AS num FROM claim WHERE num >= ? AND num < ?',
    base,
    base + CLAIMS_A_MINUTE,
  );
  return (intOrNull(last, 'num') ?? base - 1) + 1;
}

function addClaim(database: Database, filed: Filed, article: Article, claim: Claim, num: number): Derived {
  const { scope, publisher, published } = filed;
  const type = CLAIM_TYPES.indexOf(claim.type);
  const fact = keyHash(factKey(claim, article));
  const family = familyKey(claim);
  const refs = closureOf(database, refsOf(claim));
  database.run(
    'INSERT INTO claim (num, article, scope, type, publisher, published, fact, family, id, refs, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[num, filed.num, scope, type, publisher, published, fact, family === null ? null : keyHash(family)],
    ...[claim.id, refs, JSON.stringify(claim)],
  );
  database.run(
    'INSERT INTO mention (ref, scope, type, published, claim) SELECT value, ?, ?, ?, ? FROM json_each(?)',
    scope,
    type,
    published,
    num,
    refs,
  );
  database.run(
    'INSERT INTO tally (ref, scope, type, claims) SELECT value, ?, ?, 1 FROM json_each(?) WHERE true ON CONFLICT DO UPDATE SET claims = claims + 1',
    ...[scope, type, refs],
  );
  database.run('INSERT INTO claim_words (rowid, words) VALUES (?, ?)', num, wordsOf(claim, article, scope, type));
  return { type, fact, refs };
}

/** Folded words, and one that no folded text can hold: the scope and type by which a search is narrowed. */
function wordsOf(claim: Claim, article: Article, scope: number, type: number): string {
  return `${foldName(`${claim.sentence.en} ${claim.sentence.uk} ${article.title}`)} ${scopeWord(scope, type)}`;
}

export const scopeWord = (scope: number, type: number): string => `_${scope}_${type}`;

function removeClaim(database: Database, { scope, published }: Filed, row: Row): void {
  const [num, type, refs] = [int(row, 'num'), int(row, 'type'), text(row, 'refs')];
  database.run('DELETE FROM claim WHERE num = ?', num);
  database.run('DELETE FROM claim_words WHERE rowid = ?', num);
  for (const ref of numsOf(refs)) {
    database.run(
      'DELETE FROM mention WHERE ref = ? AND scope = ? AND type = ? AND published = ? AND claim = ?',
      ref,
      scope,
      type,
      published,
      num,
    );
    database.run('UPDATE tally SET claims = claims - 1 WHERE ref = ? AND scope = ? AND type = ?', ref, scope, type);
    database.run('DELETE FROM tally WHERE ref = ? AND scope = ? AND type = ? AND claims = 0', ref, scope, type);
  }
}

/** Counts an article in (1) or out (-1) under every ref that its claims reach. */
function addCover(database: Database, filed: Filed, rows: readonly Derived[], by: 1 | -1): void {
  for (const [types, refs] of refsByTypes(rows)) {
    const key = [filed.scope, types, filed.publisher, ascending(refs)];
    const undated = filed.published === UNDATED_MS ? by : 0;
    database.run(
      `INSERT INTO cover (ref, scope, types, publisher, articles, undated) SELECT value, ?, ?, ?, ?, ? FROM json_each(?) WHERE true
       ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, undated = undated + excluded.undated`,
      ...[filed.scope, types, filed.publisher, by, undated, ascending(refs)],
    );
    if (by < 0)
      database.run(
        'DELETE FROM cover WHERE scope = ? AND types = ? AND publisher = ? AND articles = 0 AND ref IN (SELECT value FROM json_each(?))',
        ...key,
      );
  }
}

function refsByTypes(rows: readonly Derived[]): ReadonlyMap<number, readonly number[]> {
  const types = new Map<number, number>();
  for (const row of rows) for (const ref of numsOf(row.refs)) types.set(ref, (types.get(ref) ?? 0) | (1 << row.type));
  const refs = Map.groupBy(types, ([, bits]) => bits);
  return new Map([...refs].map(([bits, pairs]) => [bits, pairs.map(([ref]) => ref)]));
}

function distinct(facts: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...new Map(facts.map((fact) => [Buffer.from(fact).toString('hex'), fact])).values()];
}

/** `UNDATED_MS` for an article without a date. */
export const publishedOf = (article: Article): number => publishedAtMs(article) ?? UNDATED_MS;
