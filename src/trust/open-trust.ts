import type { Fault } from '../domain/failure.ts';
import type { ProposedSource } from '../domain/source-view.ts';
import { OutletFile } from '../ingest/lexicon.ts';
import type { Outlet } from '../ingest/outlets.ts';
import type { Trust } from '../ports.ts';
import { type ListFile, readListFile } from '../store/list-file.ts';
import type { SourceStore } from '../store/source-contract.ts';
import { outletNames } from './outlet-names.ts';
import { readOwnership } from './ownership-file.ts';
import { readStarters } from './starter-file.ts';
import { createTrust, type Known } from './trust.ts';

/** Reads the outlets of `lexicon/outlets.json`; what is broken there is set aside. Never throws. */
export const readOutlets = (dataDir: string): ListFile<Outlet> =>
  readListFile(dataDir, 'lexicon/outlets.json', 'outlets', OutletFile.shape.outlets.element);

/** Reads what the data folder knows of publishers, with what was set aside. Never throws. */
export function readKnown(dataDir: string): Known & { readonly faults: readonly Fault[] } {
  const outlets = readOutlets(dataDir);
  const owned = readOwnership(dataDir, outlets.entries);
  const owners = new Map(owned.entries.toReversed().map(({ outlet, ...ownership }) => [outlet, ownership]));
  return { names: outletNames(outlets.entries), owners, faults: [...outlets.faults, ...owned.faults] };
}

export interface OpenTrust {
  readonly trust: Trust;
  /** The outlet to whose site an address belongs; null: none that is known. */
  readonly outletOf: (url: string) => string | null;
  /** Feeds that Sitrep proposes, in the order of their file. */
  readonly starters: () => readonly ProposedSource[];
  /** What was set aside in the data folder. */
  readonly faults: () => readonly Fault[];
}

/** Trust by the data folder, which is read when it is first asked for: a start does not wait for it. */
export function openTrust(
  dataDir: string,
  sources: Pick<SourceStore, 'list'>,
  revision: () => Promise<number>,
): OpenTrust {
  let read: ReturnType<typeof readKnown> | null = null;
  const known = (): ReturnType<typeof readKnown> => {
    read ??= readKnown(dataDir);
    return read;
  };
  return {
    trust: createTrust(known, sources, revision),
    outletOf: (url) => known().names.atAddress(url),
    starters: () => startersIn(dataDir),
    faults: () => known().faults,
  };
}

function startersIn(dataDir: string): readonly ProposedSource[] {
  const { entries, crises } = readStarters(dataDir, readOutlets(dataDir).entries);
  return entries.flatMap((feed) => {
    const crisis = crises.find(({ en }) => en === feed.crisis);
    return crisis === undefined ? [] : [{ ...feed, crisis }];
  });
}
