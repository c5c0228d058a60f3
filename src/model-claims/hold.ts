import type { VISIT_STATUSES } from '../domain/claim.ts';
import type { ModelOutcome } from '../domain/model-outcome.ts';
import type { Mention } from '../extract/entities/mention.ts';
import type { Names } from '../extract/entities/names.ts';
import type { Reading, Readings } from '../extract/slots/fill.ts';
import type { Filler } from '../extract/slots/filling.ts';
import type { Framed } from './answer.ts';
import { EMPTY, type Held, holdName, inDoubt, type Slot, type Sureness } from './parties.ts';
import { rulingOn, rulingOnPlace, type Told } from './role.ts';
import type { Rules } from './rules.ts';

/** The slots of a claim as a model says them, with the first thing that the text does not bear out. */
export interface HeldSlots {
  readonly slots: Readonly<Record<string, Filler>>;
  readonly doubt: ModelOutcome | null;
}

/** Each slot as a model fills it, held against the text, in the order of what a claim tells. */
export const holdSlots = (readings: Readings, at: Omit<Against, 'readings'>): readonly Slot[] =>
  slotsOf({ ...at, readings: readings.slots });

/** All that stands there, whether or not it is meant; with the first doubt. */
export function fillersOf(held: readonly Slot[]): HeldSlots {
  const failed = held.find(({ held: { kind } }) => kind !== 'borne-out');
  const filled = held.flatMap(({ name, held: each }) => (each.kind === 'ungrounded' ? [] : [[name, each.filler]]));
  const doubt = failed && (failed.held.kind === 'ungrounded' && failed.doubt !== 'value' ? 'name' : failed.doubt);
  return { slots: Object.fromEntries(filled), doubt: doubt ?? null };
}

interface Against {
  readonly told: Told;
  readonly readings: Readings['slots'];
  readonly names: Names;
  readonly rules: Rules;
  /** Classes of the things that the sentence names. */
  readonly words: ReadonlySet<string>;
}

function slotsOf(against: Against): readonly Slot[] {
  const { actor, other, place } = against.rules;
  const told = against.told.claim;
  const party = (name: string, given: string | null | undefined, sureness: Sureness): Slot => ({
    name,
    held: named(name, given, sureness, against),
    doubt: 'party',
  });
  const where = (given: readonly string[]): Slot => ({
    name: 'place',
    held: named('place', given[0], place, against),
    doubt: 'place',
  });
  const closed = (name: string, value: string | null): Slot => ({
    name,
    held: valued(name, value, against),
    doubt: 'value',
  });
  switch (told.type) {
    case 'aid':
      return [
        ...unlessExchanged([party('donor', told.donor[0], actor), party('recipient', told.recipient, other)], against),
        closed('status', told.status),
        { name: 'kind', held: told.kind === null ? EMPTY : unchecked(told.kind), doubt: 'value' },
      ];
    case 'move':
      return [party('actor', told.actor, actor), where(told.place), closed('action', told.action)];
    case 'strike':
      return [party('actor', told.actor, actor), where(told.place), weaponOf(told.weapon, against)];
    case 'visit':
      return [
        ...unlessExchanged([party('visitor', told.visitor[0], actor), party('host', told.host[0], other)], against),
        where(told.place),
        { name: 'status', held: visitStatus(told, against), doubt: 'value' },
      ];
    case 'impact':
      return [where(told.place), closed('kind', told.kind[0] ?? null)];
  }
}

function named(slot: string, name: string | null | undefined, sureness: Sureness, against: Against): Held {
  if (name == null || name === '') return EMPTY;
  const { readings, names, told } = against;
  const ruling = (value: string) => {
    const isMeant = (mention: Mention): boolean => stands(value, mention);
    return slot === 'place' ? rulingOnPlace(isMeant, told) : rulingOn(slot, isMeant, told);
  };
  const own = (readings[slot] ?? []).filter((reading) => slot !== 'place' || isOwnPlace(reading));
  const held = holdName(name, { readings: own, names, ruling }, sureness);
  if (held.kind !== 'borne-out') return held;
  // Who is named beside what is quoted has no part in it.
  const isQuoted = told.quoted.some((mention) => stands(held.filler.value, mention));
  return isQuoted ? held : { ...held, kind: 'doubtful' };
}

/** Of several places of one name only the one that the article rather means is said. */
const isOwnPlace = ({ value, mention }: Reading): boolean => mention === null || value === mention.id;

/** Both parties, in doubt where they are more likely the other way round. */
function unlessExchanged(parties: readonly [Slot, Slot], { readings }: Against): readonly Slot[] {
  const [one, other] = parties;
  const [a, b] = [valueIn(one), valueIn(other)];
  if (a === null || b === null) return parties;
  const share = (slot: Slot, value: string): number =>
    (readings[slot.name] ?? []).find((each) => each.value === value)?.share ?? 0;
  const isLikelier = share(one, b) * share(other, a) > share(one, a) * share(other, b);
  return isLikelier ? parties.map((slot) => ({ ...slot, held: inDoubt(slot.held) })) : parties;
}

const valueIn = ({ held }: Slot): string | null => (held.kind === 'ungrounded' ? null : held.filler.value);

const stands = (value: string | null, { id, side, alternatives }: Mention): boolean =>
  id === value || side === value || alternatives.includes(value ?? '');

/** No printed sentence turns on it. */
const unchecked = (value: string): Held => ({
  kind: 'borne-out',
  filler: { value, mention: null, share: 1, lead: 1 },
});

/** Where no weapon is named, none is said; of several the first is. */
function weaponOf([weapon = 'none']: readonly string[], against: Against): Slot {
  const isNamed = weapon === 'none' || against.words.has(weapon);
  return { name: 'weapon', held: isNamed ? unchecked(weapon) : valued('weapon', weapon, against), doubt: 'value' };
}

/** Whether a visit has happened is told by how it is told. */
function visitStatus({ status, realis }: Extract<Framed, { readonly type: 'visit' }>, against: Against): Held {
  if (AS_TOLD[status].has(realis)) return unchecked(status);
  const held = valued('status', status, against);
  return held.kind === 'ungrounded' || status === 'cancelled' || (status === 'under_way' && realis === 'actual')
    ? held
    : { ...held, kind: 'doubtful' };
}

const AS_TOLD: Readonly<Record<(typeof VISIT_STATUSES)[number], ReadonlySet<Framed['realis']>>> = {
  planned: new Set(['planned', 'hypothetical']),
  under_way: new Set(['ongoing']),
  done: new Set(['actual']),
  cancelled: new Set(),
};

function valued(slot: string, value: string | null, { readings, rules, told }: Against): Held {
  if (value === null) return EMPTY;
  if (told.trigger?.hits.some(({ tag }) => tag === value)) return unchecked(value);
  const found = (readings[slot] ?? []).find((reading: Reading) => reading.value === value);
  if (found === undefined) return { kind: 'ungrounded' };
  const filler: Filler = { ...found, lead: found.share };
  return { kind: found.share >= rules.value ? 'borne-out' : 'doubtful', filler };
}
