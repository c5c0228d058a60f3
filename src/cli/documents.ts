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
  const body = attempt('cannot be read', () => bytesOf(path));
  if (!body.ok) return body;
  if (body.value === null) return { ok: false, error: wordsFor(TOO_LARGE) };
  const input = { kind, body: body.value, url: null };
  const read = attempt('failed on our side', () => reader(input));
  if (!read.ok) return read;
  return read.value.ok ? read.value : { ok: false, error: wordsFor(read.value.error) };
}

const TOO_LARGE: ReadFailure = { kind: 'too-large', limit: MAX_DOCUMENT_BYTES, unit: 'bytes' };

/** null where there are more than are read of any document. */
const bytesOf = (path: string): Uint8Array | null =>
  statSync(path).size > MAX_DOCUMENT_BYTES ? null : readFileSync(path);

/** What is said of an article that is longer than what is read of any; null where it is not. */
export const noticeOf = ({ readTo }: ReadArticle): string | null =>
  readTo === null ? null : `only the first ${readTo.toLocaleString('en')} characters were read`;

/** One file that fails must not stop the others. */
function attempt<T>(what: string, step: () => T): Result<T, string> {
  try {
    return { ok: true, value: step() };
  } catch (error) {
    return { ok: false, error: `${what} (${error instanceof Error ? error.message : String(error)})` };
  }
}

const wordsFor = (failure: ReadFailure): string =>
  failure.kind === 'unfit' ? `cannot be stored: ${failure.problem}` : describeFailure(failure);
