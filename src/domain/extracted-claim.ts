import type { Claim } from './claim.ts';

/** A stretch of text, half-open, in UTF-16 code units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

type Excerpt = Extract<Claim, { readonly mode: 'excerpt' }>;
type Extracted<C> = C extends Excerpt ? Omit<C, 'id' | 'mode' | 'evidence'> : never;

/**
 * A claim as it was read from a text, before it is an article's: its slots as in an excerpt, its evidence by offsets alone,
 * the most telling span first. `excerpt` is what would be printed verbatim, inside one span of the evidence, and is given in
 * either mode: what cannot be said in words of ours after all is printed by it.
 */
export type ExtractedClaim = Extracted<Excerpt> & {
  readonly mode: 'structured' | 'excerpt';
  readonly evidence: readonly Stretch[];
  /** Where it is too doubtful that the words are about the topics at all: then it is neither stored nor printed. */
  readonly withheld?: true;
};
