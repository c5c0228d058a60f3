import type { Stake } from '../attribution/attribution-at.ts';
import type { FrameType } from '../frames/lexicon.ts';
import { type Event, realisAt } from './common.ts';

/**
 * What an event means to the side that speaks of it: ground that it says to have taken itself is its success, ground that it
 * says to have lost its failure. Only what has happened, since what one plans nobody need doubt.
 * @param side code of the state or bloc that speaks; null where it is not known
 */
export function stakeOf(type: FrameType, event: Event, side: string | null): Stake {
  const { actor, action } = event.filling.slots;
  if (type !== 'move' || side === null || actor?.value == null) return null;
  const isOwn = actor.value === side || actor.mention?.side === side;
  const { realis, neg } = realisAt(event);
  if (!isOwn || neg || (realis !== 'actual' && realis !== 'ongoing')) return null;
  return STAKES[action?.value ?? ''] ?? null;
}

const STAKES: Readonly<Record<string, Stake>> = { capture: 'success', lose: 'failure' };
