import { DAY_MS } from '../../domain/period.ts';
import { ALIKE_DAYS, type AlikeArticle } from '../contract.ts';
import type { Filed } from './count-article.ts';
import { type Database, int, type Row, text } from './database.ts';
import type { Sight } from './read-claims.ts';

/** Most articles that are compared with a text, the newest: what a thousand articles end on is no text of theirs. */
const MOST_COMPARED = 200;

/** Keeps what the copies of an article's text are told by. */
export function keepSketch(database: Database, { num, scope, published }: Filed, body: string): void {
  const sketch = database.rules.sketchOf(body);
  database.run('UPDATE article SET sketch = ? WHERE num = ?', sketch, num);
  database.run('DELETE FROM article_mark WHERE article = ?', num);
  database.run(
    'INSERT OR IGNORE INTO article_mark (mark, scope, published, article) SELECT value, ?, ?, ? FROM json_each(?)',
    ...[scope, published, num, JSON.stringify(database.rules.marksOf(sketch))],
  );
}

/** `ClaimStore.alike`, at once. */
export function alikeIn(database: Database, sight: Sight, body: string, aroundMs: number): readonly AlikeArticle[] {
  const sketch = database.rules.sketchOf(body);
  const found = sharing(database, sight, database.rules.marksOf(sketch), aroundMs).map((row) => {
    const similarity = row.sketch instanceof Uint8Array ? database.rules.likeness(sketch, row.sketch) : 0;
    const url = row.url === null ? null : text(row, 'url');
    return {
      id: text(row, 'id'),
      publisher: text(row, 'publisher'),
      url,
      similarity,
      published: int(row, 'published'),
    };
  });
  return found
    .filter(({ similarity }) => similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || a.published - b.published || (a.id < b.id ? -1 : 1))
    .map(({ published: _, ...article }) => article);
}

function sharing(
  database: Database,
  { operator, own }: Sight,
  marks: readonly number[],
  aroundMs: number,
): readonly Row[] {
  return database.all(
    `SELECT article.id, article.json ->> 'publisher' AS publisher, article.json ->> 'url' AS url, sketch, article.published
     FROM (SELECT DISTINCT article FROM article_mark
       WHERE mark IN (SELECT value FROM json_each(?)) AND scope IN (?, ?) AND published BETWEEN ? AND ?
       ORDER BY published DESC LIMIT ${MOST_COMPARED}) AS near
     JOIN article ON article.num = near.article WHERE hidden IS NULL`,
    ...[JSON.stringify(marks), operator, own, aroundMs - ALIKE_DAYS * DAY_MS, aroundMs + ALIKE_DAYS * DAY_MS],
  );
}
