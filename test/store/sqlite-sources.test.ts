import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceStore } from '../../src/store/sqlite/sources/source-store.ts';
import { sourceContract } from './source-contract.ts';

sourceContract('in the embedded database', () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  const report = (error: unknown): never => {
    throw error;
  };
  return {
    sources: sqliteSourceStore({ database, addressKey: (url) => url.toLowerCase(), report }),
    claims: sqliteClaimStore(database),
    close: database.close,
  };
});
