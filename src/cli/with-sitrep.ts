import { join } from 'node:path';
import type { App } from '../app.ts';
import { compose, type Sitrep } from '../compose.ts';
import { type Config, fetchingOf, modelOf } from '../config.ts';
import { stopFor } from '../exit.ts';
import { DATA_FOLDER, readVersion } from '../place.ts';
import type { Outcome } from './outcome.ts';

/** At a terminal there are no moderators. */
export const nobody = async (): Promise<boolean> => false;

/** Opens the database with all names loaded, lets `use` say what goes to the terminal, and closes it again. */
export async function withSitrep(
  config: Config,
  nowMs: number,
  use: (app: App, sitrep: Sitrep) => Promise<Outcome>,
): Promise<Outcome> {
  const opened = await compose({
    stateDir: config.DATA_DIR,
    dataDir: DATA_FOLDER,
    version: readVersion(),
    startedAtMs: nowMs,
    fetching: fetchingOf(config),
    model: modelOf(config),
    now: Date.now,
    tell: nobody,
    report: (error) => process.stderr.write(`the answer could not be kept: ${error}\n`),
  });
  if (!opened.ok) {
    const { message, status } = stopFor(opened.error, join(config.DATA_DIR, 'sitrep.sqlite'));
    return { out: '', err: `${message}\n`, status };
  }
  const { app, loaded, loadLists, close } = opened.value;
  try {
    const faults = [...loaded.faults, ...(await loadLists())];
    const err = faults.map(({ file, field, problem }) => `set aside: ${file} ${field} ${problem}\n`).join('');
    const used = await use(app, opened.value);
    return { ...used, err: err + used.err };
  } finally {
    await close();
  }
}
