import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceStore } from '../../src/store/sqlite/sources/source-store.ts';
import { anArticleFile } from './claims.ts';
import { aFeedState, anItem, aSource } from './sources.ts';

/**
 * `node bring-items.ts PATH FIRST`: notes reading after reading of one feed, each with an item more than the last, and brings
 * what waits, until it is killed. Prints `noted KEY` and `settled KEY` once that is acknowledged.
 */
const [path = '', first = '0'] = process.argv.slice(2);
const database = openDatabase(path, EVENT_RULES);
if (!database.ok) throw new Error(`cannot open: ${database.error.kind}`);
const claims = sqliteClaimStore(database.value);
const report = (error: unknown): never => {
  throw error;
};
const sources = sqliteSourceStore({ database: database.value, addressKey: (url) => url, report });
await sources.save(OPERATOR, aSource(), { atMs: 0, by: null, deed: 'added', detail: '' });
for (let reading = Number(first); ; reading++) {
  const key = `item-${reading}`;
  const held = [anItem(key), anItem(`item-${reading - 1}`, { title: 'Otherwise' })];
  await sources.noteItems(aFeedState(reading), held, reading);
  process.stdout.write(`noted ${key}\n`);
  for (const queued of await sources.queued(reading, 2)) {
    await claims.put(OPERATOR, anArticleFile({ id: queued.item.key, title: queued.item.title ?? '' }));
    await sources.settle(queued, { kind: 'stored', article: queued.item.key }, reading);
    process.stdout.write(`settled ${queued.item.key} ${queued.item.title}\n`);
  }
}
