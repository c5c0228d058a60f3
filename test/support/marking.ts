import type { ArticleFile } from '../../src/domain/article-file.ts';
import { type Correction, statementKey, type ToldClaim } from '../../src/domain/correction.ts';

/** The first claim of an article, or another. */
export function toldIn({ article, claims }: ArticleFile, at = 0): ToldClaim {
  const claim = claims[at];
  if (!claim) throw new Error(`the article has no claim ${at}`);
  return { article, claim };
}

type Wrong = Extract<Correction, { readonly kind: 'wrong' }>;

/** A moderator's correction of a claim, valid as it is. */
export const aCorrection = (told: ToldClaim, change: Partial<Wrong> = {}): Wrong => ({
  ...{ id: 'aaaaaaaa', scope: { guildId: null }, key: statementKey(told), told, atMs: 1_000, undone: null },
  ...{ kind: 'wrong', reason: 'It was a drill.', by: null },
  ...change,
});
