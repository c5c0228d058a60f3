import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a file of the committed lexicons holds, as parsed JSON: `en/dates.json`, `actors.json`. */
export const lexiconFile = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/lexicon', path), 'utf8'));
