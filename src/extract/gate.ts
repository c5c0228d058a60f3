import type { Analysis } from './analysis.ts';
import { realisAt } from './claims/common.ts';
import type { Found } from './find-events.ts';
import { collector, type Features, hash } from './learned/bag.ts';
import { logistic, scoreOf, type Weights } from './learned/linear.ts';
import { standingAt } from './slots/beside.ts';
import { grainOf } from './slots/entity-features.ts';
import type { Filler } from './slots/filling.ts';
import { voiceOf } from './slots/trigger.ts';

/** What tells whether a claim is right in all its key slots: how sure the models are, and how plainly the sentence says it. */
export function gateFeatures({ type, event, detection }: Found): Features {
  const { add: addHashed, features } = collector();
  const add = (feature: string, value?: number): void => addHashed(hash(feature), value);
  const { filling, sentence, analysis } = event;
  const predicate = filling.trigger?.predicate ?? null;
  add('bias');
  add('detection', logit(detection));
  for (const [name, { share, lead, value, mention }] of Object.entries(filling.slots)) {
    add(`share:${name}`, logit(share));
    add(`lead:${name}`, lead * 2);
    add(
      `where:${name}:${value === null ? 'none' : mention === null ? 'main' : placeOf(mention.sentence, sentence.index)}`,
    );
    if (mention !== null) add(`naming:${name}:${mention.naming}:${mention.alternatives.length > 0}`);
  }
  const shares = Object.values(filling.slots).map(({ share }) => share);
  add('least', logit(Math.min(...shares)));
  add('together', logit(shares.reduce((product, share) => product * share, detection)));
  const { realis, neg } = realisAt(event);
  add(`realis:${realis}`);
  add(`neg:${neg}`);
  add(`voice:${voiceOf(predicate)}`);
  for (const { tag } of filling.trigger?.hits ?? []) add(`trigger:${tag}`, 0.5);
  add(`crowd:${Math.min(4, (analysis.signs[sentence.index]?.triggers[type] ?? []).length)}`);
  add(`length:${Math.min(6, sentence.tokens.length >> 3)}`);
  add(`quote:${isQuoted(event.analysis, sentence.index)}`);
  return features;
}

/** The hash of the name of a type's gate. */
export const gateModel = ({ type }: Pick<Found, 'type'>): number => hash(`gate ${type}`);

/** How likely an event is right in all its key slots, 0 to 1. */
export const trustOf = (found: Found, weights: Weights): number =>
  logistic(scoreOf(weights, gateModel(found), gateFeatures(found)));

const placeOf = (there: number, here: number): string => (there === here ? 'here' : there === -1 ? 'title' : 'before');
const isQuoted = ({ voices }: Analysis, at: number): boolean =>
  voices.attributions.some(({ quoted, sentence }) => quoted && sentence === at);

/** Log-odds of a share, bounded. */
function logit(share: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, share));
  return Math.log(bounded / (1 - bounded)) / 2;
}

/** How sure every slot must be. */
const SURE = 0.6;

/**
 * Whether a sentence says an event so plainly that it may be said in our own words if it is trusted: a word tells it, and who
 * acts and where are named in that sentence without doubt. Not visits: who travels and who receives were still swapped among the surest of them.
 * Not harm to people: among the surest were too many of other times and places.
 */
export function isPlain(found: Found): boolean {
  const { type, event } = found;
  if (!isAtPlace(found)) return false;
  if (type === 'visit' || type === 'impact' || event.filling.trigger === null) return false;
  return Object.entries(event.filling.slots).every(
    ([slot, filler]) => UNTOLD.has(`${type} ${slot}`) || isClear(slot, filler, event.sentence.index),
  );
}

/** Slots that no printed sentence turns on. */
const UNTOLD: ReadonlySet<string> = new Set(['aid kind']);

function isClear(slot: string, { value, mention, share }: Filler, at: number): boolean {
  if (share < SURE) return false;
  if (value === null) return slot === 'recipient';
  if (slot !== 'actor' && slot !== 'donor' && slot !== 'place') return true;
  if (mention === null || mention.sentence !== at || mention.alternatives.length > 0) return false;
  return slot === 'place' ? mention.naming === 'name' : mention.naming !== 'pronoun';
}

/** What is done to ground: who takes something in a town has not taken the town. */
const OF_GROUND: ReadonlySet<string | null> = new Set(['capture', 'lose', 'withdraw', 'hold']);

/** Whether what is told happened where the sentence names a place, and not near it, in a part of it, or to something in it. */
export function isAtPlace({ type, event: { filling, analysis } }: Pick<Found, 'type' | 'event'>): boolean {
  const mention = filling.slots.place?.mention ?? null;
  if (mention === null) return true;
  const standing = standingAt(mention, analysis);
  if (standing === 'inside' && type === 'move' && OF_GROUND.has(filling.slots.action?.value ?? null))
    return AREAS.has(grainOf({ id: mention.id, mention }));
  return standing !== 'beside';
}

/** In these it is said to be ground in them. */
const AREAS: ReadonlySet<string> = new Set(['country', 'region', 'part']);
