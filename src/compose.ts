import { join } from 'node:path';
import { type App, createApp } from './app.ts';
import { EVENT_RULES } from './brief/event/rules.ts';
import { composeSources, type FetchSettings, type SourceParts } from './compose-sources.ts';
import type { Fault, Result } from './domain/failure.ts';
import { addressKey } from './ingest/canonical-url.ts';
import { type Loaded, type LoadPorts, load, loadLists } from './load.ts';
import type { BatchKeyValue, KeyValue } from './ports.ts';
import { createArticleReading } from './reading/articles.ts';
import type { SourceReading } from './sources/reading.ts';
import type { ClaimStore } from './store/contract.ts';
import { keyvOver, purgeExpired } from './store/keyv.ts';
import { sqliteClaimStore } from './store/sqlite/claim-store.ts';
import { sqliteGazetteer } from './store/sqlite/gazetteer.ts';
import { type OpenFailure, openDatabase } from './store/sqlite/open.ts';
import { sqliteSourceHealth } from './store/sqlite/source-health.ts';
import { sqliteSourceStore } from './store/sqlite/sources/source-store.ts';
import { openTrust } from './trust/open-trust.ts';

/** A running Sitrep without any edge. */
export interface Sitrep {
  readonly app: App;
  /** The articles behind the app's answers, for who brings more. */
  readonly claims: ClaimStore;
  /** What reads the sources, when it is asked to. */
  readonly reading: SourceReading;
  readonly loaded: Loaded;
  /**
   * Loads the long lists of names, which only the first start has to wait for: an edge may answer meanwhile.
   * @returns what was set aside in them
   */
  readonly loadLists: () => Promise<readonly Fault[]>;
  /** For what an edge has to remember, such as the hash of the commands it registered. */
  readonly edges: KeyValue;
  /** Deletes what had expired by `nowMs` (Unix ms). Returns how many. */
  readonly purge: (nowMs: number) => number;
  /** Resolves when all that was answered is on the disk and the database is closed. */
  readonly close: () => Promise<void>;
}

export interface Options {
  /** Folder of the database. */
  readonly stateDir: string;
  /** Folder of the committed data. */
  readonly dataDir: string;
  readonly version: string;
  readonly startedAtMs: number;
  readonly fetching: FetchSettings;
  /** Unix ms. */
  readonly now: () => number;
  /** Tells the moderators of a server something about one of its sources. @returns whether they were told */
  readonly tell: SourceParts['tell'];
  /** Told what failed without anybody waiting for it, and where that was known. */
  readonly report: (error: unknown, where?: string) => void;
}

/** What is kept under names in the database, beside its tables; docs/privacy.md tells what of it concerns members. */
export const NAMESPACES = ['loaded', 'settings', 'briefs', 'members', 'probes', 'edges'] as const;
type Namespace = (typeof NAMESPACES)[number];

const DATABASE = 'sitrep.sqlite';

/** Opens the database in the state folder and brings it up to date with the data folder. */
export async function compose({
  stateDir,
  dataDir,
  version,
  startedAtMs,
  report,
  ...outside
}: Options): Promise<Result<Sitrep, OpenFailure>> {
  const opened = openDatabase(join(stateDir, DATABASE), EVENT_RULES);
  if (!opened.ok) return opened;
  const database = opened.value;
  const values = (name: Namespace): BatchKeyValue => keyvOver(database, name);
  const [claims, gazetteer] = [sqliteClaimStore(database), sqliteGazetteer(database)];
  const ports: LoadPorts = { dataDir, claims, gazetteer, remembered: values('loaded') };
  const loaded = await load(ports);
  const faults = [...loaded.faults];
  const [settings, briefs, members] = [values('settings'), values('briefs'), values('members')];
  const [health, articles] = [sqliteSourceHealth(database), createArticleReading(dataDir)];
  const store = sqliteSourceStore({ database, addressKey, report });
  const trust = openTrust(dataDir, store, claims.revision);
  const { sources, reading, close } = composeSources({
    ...{ store, claims, gazetteer, health, articles, trust, settings, probes: values('probes') },
    ...{ dataDir, version, report },
    ...outside,
  });
  const faultsNow = (): readonly Fault[] => faults;
  const app = createApp({
    ...{ claims, gazetteer, health, settings, briefs, members, sources },
    ...{ trust: trust.trust, readMessage: articles.message },
    ...{ faults: faultsNow, startedAtMs, version, report },
  });
  let isClosed = false;
  const value: Sitrep = {
    app,
    claims,
    reading,
    loaded,
    loadLists: async () => {
      const found = [...(await loadLists(ports, () => isClosed)), ...trust.faults()];
      faults.push(...found);
      return found;
    },
    edges: values('edges'),
    purge: (nowMs) => purgeExpired(database, nowMs),
    close: async () => {
      isClosed = true;
      await close();
      await app.settle();
      await articles.close();
      database.close();
    },
  };
  return { ok: true, value };
}
