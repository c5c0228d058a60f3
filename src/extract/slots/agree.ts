import type { FrameType } from '../frames/lexicon.ts';
import type { Reading, Readings } from './fill.ts';
import { type Filling, fillerOf } from './filling.ts';
import { SLOTS } from './options.ts';

/** A claim's readings among those of its document. */
export interface Read {
  readonly type: FrameType;
  /** How likely the sentence holds such a claim, 0 to 1. */
  readonly detection: number;
  readonly readings: Readings;
}

/** How much the rest of a document counts beside the sentence itself: who travels or is given to is mostly the same throughout. */
const AGREEMENT: Readonly<Record<string, number>> = {
  visitor: 0.5,
  recipient: 0.7,
  donor: 0.3,
  place: 0.3,
  actor: 0.1,
};
/** Where a document never names somebody in a slot, it may be so all the same. */
const FLOOR = 0.1;

/**
 * Fills the slots of all claims of a document, each in the light of the others: who gives, strikes or travels in one sentence
 * mostly does so in the next. Closed values are left as each sentence has them.
 */
export function agree(claims: readonly Read[]): readonly Filling[] {
  const sums = sumsOf(claims);
  return claims.map((claim) => {
    const slots = SLOTS[claim.type].map((spec) => [spec.name, weighed(claim, spec, sums)] as const);
    return { trigger: claim.readings.trigger, slots: fillersOf(Object.fromEntries(apart(claim.type, new Map(slots)))) };
  });
}

const fillersOf = (readings: Readings['slots']): Filling['slots'] =>
  Object.fromEntries(Object.entries(readings).map(([slot, values]) => [slot, fillerOf(values)]));

/** Slots that one and the same cannot fill. */
const PARTIES: Readonly<Partial<Record<FrameType, readonly [string, string]>>> = {
  aid: ['donor', 'recipient'],
  visit: ['visitor', 'host'],
};

/** Of two slots with the same first reading, the one that has the better second reading takes that. */
function apart(
  type: FrameType,
  slots: ReadonlyMap<string, readonly Reading[]>,
): ReadonlyMap<string, readonly Reading[]> {
  const parties = PARTIES[type];
  if (parties === undefined) return slots;
  const [one, other] = [slots.get(parties[0]) ?? [], slots.get(parties[1]) ?? []];
  const both = one[0]?.value;
  if (both == null || other[0]?.value !== both) return slots;
  const yields = (mine: readonly Reading[]): number => (mine[1]?.share ?? 0) / Math.max(mine[0]?.share ?? 0, 1e-9);
  const loser = yields(one) >= yields(other) ? parties[0] : parties[1];
  const rest = (slots.get(loser) ?? []).filter(({ value }) => value !== both);
  return new Map([...slots, [loser, normal(rest)]]);
}

type Sums = ReadonlyMap<string, ReadonlyMap<string | null, number>>;
type Spec = (typeof SLOTS)[FrameType][number];

function weighed(claim: Read, spec: Spec, sums: Sums): readonly Reading[] {
  const readings = claim.readings.slots[spec.name] ?? [];
  if (!('role' in spec)) return readings;
  const weight = AGREEMENT[spec.name] ?? 0;
  const values = sums.get(`${claim.type} ${spec.name}`) ?? new Map<string | null, number>();
  const all = [...values.values()].reduce((sum, each) => sum + each, 0);
  const others = { values, all: all - claim.detection };
  return normal(
    readings.map((reading) => ({ ...reading, share: reading.share * backing(reading, claim, others) ** weight })),
  );
}

interface Others {
  /** What all claims of the document give each value, this one included. */
  readonly values: ReadonlyMap<string | null, number>;
  /** What the others give all values together. */
  readonly all: number;
}

/** How much the other claims speak for a value. */
function backing({ value, share }: Reading, { detection }: Read, { values, all }: Others): number {
  return (Math.max(0, (values.get(value) ?? 0) - share * detection) + FLOOR) / (all + FLOOR * 10);
}

function sumsOf(claims: readonly Read[]): Sums {
  const sums = new Map<string, Map<string | null, number>>();
  for (const { type, detection, readings } of claims)
    for (const [slot, values] of Object.entries(readings.slots)) {
      const bySlot = sums.get(`${type} ${slot}`) ?? new Map<string | null, number>();
      for (const { value, share } of values) bySlot.set(value, (bySlot.get(value) ?? 0) + share * detection);
      sums.set(`${type} ${slot}`, bySlot);
    }
  return sums;
}

function normal(readings: readonly Reading[]): readonly Reading[] {
  const sum = readings.reduce((total, { share }) => total + share, 0);
  return readings.map((reading) => ({ ...reading, share: reading.share / sum })).toSorted((a, b) => b.share - a.share);
}
