import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLexicon, type Lexicon } from './ingest/lexicon.ts';

/**
 * Reads what the reading of articles has to know from the data folder: `lexicon/outlets.json`, `lexicon/languages.json`,
 * `lexicon/page.json` and the `reading.json` of each language. Throws where a file is missing, no JSON or of another shape.
 */
export function readReadingLexicon(dataDir: string): Lexicon {
  const parsed = (path: string): unknown => JSON.parse(readFileSync(join(dataDir, 'lexicon', path), 'utf8'));
  return buildLexicon({
    outlets: parsed('outlets.json'),
    languages: parsed('languages.json'),
    page: parsed('page.json'),
    words: globSync('*/reading.json', { cwd: join(dataDir, 'lexicon') })
      .sort()
      .map(parsed),
  });
}
