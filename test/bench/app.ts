import { type App, createApp } from '../../src/app.ts';
import type { AppPorts, KeyValue } from '../../src/ports.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { correctionsOver } from '../support/corrections.ts';
import { NO_DIGESTS, NO_ERASING, NO_SOURCES, NO_TRACKS } from '../support/no-sources.ts';
import { unexpected, unread } from '../support/stored-app.ts';
import { NO_TRUST } from '../support/trust.ts';
import { openOrThrow } from './synthetic-database.ts';

interface OpenStore {
  /** A Sitrep over it that remembers nothing of what another was asked. */
  readonly newApp: () => App;
  readonly claims: AppPorts['claims'];
}

/**
 * Opens a database as it is, without any data folder; what an earlier run of the bench kept in it is forgotten.
 * @param given what is kept of members elsewhere than in the database, and what reads a message
 */
export function openStore(
  path: string,
  given: Partial<Pick<AppPorts, 'readMessage'> & { readonly members: KeyValue }> = {},
): OpenStore {
  const database = openOrThrow(path);
  database.run('DELETE FROM pair');
  const [claims, gazetteer] = [sqliteClaimStore(database), sqliteGazetteer(database)];
  const [settings, briefs] = [keyvOver(database, 'settings'), keyvOver(database, 'briefs')];
  const told = { report: unexpected, faults: () => [], startedAtMs: Date.now(), version: 'bench' };
  const health = sqliteSourceHealth(database);
  const newApp = () =>
    createApp({
      claims,
      gazetteer,
      health,
      trust: NO_TRUST,
      sources: NO_SOURCES,
      digests: NO_DIGESTS,
      tracks: NO_TRACKS,
      ...correctionsOver(database),
      erasing: NO_ERASING,
      settings,
      briefs,
      members: briefs,
      readMessage: unread,
      ...told,
      ...given,
    });
  return { newApp, claims };
}
