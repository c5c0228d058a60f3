import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteCorrections } from '../../src/store/sqlite/corrections/corrections.ts';
import { sqliteMistakes } from '../../src/store/sqlite/corrections/mistakes.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { FACT_RULES } from '../support/fact-rules.ts';
import { correctionContract, NOTED_AT_MS } from './correction-contract.ts';
import { mistakeContract } from './mistake-contract.ts';

function opened(): Database {
  const result = openDatabase(':memory:', FACT_RULES);
  if (!result.ok) throw new Error(`cannot open: ${result.error.kind}`);
  return result.value;
}

correctionContract('corrections in the embedded database', () => {
  const database = opened();
  const claims = sqliteClaimStore(database, () => NOTED_AT_MS);
  return { corrections: sqliteCorrections(database), claims, close: database.close };
});

mistakeContract('reported mistakes in the embedded database', () => {
  const database = opened();
  return { mistakes: sqliteMistakes(database), close: database.close };
});
