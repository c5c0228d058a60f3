import type { Claim } from '../domain/claim.ts';
import type { Entity } from '../domain/entity.ts';
import type { Result } from '../domain/failure.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import { labelsOf } from '../labels.ts';
import type { Reader } from '../reader.ts';
import { printedLine } from '../render/printed-line.ts';
import { nameOfFile, noticeOf, readFileAs } from './documents.ts';
import { type Outcome, said } from './outcome.ts';

/**
 * `sitrep extract`: one line of JSON for each file, in the order given. A file that fails is named on stderr with its
 * reason, and the status is 1; one that was not read to its end is named there too.
 * @param entityOf what the gazetteer has by an id or code
 */
export function extractOnCommandLine(
  paths: readonly string[],
  reader: Reader,
  entityOf: (ref: string) => Entity | undefined,
): Outcome {
  return printedExtracts(
    paths.map((path) => ({ path, result: readFileAs(path, reader) })),
    entityOf,
  );
}

/** What was read of files, in their order. */
export function printedExtracts(
  read: readonly { readonly path: string; readonly result: Result<ReadArticle, string> }[],
  entityOf: (ref: string) => Entity | undefined,
): Outcome {
  const out = read.flatMap(({ path, result }) => (result.ok ? [said(lineOf(path, result.value, entityOf))] : []));
  const err = read.flatMap(({ path, result }) => {
    const problem = result.ok ? noticeOf(result.value) : result.error;
    return problem === null ? [] : [said(`${path}: ${problem}`)];
  });
  return { out: out.join(''), err: err.join(''), status: read.every(({ result }) => result.ok) ? 0 : 1 };
}

function lineOf(path: string, read: ReadArticle, entityOf: (ref: string) => Entity | undefined): string {
  const { article, claims } = read.file;
  return JSON.stringify({
    article: nameOfFile(path),
    language: article.language,
    published: article.published?.at ?? null,
    ...(read.isCleaned && { text: read.text }),
    claims: [
      ...claims.map((claim) => claimOf(claim, read, entityOf)),
      ...read.withheld.map((claim) => ({ ...claimOf(claim, read, entityOf), line: null })),
    ].toSorted((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0)),
  });
}

function claimOf(claim: Claim, { file, text }: ReadArticle, entityOf: (ref: string) => Entity | undefined) {
  const { id: _, surface: __, excerpt: ____, attr, evidence, mode, ...told } = { excerpt: null, ...claim };
  const { surface: ___, ...voice } = attr ?? {};
  const excerpt = claim.mode === 'excerpt' ? text.slice(claim.excerpt.start, claim.excerpt.end) : undefined;
  const backing = { claim, ...(excerpt !== undefined && { excerpt }) };
  return {
    ...told,
    attr: attr && voice,
    evidence: evidence.map(({ start, end }) => ({ start, end })),
    mode,
    line: printedLine(backing, file.article.language, labelsOf([claim], entityOf), 'en'),
  };
}
