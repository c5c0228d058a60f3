import { readFileSync, statSync } from 'node:fs';
import { extname, parse } from 'node:path';
import type { Result } from '../domain/failure.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import { describeFailure, MAX_DOCUMENT_BYTES } from '../ingest/failure.ts';
import type { Input } from '../ingest/input.ts';
import type { Reader, Readers, ReadFailure } from '../reader.ts';

const KINDS: Readonly<Record<string, Input['kind'] | 'feed'>> = {
  '.txt': 'txt',
  '.html': 'html',
  '.json': 'json',
  '.xml': 'feed',
  '.rss': 'feed',
  '.atom': 'feed',
};

/** The name by which a file's article goes: without folder and extension. */
export const nameOfFile = (path: string): string => parse(path).name;

/** An article of a file, by the words that name it: those of an entry of a feed tell its place in the feed, from 1. */
export interface FromFile {
  readonly name: string;
  readonly result: Result<ReadArticle, string>;
}

/** Reads the article in a file, or each of a feed's. Never throws: what is wrong is said in words for whoever named the file. */
export function readArticlesIn(path: string, { reader, feedReader }: Readers): readonly FromFile[] {
  const file = openFile(path);
  if (!file.ok) return [{ name: path, result: file }];
  const { kind, body, writtenAtMs: fetchedAtMs } = file.value;
  if (kind !== 'feed') return [{ name: path, result: articleIn({ kind, body, url: null }, reader) }];
  const read = attempt('failed on our side', () => feedReader({ body, charset: null, url: null, fetchedAtMs }));
  const entries = read.ok ? inWords(read.value) : read;
  if (!entries.ok) return [{ name: path, result: entries }];
  return entries.value.map((result, at) => ({ name: `${path}, entry ${at + 1}`, result: inWords(result) }));
}

/** Reads the one article in a file. Never throws: what is wrong is said in words for whoever named the file. */
export function readFileAs(path: string, reader: Reader): Result<ReadArticle, string> {
  const file = openFile(path);
  if (!file.ok) return file;
  const { kind, body } = file.value;
  if (kind === 'feed')
    return { ok: false, error: 'is a feed, which may hold several articles: bring them with ingest' };
  return articleIn({ kind, body, url: null }, reader);
}

function articleIn(input: Input, reader: Reader): Result<ReadArticle, string> {
  const read = attempt('failed on our side', () => reader(input));
  return read.ok ? inWords(read.value) : read;
}

interface OpenFile {
  readonly kind: Input['kind'] | 'feed';
  readonly body: Uint8Array;
  /** Unix ms when the file was last changed, by the machine's clock. */
  readonly writtenAtMs: number;
}

function openFile(path: string): Result<OpenFile, string> {
  const kind = KINDS[extname(path).toLowerCase()];
  if (!kind) return { ok: false, error: 'must end in .txt, .html or .json; feeds in .xml, .rss, .atom or .json' };
  const read = attempt('cannot be read', () => contentOf(path));
  if (!read.ok) return read;
  const { body, writtenAtMs } = read.value;
  if (body === null) return { ok: false, error: wordsFor(TOO_LARGE) };
  const isJsonFeed = kind === 'json' && JSON_FEED.test(Buffer.from(body).toString());
  return { ok: true, value: { kind: isJsonFeed ? 'feed' : kind, body, writtenAtMs } };
}

/** What each JSON Feed has and no article: https://www.jsonfeed.org/version/1.1/#top-level */
const JSON_FEED = /(?<!\\)"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\//;

const inWords = <T>(read: Result<T, ReadFailure>): Result<T, string> =>
  read.ok ? read : { ok: false, error: wordsFor(read.error) };

const TOO_LARGE: ReadFailure = { kind: 'too-large', limit: MAX_DOCUMENT_BYTES, unit: 'bytes' };

/** `body`: null where there are more bytes than are read of any document. */
function contentOf(path: string): { readonly body: Uint8Array | null; readonly writtenAtMs: number } {
  const { size, mtimeMs } = statSync(path);
  return { body: size > MAX_DOCUMENT_BYTES ? null : readFileSync(path), writtenAtMs: mtimeMs };
}

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
