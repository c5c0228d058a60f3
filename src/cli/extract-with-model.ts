import { join } from 'node:path';
import { EVENT_RULES } from '../brief/event/rules.ts';
import type { ModelSettings } from '../domain/model.ts';
import { stopFor } from '../exit.ts';
import { createModel } from '../model/model.ts';
import { createModelReading, type ModelReading } from '../model-reading.ts';
import type { openReader } from '../open-reader.ts';
import { createReader } from '../reader.ts';
import { keyvOver } from '../store/keyv.ts';
import type { Database } from '../store/sqlite/database.ts';
import { sqliteModelUse } from '../store/sqlite/model/model-use.ts';
import { openDatabase } from '../store/sqlite/open.ts';
import { readFileAs } from './documents.ts';
import { printedExtracts } from './extract.ts';
import { type Outcome, said } from './outcome.ts';

type Readers = Pick<ReturnType<typeof openReader>, 'toldReader' | 'entityOf'>;

/**
 * `sitrep extract --engine llm`: as `extract` does, with the operator's model; on stderr what came of what it said of each file.
 * Answers and what was used are kept in the database, as a running bot keeps them.
 */
export async function extractWithModel(
  paths: readonly string[],
  { toldReader, entityOf }: Readers,
  settings: ModelSettings,
  stateDir: string,
): Promise<Outcome> {
  const path = join(stateDir, 'sitrep.sqlite');
  const opened = openDatabase(path, EVENT_RULES);
  if (!opened.ok) {
    const { message, status } = stopFor(opened.error, path);
    return { out: '', err: said(message), status };
  }
  const notes: string[] = [];
  const reading = readingOver(opened.value, settings, (outcomes) => notes.push(outcomeWords(outcomes)));
  try {
    const read: Parameters<typeof printedExtracts>[0][number][] = [];
    for (const file of paths) {
      const steps: Parameters<typeof reading.read<string>>[0] = {
        locally: async () => toldReader.locally((parts) => readFileAs(file, createReader(parts))),
        told: async (told) => toldReader.told((parts) => readFileAs(file, createReader(parts)), told),
      };
      read.push({ path: file, result: await reading.read(steps) });
    }
    const printed = printedExtracts(read, entityOf);
    return { ...printed, err: printed.err + notes.map(said).join('') };
  } finally {
    opened.value.close();
  }
}

function readingOver(
  database: Database,
  settings: ModelSettings,
  note: (outcomes: Readonly<Record<string, number>>) => void,
): ModelReading {
  const use = sqliteModelUse(database, Date.now);
  const answers = keyvOver(database, 'readings');
  return createModelReading({ model: createModel(settings, use, Date.now), answers, use, note });
}

function outcomeWords(outcomes: Readonly<Record<string, number>>): string {
  const all = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`);
  const hasFailed = all.some((outcome) => outcome.startsWith('failed '));
  return `model: ${all.join(', ') || 'no claims'}${hasFailed ? '; what failed was read without it' : ''}`;
}
