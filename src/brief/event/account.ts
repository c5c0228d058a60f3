import { publishedAtMs } from '../../domain/article.ts';
import type { Account } from '../../domain/brief.ts';
import { isDenial, liesAhead } from '../../domain/fact.ts';
import { DAY_MS } from '../../domain/period.ts';
import { type RankedClaim, sourcedKey } from '../../domain/sourced-claim.ts';
import { type Group, groupClaims } from '../group.ts';
import { hasComeAbout, stageOf } from './stage.ts';
import { isSuperseded } from './superseded.ts';

/** An event as it is told: the account that is printed, and what else is said of it. */
export interface Told {
  readonly lead: Group;
  /** Best first. */
  readonly others: readonly { readonly relation: Account['relation']; readonly group: Group }[];
}

/**
 * The accounts of one event. Printed is what is not revised, is not doubted, is said to have happened, is furthest on, stands unproven by
 * nobody's word alone, and is given by most.
 * @param event at least one claim
 * @param isWanted claims one of which is to be printed whatever their standing
 */
export function accountsOf(
  event: readonly RankedClaim[],
  isWanted: (one: RankedClaim) => boolean = () => false,
): Told | null {
  const standings = groupClaims(event)
    .map((group) => standingOf(group, event))
    .sort((a, b) => Number(b.group.some(isWanted)) - Number(a.group.some(isWanted)) || compareStandings(a, b));
  const [lead, ...others] = standings;
  if (!lead) return null;
  return {
    lead: lead.group,
    others: others.map((other) => ({ relation: relationOf(other, lead), group: other.group })),
  };
}

interface Standing {
  readonly group: Group;
  readonly isRevised: boolean;
  readonly isDenied: boolean;
  readonly isAhead: boolean;
  readonly stage: number;
  /** Compared place by place, smaller first. */
  readonly rank: readonly number[];
  readonly told: string;
}

function standingOf(group: Group, event: readonly RankedClaim[]): Standing {
  const [first] = group;
  const { claim } = first;
  const isRevised = group.every((one) => isSuperseded(one, event));
  const [isDenied, stage] = [isDenial(claim), stageOf(claim)];
  const newestMs = Math.max(...group.map((one) => publishedAtMs(one.article) ?? 0));
  const rank = [
    Number(claim.mode === 'excerpt'),
    Number(isRevised),
    Number(isDenied),
    Number('suspect' in claim),
    Number(!hasComeAbout(claim)),
    -stage,
    Number(claim.epi === 'claimed' || claim.confirmation === 'unconfirmed'),
    -new Set(group.map((one) => one.article.publisher)).size,
    -Math.floor(newestMs / DAY_MS),
    Number(!hasFigure(first)),
    -newestMs,
  ];
  return { group, isRevised, isDenied, isAhead: liesAhead(claim), stage, rank, told: sourcedKey(first) };
}

export const hasFigure = ({ claim }: Pick<RankedClaim, 'claim'>): boolean =>
  ('amount' in claim && claim.amount !== undefined) ||
  ('count' in claim && claim.count !== undefined && 'value' in claim.count);

function compareStandings(a: Standing, b: Standing): number {
  return compareRanks(a.rank, b.rank) || (a.told < b.told ? -1 : 1);
}

/** By the first place at which they differ, smaller first. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function relationOf(other: Standing, lead: Standing): Account['relation'] {
  if (areContrary(other, lead)) return 'contrary';
  if (other.isRevised) return 'superseded';
  return other.stage < lead.stage ? 'earlier' : 'account';
}

/** Who has no plan to do a thing does not say that it was not done. */
function areContrary(one: Standing, other: Standing): boolean {
  if (one.isDenied === other.isDenied) return false;
  const [denied, told] = one.isDenied ? [one, other] : [other, one];
  return told.isAhead || !denied.isAhead;
}
