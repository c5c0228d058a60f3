import type { ArticleId } from '../../domain/article.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Witness } from '../../domain/event.ts';
import type { Change, Over } from '../../domain/news.ts';
import { type RankedClaim, sourcedKey } from '../../domain/sourced-claim.ts';
import { accountsOf, type Told } from '../event/account.ts';
import { sidesOf } from '../event/sides.ts';
import { stageOf } from '../event/stage.ts';
import { isSuperseded } from '../event/superseded.ts';

/** Articles that a member has not seen as they are. */
export interface Fresh {
  readonly arrived: ReadonlySet<ArticleId>;
  readonly replaced: ReadonlySet<ArticleId>;
  /** Articles of events that were known and never told of, by each claim known of these (`sourcedKey`): to an event they are as new. */
  readonly withheld: ReadonlyMap<string, readonly ArticleId[]>;
}

/** An event with all that is needed to tell what is new of it. */
interface Happening {
  readonly claims: readonly RankedClaim[];
  readonly told: Told;
  /** All its articles, those included whose claims are not at hand. */
  readonly witnesses: readonly Witness[];
  /** On what claims of it differ, as the line of an account. */
  readonly disputed: (claims: readonly RankedClaim[], told: Told) => readonly Over[];
}

/**
 * What is new of an event: how it was told by the articles that were there, against how it is told now. Of an article that was
 * replaced, what it said before is not known.
 */
export function changesOf(event: Happening, fresh: Fresh): readonly Change[] {
  const { replaced } = fresh;
  const arrived = arrivedFor(event, fresh);
  const articles = event.witnesses.map(({ articleId }) => articleId);
  if (articles.every((id) => arrived.has(id))) return [{ kind: 'new' }];
  const isFresh = (id: ArticleId): boolean => arrived.has(id) || replaced.has(id);
  const before = event.claims.filter(({ article }) => !isFresh(article.id));
  const told = accountsOf(before);
  const changes: readonly Change[] = [
    ...(told ? [...stages(told, event), ...revisions(before, event), ...disputes(before, told, event)] : []),
    ...confirmations(before, event, isFresh),
    ...(articles.some((id) => replaced.has(id)) ? [{ kind: 'corrected' } as const] : []),
  ];
  return changes.length > 0 ? changes : [{ kind: 'told' }];
}

function arrivedFor({ claims }: Happening, { arrived, withheld }: Fresh): ReadonlySet<ArticleId> {
  const untold = withheld.size === 0 ? [] : claims.flatMap((one) => withheld.get(sourcedKey(one)) ?? []);
  return untold.length === 0 ? arrived : new Set([...arrived, ...untold]);
}

function stages(before: Told, { told }: Happening): readonly Change[] {
  const [was, is] = [before.lead[0].claim, told.lead[0].claim];
  return stageOf(is) > stageOf(was) ? [{ kind: 'stage', from: was }] : [];
}

/** The last figure that was revised. */
function revisions(before: readonly RankedClaim[], { claims }: Happening): readonly Change[] {
  const revised = before.find((one) => isSuperseded(one, claims) && !isSuperseded(one, before));
  return revised ? [{ kind: 'revised', from: revised.claim }] : [];
}

function disputes(before: readonly RankedClaim[], told: Told, event: Happening): readonly Change[] {
  const [was, is] = [event.disputed(before, told), event.disputed(event.claims, event.told)];
  return [
    ...is.filter((over) => !was.includes(over)).map((over): Change => ({ kind: 'disputed', over })),
    ...was.filter((over) => !is.includes(over)).map((over): Change => ({ kind: 'settled', over })),
  ];
}

function confirmations(
  before: readonly RankedClaim[],
  { claims }: Happening,
  isFresh: (id: ArticleId) => boolean,
): readonly Change[] {
  const fresh = claims.filter(({ article }) => isFresh(article.id));
  const isNewly = (word: Claim['confirmation']): boolean => says(fresh, word) && !says(before, word);
  const agree = sidesOf(claims).length > 0 && sidesOf(before).length === 0;
  return [
    ...(agree || isNewly('confirmed') ? [{ kind: 'confirmed' } as const] : []),
    ...(isNewly('denied') ? [{ kind: 'denied' } as const] : []),
  ];
}

const says = (claims: readonly RankedClaim[], word: Claim['confirmation']): boolean =>
  claims.some(({ claim }) => claim.confirmation === word);
