import type { Analysis } from '../analysis.ts';
import { type Bag, createBag } from '../learned/bag.ts';
import type { SlotPlace } from './entity-features.ts';
import { type Trigger, voiceOf } from './trigger.ts';

/** What tells whether a closed value ("capture", "pledged") is that of the event that a trigger tells. */
export function choiceBag(
  value: string,
  trigger: Trigger | null,
  { type, slot, at }: SlotPlace,
  analysis: Analysis,
): Bag {
  const { add, bag } = createBag(`choice ${type} ${slot} ${value}`);
  const sentence = analysis.document.sentences[at];
  const signs = analysis.signs[at];
  add('bias');
  if (sentence === undefined || signs === undefined) return bag;
  addTrigger(trigger, at, analysis, add);
  for (const { tag, key } of signs.triggers[type]) {
    add(`T:${tag}`, 0.5);
    add(`K:${key}`, 0.5);
  }
  for (const { tag, key } of signs.classes) {
    add(`C:${tag}`, 0.7);
    add(`CK:${key}`, 0.7);
  }
  for (const { tag } of analysis.titleSigns?.triggers[type] ?? []) add(`title:${tag}`, 0.5);
  sentence.tokens.forEach((token, index) => {
    if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PART') add(`V:${token.lower}`, 0.6);
    add(`u:${token.lemma}`, 0.4);
    add(`b:${sentence.tokens[index - 1]?.lemma ?? '^'} ${token.lemma}`, 0.3);
  });
  return bag;
}

function addTrigger(
  trigger: Trigger | null,
  at: number,
  analysis: Analysis,
  add: (feature: string, value?: number) => void,
): void {
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
