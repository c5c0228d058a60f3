import type { ExtractedClaim } from '../../domain/extracted-claim.ts';
import { isAct } from '../../domain/own-words.ts';
import type { ModelClaim } from '../../model-claims/answer.ts';
import { acceptedValues, sameName, samePlace } from '../gold.ts';
import type { Corruption, Sound } from './corrupt.ts';

type Slots = Readonly<Record<string, unknown>>;

/**
 * Whether a claim that is said in our words says what was corrupted in the answer that it was made of; a slot that was left out
 * says nothing.
 * @param told the corrupted answer
 */
export function isPrinted(
  kind: Corruption,
  told: ModelClaim,
  { told: sound, gold }: Sound,
  claim: ExtractedClaim,
): boolean {
  const changed = (slot: string): boolean => (told as Slots)[slot] !== (sound as Slots)[slot];
  const isWrong = (slot: string): boolean => {
    const accepted = acceptedValues(gold, slot);
    const is = slot === 'place' ? samePlace : sameName;
    return named(claim, slot).some((id) => !accepted.some((one) => is(one, id) || sameName(one, id)));
  };
  switch (kind) {
    case 'number':
      return ['amount', 'count'].some((slot) => changed(slot) && slot in claim);
    case 'actor':
    case 'place':
      return NAMES.some((slot) => changed(slot) && isWrong(slot));
    case 'not':
      // Of aid that is asked for or promised no line says more than that.
      return !(claim.type === 'aid' && isAct(claim) && claim.neg === (gold.neg === true));
    case 'quote':
    case 'citation':
      return true;
  }
}

const NAMES = ['donor', 'recipient', 'actor', 'visitor', 'host', 'place'];

const named = (claim: ExtractedClaim, slot: string): readonly string[] =>
  [(claim as unknown as Slots)[slot]].flat().filter((id): id is string => typeof id === 'string');

/** Whether every slot that an answer fills is filled in the claim too. */
export const keepsAll = (told: ModelClaim, claim: ExtractedClaim): boolean =>
  [...NAMES, 'weapon', 'amount', 'count'].every(
    (slot) => !isFilled((told as Slots)[slot]) || isFilled((claim as unknown as Slots)[slot]),
  );

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value != null);
