import type { Analysis, Signs } from '../analysis.ts';
import type { Sentence } from '../document.ts';
import { collector, type Features, hash } from '../learned/bag.ts';
import { distance } from './distance.ts';
import type { SlotPlace } from './entity-features.ts';
import { type Trigger, voiceOf } from './trigger.ts';

/** Features that are told of every closed value ("capture", "pledged"): written once, then hashed for each. */
export interface Told {
  readonly texts: readonly string[];
  readonly values: readonly number[];
}

type AddText = (text: string, value?: number) => void;

function toldBy(write: (add: AddText) => void): Told {
  const told = new Map<string, number>();
  write((text, value = 1) => {
    if (!told.has(text)) told.set(text, value);
  });
  return { texts: [...told.keys()], values: [...told.values()] };
}

/** Told features as those of one value. */
export function toldOf(value: string, { texts, values }: Told): Features {
  const own = hash(`${value}|`);
  return { hashes: texts.map((text) => hash(text, own)), values };
}

/** What a sentence and its title tell of closed values, whichever trigger is looked at. */
export const sentenceTold = ({ type, at }: SlotPlace, { document, signs, titleSigns }: Analysis): Told =>
  toldBy((add) => {
    add('bias');
    const [sentence, here] = [document.sentences[at], signs[at]];
    if (sentence === undefined || here === undefined) return;
    for (const { tag, key } of here.triggers[type]) {
      add(`T:${tag}`, 0.5);
      add(`K:${key}`, 0.5);
    }
    for (const { tag, key } of here.classes) {
      add(`C:${tag}`, 0.7);
      add(`CK:${key}`, 0.7);
    }
    for (const { tag } of titleSigns?.triggers[type] ?? []) add(`title:${tag}`, 0.5);
    addWords(sentence, add);
  });

function addWords({ tokens }: Sentence, add: AddText): void {
  tokens.forEach((token, index) => {
    if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PART') add(`V:${token.lower}`, 0.6);
    add(`u:${token.lemma}`, 0.4);
    add(`b:${tokens[index - 1]?.lemma ?? '^'} ${token.lemma}`, 0.3);
  });
}

/** Signs of a value in a sentence and its surroundings, whichever trigger is looked at. */
export function signFeatures(value: string, { type, at }: SlotPlace, analysis: Analysis): Features {
  const { add, features } = collector();
  const signs = analysis.signs[at];
  if (signs === undefined) return features;
  add(hash(`class:${Math.min(2, signs.classes.filter(({ tag }) => tag === value).length)}`));
  add(hash(`trigger:${Math.min(2, signs.triggers[type].filter(({ tag }) => tag === value).length)}`));
  const has = (there: Signs | undefined | null): boolean =>
    there?.classes.some(({ tag }) => tag === value) || there?.triggers[type].some(({ tag }) => tag === value) || false;
  if (has(analysis.signs[at - 1])) add(SIGN_BEFORE);
  if (has(analysis.signs[at - 2])) add(SIGN_EARLIER);
  if (has(analysis.titleSigns)) add(SIGN_IN_TITLE);
  return features;
}

const SIGN_BEFORE = hash('sign before');
const SIGN_EARLIER = hash('sign earlier');
const SIGN_IN_TITLE = hash('sign title');

/** Signs of a value beside a trigger. */
export function besideFeatures(
  value: string,
  trigger: Trigger | null,
  { at }: SlotPlace,
  { signs }: Analysis,
): Features {
  const { add, features } = collector();
  add(hash(`told:${trigger?.hits.some(({ tag }) => tag === value) ?? false}`));
  for (const { at: word, tag } of signs[at]?.classes ?? [])
    if (tag === value) add(hash(`class:${trigger === null ? 'far' : distance(word - trigger.at)}`));
  return features;
}

/** What a trigger tells of closed values. */
export const triggerTold = (trigger: Trigger | null, { at }: SlotPlace, analysis: Analysis): Told =>
  toldBy((add) => {
    const tokens = analysis.document.sentences[at]?.tokens ?? [];
    for (const { key, tag } of trigger?.hits ?? []) {
      add(`t:${tag}`);
      add(`t:${key}`);
      add(`t:${key}:${tokens[trigger?.at ?? 0]?.lower}`);
    }
    if (trigger === null) return;
    addNear(trigger, tokens, add);
    addPredicate(trigger, at, analysis, add);
  });

const NEAR = 3;

/** The words around a trigger, by how far they stand away. */
function addNear({ at }: Trigger, tokens: Sentence['tokens'], add: AddText): void {
  for (let away = -NEAR; away <= NEAR; away += 1)
    if (away !== 0) add(`n${away}:${tokens[at + away]?.lemma ?? '^'}`, 0.5);
}

function addPredicate({ predicate, hits }: Trigger, at: number, analysis: Analysis, add: AddText): void {
  if (predicate === null) return;
  const { realis, neg, tense } = analysis.realisOf(at, predicate);
  const voice = voiceOf(predicate);
  add(`r:${realis}`);
  add(`r:${tense}:${voice}`);
  add(`r:${neg}`);
  for (const { tag } of hits) {
    add(`r:${realis}:${tag}`);
    add(`r:${tense}:${tag}:${voice}`);
    if (predicate.control) add(`r:${predicate.control}:${tag}`);
  }
  if (predicate.kind === 'verb') {
    add(`form:${predicate.form}:${predicate.modal}:${predicate.perfect}`);
    for (const { tag } of hits) add(`form:${predicate.form}:${predicate.modal}:${predicate.perfect}:${tag}`);
  }
  const object = predicate.object && analysis.document.sentences[at]?.tokens[predicate.object.head];
  if (object) add(`o:${object.lemma}`);
  const governor = predicate.governor === null ? null : analysis.clauses[at]?.predicates[predicate.governor];
  if (governor) add(`g:${governor.lemma}`);
}
