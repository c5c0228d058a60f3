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
  visitor: 0.6,
  recipient: 0.7,
  donor: 0.5,
  place: 0.5,
  actor: 0.2,
  weapon: 0.2,
  status: 0.3,
};
/** Where a document never names somebody in a slot, it may be so all the same. */
const FLOOR = 0.1;

/** Fighting and its victims are in one place: what one of these claims says of it counts for the others. */
const IN_ONE_PLACE: ReadonlySet<FrameType> = new Set(['strike', 'move', 'impact']);

const poolOf = (type: FrameType, slot: string): string =>
  slot === 'place' && IN_ONE_PLACE.has(type) ? slot : `${type} ${slot}`;

/**
 * Fills the slots of all claims of a document, each in the light of the others: who gives, strikes or travels in one sentence
 * mostly does so in the next.
 * @param countryOf code of the state that a place lies in, by its id
 */
export function agree(claims: readonly Read[], countryOf: ReadonlyMap<string, string>): readonly Filling[] {
  const sums = sumsOf(claims);
  return claims.map((claim) => {
    const slots = new Map(SLOTS[claim.type].map(({ name }) => [name, weighed(claim, name, sums)] as const));
    const settled = claim.type === 'strike' ? abroad(slots, countryOf) : apart(claim.type, slots);
    return { trigger: claim.readings.trigger, slots: fillersOf(Object.fromEntries(settled)) };
  });
}

const fillersOf = (readings: Readings['slots']): Filling['slots'] =>
  Object.fromEntries(Object.entries(readings).map(([slot, values]) => [slot, fillerOf(values)]));

type Slots = ReadonlyMap<string, readonly Reading[]>;

/** How much less likely a strike on one's own country is than it looks. */
const AT_HOME = Math.exp(-1);

/** Who strikes and where, each in the light of the other: few strike at home. */
function abroad(slots: Slots, countryOf: ReadonlyMap<string, string>): Slots {
  const [actors, places] = [slots.get('actor') ?? [], slots.get('place') ?? []];
  const homeOf = ({ value }: Reading): string | null => (value === null ? null : (countryOf.get(value) ?? value));
  const [struck, striking] = [sharesBy(homeOf, places), sharesBy(({ value }) => value, actors)];
  return new Map([
    ...slots,
    ['actor', normal(actors.map((actor) => doubted(actor, struck.get(actor.value))))],
    ['place', normal(places.map((place) => doubted(place, striking.get(homeOf(place)))))],
  ]);
}

/** @param atHome how likely the other party is of the same state */
const doubted = (reading: Reading, atHome = 0): Reading => {
  return { ...reading, share: reading.share * (1 - atHome * (1 - AT_HOME)) };
};

/** The shares of each state's readings; of nobody's and nowhere's none. */
function sharesBy(
  stateOf: (reading: Reading) => string | null,
  readings: readonly Reading[],
): ReadonlyMap<string | null, number> {
  const shares = new Map<string | null, number>();
  for (const reading of readings) {
    const state = stateOf(reading);
    if (state !== null) shares.set(state, (shares.get(state) ?? 0) + reading.share);
  }
  return shares;
}

/** Slots that one and the same cannot fill. */
const PARTIES: Readonly<Partial<Record<FrameType, readonly [string, string]>>> = {
  aid: ['donor', 'recipient'],
  visit: ['visitor', 'host'],
};

/** Of two slots with the same first reading, the one that has the better second reading takes that. */
function apart(type: FrameType, slots: Slots): Slots {
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

function weighed(claim: Read, slot: string, sums: Sums): readonly Reading[] {
  const readings = claim.readings.slots[slot] ?? [];
  const weight = AGREEMENT[slot] ?? 0;
  if (weight === 0) return readings;
  const values = sums.get(poolOf(claim.type, slot)) ?? new Map<string | null, number>();
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
      const pool = poolOf(type, slot);
      const bySlot = sums.get(pool) ?? new Map<string | null, number>();
      for (const { value, share } of values) bySlot.set(value, (bySlot.get(value) ?? 0) + share * detection);
      sums.set(pool, bySlot);
    }
  return sums;
}

function normal(readings: readonly Reading[]): readonly Reading[] {
  const sum = readings.reduce((total, { share }) => total + share, 0);
  return readings.map((reading) => ({ ...reading, share: reading.share / sum })).toSorted((a, b) => b.share - a.share);
}
