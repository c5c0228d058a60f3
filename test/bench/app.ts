import { type App, createApp } from '../../src/app.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { unexpected, unread } from '../support/stored-app.ts';
import { openOrThrow } from './synthetic-database.ts';

/**
 * Opens a database as it is, without any data folder; what an earlier run of the bench kept in it is forgotten.
 * @returns makes a Sitrep over it that remembers nothing of what another was asked
 */
export function openStore(path: string): () => App {
  const database = openOrThrow(path);
  database.run('DELETE FROM pair');
  const [claims, gazetteer] = [sqliteClaimStore(database), sqliteGazetteer(database)];
  const [settings, briefs] = [keyvOver(database, 'settings'), keyvOver(database, 'briefs')];
  const told = { report: unexpected, faults: () => [], startedAtMs: Date.now(), version: 'bench' };
  return () =>
    createApp({
      claims,
      gazetteer,
      health: sqliteSourceHealth(database),
      settings,
      briefs,
      members: briefs,
      readMessage: unread,
      ...told,
    });
}
