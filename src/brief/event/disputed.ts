import type { RankedClaim } from '../../domain/sourced-claim.ts';
import { type Containing, type Disagreement, disagreementsOf } from '../dispute.ts';
import { accountsOf, type Told } from './account.ts';
import { isSuperseded } from './superseded.ts';

/** What of an event is in dispute; figures that their speaker has revised are not. */
export function disputesIn(
  event: readonly RankedClaim[],
  { lead: [first] }: Told,
  containing: Containing,
): readonly Disagreement[] {
  const current = event.filter((one) => !isSuperseded(one, event));
  return disagreementsOf(first, current, containing);
}

/** Whether anything of an event is in dispute. */
export function isDisputed(event: readonly RankedClaim[], containing: Containing): boolean {
  const told = accountsOf(event);
  return told !== null && disputesIn(event, told, containing).length > 0;
}
