import type { Line } from '../../domain/brief.ts';
import type { Claim } from '../../domain/claim.ts';
import { type Filters, filterSlotsOf } from '../../domain/filters.ts';
import { standOf } from '../event/stage.ts';

/**
 * The line led by an account that fits the status and kind asked for, where its own does not: an event is found by any of its
 * claims, and who asks what was delivered is not told what was approved. Which sum is given is no dispute about the one asked for.
 */
export function ledBy({ status, kind }: Pick<Filters, 'status' | 'kind'>, line: Line): Line {
  const fits = (claim: Claim): boolean => has(claim, 'status', status) && has(claim, 'kind', kind);
  const asked = line.accounts.find(({ backing: [first] }) => first !== undefined && fits(first.claim));
  const [first] = asked?.backing ?? [];
  if (fits(line.claim) || !asked || !first) return line;
  const others = line.accounts.filter((account) => account !== asked);
  const isOneDate = asked.backing.every(({ claim }) => claim.date?.iso === first.claim.date?.iso);
  const { date: _, ...dateless } = first.claim;
  return {
    ...line,
    claim: isOneDate ? first.claim : dateless,
    backing: asked.backing,
    accounts: [{ relation: asked.relation === 'contrary' ? 'contrary' : 'account', backing: line.backing }, ...others],
    disputes: line.disputes.filter(({ over, values }) => over !== 'amount' || values.some(isLike(first.claim))),
  };
}

const isLike =
  (one: Claim) =>
  ({ claim }: { readonly claim: Claim }): boolean =>
    one.type === 'aid' && claim.type === 'aid' && standOf(one.status) === standOf(claim.status);

const has = (claim: Claim, name: 'status' | 'kind', value: string | undefined): boolean =>
  value === undefined || filterSlotsOf(claim).some(([filter, values]) => filter === name && values.includes(value));
