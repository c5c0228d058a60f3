import { join } from 'node:path';
import { type App, createApp } from './app.ts';
import { EVENT_RULES } from './brief/event/rules.ts';
import { type Channels, createChannels } from './channels.ts';
import { type ComposedCorrections, composeCorrections } from './compose-corrections.ts';
import { composeDigest } from './compose-digest.ts';
import { composeDigests } from './compose-digests.ts';
import { composeModel } from './compose-model.ts';
import { composeSources, type FetchSettings, type SourceParts } from './compose-sources.ts';
import { composeTracks } from './compose-tracks.ts';
import { composeWording } from './compose-wording.ts';
import type { DigestPorts } from './digests/ports.ts';
import type { Fault, Result } from './domain/failure.ts';
import type { ModelSettings } from './domain/model.ts';
import { addressKey } from './ingest/canonical-url.ts';
import { type Loaded, type LoadPorts, load, loadLists } from './load.ts';
import type { Measure } from './metrics/exposition.ts';
import { measuresOf } from './metrics/measures.ts';
import type { AppPorts, BatchKeyValue, KeyValue, Ports } from './ports.ts';
import { createPrintedNotes, type PrintedNotes } from './printed-notes.ts';
import { type ArticleReading, createArticleReading } from './reading/articles.ts';
import type { SourceReading } from './sources/reading.ts';
import type { ClaimStore } from './store/contract.ts';
import type { CorrectionStore } from './store/correction-contract.ts';
import type { DigestStore } from './store/digest-contract.ts';
import { dropServer, keyvOver, purgeExpired } from './store/keyv.ts';
import type { ModelUseStore } from './store/model-contract.ts';
import type { PrintedStore } from './store/printed-contract.ts';
import type { ReviewStore } from './store/review-contract.ts';
import { sqliteClaimStore } from './store/sqlite/claim-store.ts';
import { purgeCorrections, sqliteCorrections } from './store/sqlite/corrections/corrections.ts';
import { purgeMistakes, sqliteMistakes } from './store/sqlite/corrections/mistakes.ts';
import type { Database } from './store/sqlite/database.ts';
import { sqliteDigests } from './store/sqlite/digests/digests.ts';
import { sqliteReviews } from './store/sqlite/digests/reviews.ts';
import { sqliteGazetteer } from './store/sqlite/gazetteer.ts';
import { sqliteModelUse } from './store/sqlite/model/model-use.ts';
import { type OpenFailure, openDatabase } from './store/sqlite/open.ts';
import { purgePrinted, sqlitePrinted } from './store/sqlite/printed/printed.ts';
import { sqliteSourceHealth } from './store/sqlite/source-health.ts';
import { sqliteSourceStore } from './store/sqlite/sources/source-store.ts';
import { sqliteTracks } from './store/sqlite/tracks/tracks.ts';
import type { TrackStore } from './store/track-contract.ts';
import { openTrust } from './trust/open-trust.ts';
import { createWordDigest, type WordDigest } from './word-digest.ts';

