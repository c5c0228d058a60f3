import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Fault } from './domain/failure.ts';
import { OPERATOR } from './domain/scope.ts';
import type { KeyValue } from './ports.ts';
import { readArticleFiles } from './store/article-files.ts';
import type { ClaimStore, Gazetteer } from './store/contract.ts';
import { type GazetteerFile, openGazetteerFiles } from './store/gazetteer-files.ts';

export interface Loaded {
  /** Articles that were new or had changed. */
  readonly changed: number;
  /** Articles whose file has gone and which were taken out. */
  readonly removed: number;
  /** What was set aside, and why. */
  readonly faults: readonly Fault[];
}

export interface LoadPorts {
  /** Folder of the committed data. */
  readonly dataDir: string;
  readonly claims: ClaimStore;
  readonly gazetteer: Gazetteer;
  /** What the last loading left: which articles came from the folder, and which gazetteer files were read. */
  readonly remembered: KeyValue;
}

const Ids = z.array(z.string());
const FaultList = z.array(z.strictObject({ file: z.string(), field: z.string(), problem: z.string() })).readonly();
const SeenFile = z.strictObject({ digest: z.string(), faults: FaultList });
/** A long list goes into the store in parts, each by a name of its own. */
const SeenList = SeenFile.extend({ parts: z.array(z.string()).readonly() }).readonly();
type SeenList = z.infer<typeof SeenList>;
const ARTICLES = 'articles';

/**
 * Brings the store up to date with the data folder, the long lists of names apart: idempotent, and quick when nothing
 * changed. A broken file is set aside and named; what an earlier version of it had given stays.
 */
export async function load(ports: LoadPorts): Promise<Loaded> {
  const { files, faults } = openGazetteerFiles(ports.dataDir);
  const names: Fault[] = [...faults];
  for (const file of files.filter((one) => !isList(one))) names.push(...(await loadNames(file, ports)));
  const articles = await loadArticles(ports);
  return { ...articles, faults: [...names, ...articles.faults] };
}

/**
 * Does the same for the long lists, which take seconds the first time: slice by slice, with room between for whoever asks
 * meanwhile. Then forgets the names of files that are gone.
 * @param isOver asked before each slice; once true, the rest is left for the next start
 */
export async function loadLists(ports: LoadPorts, isOver: () => boolean): Promise<readonly Fault[]> {
  const { files } = openGazetteerFiles(ports.dataDir);
  const kept = files.filter((file) => !isList(file)).map(({ file }) => file);
  const faults: Fault[] = [];
  for (const file of files.filter(isList)) {
    const list = await loadList(file, ports, isOver);
    if (!list) return faults;
    kept.push(...list.parts);
    faults.push(...list.faults);
  }
  await ports.gazetteer.keep(kept);
  return faults;
}

/** @returns null where it was broken off; it is then done again at the next start */
async function loadList(file: GazetteerFile, ports: LoadPorts, isOver: () => boolean): Promise<SeenList | null> {
  const key = `gazetteer:${file.file}`;
  const seen = SeenList.safeParse(await ports.remembered.get(key));
  if (seen.success && seen.data.digest === file.digest) return seen.data;
  const { entities, faults } = file.parse();
  const parts = slicesOf(entities).map((slice, at) => ({ part: `${file.file}#${at}`, slice }));
  for (const { part, slice } of parts) {
    await setImmediate();
    if (isOver()) return null;
    await ports.gazetteer.replace(part, file.digest, slice);
  }
  const list = { digest: file.digest, faults, parts: parts.map(({ part }) => part) };
  await ports.remembered.set(key, list);
  return list;
}

/** So many names take the database some tens of milliseconds. */
const SLICE = 250;

function slicesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / SLICE) }, (_, at) => all.slice(at * SLICE, (at + 1) * SLICE));
}

const isList = ({ file }: GazetteerFile): boolean => file.endsWith('.tsv');

/** Parses a file only when it has changed, and remembers what was wrong with it. */
async function loadNames(file: GazetteerFile, { gazetteer, remembered }: LoadPorts): Promise<readonly Fault[]> {
  const key = `gazetteer:${file.file}`;
  const seen = SeenFile.safeParse(await remembered.get(key));
  if (seen.success && seen.data.digest === file.digest) return seen.data.faults;
  const { entities, faults } = file.parse();
  if (entities.length > 0 || faults.length === 0) await gazetteer.replace(file.file, file.digest, entities);
  await remembered.set(key, { digest: file.digest, faults });
  return faults;
}

async function loadArticles({ dataDir, claims, remembered }: LoadPorts): Promise<Loaded> {
  const { files, faults } = readArticleFiles(dataDir);
  let changed = 0;
  for (const { content } of files) if ((await claims.put(OPERATOR, content)) !== 'same') changed += 1;
  const ids = files.map(({ content }) => content.article.id);
  const before = Ids.catch([]).parse(await remembered.get(ARTICLES));
  // An article whose file or folder cannot be read is neither here nor gone: what was read of it before stays.
  const unread = new Set(faults.map(({ file }) => file));
  const isKept = (id: string): boolean => unread.has('articles') || unread.has(`articles/${id}.json`);
  const missing = before.filter((id) => !ids.includes(id));
  const gone = missing.filter((id) => !isKept(id));
  for (const id of gone) await claims.remove(OPERATOR, id);
  await remembered.set(ARTICLES, [...ids, ...missing.filter(isKept)]);
  return { changed, removed: gone.length, faults };
}
