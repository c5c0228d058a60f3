import type { Article } from './article.ts';
import type { Claim } from './claim.ts';

/** A claim with the article that makes it. */
export interface SourcedClaim {
  readonly claim: Claim;
  readonly article: Article;
}

/** A claim with what is known of the fact it states, which is all claims of the same `factKey`. */
export interface RankedClaim extends SourcedClaim {
  /** Distinct publishers of the fact, those whose claims are not at hand included; 0 for an excerpt. */
  readonly publishers: number;
}
