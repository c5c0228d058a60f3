import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { syntheticStore } from './synthetic.ts';

/** `node put-articles.ts PATH FIRST COUNT`: stores synthetic articles and prints the id of each once it is acknowledged. */
const [path = '', first = '0', count = '0'] = process.argv.slice(2);
const database = openDatabase(path, EVENT_RULES);
if (!database.ok) throw new Error(`cannot open: ${database.error.kind}`);
const store = sqliteClaimStore(database.value);
const news = syntheticStore(1_000_000);
for (let index = Number(first); index < Number(first) + Number(count); index++) {
  const file = news.file(index);
  await store.put(OPERATOR, file);
  process.stdout.write(`${file.article.id}\n`);
}
