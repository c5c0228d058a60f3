import type { Claim } from '../../domain/claim.ts';
import { actorOf, hasHappened, isDenial } from '../../domain/fact.ts';
import type { SourcedClaim } from '../../domain/sourced-claim.ts';

/**
 * The sides whose speakers state that it happened, the one that does it first; [] unless it and another both do: then neither
 * has only the other's word for it. Who only plans or threatens it states nothing of the kind.
 */
export function sidesOf(event: readonly SourcedClaim[]): readonly string[] {
  const stated = event.filter(({ claim }) => hasHappened(claim) && !isDenial(claim) && claim.mode !== 'excerpt');
  const sides = new Set(stated.flatMap(({ claim }) => sideOf(claim) ?? []));
  const actor = stated.flatMap(({ claim }) => actorOf(claim) ?? []).find((each) => sides.has(each));
  if (actor === undefined || sides.size < 2) return [];
  return [actor, ...[...sides].filter((side) => side !== actor).sort()];
}

const sideOf = ({ attr }: Claim): string | null => attr?.side ?? (attr && /^[A-Z]+$/.test(attr.who) ? attr.who : null);
