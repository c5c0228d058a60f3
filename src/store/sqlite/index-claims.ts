import { type Article, publishedAtMs } from '../../domain/article.ts';
import { CLAIM_TYPES, type Claim, refsOf } from '../../domain/claim.ts';
import { foldName } from '../../domain/entity.ts';
import { ascending, closureOf, filterIdsOf, numsOf, refNum } from './closure.ts';
import { strikeNew } from './corrections/struck.ts';
import { type Counted, countArticle, type Filed, UNDATED_MS } from './count-article.ts';
import { type Database, int, intOrNull, type Row, text } from './database.ts';
import { gatherClaims, scatterClaims } from './file-events.ts';
import { filterNums } from './filter-keys.ts';
import { markRemoved } from './revision.ts';

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
    addClaim(database, filed, { words: `${wordsOf(claim, body)} ${title}`, claim }, first + at),
  );
  countArticle(database, filed, rows, 1);
  const numbered = claims.map((claim, at) => ({ num: first + at, claim }));
  gatherClaims(database, filed.scope, article, numbered);
  strikeNew(database, { scope: filed.scope, article: article.id }, numbered);
}

/** Takes an article's claims out of all they are found by. Returns their JSON texts. */
export function unindexClaims(database: Database, filed: Filed): readonly string[] {
  const rows = database.all('SELECT num, type, event, refs, json FROM claim WHERE article = ? ORDER BY num', filed.num);
  scatterClaims(database, filed.scope, rows);
  for (const row of rows) removeClaim(database, filed, row);
  markRemoved(database);
  const counted = rows.map((row) => ({ type: int(row, 'type'), refs: text(row, 'refs') }));
  countArticle(database, filed, counted, -1);
  return rows.map((row) => text(row, 'json'));
}

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
  /** Folded. */
  readonly words: string;
  readonly claim: Claim;
}

function addClaim(database: Database, filed: Filed, { words, claim }: Telling, num: number): Counted {
  const { scope, publisher, published } = filed;
  const type = CLAIM_TYPES.indexOf(claim.type);
  const refs = ascending([...numsOf(closureOf(database, refsOf(claim))), ...filterNums(database, claim)]);
  database.run(
    'INSERT INTO claim (num, article, scope, type, publisher, published, id, refs, quoted, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[num, filed.num, scope, type, publisher, published, claim.id, refs],
    ...[Number(claim.mode === 'excerpt'), JSON.stringify(claim)],
  );
  const mention = 'INSERT INTO mention (ref, scope, type, published, claim) VALUES (?, ?, ?, ?, ?)';
  for (const ref of numsOf(refs)) database.run(mention, ref, scope, type, published, num);
  const searched = [words, scopeWord(scope, type), ...refWords(database, claim)].join(' ');
  database.run('INSERT INTO claim_words (rowid, words) VALUES (?, ?)', num, searched);
  return { type, refs };
}

/** What the claim refers to, each by the entity that it stands for. */
function refWords(database: Database, claim: Claim): readonly string[] {
  return refsOf(claim).map((ref) => refWord(refNum(database, filterIdsOf(database, ref).within[0] ?? ref)));
}

/** Of our sentences; of a claim that keeps none, the article's own, as many of them as are kept. */
function wordsOf(claim: Claim, body: string | undefined): string {
  if (claim.mode === 'paraphrase') return foldName(`${claim.sentence.en} ${claim.sentence.uk}`);
  const evidence = claim.evidence.map(({ start, end, pointer }) => body?.slice(start, end) ?? pointer);
  return foldName(evidence.join(' '));
}

/** A word of the index that stands for what a claim refers to; no folded text can hold it. */
export const refWord = (num: number): string => `_r${num}`;

/** A word that no folded text can hold: the scope and type by which a search is narrowed. */
export const scopeWord = (scope: number, type: number): string => `_${scope}_${type}`;

function removeClaim(database: Database, { scope, published }: Filed, row: Row): void {
  const [num, type] = [int(row, 'num'), int(row, 'type')];
  database.run('DELETE FROM claim WHERE num = ?', num);
  database.run('DELETE FROM claim_words WHERE rowid = ?', num);
  const mention = 'DELETE FROM mention WHERE ref = ? AND scope = ? AND type = ? AND published = ? AND claim = ?';
  for (const ref of numsOf(text(row, 'refs'))) database.run(mention, ref, scope, type, published, num);
}

/** `UNDATED_MS` for an article without a date. */
export const publishedOf = (article: Article): number => publishedAtMs(article) ?? UNDATED_MS;
