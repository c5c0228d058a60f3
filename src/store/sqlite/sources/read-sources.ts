import { z } from 'zod';
import type { ArticleId } from '../../../domain/article.ts';
import { ProbeFailure } from '../../../domain/probe-failure.ts';
import type { Scope } from '../../../domain/scope.ts';
import type { SourceId } from '../../../domain/source.ts';
import type { AsideItem, SourceCounts } from '../../../domain/source-view.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { parsed } from '../parsed.ts';
import { readable } from '../readable.ts';
import { scopeNum } from '../scope.ts';
import { sourceRow } from './source-rows.ts';
import type { Sourcing } from './sourcing.ts';

/** The items that wait for a source. */
const WAITING = `
  FROM follower JOIN item ON item.feed = follower.feed AND waiting = 1 AND given_to < follower.num
  WHERE follower.source = ?1 AND NOT EXISTS (SELECT 1 FROM given WHERE given.item = item.num AND given.source = ?1)`;

/** `SourceStore.counts`, at once. */
export function countsOf(database: Database, scope: Scope, id: SourceId): SourceCounts {
  const row = sourceRow(database, scope, id);
  const num = row ? int(row, 'num') : -1;
  const count = (sql: string): number => int(database.get(sql, num) ?? {}, 'n');
  const again = database.get(`SELECT not_before AS at ${WAITING} AND attempts > 0 ORDER BY not_before LIMIT 1`, num);
  return {
    articles: count(
      `SELECT count(*) AS n FROM brought JOIN article ON article.scope = brought.scope AND article.id = brought.article
       WHERE source = ?`,
    ),
    queued: count(`SELECT count(*) AS n ${WAITING}`),
    ...(again && { againAtMs: int(again, 'at') }),
    aside: count('SELECT count(*) AS n FROM aside_item WHERE source = ?'),
  };
}

const Aside = z.strictObject({ title: z.string().nullable(), url: z.string().nullable(), reason: ProbeFailure });

/** `SourceStore.aside`, at once. */
export function asideOf(sourcing: Sourcing, scope: Scope, id: SourceId, atMost: number): readonly AsideItem[] {
  const { database } = sourcing;
  const row = sourceRow(database, scope, id);
  const rows = database.all(
    'SELECT item, at, json FROM aside_item WHERE source = ? ORDER BY at DESC, item DESC LIMIT ?',
    ...[row ? int(row, 'num') : -1, atMost],
  );
  const asideIn = (one: Row): AsideItem => ({
    ...parsed(Aside, text(one, 'json'), `item ${int(one, 'item')} set aside`),
    atMs: int(one, 'at'),
  });
  return readable(sourcing, rows, asideIn, () => {});
}

/** `SourceStore.sourcesOf`, at once. */
export function sourcesOf(
  database: Database,
  scope: Scope,
  articles: readonly ArticleId[],
): ReadonlyMap<ArticleId, readonly SourceId[]> {
  const rows = database.all(
    `SELECT article, id FROM brought JOIN source ON source.num = brought.source
     WHERE brought.scope = ? AND article IN (SELECT value FROM json_each(?)) ORDER BY article, id`,
    ...[scopeNum(database, scope), JSON.stringify(articles)],
  );
  const byArticle = Map.groupBy(rows, (row) => text(row, 'article'));
  return new Map([...byArticle].map(([article, found]) => [article, found.map((row) => text(row, 'id'))]));
}
