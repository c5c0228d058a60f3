import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { putArticle } from '../../src/store/sqlite/file-articles.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { ROOT } from '../support/sitrep.ts';
import { type SyntheticStore, syntheticStore } from '../support/synthetic.ts';

/** What decides which bytes are in the database; reading from it does not. */
const MADE_BY = [
  'test/support/{synthetic,claims}.ts',
  'src/domain/{article,article-file,claim,entity,event,fact,filters}.ts',
  'src/brief/{figure,happening}.ts',
  'src/brief/event/{compare,filing,fit,profile,rules,settle,sketch,stage}.ts',
  'src/store/sqlite/{schema,open,event-index,file-*,filter-*,index-*,count-*,rank-*,closure,refresh}.ts',
];
const ARTICLES_A_COMMIT = 500;

export interface SyntheticDatabase {
  readonly path: string;
  readonly articles: number;
  /** How long building took; null: one that was built before is used. */
  readonly builtInMs: number | null;
}

/** The synthetic store in a database of its own, in the system's folder for temporary files. Built once for each state of the code. */
export async function syntheticDatabase(articles: number): Promise<SyntheticDatabase> {
  const folder = join(tmpdir(), 'sitrep-bench');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `synthetic-${articles}-${fingerprint()}.sqlite`);
  if (existsSync(path)) return { path, articles, builtInMs: null };
  const startedAt = performance.now();
  // Under its own name only when it is whole: a build that was broken off is never taken for one.
  const unfinished = `${path}.${process.pid}`;
  await build(unfinished, syntheticStore(articles), articles);
  renameSync(unfinished, path);
  return { path, articles, builtInMs: performance.now() - startedAt };
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(MADE_BY, { cwd: ROOT }).sort()) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
}

async function build(path: string, store: SyntheticStore, articles: number): Promise<void> {
  const database = openOrThrow(path);
  const gazetteer = sqliteGazetteer(database);
  await gazetteer.replace('synthetic.json', 'synthetic', store.entities);
  await gazetteer.keep(['synthetic.json']);
  for (let from = 0; from < articles; from += ARTICLES_A_COMMIT) {
    const to = Math.min(from + ARTICLES_A_COMMIT, articles);
    database.transaction(() => {
      for (let index = from; index < to; index += 1) putArticle(database, OPERATOR, store.file(index), undefined, 0);
    });
  }
  database.close();
}

export function openOrThrow(path: string): Database {
  const opened = openDatabase(path, EVENT_RULES);
  if (!opened.ok) throw new Error(`${path}: ${opened.error.kind}`);
  return opened.value;
}
