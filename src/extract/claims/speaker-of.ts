import { EntityRef } from '../../domain/entity.ts';
import type { ExtractedClaim } from '../../domain/extracted-claim.ts';
import type { Holder } from '../attribution/attribution.ts';

const CUE_CHARS = 60;
/** Longer names are cut. */
export const NAME_CHARS = 120;

/** An id as claims may hold it; null where a name makes none. */
export const refOf = (id: string): string | null => EntityRef.safeParse(id).data ?? null;

/** Who says it, as claims hold it. */
export function speakerOf({ who, surface, side, cue, via }: Holder): ExtractedClaim['attr'] {
  return {
    who: refOf(who) ?? 'unspecified',
    ...(side !== null && /^[A-Z]{2,5}$/.test(side) && { side }),
    ...(cue !== '' && { cue: cue.slice(0, CUE_CHARS) }),
    ...(via !== null && via !== '' && { via: via.slice(0, NAME_CHARS) }),
    ...(surface !== '' && { surface: surface.slice(0, NAME_CHARS) }),
  };
}
