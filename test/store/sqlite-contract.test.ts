import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { FACT_RULES } from '../support/fact-rules.ts';
import { type Opened, storeContract } from './contract.ts';

storeContract('in memory', () => {
  const database = opened(':memory:');
  return { ...storesOver(database), close: database.close };
});

storeContract('in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-store-'));
  const database = opened(join(folder, 'store.db'));
  const close = (): void => {
    database.close();
    rmSync(folder, { recursive: true });
  };
  return { ...storesOver(database), close };
});

function opened(path: string): Database {
  const result = openDatabase(path, FACT_RULES);
  if (!result.ok) throw new Error(`cannot open: ${result.error.kind}`);
  return result.value;
}

const storesOver = (database: Database): Omit<Opened, 'close'> => ({
  claims: sqliteClaimStore(database),
  gazetteer: sqliteGazetteer(database),
});
