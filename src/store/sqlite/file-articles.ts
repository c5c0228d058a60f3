import { hash } from 'node:crypto';
import { z } from 'zod';
import { Article, type ArticleId } from '../../domain/article.ts';
import type { ArticleFile } from '../../domain/article-file.ts';
import { Claim } from '../../domain/claim.ts';
import type { Scope } from '../../domain/scope.ts';
import { keepSketch } from './alike.ts';
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
  body?: string,
): 'added' | 'same' | 'replaced' {
  if (body !== undefined && hash('sha256', body) !== file.article.text.sha256)
    throw new RangeError(`the text of ${file.article.id} has another hash than the article names`);
  for (const claim of file.claims) assertVerbatim(file.article.id, claim, body);
  const digest = hash('sha256', JSON.stringify([file, body ?? null]));
  return database.transaction(() => {
    const into = madeScope(database, scope);
    const there = articleRow(database, into, file.article.id);
    if (there && text(there, 'digest') === digest) return 'same';
    if (there) takeOut(database, there);
    insert(database, into, file, digest, body);
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

/** `ClaimStore.remove`, at once. */
export function removeArticle(database: Database, scope: Scope, id: ArticleId): boolean {
  return database.transaction(() => {
    const from = scopeNum(database, scope);
    const there = from === null ? undefined : articleRow(database, from, id);
    if (!there) return false;
    takeOut(database, there);
    database.run('DELETE FROM article_version WHERE scope = ? AND article = ?', from, id);
    if (from === OPERATOR_SCOPE) showOthers(database, id);
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

function insert(
  database: Database,
  scope: number,
  { article, claims }: ArticleFile,
  digest: string,
  body: string | undefined,
): void {
  const hidden = scope !== OPERATOR_SCOPE && articleRow(database, OPERATOR_SCOPE, article.id) !== undefined;
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
  if (scope === OPERATOR_SCOPE) hideOthers(database, article.id);
}

function takeOut(database: Database, row: Row): void {
  unindexClaims(database, filedOf(row));
  database.run('DELETE FROM article WHERE num = ?', int(row, 'num'));
}

/** Servers' articles give way to the operator's of the same id: else one article would be counted and cited twice. */
function hideOthers(database: Database, id: string): void {
  for (const row of database.all(`${ARTICLE} WHERE id = ? AND scope <> 0 AND hidden IS NULL`, id)) {
    const claims = unindexClaims(database, filedOf(row));
    database.run('UPDATE article SET hidden = ? WHERE num = ?', `[${claims.join()}]`, int(row, 'num'));
  }
}

function showOthers(database: Database, id: string): void {
  for (const row of database.all(`${ARTICLE} WHERE id = ? AND hidden IS NOT NULL`, id)) {
    const claims = parsed(z.array(Claim), text(row, 'hidden'), `claims of article ${id}`);
    database.run('UPDATE article SET hidden = NULL WHERE num = ?', int(row, 'num'));
    indexClaims(database, filedOf(row), { article: articleOf(row, id), claims, ...bodyOf(database, row) });
  }
}

/** Files the claims of these articles anew, by what their refs' closures are now. */
export function indexAnew(database: Database, articles: readonly number[]): void {
  for (const num of articles) {
    const row = database.get(`${ARTICLE} WHERE num = ?`, num) ?? {};
    const claims = unindexClaims(database, filedOf(row));
    const key = `claims of article number ${num}`;
    const again = parsed(z.array(Claim), `[${claims.join()}]`, key);
    const kept = bodyOf(database, row);
    if (kept.body !== undefined) keepSketch(database, filedOf(row), kept.body);
    indexClaims(database, filedOf(row), { article: articleOf(row, String(num)), claims: again, ...kept });
  }
}

function bodyOf(database: Database, row: Row): { readonly body?: string } {
  const kept = database.get('SELECT text FROM article_text WHERE article = ?', int(row, 'num'));
  return kept ? { body: text(kept, 'text') } : {};
}

const articleOf = (row: Row, id: string): Article => parsed(Article, text(row, 'json'), `article ${id}`);
