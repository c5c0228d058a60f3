import type { Analysis, Signs } from '../analysis.ts';
import type { Sentence } from '../document.ts';
import { type Bag, createBag, createHashed, type Hashed } from '../learned/bag.ts';
import { distance } from './distance.ts';
import type { SlotPlace } from './entity-features.ts';
import { type Trigger, voiceOf } from './trigger.ts';

type Add = (feature: string, value?: number) => void;

/** What a sentence and its surroundings tell of a closed value ("capture", "pledged"), whichever trigger is looked at. */
export function valueFeatures(value: string, { type, at }: SlotPlace, analysis: Analysis): Hashed {
  const { add, bag } = createHashed();
  const addOwn = (feature: string, weight?: number): void => add(`${value}|${feature}`, weight);
  const sentence = analysis.document.sentences[at];
  const signs = analysis.signs[at];
  addOwn('bias');
  if (sentence === undefined || signs === undefined) return bag;
  add(`class:${Math.min(2, signs.classes.filter(({ tag }) => tag === value).length)}`);
  add(`trigger:${Math.min(2, signs.triggers[type].filter(({ tag }) => tag === value).length)}`);
  addDistantSigns(value, at, analysis, type, add);
  for (const { tag, key } of signs.triggers[type]) {
    addOwn(`T:${tag}`, 0.5);
    addOwn(`K:${key}`, 0.5);
  }
  for (const { tag, key } of signs.classes) {
    addOwn(`C:${tag}`, 0.7);
    addOwn(`CK:${key}`, 0.7);
  }
  for (const { tag } of analysis.titleSigns?.triggers[type] ?? []) addOwn(`title:${tag}`, 0.5);
  addWords(sentence, addOwn);
  return bag;
}

function addWords({ tokens }: Sentence, add: Add): void {
  tokens.forEach((token, index) => {
    if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PART') add(`V:${token.lower}`, 0.6);
    add(`u:${token.lemma}`, 0.4);
    add(`b:${tokens[index - 1]?.lemma ?? '^'} ${token.lemma}`, 0.3);
  });
}

/**
 * What tells whether a closed value is that of the event that a trigger tells.
 * @param shared the value's own features in the sentence
 */
export function choiceBag(
  value: string,
  trigger: Trigger | null,
  { type, slot, at }: SlotPlace,
  analysis: Analysis,
  shared: Hashed,
): Bag {
  const { add, bag } = createBag(`choice ${type} ${slot}`, shared);
  const signs = analysis.signs[at];
  if (signs === undefined) return bag;
  add(`told:${trigger?.hits.some(({ tag }) => tag === value) ?? false}`);
  for (const { at: word, tag } of signs.classes)
    if (tag === value) add(`class:${trigger === null ? 'far' : distance(word - trigger.at)}`);
  addTrigger(trigger, at, analysis, (feature, weight) => add(`${value}|${feature}`, weight));
  return bag;
}

function addDistantSigns(value: string, at: number, analysis: Analysis, type: SlotPlace['type'], add: Add): void {
  const has = (signs: Signs | undefined | null): boolean =>
    signs?.classes.some(({ tag }) => tag === value) || signs?.triggers[type].some(({ tag }) => tag === value) || false;
  const where = {
    before: has(analysis.signs[at - 1]),
    earlier: has(analysis.signs[at - 2]),
    title: has(analysis.titleSigns),
  };
  for (const [place, found] of Object.entries(where)) if (found) add(`sign ${place}`);
}

function addTrigger(trigger: Trigger | null, at: number, analysis: Analysis, add: Add): void {
  const tokens = analysis.document.sentences[at]?.tokens ?? [];
  for (const { key, tag } of trigger?.hits ?? []) {
    add(`t:${tag}`);
    add(`t:${key}`);
    add(`t:${key}:${tokens[trigger?.at ?? 0]?.lower}`);
  }
  const predicate = trigger?.predicate ?? null;
  if (trigger === null || predicate === null) return;
  const { realis, neg, tense } = analysis.realisOf(at, predicate);
  add(`r:${realis}`);
  add(`r:${tense}:${voiceOf(predicate)}`);
  add(`r:${neg}`);
  for (const { tag } of trigger.hits) {
    add(`r:${realis}:${tag}`);
    add(`r:${tense}:${tag}:${voiceOf(predicate)}`);
    if (predicate.control) add(`r:${predicate.control}:${tag}`);
  }
  const governor = predicate.governor === null ? null : analysis.clauses[at]?.predicates[predicate.governor];
  if (governor) add(`g:${governor.lemma}`);
}