/** A running Sitrep without any edge. */
export interface Sitrep {
  readonly app: App;
  /** The articles behind the app's answers, for who brings more. */
  readonly claims: ClaimStore;
  /** How much there is, and how the reading of sources goes. */
  readonly measures: () => Promise<readonly Measure[]>;
  /** What reads the sources, when it is asked to. */
  readonly reading: SourceReading;
  readonly loaded: Loaded;
  /** What is delivered to channels, and when. */
  readonly digests: DigestStore;
  /** What moderators are shown of it before. */
  readonly reviews: ReviewStore;
  /** Puts a digest together. Reads only. */
  readonly composeDigest: DigestPorts['compose'];
  /** Puts it into prose; null: there is no language model. */
  readonly wordDigest: WordDigest | null;
  /** Of what is new somebody is told, and from what that is found. */
  readonly following: { readonly ports: Ports; readonly tracks: TrackStore };
  /** What messages printed, and which corrections they are still to show. */
  readonly printed: PrintedStore;
  /** Notes an answer that everybody in a channel sees; on the disk shortly after. */
  readonly noteAnswer: PrintedNotes['note'];
  readonly corrections: CorrectionStore;
  /** Has somebody told of each mistake that a member reports, from now on. */
  readonly tellOfMistakes: ComposedCorrections['connect'];
  readonly supersede: ComposedCorrections['supersede'];
  /** Those of the platform, from when it is connected. */
  readonly channels: Channels;
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
  /** The operator's language model; absent or null: there is none. */
  readonly model?: ModelSettings | null;
  /** Told what came of what the model said of an article; absent: nobody is. */
  readonly note?: (outcomes: Readonly<Record<string, number>>) => void;
  /** What texts are read for claims with, from who has it already and closes it; where none is given, one that ends with Sitrep. */
  readonly articles?: ArticleReading;
  /** Unix ms. */
  readonly now: () => number;
  /** Tells the moderators of a server something about one of its sources. @returns whether they were told */
  readonly tell: SourceParts['tell'];
  /** Told what failed without anybody waiting for it, and where that was known. */
  readonly report: (error: unknown, where?: string) => void;
}

/** What is kept under names in the database, beside its tables; docs/privacy.md tells what of it concerns members. */
export const NAMESPACES = [
  'loaded',
  'settings',
  'briefs',
  'members',
  'probes',
  'prose',
  'readings',
  'proposals',
  'edges',
] as const;
type Namespace = (typeof NAMESPACES)[number];

const DATABASE = 'sitrep.sqlite';

/** Opens the database in the state folder and brings it up to date with the data folder. */
export async function compose(options: Options): Promise<Result<Sitrep, OpenFailure>> {
  const opened = openDatabase(join(options.stateDir, DATABASE), EVENT_RULES);
  return opened.ok ? { ok: true, value: await composeOver(opened.value, options) } : opened;
}

async function composeOver(database: Database, options: Options): Promise<Sitrep> {
  const { dataDir, version, startedAtMs, report } = options;
  const values = (name: Namespace): BatchKeyValue => keyvOver(database, name);
  const stores = storesOver(database, options);
  const { claims, gazetteer, trust } = stores;
  const toLoad: LoadPorts = { dataDir, claims, gazetteer, remembered: values('loaded') };
  const loaded = await load(toLoad);
  const faults = [...loaded.faults];
  const [settings, articles] = [values('settings'), options.articles ?? createArticleReading(dataDir)];
  const model = modelOver(options, stores.use, values('readings'));
  const reader = { articles, modelReading: model?.reading ?? null };
  const [parts, probes] = [{ ...options, ...stores, ...reader }, values('probes')];
  const { sources, reading, close } = composeSources({ ...parts, settings, probes });
  const ports: Ports = {
    ...{ claims, gazetteer, health: stores.health, trust: trust.trust, settings, briefs: values('briefs') },
    corrections: stores.corrections,
    ...{ faults: () => faults, startedAtMs, version, report },
  };
  const wording = model && composeWording(model.model, values('prose'), options);
  const channels = createChannels();
  const compose: DigestPorts['compose'] = (...digest) =>
    composeDigest({ ...ports, deliveries: stores.digests.history }, ...digest);
  const digests = composeDigests(ports, { store: stores.digests, reviews: stores.reviews, channels, compose });
  const corrected = correcting(ports, stores, [values('proposals'), values('loaded')], options.now, () => app);
  const app: App = createApp({
    tracks: composeTracks(ports, stores.tracks, channels, options.now),
    ...{ ...ports, sources, digests, readMessage: articles.message, members: values('members') },
    ...(wording && { wording }),
    ...(model && { modelStatus: model.status }),
    ...{ correcting: corrected.corrections, mistakes: stores.mistakes, erasing: erasingOver(database, stores) },
  });
  const notes = createPrintedNotes(stores.printed, report);
  const upkeep = upkeepOf(database, {
    ...{ toLoad, faults, trust },
    ending: () => model?.end(),
    ends: () => Promise.all([close(), options.articles ? null : articles.close()]),
    settles: () => Promise.all([app.settle(), notes.settle()]),
  });
  return {
    ...{ app, claims, reading, loaded, channels, edges: values('edges') },
    ...{ tellOfMistakes: corrected.connect, supersede: corrected.supersede },
    ...{ digests: stores.digests, reviews: stores.reviews, composeDigest: compose },
    wordDigest: wording ? createWordDigest(wording, options.now) : null,
    following: { ports, tracks: stores.tracks },
    ...{ printed: stores.printed, noteAnswer: notes.note, corrections: stores.corrections },
    measures: measuring(stores, reading, options),
    ...upkeep,
  };
}

