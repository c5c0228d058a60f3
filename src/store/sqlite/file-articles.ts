import { hash } from 'node:crypto';
import { z } from 'zod';
import { Article, type ArticleId } from '../../domain/article.ts';
import type { ArticleFile } from '../../domain/article-file.ts';
import { Claim } from '../../domain/claim.ts';
import type { Scope } from '../../domain/scope.ts';
import { keepSketch } from './alike.ts';
import { noteChange, type Version } from './corrections/withdraw.ts';
import type { Filed } from './count-article.ts';
import { type Database, int, type Row, text } from './database.ts';
import { indexClaims, publishedOf, unindexClaims } from './index-claims.ts';
import { parsed } from './parsed.ts';
import { markChanged, revisionOf } from './revision.ts';
import { madeScope, OPERATOR_SCOPE, scopeNum } from './scope.ts';

/** `ClaimStore.put`, at once. Inside a transaction it is stored when that ends. */
export function putArticle(
  database: Database,
  scope: Scope,
  file: ArticleFile,
  body: string | undefined,
  nowMs: number,
): 'added' | 'same' | 'replaced' {
  if (body !== undefined && hash('sha256', body) !== file.article.text.sha256)
    throw new RangeError(`the text of ${file.article.id} has another hash than the article names`);
  for (const claim of file.claims) assertVerbatim(file.article.id, claim, body);
  const digest = hash('sha256', JSON.stringify([file, body ?? null]));
  return database.transaction(() => {
    const into = madeScope(database, scope);
    const there = articleRow(database, into, file.article.id);
    if (there && text(there, 'digest') === digest) return 'same';
    const was = there ? takeOut(database, there) : null;
    insert(database, { scope: into, digest, nowMs }, file, body);
    const is = { article: file.article, claims: file.claims };
    if (!isHidden(database, into, file.article.id)) noteChange(database, into, was, is, nowMs);
    markChanged(database);
    return there ? 'replaced' : 'added';
  });
}

/** What a claim keeps no sentence of ours for must be in the text, character for character; what is printed verbatim needs it. */
function assertVerbatim(id: string, { id: claimId, ...claim }: Claim, body: string | undefined): void {
  if (claim.mode === 'paraphrase') return;
  const name = `claim ${claimId} of ${id}`;
  if (body === undefined && claim.mode === 'excerpt')
    throw new RangeError(`${name} is an excerpt of a text that is not given`);
  if (body === undefined) return;
  if (claim.evidence.some(({ start, end, sha256 }) => hash('sha256', body.slice(start, end)) !== sha256))
    throw new RangeError(`${name} has other words for its evidence than the text`);
}

/** `ClaimStore.remove`, at once. @param note what is noted of what nobody says any more */
export function removeArticle(
  database: Database,
  scope: Scope,
  id: ArticleId,
  nowMs: number,
  note: typeof noteChange,
): boolean {
  return database.transaction(() => {
    const from = scopeNum(database, scope);
    const there = from === null ? undefined : articleRow(database, from, id);
    if (from === null || !there) return false;
    const was = takeOut(database, there);
    database.run('DELETE FROM article_version WHERE scope = ? AND article = ?', from, id);
    note(database, from, was, null, nowMs);
    if (from === OPERATOR_SCOPE) showOthers(database, id, nowMs);
    markChanged(database);
    return true;
  });
}

const ARTICLE = 'SELECT num, scope, publisher, published, digest, json, hidden FROM article';

const articleRow = (database: Database, scope: number, id: string): Row | undefined =>
  database.get(`${ARTICLE} WHERE scope = ? AND id = ?`, scope, id);

const filedOf = (row: Row): Filed => ({
  num: int(row, 'num'),
  scope: int(row, 'scope'),
  publisher: int(row, 'publisher'),
  published: int(row, 'published'),
});

function publisherNum(database: Database, name: string): number {
  const known = database.get('SELECT num FROM publisher WHERE name = ?', name);
  return known ? int(known, 'num') : database.insert('INSERT INTO publisher (name) VALUES (?)', name);
}

interface Putting {
  readonly scope: number;
  readonly digest: string;
  readonly nowMs: number;
}

