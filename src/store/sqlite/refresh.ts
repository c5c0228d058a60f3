import { refreshClosures } from './closure.ts';
import { type Database, int } from './database.ts';
import { indexAnew } from './file-articles.ts';
import { markChanged } from './revision.ts';

/** Says that the gazetteer is another than the one claims are found by. */
export function markStale(database: Database): void {
  database.run('UPDATE gazetteer_state SET version = version + 1');
  markChanged(database);
}

/** Files the claims anew that wait for it, or whose places, people or organisations now lie elsewhere; at once where nothing changed. */
export function refreshIfStale(database: Database): void {
  if (isStale(database)) database.transaction(() => isStale(database) && refresh(database));
}

const isStale = (database: Database): boolean =>
  database.get('SELECT 1 FROM gazetteer_state WHERE version <> indexed') !== undefined;

/** A newer schema has articles filed by what it did not know before, and other rules gather their claims into other events. */
const isUnfiled = (database: Database): boolean =>
  database.get('SELECT 1 FROM gazetteer_state WHERE indexed < 0') !== undefined;

function refresh(database: Database): void {
  const changed = JSON.stringify(refreshClosures(database));
  const touched = isUnfiled(database)
    ? database.all('SELECT num AS article FROM article WHERE hidden IS NULL')
    : database.all(
        `SELECT article FROM mention JOIN claim ON claim.num = mention.claim WHERE ref IN (SELECT value FROM json_each(?))`,
        changed,
      );
  indexAnew(
    database,
    touched.map((row) => int(row, 'article')),
  );
  database.run('UPDATE gazetteer_state SET indexed = version');
}
