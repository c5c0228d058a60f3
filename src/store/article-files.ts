import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArticleFile } from '../domain/article-file.ts';
import type { Fault } from '../domain/failure.ts';
import { faultsOf, issueWords } from './issue-words.ts';

const FOLDER = 'articles';

/** A file of `data/articles` that holds what it should. */
export interface LoadedArticle {
  /** Relative to the data folder, with `/`. */
  readonly file: string;
  /** SHA-256 of its bytes in lower-case hex. */
  readonly digest: string;
  readonly content: ArticleFile;
}

interface LoadedArticles {
  readonly files: readonly LoadedArticle[];
  readonly faults: readonly Fault[];
}

/**
 * Reads every `*.json` of `data/articles`, in name order. A file that cannot be read, does not parse or is not named
 * after its article is set aside and named in `faults`; the rest loads. Never throws.
 */
export function readArticleFiles(dataDir: string): LoadedArticles {
  const listed = attempt(FOLDER, 'cannot be listed', () => readdirSync(join(dataDir, FOLDER)));
  const names = listed.value?.filter((name) => name.endsWith('.json')).sort() ?? [];
  const read = names.map((name) => readOne(dataDir, `${FOLDER}/${name}`));
  return {
    files: read.flatMap(({ value }) => (value ? [value] : [])),
    faults: [...listed.faults, ...read.flatMap(({ faults }) => faults)],
  };
}

/** What came of a step: a value, or faults. */
interface Attempt<T> {
  readonly value?: T;
  readonly faults: readonly Fault[];
}

function readOne(dataDir: string, file: string): Attempt<LoadedArticle> {
  const { value: bytes, faults } = attempt(file, 'cannot be read', () => readFileSync(join(dataDir, file)));
  return bytes ? parseArticleFile(file, bytes) : { faults };
}

/** Parses the bytes of one file of the data folder. `file` is its path there: `articles/<article id>.json`. */
export function parseArticleFile(file: string, bytes: Uint8Array): Attempt<LoadedArticle> {
  const { value: json, faults } = attempt(file, 'is not JSON in UTF-8: mend its syntax', () => parseJson(bytes));
  if (faults.length > 0) return { faults };
  const parsed = ArticleFile.safeParse(json, { error: issueWords });
  if (!parsed.success) return { faults: faultsOf(file, parsed.error.issues) };
  const content = parsed.data;
  const home = `${FOLDER}/${content.article.id}.json`;
  if (file !== home)
    return fault(
      file,
      'article.id',
      `does not fit the file's name: rename the file to ${home}, or remove it if that is there`,
    );
  return { value: { file, digest: sha256(bytes), content }, faults: [] };
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function attempt<T>(file: string, what: string, step: () => T): Attempt<T> {
  try {
    return { value: step(), faults: [] };
  } catch (error) {
    return fault(file, '', `${what} (${error instanceof Error ? error.message : String(error)})`);
  }
}

const fault = (file: string, field: string, problem: string): Attempt<never> => ({
  faults: [{ file, field, problem }],
});
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
