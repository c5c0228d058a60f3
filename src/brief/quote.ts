import { createHash } from 'node:crypto';
import type { Claim } from '../domain/claim.ts';
import { evidenceAround } from '../domain/claim-parts.ts';

/**
 * The verbatim words of each evidence span, in order; a span whose words no longer have their hash is left out.
 * @param text what the offsets count in; undefined where the article's text is not kept
 */
export function quotesOf(claim: Claim, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return claim.evidence.filter((span) => isThere(span, text)).map(({ start, end }) => text.slice(start, end));
}

/**
 * What is printed of an excerpt, character for character as the text has it; undefined for other claims, and where the text
 * around it is not the one that the claim was read from.
 * @param text as for `quotesOf`
 */
export function excerptOf(claim: Claim, text: string | undefined): string | undefined {
  if (claim.mode !== 'excerpt' || text === undefined) return undefined;
  const around = evidenceAround(claim);
  return around && isThere(around, text) ? text.slice(claim.excerpt.start, claim.excerpt.end) : undefined;
}

const isThere = ({ start, end, sha256 }: Claim['evidence'][number], text: string): boolean =>
  createHash('sha256').update(text.slice(start, end)).digest('hex') === sha256;
