import type { ModelOutcome } from '../domain/model-outcome.ts';
import type { Names } from '../extract/entities/names.ts';
import type { Reading, Readings } from '../extract/slots/fill.ts';
import type { Filler } from '../extract/slots/filling.ts';
import type { Framed } from './answer.ts';
import { EMPTY, type Held, holdName, type Sureness } from './parties.ts';
import type { Rules } from './rules.ts';

/** The slots of a claim as a model says them, with the first thing that the text does not bear out. */
export interface HeldSlots {
  readonly slots: Readonly<Record<string, Filler>>;
  readonly doubt: ModelOutcome | null;
}

interface Slot {
  readonly name: string;
  readonly held: Held;
  readonly doubt: ModelOutcome;
}

export function holdSlots(told: Framed, readings: Readings, names: Names, rules: Rules): HeldSlots {
  const held = slotsOf(told, { readings: readings.slots, names, rules });
  const failed = held.find(({ held: { kind } }) => kind !== 'borne-out');
  const filled = held.flatMap(({ name, held: each }) => (each.kind === 'ungrounded' ? [] : [[name, each.filler]]));
  const doubt = failed && (failed.held.kind === 'ungrounded' && failed.doubt !== 'value' ? 'name' : failed.doubt);
  return { slots: Object.fromEntries(filled), doubt: doubt ?? null };
}

interface Against {
  readonly readings: Readings['slots'];
  readonly names: Names;
  readonly rules: Rules;
}

function slotsOf(told: Framed, against: Against): readonly Slot[] {
  const { actor, other, place } = against.rules;
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
        party('donor', told.donor[0], actor),
        party('recipient', told.recipient, other),
        closed('status', told.status),
        closed('kind', told.kind),
      ];
    case 'move':
      return [party('actor', told.actor, actor), where(told.place), closed('action', told.action)];
    case 'strike':
      return [party('actor', told.actor, actor), where(told.place), closed('weapon', told.weapon[0] ?? 'none')];
    case 'visit':
      return [
        party('visitor', told.visitor[0], actor),
        party('host', told.host[0], other),
        where(told.place),
        closed('status', told.status),
      ];
    case 'impact':
      return [where(told.place), closed('kind', told.kind[0] ?? null)];
  }
}

function named(slot: string, name: string | null | undefined, sureness: Sureness, { readings, names }: Against): Held {
  return name == null || name === '' ? EMPTY : holdName(name, readings[slot] ?? [], names, sureness);
}

function valued(slot: string, value: string | null, { readings, rules }: Against): Held {
  if (value === null) return EMPTY;
  const found = (readings[slot] ?? []).find((reading: Reading) => reading.value === value);
  if (found === undefined) return { kind: 'ungrounded' };
  const filler: Filler = { ...found, lead: found.share };
  return { kind: found.share >= rules.value ? 'borne-out' : 'doubtful', filler };
}
