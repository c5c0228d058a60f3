import type { ExtractedClaim } from '../../domain/extracted-claim.ts';

/** Evidence spans that a claim shows at most. */
const MAX_SPANS = 6;

/** One claim of those that say the same, with the evidence of each; the first that may be said in our own words speaks for them. */
export function mergeClaims(claims: readonly ExtractedClaim[]): readonly ExtractedClaim[] {
  const groups = Map.groupBy(claims, keyOf);
  return [...groups.values()].map(merged);
}

function merged(same: readonly ExtractedClaim[]): ExtractedClaim {
  const speaks = same.find(({ mode }) => mode === 'structured') ?? same[0];
  if (speaks === undefined) throw new RangeError('nothing to merge');
  const others = same.filter((claim) => claim !== speaks);
  const evidence = [speaks, ...others].flatMap((claim) => claim.evidence).slice(0, MAX_SPANS);
  const { withheld: _, ...claim } = { ...speaks, evidence };
  return same.every(({ withheld }) => withheld) ? { ...claim, withheld: true } : claim;
}

/** What two claims of one article have in common that say the same: type, key slots, speaker, and how sure it is. */
function keyOf(claim: ExtractedClaim): string {
  const { type, attr, epi, realis, neg } = claim;
  return JSON.stringify([type, attr?.who, epi, realis, neg, ...keySlots(claim)]);
}

function keySlots(claim: ExtractedClaim): readonly unknown[] {
  switch (claim.type) {
    case 'aid':
      return [claim.donor, claim.recipient, claim.status, claim.amount ?? claim.items];
    case 'move':
      return [claim.actor, claim.action, claim.place, claim.count];
    case 'strike':
      return [claim.actor, claim.weapon, claim.place, claim.count, claim.date?.iso];
    case 'visit':
      return [claim.visitor, claim.host, claim.place, claim.status];
    case 'impact':
      return [claim.kind, claim.place, claim.count];
    case 'statement':
      return [claim.speaker, claim.topic];
  }
}
