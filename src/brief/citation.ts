import type { SourcedClaim } from '../domain/sourced-claim.ts';

type CitedArticle = SourcedClaim['article'];

/** Numbers articles from 1 in the order in which they are first cited. */
export function citations(): {
  readonly of: (one: SourcedClaim) => number;
  readonly articles: () => readonly CitedArticle[];
} {
  const numbers = new Map<string, number>();
  const articles: CitedArticle[] = [];
  const add = (article: CitedArticle): number => {
    articles.push(article);
    numbers.set(article.id, articles.length);
    return articles.length;
  };
  return { of: ({ article }) => numbers.get(article.id) ?? add(article), articles: () => articles };
}
