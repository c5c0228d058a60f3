import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR } from '../../src/domain/scope.ts';
import { putArticle } from '../../src/store/sqlite/file-articles.ts';
import { withFolder } from '../support/sitrep.ts';
import { syntheticStore } from '../support/synthetic.ts';
import { type Figure, ms, told } from './figure.ts';
import { quantile } from './statistics.ts';
import { openOrThrow, syntheticDatabase } from './synthetic-database.ts';

const BOUND_MS = 20;

/**
 * Adds articles to a store of so many, each in a transaction that is on the disk when it ends: the newest day's, and some of
 * days long past, whose claims stand before others.
 */
export async function measureEvents(articles: number, added: number): Promise<readonly Figure[]> {
  const { path } = await syntheticDatabase(articles);
  return withFolder(async (folder) => {
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(path, copy);
    const database = openOrThrow(copy);
    const store = syntheticStore(articles, 2);
    const each = Array.from({ length: added }, (_, at) => {
      const index = at % 2 === 0 ? articles - 1 - (at % articles) : Math.floor((at / added) * articles);
      const file = store.file(index);
      const renamed = { ...file, article: { ...file.article, id: `added-${at}` } };
      const startedAt = performance.now();
      putArticle(database, OPERATOR, renamed);
      return performance.now() - startedAt;
    });
    database.close();
    const p99 = quantile(each, 0.99);
    return [
      told(`adding an article to ${articles.toLocaleString('en')}, p50`, ms(quantile(each, 0.5))),
      { ...told('adding an article, p99', ms(p99)), bound: `≤ ${BOUND_MS} ms`, isMet: p99 <= BOUND_MS },
      told('  slowest', ms(Math.max(...each))),
    ];
  });
}
