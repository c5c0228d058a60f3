import type { Result } from '../domain/failure.ts';
import { documentText } from './decode.ts';
import type { IngestFailure } from './failure.ts';
import type { Input } from './input.ts';
import { parseJsonArticle } from './json-article.ts';
import type { Lexicon } from './lexicon.ts';
import { readPage } from './page/read-page.ts';
import { NOTHING_KNOWN, readPlainText } from './plain-text.ts';
import type { Reading } from './reading.ts';

/** Reads a document of any kind that the command line takes. Never throws. */
export function readInput({ kind, body, url }: Input, lexicon: Lexicon): Result<Reading, IngestFailure> {
  const text = documentText(body, null);
  if (!text.ok) return text;
  if (kind === 'json') return readJson(text.value, lexicon);
  const known = { ...NOTHING_KNOWN, url };
  return kind === 'html' ? readPage(text.value, known, lexicon) : readPlainText(text.value, known, lexicon);
}

function readJson(json: string, lexicon: Lexicon): Result<Reading, IngestFailure> {
  const parsed = parseJsonArticle(json, lexicon);
  if (!parsed.ok) return parsed;
  const { kind, body, known } = parsed.value;
  return kind === 'html' ? readPage(body, known, lexicon) : readPlainText(body, known, lexicon);
}
