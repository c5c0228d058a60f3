import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Entity } from '../domain/entity.ts';
import type { Fault } from '../domain/failure.ts';
import { entityOfRow, HEADER } from './gazetteer-row.ts';

const FOLDER = 'gazetteer';

/** What one file holds, and what was set aside in it. */
export interface Parsed {
  readonly entities: readonly Entity[];
  readonly faults: readonly Fault[];
}

/** A file of `data/gazetteer` whose bytes have been read and not yet parsed. */
export interface GazetteerFile {
  /** Relative to the data folder, with `/`. */
  readonly file: string;
  /** SHA-256 of its bytes in lower-case hex: the same digest, the same entities. */
  readonly digest: string;
  /** Parses the file at each call. Never throws: what is wrong is in `faults`. */
  readonly parse: () => Parsed;
}

const JsonFile = z.strictObject({
  schema: z.literal(1),
  source: z.string().min(1),
  licence: z.string().min(1),
  entities: z.array(z.unknown()).readonly(),
});

/**
 * Every `*.json` and `*.tsv` of `data/gazetteer` in name order, digested but not parsed, so that a start at which nothing
 * changed parses nothing. A file that cannot be read is a fault and is left out.
 */
export function openGazetteerFiles(dataDir: string): { files: readonly GazetteerFile[]; faults: readonly Fault[] } {
  const listed = attempt(FOLDER, () => readdirSync(join(dataDir, FOLDER)));
  const names = (listed.value ?? []).filter((name) => /\.(?:json|tsv)$/.test(name)).sort();
  const opened = names.map((name) => attempt(`${FOLDER}/${name}`, () => openFile(dataDir, `${FOLDER}/${name}`)));
  return {
    files: opened.flatMap((o) => (o.value ? [o.value] : [])),
    faults: [listed, ...opened].flatMap((o) => o.faults),
  };
}

/** Digests of all files that can be read, in name order. */
export function digestGazetteerFiles(dataDir: string): readonly { readonly file: string; readonly digest: string }[] {
  return openGazetteerFiles(dataDir).files.map(({ file, digest }) => ({ file, digest }));
}

/** Reads and parses everything. A broken file, entity or row is set aside and named; the rest loads. */
export function readGazetteerFiles(dataDir: string): {
  files: readonly { readonly file: string; readonly digest: string; readonly entities: readonly Entity[] }[];
  faults: readonly Fault[];
} {
  const { files, faults } = openGazetteerFiles(dataDir);
  const parsed = files.map(({ file, digest, parse }) => ({ file, digest, ...parse() }));
  return {
    files: parsed.map(({ file, digest, entities }) => ({ file, digest, entities })),
    faults: [...faults, ...parsed.flatMap((p) => p.faults)],
  };
}

function openFile(dataDir: string, file: string): GazetteerFile {
  const bytes = readFileSync(join(dataDir, file));
  const parse = file.endsWith('.tsv') ? parseTsv : parseJson;
  return {
    file,
    digest: createHash('sha256').update(bytes).digest('hex'),
    parse: () => parse(file, bytes.toString('utf8')),
  };
}

function attempt<T>(file: string, read: () => T): { value?: T; faults: readonly Fault[] } {
  try {
    return { value: read(), faults: [] };
  } catch (error) {
    return { faults: [{ file, field: '', problem: error instanceof Error ? error.message : String(error) }] };
  }
}

/** Reads the JSON form: `{ schema, source, licence, entities }`. */
export function parseJson(file: string, text: string): Parsed {
  const json = attempt(file, (): unknown => JSON.parse(text));
  if (json.faults.length > 0) return { entities: [], faults: json.faults };
  const shell = JsonFile.safeParse(json.value);
  if (!shell.success) return { entities: [], faults: faultsOf(file, '', shell.error) };
  return parseEach(
    file,
    shell.data.entities.map((entity, at) => [`entities.${at}`, entity]),
  );
}

/** Reads the tabular form: a header, then a settlement a line; see `data/README.md`. */
export function parseTsv(file: string, text: string): Parsed {
  const [header, ...lines] = text.split(/\r?\n/);
  if (header !== HEADER) {
    const problem = `must be the header ${HEADER.replaceAll('\t', ' ')}`;
    return { entities: [], faults: [{ file, field: 'line 1', problem }] };
  }
  const rows = lines.flatMap((line, at) => (line === '' ? [] : [[`line ${at + 2}`, entityOfRow(line)] as const]));
  const { entities, faults } = parseEach(
    file,
    rows.filter(([, row]) => row !== null),
  );
  const broken = rows.filter(([, row]) => row === null);
  const problem = 'has another number of cells than the header';
  return { entities, faults: [...faults, ...broken.map(([field]) => ({ file, field, problem }))] };
}

/** @param candidates each with the field that a fault in it is named after */
function parseEach(file: string, candidates: readonly (readonly [string, unknown])[]): Parsed {
  const entities: Entity[] = [];
  const faults: Fault[] = [];
  const compact = compacting();
  for (const [field, candidate] of candidates) {
    const entity = Entity.safeParse(candidate);
    if (entity.success) entities.push(compact(entity.data));
    else faults.push(...faultsOf(file, field, entity.error));
  }
  return { entities, faults };
}

/**
 * Entities as small as they can be held, since there are tens of thousands: lists that many have (what villages of a district
 * lie in, no further names) are kept once, and fields lie in the object itself and not in a list that grew with it.
 */
function compacting(): (entity: Entity) => Entity {
  const lists = new Map<string, readonly string[]>();
  const once = (list: readonly string[]): readonly string[] => {
    const key = list.join('|');
    const known = lists.get(key) ?? list;
    lists.set(key, known);
    return known;
  };
  return ({ id, kind, names: { en, uk }, aliases, within, ...rest }) => ({
    id,
    kind,
    names: { en, uk },
    aliases: aliases.length === 0 ? NONE : aliases,
    within: once(within),
    ...rest,
  });
}

const NONE: readonly string[] = [];

function faultsOf(file: string, within: string, error: z.ZodError): readonly Fault[] {
  return error.issues.map((issue) => ({
    file,
    field: [within, ...issue.path.map(String)].filter((part) => part !== '').join('.'),
    problem: issue.message,
  }));
}
