import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Fault } from '../domain/failure.ts';
import { faultsOf, issueWords } from './issue-words.ts';

/** What a list of a data file holds; what is broken in it is set aside, and the rest counts. */
export interface ListFile<T> {
  readonly entries: readonly T[];
  readonly faults: readonly Fault[];
}

/**
 * Reads a list in a JSON file of the data folder, entry by entry. Never throws.
 * @param list the field of the file that holds it
 */
export function readListFile<T>(dataDir: string, file: string, list: string, entry: z.ZodType<T>): ListFile<T> {
  const read = readJson(join(dataDir, file));
  if ('problem' in read) return { entries: [], faults: [{ file, field: '', problem: read.problem }] };
  const all: unknown = Object(read.json)[list];
  if (!Array.isArray(all)) return { entries: [], faults: [{ file, field: list, problem: 'must be a list in [ ]' }] };
  const parsed = all.map((one: unknown) => entry.safeParse(one, { error: issueWords }));
  return {
    entries: parsed.flatMap(({ data, success }) => (success ? [data] : [])),
    faults: parsed.flatMap(({ error }, at) => faultsIn(file, `${list}[${at}]`, error)),
  };
}

function readJson(path: string): { readonly json: unknown } | { readonly problem: string } {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))) };
  } catch (error) {
    return { problem: `cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

const faultsIn = (file: string, within: string, error: z.ZodError | undefined): readonly Fault[] =>
  faultsOf(file, error?.issues ?? []).map(({ field, problem }) => {
    return { file, field: field === '' ? within : `${within}.${field}`, problem };
  });

/** A fault for each entry whose key an earlier one has. */
export function repeatedIn<T>(
  { entries }: Pick<ListFile<T>, 'entries'>,
  keyOf: (entry: T) => string,
  faultOf: (key: string) => Fault,
): readonly Fault[] {
  const keys = entries.map(keyOf);
  return keys.flatMap((key, at) => (keys.indexOf(key) < at ? [faultOf(key)] : []));
}
