import type { Article } from './article.ts';
import type { Claim } from './claim.ts';

/** A claim with the article that makes it. */
export interface SourcedClaim {
  readonly claim: Claim;
  readonly article: Article;
}
