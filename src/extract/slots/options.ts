import { AID_KINDS, AID_STATUSES, IMPACT_KINDS, MOVE_ACTIONS, VISIT_STATUSES, WEAPONS } from '../../domain/claim.ts';
import type { Analysis } from '../analysis.ts';
import type { Mention } from '../entities/mention.ts';
import type { FrameType } from '../frames/lexicon.ts';
import { type Features, hash } from '../learned/bag.ts';
import { candidatesFor, type EntityRole } from './candidates.ts';
import { besideFeatures, sentenceTold, signFeatures, toldOf, triggerTold } from './choice-features.ts';
import {
  candidateFeatures,
  nobodyFeatures,
  relationFeatures,
  type SlotPlace,
  triggerFeatures,
} from './entity-features.ts';
import { partiesOf, sceneOf } from './scene.ts';
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
  /** In parts, each shared by all options that it is the same for. */
  readonly features: readonly Features[];
}

/** The hash of the name of the model that weighs the options of a slot. */
export const slotModel = (spec: SlotSpec, type: FrameType): number =>
  hash(`${'values' in spec ? 'choice' : 'slot'} ${type} ${spec.name}`);

/** Triggers of a type in a sentence; a single null where there is none. */
export function triggersFor(type: FrameType, at: number, analysis: Analysis): Triggers {
  const found = triggersOf(type, at, analysis);
  return found.length === 0 ? [null] : found;
}

type Triggers = readonly (Trigger | null)[];

/** Every reading of a slot of a claim in a sentence. */
export function optionsOf(
  spec: SlotSpec,
  type: FrameType,
  at: number,
  triggers: Triggers,
  analysis: Analysis,
): readonly Option[] {
  const place = { type, slot: spec.name, at };
  return 'values' in spec
    ? closedOptions(spec.values, place, triggers, analysis)
    : namedOptions(spec.role, place, triggers, analysis);
}

function closedOptions(
  values: readonly string[],
  place: SlotPlace,
  triggers: Triggers,
  analysis: Analysis,
): readonly Option[] {
  const told = sentenceTold(place, analysis);
  const known = values.map((value) => ({
    value,
    features: [signFeatures(value, place, analysis), toldOf(value, told)],
  }));
  return triggers.flatMap((trigger, index) => {
    const toldHere = triggerTold(trigger, place, analysis);
    return known.map(({ value, features }) => ({
      value,
      mention: null,
      trigger: index,
      features: [...features, besideFeatures(value, trigger, place, analysis), toldOf(value, toldHere)],
    }));
  });
}

function namedOptions(role: EntityRole, place: SlotPlace, triggers: Triggers, analysis: Analysis): readonly Option[] {
  const scene = role === 'place' ? sceneOf(place.at, analysis) : null;
  const known = candidatesFor(role, place.at, analysis).map((candidate) => ({
    candidate,
    features: candidateFeatures(candidate, place, scene, analysis),
  }));
  const here = known.filter(({ candidate }) => candidate.where === 'here').length;
  return triggers.flatMap((trigger, index) => {
    const shared = triggerFeatures(trigger);
    const parties = partiesOf(trigger, place.at, analysis);
    const nobody = [nobodyFeatures(trigger, here), shared];
    return [
      ...known.map(({ candidate, features }) => ({
        value: candidate.id,
        mention: candidate.mention,
        trigger: index,
        features: [features, shared, relationFeatures(candidate, trigger, place, parties, analysis)],
      })),
      { value: null, mention: null, trigger: index, features: nobody },
    ];
  });
}
