import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { healthContract } from './health-contract.ts';

healthContract('in the embedded database', () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  return {
    health: sqliteSourceHealth(database),
    revision: () => sqliteClaimStore(database).revision(),
    close: database.close,
  };
});
