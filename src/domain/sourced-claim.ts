import type { Article, ArticleId } from './article.ts';
import type { Claim } from './claim.ts';
import type { EventId } from './event.ts';

/** A claim with the article that makes it. */
export interface SourcedClaim {
  readonly claim: Claim;
  readonly article: Article;
}

/** Names a claim among those of all articles. */
export const sourcedKey = ({
  article,
  claim,
}: {
  readonly article: Pick<Article, 'id'>;
  readonly claim: Pick<Claim, 'id'>;
}): string => `${article.id} ${claim.id}`;

/** What a `sourcedKey` is made of. */
export function namesIn(key: string): { readonly article: ArticleId; readonly id: string } {
  const [article = '', id = ''] = key.split(' ');
  return { article, id };
}

/** A claim with the event it is of. */
export interface RankedClaim extends SourcedClaim {
  readonly event: EventId;
  /** Distinct publishers of the event, those whose claims are not at hand included; those of excerpts alone are not counted. */
  readonly publishers: number;
}
