import { closeSync, copyFileSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { putArticle } from '../../src/store/sqlite/file-articles.ts';
import { withFolder } from '../support/sitrep.ts';
import { syntheticStore } from '../support/synthetic.ts';
import { figuresOf } from './commands.ts';
import { type Figure, ms, told } from './figure.ts';
import { openOrThrow, syntheticDatabase } from './synthetic-database.ts';
import { type Cost, costOf } from './timed.ts';

const BOUND_MS = 20;

/**
 * Adds articles to a store of so many, each in a transaction that is on the disk when it ends: the newest day's, and some of
 * days long past, whose claims stand before others.
 */
export async function measureEvents(articles: number, added: number): Promise<readonly Figure[]> {
  const { path } = await syntheticDatabase(articles);
  return withFolder(async (folder) => {
    const copy = join(folder, 'copy.sqlite');
    copyToDisk(path, copy);
    const database = openOrThrow(copy);
    const costs = await addedTo(database, articles, added);
    database.close();
    return [
      ...figuresOf(`adding an article to ${articles.toLocaleString('en')}`, costs, BOUND_MS),
      told('  slowest', ms(Math.max(...costs.map((cost) => cost.ms)))),
    ];
  });
}

/** The copy is on the disk: else the first article would wait for all of it. */
function copyToDisk(from: string, to: string): void {
  copyFileSync(from, to);
  const file = openSync(to, 'r+');
  fsyncSync(file);
  closeSync(file);
}

async function addedTo(database: Database, articles: number, added: number): Promise<readonly Cost[]> {
  const store = syntheticStore(articles, 2);
  const costs: Cost[] = [];
  for (let at = 0; at < added; at += 1) {
    const index = at % 2 === 0 ? articles - 1 - (at % articles) : Math.floor((at / added) * articles);
    const file = store.file(index);
    const renamed = { ...file, article: { ...file.article, id: `added-${at}` } };
    costs.push(await costOf(() => putArticle(database, OPERATOR, renamed, undefined, 0)));
  }
  return costs;
}
