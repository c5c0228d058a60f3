import { type App, createApp } from '../../src/app.ts';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { load } from '../../src/load.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { ASKED_AT_MS } from './briefs.ts';
import { correctionsOver } from './corrections.ts';
import { NO_DIGESTS, NO_ERASING, NO_SOURCES, NO_TRACKS } from './no-sources.ts';
import { unread } from './stored-app.ts';
import { trustIn } from './trust.ts';

/**
 * The app over a store in memory that holds the committed articles and names; the long lists of settlements only cost time. It is
 * one for all files of tests: who changes something takes a server of their own.
 */
export const committedApp = (): Promise<App> => {
  app ??= makeApp();
  return app;
};
let app: Promise<App> | null = null;

async function makeApp(): Promise<App> {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(`cannot open: ${opened.error.kind}`);
  const values = (name: string) => keyvOver(opened.value, name);
  const claims = sqliteClaimStore(opened.value);
  const gazetteer = sqliteGazetteer(opened.value);
  const { faults } = await load({ dataDir: DATA_FOLDER, claims, gazetteer, remembered: values('loaded') });
  return createApp({
    claims,
    gazetteer,
    health: sqliteSourceHealth(opened.value),
    trust: trustIn(DATA_FOLDER),
    sources: NO_SOURCES,
    digests: NO_DIGESTS,
    tracks: NO_TRACKS,
    ...correctionsOver(opened.value),
    erasing: NO_ERASING,
    settings: values('settings'),
    briefs: values('briefs'),
    members: values('members'),
    readMessage: unread,
    report: (error) => {
      throw error;
    },
    faults: () => faults,
    startedAtMs: ASKED_AT_MS,
    version: '1.2.3',
  });
}
