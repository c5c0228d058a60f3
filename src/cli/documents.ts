import { readFileSync, statSync } from 'node:fs';
import { extname, parse } from 'node:path';
import type { Result } from '../domain/failure.ts';
import { describeFailure, MAX_DOCUMENT_BYTES } from '../ingest/failure.ts';
import type { Input } from '../ingest/input.ts';
import type { ReadArticle, Reader, ReadFailure } from '../reader.ts';

const KINDS: Readonly<Record<string, Input['kind']>> = { '.txt': 'txt', '.html': 'html', '.json': 'json' };

/** The name by which a file's article goes: without folder and extension. */
export const nameOfFile = (path: string): string => parse(path).name;

/** Reads the article in a file. Never throws: what is wrong is said in words for whoever named the file. */
export function readFileAs(path: string, reader: Reader): Result<ReadArticle, string> {
  const kind = KINDS[extname(path).toLowerCase()];
  if (!kind) return { ok: false, error: 'must end in .txt, .html or .json' };
  try {
    if (statSync(path).size > MAX_DOCUMENT_BYTES)
      return { ok: false, error: describeFailure({ kind: 'too-large', limit: MAX_DOCUMENT_BYTES, unit: 'bytes' }) };
    const read = reader({ kind, body: readFileSync(path), url: null });
    return read.ok ? read : { ok: false, error: wordsFor(read.error) };
  } catch (error) {
    return { ok: false, error: `cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

const wordsFor = (failure: ReadFailure): string =>
  failure.kind === 'unfit' ? `cannot be stored: ${failure.problem}` : describeFailure(failure);
