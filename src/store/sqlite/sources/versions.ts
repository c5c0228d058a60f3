import type { ArticleId } from '../../../domain/article.ts';
import { ArticleFile } from '../../../domain/article-file.ts';
import type { Scope } from '../../../domain/scope.ts';
import { type EarlierVersion, VERSIONS_PER_ARTICLE } from '../../source-contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { readable } from '../readable.ts';
import { madeScope, scopeNum } from '../scope.ts';
import type { Sourcing } from './sourcing.ts';

const NEWEST_FIRST = 'FROM article_version WHERE scope = ? AND article = ? ORDER BY num DESC LIMIT';

/** `SourceStore.keepVersion`, at once. */
export function keepVersion(database: Database, scope: Scope, { file, untilMs }: EarlierVersion): void {
  const [article, json] = [file.article.id, JSON.stringify(file)];
  database.transaction(() => {
    const into = madeScope(database, scope);
    if (database.get(`SELECT json ${NEWEST_FIRST} 1`, into, article)?.json === json) return;
    const sql = 'INSERT INTO article_version (scope, article, until, json) VALUES (?, ?, ?, ?)';
    database.run(sql, into, article, untilMs, json);
    database.run(
      `DELETE FROM article_version WHERE scope = ?1 AND article = ?2 AND num <= (
         SELECT num FROM article_version WHERE scope = ?1 AND article = ?2 ORDER BY num DESC LIMIT 1 OFFSET ?3)`,
      ...[into, article, VERSIONS_PER_ARTICLE],
    );
  });
}

/** `SourceStore.versions`, at once. */
export function versionsOf(sourcing: Sourcing, scope: Scope, article: ArticleId): readonly EarlierVersion[] {
  const { database } = sourcing;
  const rows = database.all(
    `SELECT json, until ${NEWEST_FIRST} ?`,
    ...[scopeNum(database, scope), article, VERSIONS_PER_ARTICLE],
  );
  const versionOf = (row: Row): EarlierVersion => ({
    file: parsed(ArticleFile, text(row, 'json'), `version of article ${article}`),
    untilMs: int(row, 'until'),
  });
  return readable(sourcing, rows, versionOf, () => {});
}
