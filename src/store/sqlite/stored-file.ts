import type { ArticleId } from '../../domain/article.ts';
import { ArticleFile } from '../../domain/article-file.ts';
import type { Scope } from '../../domain/scope.ts';
import type { StoredFile } from '../contract.ts';
import { type Database, int, type Row, text } from './database.ts';
import { parsed } from './parsed.ts';
import { scopeNum } from './scope.ts';

/** `ClaimStore.file`, at once. */
export function fileOf(database: Database, scope: Scope, id: ArticleId): StoredFile | null {
  const row = database.get(
    `SELECT num, json, hidden, text FROM article LEFT JOIN article_text ON article_text.article = article.num
     WHERE scope = ? AND id = ?`,
    ...[scopeNum(database, scope), id],
  );
  if (!row) return null;
  const json = `{"schema":1,"article":${text(row, 'json')},"claims":${claimsOf(database, row)}}`;
  return { file: parsed(ArticleFile, json, `article ${id}`), text: row.text === null ? null : text(row, 'text') };
}

/** As a JSON array, in the order in which they were put. */
function claimsOf(database: Database, row: Row): string {
  if (row.hidden !== null) return text(row, 'hidden');
  const claims = database.all('SELECT json FROM claim WHERE article = ? ORDER BY num', int(row, 'num'));
  return `[${claims.map((claim) => text(claim, 'json')).join()}]`;
}
