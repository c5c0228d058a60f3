import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArticleFile } from '../domain/article-file.ts';
import type { Claim } from '../domain/claim.ts';
import type { Fault } from '../domain/failure.ts';
import { faultsOf, issueWords } from './issue-words.ts';

const FOLDER = 'articles';
/** Fields of claims that name entities, one or several. */
const REF_FIELDS = ['donor', 'recipient', 'requester', 'actor', 'visitor', 'host', 'speaker', 'place', 'from', 'to'];
const POINTER_WORDS = 7;

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
  const textless = excerptFaults(file, content.claims);
  return textless.length > 0 ? { faults: textless } : { value: { file, digest: sha256(bytes), content }, faults: [] };
}

/** An excerpt is printed from its article's text, and files here have none. */
const excerptFaults = (file: string, claims: readonly Claim[]): readonly Fault[] =>
  claims.flatMap(({ mode }, at) => {
    const problem = 'must not be excerpt: no text is kept here to print it from';
    return mode === 'excerpt' ? [{ file, field: `claims[${at}].mode`, problem }] : [];
  });

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

/** Names every entity that a claim refers to and nobody knows, with its file and field. */
export function checkRefs(files: readonly LoadedArticle[], known: (ref: string) => boolean): readonly Fault[] {
  return files.flatMap(({ file, content }) =>
    content.claims.flatMap((claim, at) =>
      refFields(claim)
        .filter(({ ref }) => !known(ref))
        .map(({ field, ref }) => ({
          file,
          field: `claims[${at}].${field}`,
          problem: `names ${ref}, which no file of gazetteer has: add it there or mend the name`,
        })),
    ),
  );
}

interface RefField {
  readonly field: string;
  readonly ref: string;
}

function refFields(claim: Claim): readonly RefField[] {
  const slots = new Map<string, unknown>(Object.entries(claim));
  const spoken = Object.entries({ 'attr.who': claim.attr?.who, 'attr.side': claim.attr?.side });
  return [
    ...REF_FIELDS.flatMap((field) => refsAt(field, slots.get(field))),
    ...spoken.flatMap(([field, ref]) => refsAt(field, ref)),
    ...Object.keys(claim.surface ?? {}).map((ref) => ({ field: `surface.${ref}`, ref })),
  ];
}

function refsAt(field: string, value: unknown): readonly RefField[] {
  if (typeof value === 'string') return [{ field, ref: value }];
  return Array.isArray(value) ? value.flatMap((ref, at) => refsAt(`${field}[${at}]`, ref)) : [];
}

/**
 * Holds a file against the text that its offsets count in: length, hashes, paragraphs and pointers.
 * @param text as the article came, unchanged
 */
export function checkEvidence({ file, content }: LoadedArticle, text: string): readonly Fault[] {
  const wrong = [
    ...checkText(content.article.text, text),
    ...content.claims.flatMap((claim, at) => checkClaim(claim, at, text)),
  ];
  return wrong.map(([field, problem]) => ({ file, field, problem }));
}

type Wrong = readonly [field: string, problem: string];

function checkText(noted: ArticleFile['article']['text'], text: string): readonly Wrong[] {
  return [
    ...differs('article.text.chars', noted.chars, text.length),
    ...differs('article.text.sha256', noted.sha256, sha256(text)),
  ];
}

function checkClaim(claim: Claim, at: number, text: string): readonly Wrong[] {
  return claim.evidence.flatMap((evidence, index) => {
    return checkSpan(evidence, text).map(
      ([field, problem]): Wrong => [`claims[${at}].evidence[${index}].${field}`, problem],
    );
  });
}

function checkSpan(evidence: Claim['evidence'][number], text: string): readonly Wrong[] {
  const { start, end, pointer } = evidence;
  if (end > text.length) return [['end', `must be at most ${text.length}, where the text ends`]];
  const words = text.slice(start, end);
  return [
    ...differs('sha256', evidence.sha256, sha256(words)),
    ...differs('paragraph', evidence.paragraph, paragraphAt(text, start)),
    ...(words.startsWith(pointer)
      ? []
      : [['pointer', 'must be the first words of the evidence as they stand'] as const]),
    ...(wordCount(pointer) <= POINTER_WORDS ? [] : [['pointer', `must have at most ${POINTER_WORDS} words`] as const]),
  ];
}

const differs = (field: string, noted: string | number, found: string | number): readonly Wrong[] =>
  noted === found ? [] : [[field, `must be ${found}`]];

/** Number of the non-empty line that holds the offset, from 1. */
function paragraphAt(text: string, offset: number): number {
  const lines = text.slice(0, offset + 1).split('\n');
  return lines.filter((line) => line.trim() !== '').length;
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
