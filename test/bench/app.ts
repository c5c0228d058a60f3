import { type App, createApp } from '../../src/app.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { unexpected } from '../support/stored-app.ts';
import { openOrThrow } from './synthetic-database.ts';

/** Sitrep over a database as it is: no data folder is read. What an earlier run of the bench kept in it is forgotten. */
export function openApp(path: string): App {
  const database = openOrThrow(path);
  database.run('DELETE FROM pair');
  return createApp({
    claims: sqliteClaimStore(database),
    gazetteer: sqliteGazetteer(database),
    settings: keyvOver(database, 'settings'),
    briefs: keyvOver(database, 'briefs'),
    report: unexpected,
    faults: () => [],
    startedAtMs: Date.now(),
    version: 'bench',
  });
}
