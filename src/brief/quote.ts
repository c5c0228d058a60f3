import { createHash } from 'node:crypto';
import type { Claim } from '../domain/claim.ts';

/**
 * The verbatim words of each evidence span, in order; a span whose words no longer have their hash is left out.
 * @param text what the offsets count in; undefined where the article's text is not kept
 */
export function quotesOf(claim: Claim, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return claim.evidence.flatMap(({ start, end, sha256 }) => {
    const words = text.slice(start, end);
    return createHash('sha256').update(words).digest('hex') === sha256 ? [words] : [];
  });
}
