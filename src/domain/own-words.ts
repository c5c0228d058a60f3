import type { Claim, ClaimOf } from './claim.ts';

type Aid = ClaimOf<'aid'>;

/** Stages of aid that are acts in themselves: what was asked for, promised or decided need not have arrived. */
const ACTS: ReadonlySet<Aid['status']> = new Set(['requested', 'proposed', 'pledged', 'approved', 'announced']);
/** Of these, a "possible" may be of the act or of the aid. */
const DECISIONS: ReadonlySet<Aid['status']> = new Set(['pledged', 'approved', 'announced']);

export const isAct = ({ status }: Pick<Aid, 'status'>): boolean => ACTS.has(status);

/**
 * Whether the slots can be said in words of ours that can only be read one way. Not where a "not" stands with a refusal or
 * an attempt, a "possible" with a promise, nor where one party is on both sides, or who, what or where is missing so that
 * nothing is left to say.
 */
export function canBeSaid(claim: Claim): boolean {
  if (claim.neg && claim.realis === 'attempted') return false;
  switch (claim.type) {
    case 'aid':
      return isPlainAid(claim);
    case 'move':
      return isPlainMove(claim);
    case 'strike':
      return isPlainStrike(claim);
    case 'visit':
      return isPlainVisit(claim);
    case 'impact':
      return isPlainImpact(claim);
    case 'statement':
      return claim.topic !== undefined && !claim.neg;
  }
}

function isPlainAid(claim: Aid): boolean {
  const { status, realis, neg } = claim;
  if (realis === 'attempted' || (neg && (status === 'refused' || status === 'suspended'))) return false;
  if (claim.donor.some((donor) => donor === claim.recipient)) return false;
  const giving = claim.donor.length > 0 || claim.recipient !== null || claim.requester !== undefined;
  return giving && !(realis === 'hypothetical' && DECISIONS.has(status));
}

/** Who attacked says something only with what was attacked, or with what it was attacked; who did not, only with the first. */
function isPlainStrike({ actor, weapon, place, target, count, neg }: ClaimOf<'strike'>): boolean {
  if (place.length > 0 || target !== undefined) return true;
  return !neg && actor !== null && (weapon.length > 0 || count !== undefined);
}

function isPlainMove({ actor, action, place, count, from, to }: ClaimOf<'move'>): boolean {
  const where = [...place, ...(from ?? []), ...(to ?? [])];
  if (action === 'capture' || action === 'lose') return place.length > 0 || (actor !== null && count !== undefined);
  return actor !== null || where.length > 0;
}

function isPlainVisit({ visitor, place, host, status, neg, realis }: ClaimOf<'visit'>): boolean {
  if (status === 'cancelled' && (neg || realis === 'attempted')) return false;
  if (visitor.some((one) => host.includes(one))) return false;
  return visitor.length > 0 && (place.length > 0 || host.length > 0);
}

function isPlainImpact({ kind, neg, count, realis }: ClaimOf<'impact'>): boolean {
  const isMixed = kind.includes('damage') && kind.length > 1;
  return !isMixed && realis !== 'attempted' && !(neg && (count !== undefined || realis === 'planned'));
}
