import { copyFileSync, existsSync, mkdtempSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { compose } from '../../src/compose.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { OFFLINE } from './no-sources.ts';
import { unexpected } from './stored-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run of the tests. */
    readonly runFolder: string;
  }
}

/** `short`: the long lists of settlements are left for whoever needs them. */
type Names = 'all' | 'short';

const DATABASE = 'sitrep.sqlite';

/**
 * Puts a database into a state folder that holds the committed data already, so that a Sitrep that opens it has nothing to
 * load: loading takes half a second, and with all names five. It is made once in a run of the tests, and copied. A database
 * that is there stays.
 */
export async function loadInto(folder: string, names: Names = 'short'): Promise<void> {
  const path = join(folder, DATABASE);
  if (!existsSync(path)) copyFileSync(await made(names), path);
}

/** Made by the first that asks, of whichever process; the others wait for it. */
async function made(names: Names): Promise<string> {
  const path = join(inject('runFolder'), `${names}.sqlite`);
  if (isFirst(`${path}.lock`)) renameSync(await make(names), path);
  while (!existsSync(path)) await wait(20);
  return path;
}

function isFirst(lock: string): boolean {
  try {
    openSync(lock, 'wx');
    return true;
  } catch {
    return false;
  }
}

async function make(names: Names): Promise<string> {
  const stateDir = mkdtempSync(join(inject('runFolder'), 'made-'));
  const place = { stateDir, dataDir: DATA_FOLDER };
  const opened = await compose({ ...OFFLINE, ...place, version: '1', startedAtMs: 0, report: unexpected });
  if (!opened.ok) throw new Error(`cannot open: ${opened.error.kind}`);
  if (names === 'all') await opened.value.loadLists();
  await opened.value.close();
  return join(stateDir, DATABASE);
}
