import { createHash } from 'node:crypto';
import type { ArticleFile } from '../domain/article-file.ts';
import type { Claim } from '../domain/claim.ts';
import type { Fault } from '../domain/failure.ts';
import type { LoadedArticle } from './article-files.ts';

/** Fields of claims that name entities, one or several. */
const REF_FIELDS = ['donor', 'recipient', 'requester', 'actor', 'visitor', 'host', 'speaker', 'place', 'from', 'to'];
const POINTER_WORDS = 7;

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
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
