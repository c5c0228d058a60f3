import { hash } from 'node:crypto';
import { type Article, publishedAtMs } from '../../domain/article.ts';
import { CLAIM_TYPES, type Claim, refsOf } from '../../domain/claim.ts';
import { foldName } from '../../domain/entity.ts';
import { factKey, familyKey } from '../../domain/fact.ts';
import { closureOf, numsOf } from './closure.ts';
import { type Counted, countArticle, type Filed, UNDATED_MS } from './count-article.ts';
import { bytes, type Database, int, intOrNull, type Row, text } from './database.ts';
import { rankFact } from './rank-fact.ts';

/**
 * Files an article's claims under all they are found by.
 * @param body the article's text, where it is kept
 */
export function indexClaims(
  database: Database,
  filed: Filed,
  { article, claims, body }: { readonly article: Article; readonly claims: readonly Claim[]; readonly body?: string },
): void {
  const first = nextClaimNum(database, filed.published);
  const title = foldName(article.title);
  const rows = claims.map((claim, at) =>
    addClaim(database, filed, { article, words: `${wordsOf(claim, body)} ${title}`, claim }, first + at),
  );
  countArticle(database, filed, rows, 1);
  for (const fact of distinct(rows.map((row) => row.fact))) rankFact(database, fact, filed.scope);
}

/** Takes an article's claims out of all they are found by. Returns their JSON texts. */
export function unindexClaims(database: Database, filed: Filed): readonly string[] {
  const rows = database.all('SELECT num, type, fact, refs, json FROM claim WHERE article = ? ORDER BY num', filed.num);
  for (const row of rows) removeClaim(database, filed, row);
  const derived = rows.map((row) => ({ type: int(row, 'type'), fact: bytes(row, 'fact'), refs: text(row, 'refs') }));
  countArticle(database, filed, derived, -1);
  for (const fact of distinct(derived.map((row) => row.fact))) rankFact(database, fact, filed.scope);
  return rows.map((row) => text(row, 'json'));
}

interface Derived extends Counted {
  readonly fact: Uint8Array;
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

interface Telling {
  readonly article: Article;
  /** Folded. */
  readonly words: string;
  readonly claim: Claim;
}

function addClaim(database: Database, filed: Filed, { article, words, claim }: Telling, num: number): Derived {
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
  const mention = 'INSERT INTO mention (ref, scope, type, published, claim) VALUES (?, ?, ?, ?, ?)';
  for (const ref of numsOf(refs)) database.run(mention, ref, scope, type, published, num);
  const searched = `${words} ${scopeWord(scope, type)}`;
  database.run('INSERT INTO claim_words (rowid, words) VALUES (?, ?)', num, searched);
  return { type, fact, refs };
}

/** Of our sentences; of a claim that keeps none, the article's own, as many of them as are kept. */
function wordsOf(claim: Claim, body: string | undefined): string {
  if (claim.mode === 'paraphrase') return foldName(`${claim.sentence.en} ${claim.sentence.uk}`);
  const evidence = claim.evidence.map(({ start, end, pointer }) => body?.slice(start, end) ?? pointer);
  return foldName(evidence.join(' '));
}

/** A word that no folded text can hold: the scope and type by which a search is narrowed. */
export const scopeWord = (scope: number, type: number): string => `_${scope}_${type}`;

function removeClaim(database: Database, { scope, published }: Filed, row: Row): void {
  const [num, type] = [int(row, 'num'), int(row, 'type')];
  database.run('DELETE FROM claim WHERE num = ?', num);
  database.run('DELETE FROM claim_words WHERE rowid = ?', num);
  const mention = 'DELETE FROM mention WHERE ref = ? AND scope = ? AND type = ? AND published = ? AND claim = ?';
  for (const ref of numsOf(text(row, 'refs'))) database.run(mention, ref, scope, type, published, num);
}

function distinct(facts: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...new Map(facts.map((fact) => [Buffer.from(fact).toString('hex'), fact])).values()];
}

/** `UNDATED_MS` for an article without a date. */
export const publishedOf = (article: Article): number => publishedAtMs(article) ?? UNDATED_MS;
