import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { sqliteDigests } from '../../src/store/sqlite/digests/digests.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { digestContract } from './digest-contract.ts';

digestContract('in the embedded database', () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  return { digests: sqliteDigests(database), close: database.close };
});