interface Kept {
  readonly toLoad: LoadPorts;
  readonly faults: Fault[];
  readonly trust: Pick<ReturnType<typeof openTrust>, 'faults'>;
  /** Gives up what would take long. */
  readonly ending: () => void;
  /** Ends what is under way, then writes what is still to be written. */
  readonly ends: () => Promise<unknown>;
  readonly settles: () => Promise<unknown>;
}

function upkeepOf(
  database: Database,
  { toLoad, faults, trust, ending, ends, settles }: Kept,
): Pick<Sitrep, 'loadLists' | 'purge' | 'close'> {
  let isClosed = false;
  return {
    loadLists: async () => {
      const found = [...(await loadLists(toLoad, () => isClosed)), ...trust.faults()];
      faults.push(...found);
      return found;
    },
    purge: (nowMs) => purge(database, nowMs),
    close: async () => {
      isClosed = true;
      ending();
      await ends();
      await settles();
      database.close();
    },
  };
}

const modelOver = ({ model, now, note = () => undefined }: Options, use: ModelUseStore, answers: KeyValue) =>
  model ? composeModel(model, { use, answers, now, note }) : null;

const purge = (database: Database, nowMs: number): number =>
  [purgeExpired, purgeCorrections, purgeMistakes, purgePrinted].reduce((sum, each) => sum + each(database, nowMs), 0);

const measuring =
  (
    { claims, store: sources, printed }: ReturnType<typeof storesOver>,
    { counts }: SourceReading,
    { startedAtMs, version }: Options,
  ): Sitrep['measures'] =>
  () =>
    measuresOf({ claims, sources, printed, counts, startedAtMs, version });

const correcting = (
  ports: Ports,
  { corrections: store, mistakes, printed }: ReturnType<typeof storesOver>,
  [proposals, upTo]: readonly [KeyValue, KeyValue],
  now: () => number,
  app: () => App,
): ComposedCorrections =>
  composeCorrections(ports, {
    travelled: printed.travelled,
    ...{ store, mistakes, proposals, upTo, now },
    recall: (id, scope) => app().recall(id, scope),
  });

function erasingOver(
  database: Database,
  { store, digests, corrections, mistakes, printed }: ReturnType<typeof storesOver>,
): AppPorts['erasing'] {
  return {
    forgetDeeds: store.forgetDeeds,
    forgetCorrections: async (scope) => {
      await corrections.forget(scope);
      await mistakes.forget(scope);
    },
    dropDigests: async (guildId) => {
      const all = await digests.list(guildId);
      await digests.erase(guildId);
      return all.length;
    },
    dropPairs: async (guildId) => {
      await printed.erase(guildId);
      return dropServer(database, guildId);
    },
  };
}

/** What is remembered, over the one database. */
function storesOver(database: Database, { dataDir, report, now }: Options) {
  const claims = sqliteClaimStore(database, now);
  const store = sqliteSourceStore({ database, addressKey, report });
  return {
    claims,
    gazetteer: sqliteGazetteer(database),
    health: sqliteSourceHealth(database),
    corrections: sqliteCorrections(database),
    mistakes: sqliteMistakes(database),
    store,
    digests: sqliteDigests(database, report),
    use: sqliteModelUse(database, now),
    tracks: sqliteTracks(database, report),
    printed: sqlitePrinted(database, report),
    reviews: sqliteReviews(database),
    trust: openTrust(dataDir, store, claims.revision),
  };
}
