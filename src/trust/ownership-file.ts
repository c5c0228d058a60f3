import { z } from 'zod';
import { Ownership } from '../domain/ownership.ts';
import type { Outlet } from '../ingest/outlets.ts';
import { type ListFile, readListFile, repeatedIn } from '../store/list-file.ts';

const FILE = 'ownership.json';

/** Whom an outlet belongs to; `outlet` as `lexicon/outlets.json` names it. */
const OwnedOutlet = Ownership.unwrap()
  .extend({ outlet: z.string().min(1).max(120) })
  .readonly();
type OwnedOutlet = z.infer<typeof OwnedOutlet>;

/** Reads `data/ownership.json`. An entry that is broken, or names an outlet that nobody knows or that came before, is set aside. Never throws. */
export function readOwnership(dataDir: string, outlets: readonly Outlet[]): ListFile<OwnedOutlet> {
  const read = readListFile(dataDir, FILE, 'outlets', OwnedOutlet);
  const known = new Set(outlets.map(({ name }) => name));
  const strange = read.entries.filter(({ outlet }) => !known.has(outlet));
  return {
    entries: read.entries.filter(({ outlet }) => known.has(outlet)),
    faults: [
      ...read.faults,
      ...strange.map(({ outlet }) =>
        faultOf(outlet, 'is no outlet of lexicon/outlets.json: add it there or mend the name'),
      ),
      ...repeatedIn(
        read,
        ({ outlet }) => outlet,
        (outlet) => faultOf(outlet, 'is there twice: leave one'),
      ),
    ],
  };
}

const faultOf = (outlet: string, problem: string) => ({ file: FILE, field: `outlets: ${outlet}`, problem });
