import type { Analysis } from '../analysis.ts';
import type { Mention } from '../entities/mention.ts';
import type { FrameType } from '../frames/lexicon.ts';
import type { Features } from '../learned/bag.ts';
import { scoreOf, softmax, type Weights } from '../learned/linear.ts';
import { type Option, optionsOf, SLOTS, slotModel, triggersFor } from './options.ts';
import type { Trigger } from './trigger.ts';

/** A value that a slot may have, with the words that speak most for it. */
export interface Reading {
  /** null for nobody or nowhere. */
  readonly value: string | null;
  readonly mention: Mention | null;
  /** How sure it is, 0 to 1; all readings of a slot sum to 1. */
  readonly share: number;
}

/** The readings of a claim's slots, the likeliest first. */
export interface Readings {
  readonly trigger: Trigger | null;
  readonly slots: Readonly<Record<string, readonly Reading[]>>;
}

/**
 * Reads the learned slots of a claim of a type that a sentence holds: all with the trigger that explains them best.
 * @param triggers of which one tells it; all of the sentence's, unless it is known which come into question
 */
export function readSlots(
  type: FrameType,
  at: number,
  analysis: Analysis,
  weights: Weights,
  triggers: ReturnType<typeof triggersFor> = triggersFor(type, at, analysis),
): Readings {
  const read = SLOTS[type].map((spec) => {
    const options = optionsOf(spec, type, at, triggers, analysis);
    return { name: spec.name, options, shares: softmax(scoresOf(options, slotModel(spec, type), weights)) };
  });
  const best = bestTrigger(triggers.length, read);
  return {
    trigger: triggers[best] ?? null,
    slots: Object.fromEntries(read.map((slot) => [slot.name, readingsOf(slot, best)])),
  };
}

/** Parts that options share are added up once. */
function scoresOf(options: readonly Option[], model: number, weights: Weights): readonly number[] {
  const known = new Map<Features, number>();
  const partScore = (part: Features): number => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const score = scoreOf(weights, model, part);
    known.set(part, score);
    return score;
  };
  return options.map(({ features }) => features.reduce((sum, part) => sum + partScore(part), 0));
}

interface ReadSlot {
  readonly name: string;
  readonly options: readonly Option[];
  readonly shares: readonly number[];
}

/** The trigger that has the most of all slots' shares, taken together. */
function bestTrigger(count: number, read: readonly ReadSlot[]): number {
  const scores = Array.from({ length: count }, (_, trigger) =>
    read.reduce((sum, slot) => sum + Math.log(shareOf(slot, trigger) + 1e-9), 0),
  );
  return scores.indexOf(Math.max(...scores));
}

const shareOf = ({ options, shares }: ReadSlot, trigger: number): number =>
  options.reduce((sum, option, at) => sum + (option.trigger === trigger ? (shares[at] ?? 0) : 0), 0);

/** Every value with its share, those with the claim's trigger counting double. */
function readingsOf({ options, shares }: ReadSlot, trigger: number): readonly Reading[] {
  const byValue = new Map<string | null, { mention: Mention | null; sum: number; most: number }>();
  options.forEach((option, at) => {
    const share = (shares[at] ?? 0) * (option.trigger === trigger ? 2 : 1);
    const before = byValue.get(option.value) ?? { mention: null, sum: 0, most: -1 };
    const clearer = share > before.most ? { mention: option.mention, most: share } : before;
    byValue.set(option.value, { ...clearer, sum: before.sum + share });
  });
  const all = [...byValue.values()].reduce((total, { sum }) => total + sum, 0);
  return [...byValue]
    .map(([value, { mention, sum }]) => ({ value, mention, share: sum / all }))
    .toSorted((a, b) => b.share - a.share);
}