/** Whether the operator has an article of the same id, which is seen instead. */
const isHidden = (database: Database, scope: number, id: string): boolean =>
  scope !== OPERATOR_SCOPE && articleRow(database, OPERATOR_SCOPE, id) !== undefined;

function insert(
  database: Database,
  { scope, digest, nowMs }: Putting,
  { article, claims }: ArticleFile,
  body: string | undefined,
): void {
  const hidden = isHidden(database, scope, article.id);
  const [publisher, published] = [publisherNum(database, article.publisher), publishedOf(article)];
  const num = database.insert(
    'INSERT INTO article (num, scope, id, publisher, published, digest, json, hidden) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ...[
      // Every article that was ever stored has made the revision grow: no number is given twice.
      revisionOf(database) + 1,
      scope,
      article.id,
      publisher,
      published,
      digest,
      JSON.stringify(article),
      hidden ? JSON.stringify(claims) : null,
    ],
  );
  const filed = { num, scope, publisher, published };
  if (body !== undefined) {
    database.run('INSERT INTO article_text (article, text) VALUES (?, ?)', num, body);
    keepSketch(database, filed, body);
  }
  if (!hidden) indexClaims(database, filed, { article, claims, ...(body !== undefined && { body }) });
  if (scope === OPERATOR_SCOPE) hideOthers(database, { article, claims }, nowMs);
}

/** @returns what it was to who saw it; null: nobody did, or it is damaged and to be replaced or taken out all the same */
function takeOut(database: Database, row: Row): Version | null {
  const claims = unindexClaims(database, filedOf(row));
  const was = row.hidden === null && isWhole(row, claims) ? versionOf(database, row, claims) : null;
  database.run('DELETE FROM article WHERE num = ?', int(row, 'num'));
  return was;
}

const isWhole = (row: Row, claims: readonly string[]): boolean =>
  Article.safeParse(JSON.parse(text(row, 'json'))).success &&
  z.array(Claim).safeParse(JSON.parse(`[${claims.join()}]`)).success;

function versionOf(database: Database, row: Row, claims: readonly string[]): Version {
  const num = String(int(row, 'num'));
  const json = `[${claims.join()}]`;
  return {
    article: articleOf(row, num),
    claims: parsed(z.array(Claim), json, `claims of article number ${num}`),
    ...bodyOf(database, row),
  };
}

/** Servers' articles give way to the operator's of the same id: else one article would be counted and cited twice. */
function hideOthers(database: Database, instead: Version, nowMs: number): void {
  for (const row of database.all(`${ARTICLE} WHERE id = ? AND scope <> 0 AND hidden IS NULL`, instead.article.id)) {
    const claims = unindexClaims(database, filedOf(row));
    database.run('UPDATE article SET hidden = ? WHERE num = ?', `[${claims.join()}]`, int(row, 'num'));
    noteChange(database, int(row, 'scope'), versionOf(database, row, claims), instead, nowMs);
  }
}

function showOthers(database: Database, id: string, nowMs: number): void {
  for (const row of database.all(`${ARTICLE} WHERE id = ? AND hidden IS NOT NULL`, id)) {
    const claims = parsed(z.array(Claim), text(row, 'hidden'), `claims of article ${id}`);
    database.run('UPDATE article SET hidden = NULL WHERE num = ?', int(row, 'num'));
    const is = { article: articleOf(row, id), claims, ...bodyOf(database, row) };
    indexClaims(database, filedOf(row), is);
    noteChange(database, int(row, 'scope'), null, is, nowMs);
  }
}

/** Files the claims of these articles anew, by what their refs' closures are now. */
export function indexAnew(database: Database, articles: readonly number[]): void {
  for (const num of articles) {
    const row = database.get(`${ARTICLE} WHERE num = ?`, num) ?? {};
    const again = versionOf(database, row, unindexClaims(database, filedOf(row)));
    if (again.body !== undefined) keepSketch(database, filedOf(row), again.body);
    indexClaims(database, filedOf(row), again);
  }
}

function bodyOf(database: Database, row: Row): { readonly body?: string } {
  const kept = database.get('SELECT text FROM article_text WHERE article = ?', int(row, 'num'));
  return kept ? { body: text(kept, 'text') } : {};
}

const articleOf = (row: Row, id: string): Article => parsed(Article, text(row, 'json'), `article ${id}`);
