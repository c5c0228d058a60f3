import type { Analysis } from '../analysis.ts';
import type { Mention } from '../entities/mention.ts';
import type { FrameType } from '../frames/lexicon.ts';
import { dot, softmax, type Weights } from '../learned/linear.ts';
import { type Option, optionsOf, SLOTS, triggersFor } from './options.ts';
import type { Trigger } from './trigger.ts';

/** A slot's most likely value. */
export interface Filler {
  /** null for nobody or nowhere. */
  readonly value: string | null;
  readonly mention: Mention | null;
  /** How sure it is, 0 to 1. */
  readonly share: number;
  /** How far it is ahead of the next value, 0 to 1. */
  readonly lead: number;
}

/** The slots of a claim as they are most likely filled. */
export interface Filling {
  readonly trigger: Trigger | null;
  readonly slots: Readonly<Record<string, Filler>>;
}

/** Fills the learned slots of a claim of a type that a sentence holds: all with the trigger that explains them best. */
export function fillSlots(type: FrameType, at: number, analysis: Analysis, weights: Weights): Filling {
  const triggers = triggersFor(type, at, analysis);
  const read = SLOTS[type].map((spec) => {
    const options = optionsOf(spec, type, at, triggers, analysis);
    return { name: spec.name, options, shares: softmax(options.map(({ bag }) => dot(weights, bag))) };
  });
  const best = bestTrigger(triggers.length, read);
  return {
    trigger: triggers[best] ?? null,
    slots: Object.fromEntries(read.map((slot) => [slot.name, bestFiller(slot, best)])),
  };
}

interface ReadSlot {
  readonly name: string;
  readonly options: readonly Option[];
  readonly shares: readonly number[];
}

/** The trigger that has the most of all slots' shares, taken together. */
function bestTrigger(count: number, read: readonly ReadSlot[]): number {
  const scores = Array.from({ length: count }, (_, trigger) =>
    read.reduce((sum, slot) => sum + Math.log(shareOf(slot, (option) => option.trigger === trigger) + 1e-9), 0),
  );
  return scores.indexOf(Math.max(...scores));
}

const shareOf = ({ options, shares }: ReadSlot, counts: (option: Option) => boolean): number =>
  options.reduce((sum, option, at) => sum + (counts(option) ? (shares[at] ?? 0) : 0), 0);

/** The value with the largest share, those with the claim's trigger counting double. */
function bestFiller(slot: ReadSlot, trigger: number): Filler {
  const byValue = new Map<string | null, number>();
  slot.options.forEach((option, at) => {
    const share = (slot.shares[at] ?? 0) * (option.trigger === trigger ? 2 : 1);
    byValue.set(option.value, (byValue.get(option.value) ?? 0) + share);
  });
  const sum = [...byValue.values()].reduce((total, share) => total + share, 0);
  const [first, second] = [...byValue].toSorted((a, b) => b[1] - a[1]);
  const [value, share] = first ?? [null, 0];
  return {
    value,
    mention: clearestMention(slot, value),
    share: share / sum,
    lead: (share - (second?.[1] ?? 0)) / sum,
  };
}

/** The words that speak most for a value. */
function clearestMention({ options, shares }: ReadSlot, value: string | null): Mention | null {
  let best: { readonly mention: Mention | null; readonly share: number } = { mention: null, share: -1 };
  options.forEach((option, at) => {
    const share = shares[at] ?? 0;
    if (option.value === value && share > best.share) best = { mention: option.mention, share };
  });
  return best.mention;
}
