import type { ArticleId } from '../domain/article.ts';
import type { Witness } from '../domain/event.ts';
import type { Tier } from '../domain/source.ts';
import type { SourcedClaim } from '../domain/sourced-claim.ts';
import type { Standing } from '../domain/trust.ts';
import type { Trust } from '../ports.ts';

/** What is to be known of the publishers of articles, by these: of all that tell of events. Those of whom nothing is are left out. */
export function standingsOf(
  claims: readonly SourcedClaim[],
  witnesses: readonly Witness[],
  { ownershipOf }: Trust,
  tierOf: (publisher: string) => Tier,
): ReadonlyMap<ArticleId, Standing> {
  const told = [
    ...witnesses.map(({ articleId, publisher }) => ({ id: articleId, publisher, url: null })),
    ...claims.map(({ article }) => article),
  ];
  const distinct = new Map(told.map((one) => [one.id, one]));
  return new Map(
    [...distinct.values()].flatMap(({ id, publisher, url }): [ArticleId, Standing][] => {
      const [ownership, tier] = [ownershipOf(publisher, url), tierOf(publisher)];
      if (ownership === null && tier === 'usual') return [];
      return [[id, { ...(ownership && { ownership }), ...(tier !== 'usual' && { tier }) }]];
    }),
  );
}
