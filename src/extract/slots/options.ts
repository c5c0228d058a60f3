import { AID_KINDS, AID_STATUSES, IMPACT_KINDS, MOVE_ACTIONS, VISIT_STATUSES, WEAPONS } from '../../domain/claim.ts';
import type { Analysis } from '../analysis.ts';
import type { Mention } from '../entities/mention.ts';
import type { FrameType } from '../frames/lexicon.ts';
import type { Bag } from '../learned/bag.ts';
import { candidatesFor, type EntityRole } from './candidates.ts';
import { choiceBag, valueFeatures } from './choice-features.ts';
import { candidateBag, nobodyBag } from './entity-features.ts';
import { type Trigger, triggersOf } from './trigger.ts';

/** A slot that is filled by one of the document's names, or by a closed value. */
export type SlotSpec =
  | { readonly name: string; readonly role: EntityRole }
  | { readonly name: string; readonly values: readonly string[] };

/** What is learned to be filled, by claim type; the other slots are read by rules. */
export const SLOTS: Readonly<Record<FrameType, readonly SlotSpec[]>> = {
  aid: [
    { name: 'donor', role: 'actor' },
    { name: 'recipient', role: 'actor' },
    { name: 'status', values: AID_STATUSES },
    { name: 'kind', values: AID_KINDS },
  ],
  move: [
    { name: 'actor', role: 'actor' },
    { name: 'place', role: 'place' },
    { name: 'action', values: MOVE_ACTIONS },
  ],
  strike: [
    { name: 'actor', role: 'actor' },
    { name: 'place', role: 'place' },
    { name: 'weapon', values: [...WEAPONS, 'none'] },
  ],
  visit: [
    { name: 'visitor', role: 'actor' },
    { name: 'host', role: 'actor' },
    { name: 'place', role: 'place' },
    { name: 'status', values: VISIT_STATUSES },
  ],
  impact: [
    { name: 'place', role: 'place' },
    { name: 'kind', values: IMPACT_KINDS },
  ],
};

/** One reading of a slot: a value, and the trigger that it is read with. */
export interface Option {
  /** null for nobody or nowhere. */
  readonly value: string | null;
  readonly mention: Mention | null;
  /** Index among the sentence's triggers. */
  readonly trigger: number;
  readonly bag: Bag;
}

/** Triggers of a type in a sentence; a single null where there is none. */
export function triggersFor(type: FrameType, at: number, analysis: Analysis): readonly (Trigger | null)[] {
  const found = triggersOf(type, at, analysis);
  return found.length === 0 ? [null] : found;
}

/** Every reading of a slot of a claim in a sentence. */
export function optionsOf(
  spec: SlotSpec,
  type: FrameType,
  at: number,
  triggers: readonly (Trigger | null)[],
  analysis: Analysis,
): readonly Option[] {
  const place = { type, slot: spec.name, at };
  if ('values' in spec) {
    const values = spec.values.map((value) => ({ value, shared: valueFeatures(value, place, analysis) }));
    return triggers.flatMap((trigger, index) =>
      values.map(({ value, shared }) => ({
        value,
        mention: null,
        trigger: index,
        bag: choiceBag(value, trigger, place, analysis, shared),
      })),
    );
  }
  const candidates = candidatesFor(spec.role, at, analysis);
  const here = candidates.filter(({ where }) => where === 'here').length;
  return triggers.flatMap((trigger, index) => [
    ...candidates.map((candidate) => ({
      value: candidate.id,
      mention: candidate.mention,
      trigger: index,
      bag: candidateBag(candidate, trigger, place, analysis),
    })),
    { value: null, mention: null, trigger: index, bag: nobodyBag(trigger, place, here) },
  ]);
}
