import type { Line } from '../../domain/brief.ts';
import type { Claim } from '../../domain/claim.ts';
import { type Filters, filterSlotsOf } from '../../domain/filters.ts';

/**
 * The line led by an account that fits the status and kind asked for, where its own does not: an event is found by any of its
 * claims, and who asks what was delivered is not told what was approved.
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
    accounts: [{ relation: 'account', backing: line.backing }, ...others],
  };
}

const has = (claim: Claim, name: 'status' | 'kind', value: string | undefined): boolean =>
  value === undefined || filterSlotsOf(claim).some(([filter, values]) => filter === name && values.includes(value));
