import type { MOVE_ACTIONS } from '../domain/claim.ts';
import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { Framed } from './answer.ts';
import { EMPTY, isPlainly, type Slot } from './parties.ts';
import type { Rules } from './rules.ts';

/**
 * The slots of a claim without those that the text does not bear out; null where the rest could say something else than the
 * whole did. What is denied, refused, stopped or called off is so of all that the claim names: without a part of it more would
 * be denied than was said.
 */
export function withoutDoubtful(told: Framed, held: readonly Slot[], rules: Rules): readonly Slot[] | null {
  const doubtful = held.filter(({ held: { kind } }) => kind !== 'borne-out');
  if (doubtful.length === 0) return held;
  if (isDenial(told)) return null;
  const left = held.map((slot) => (doubtful.includes(slot) ? { ...slot, held: EMPTY } : slot));
  const stays = (name: string): boolean => left.some((slot) => slot.name === name && isPlainly(slot, rules.alone));
  return doubtful.every(({ name }) => mayGo(name, told, stays)) ? left : null;
}

const isDenial = (told: Framed): boolean =>
  told.negated || told.epi === 'denied' || ('status' in told && DENYING.has(told.status));

const DENYING: ReadonlySet<string> = new Set(['refused', 'suspended', 'cancelled']);

/** Done to ground or to forces whoever does it; the others say nothing without who does it. */
const OF_NOBODY: ReadonlySet<(typeof MOVE_ACTIONS)[number]> = new Set(['capture', 'deploy']);

/**
 * Whether a slot may be left out: the line is then as true as before, and still tells the event. Who is left must be plain,
 * where two may have been exchanged.
 */
function mayGo(slot: string, told: Framed, stays: (name: string) => boolean): boolean {
  switch (told.type) {
    case 'aid':
      return (slot === 'donor' && stays('recipient')) || (slot === 'recipient' && stays('donor'));
    case 'move':
      return slot === 'actor' ? OF_NOBODY.has(told.action) && stays('place') : slot === 'place' && stays('actor');
    case 'strike':
      return slot === 'weapon' || (slot === 'actor' && stays('place')) || (slot === 'place' && stays('actor'));
    case 'visit':
      return (slot === 'host' || slot === 'place') && stays('visitor');
    case 'impact':
      return slot === 'place' && told.count !== null;
  }
}

/** Whether a claim still tells its event without how many: of harm, where; of aid, no sum. */
export const mayLoseCount = (told: Framed, own: ExtractedClaim): boolean =>
  'count' in told && !isDenial(told) && (told.type !== 'impact' || ('place' in own && (own.place ?? []).length > 0));
