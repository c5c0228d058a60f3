import type { Analysis, Signs } from '../analysis.ts';
import { roleOf } from '../clauses/role-of.ts';
import type { Sentence, Token } from '../document.ts';
import type { FrameType } from '../frames/lexicon.ts';
import type { Hit } from '../frames/match.ts';
import { type Add, type Bag, bagOf, collector, type Features, hash, joined, scaleTo } from '../learned/bag.ts';
import { scoreOf, type Weights } from '../learned/linear.ts';
import { meanVector } from '../learned/vectors.ts';
import { distance } from '../slots/distance.ts';
import { triggersOf, voiceOf } from '../slots/trigger.ts';

/** No sentence that people write has more signs of a kind; each pair of them is looked at. */
const MOST_SIGNS = 30;
/** All sentences' features are brought to this length. */
const LENGTH = 4;
const CONTENT = new Set(['VERB', 'NOUN', 'ADJ', 'PROPN', 'X']);
const QUOTE = /["“”«»„]/;

/** What is looked at for claims of every type. */
export function sentenceFeatures(at: number, analysis: Analysis): readonly Features[] {
  const sentence = analysis.document.sentences[at];
  const signs = analysis.signs[at];
  if (sentence === undefined || signs === undefined) return [];
  return [ownFeatures(sentence, signs, analysis), ...vectorFeatures(sentence, analysis)];
}

function ownFeatures(sentence: Sentence, signs: Signs, analysis: Analysis): Features {
  const { add, features } = collector();
  const at = sentence.index;
  addWords(sentence.tokens, add);
  addPlace(sentence, analysis.document.reading.text, add);
  for (const tag of new Set(signs.classes.map((hit) => hit.tag))) add(hash(`c:${tag}`));
  addNames(at, analysis, add);
  for (const [where, beside] of around(at, analysis))
    for (const { tag } of beside?.classes ?? []) add(hash(`${where}C:${tag}`), 0.7);
  return features;
}

/** What tells whether a sentence holds a claim of a type. */
function typeFeatures(type: FrameType, at: number, analysis: Analysis): Features {
  const { add, features } = collector();
  const sentence = analysis.document.sentences[at];
  const signs = analysis.signs[at];
  if (sentence === undefined || signs === undefined) return features;
  addTriggers(type, sentence, signs, add);
  addClauses(type, at, analysis, add);
  for (const [where, beside] of around(at, analysis))
    for (const { tag } of beside?.triggers[type] ?? []) add(hash(`${where}T:${tag}`));
  return features;
}

const detectionModel = (type: FrameType): number => hash(`detect ${type}`);

/**
 * How much a sentence looks as if it held a claim of a type: positive where it more likely does.
 * @param shared the sentence's own features
 */
export function detectionScore(
  weights: Weights,
  type: FrameType,
  at: number,
  analysis: Analysis,
  shared: readonly Features[],
): number {
  const parts = [...shared, typeFeatures(type, at, analysis)];
  const model = detectionModel(type);
  return parts.reduce((sum, part) => sum + scoreOf(weights, model, part), 0) * scaleTo(LENGTH, parts);
}

/** The same, for training. */
export function detectionBag(type: FrameType, at: number, analysis: Analysis, shared: readonly Features[]): Bag {
  const parts = [...shared, typeFeatures(type, at, analysis)];
  return bagOf(detectionModel(type), parts, scaleTo(LENGTH, parts));
}

/** Signs in the sentences beside, and in the title. */
const around = (
  at: number,
  { signs, titleSigns }: Analysis,
): readonly (readonly [string, Signs | null | undefined])[] => [
  ['P', signs[at - 1]],
  ['N', signs[at + 1]],
  ['T', titleSigns],
];

const wordOf = ({ pos, lemma }: Token): string => (pos === 'NUM' ? '#' : lemma);

const WORD = hash('u');
const PAIR = hash('b');
const VERB = hash('v');

function addWords(tokens: readonly Token[], add: Add): void {
  let before: string | null = null;
  for (const token of tokens) {
    const word = wordOf(token);
    add(joined(WORD, word));
    if (before !== null) add(hash(word, hash(' ', joined(PAIR, before))), 0.7);
    if (token.pos === 'VERB') add(joined(VERB, token.lemma));
    before = word;
  }
}

function addPlace({ index, tokens, start, end }: Sentence, text: string, add: Add): void {
  add(hash(`pos:${Math.min(5, index)}`));
  add(hash(`len:${Math.min(6, tokens.length >> 3)}`));
  if (QUOTE.test(text.slice(start, end))) add(hash('quote'));
}

const TAG = hash('T');
const KEY = hash('K');
const TAG_AND_POS = hash('TP');
const KEY_AND_POS = hash('KP');
const TAG_NEAR = hash('TN');
const KEY_NEAR = hash('KN');

function addTriggers(type: FrameType, { tokens }: Sentence, { classes, triggers }: Signs, add: Add): void {
  const hits = triggers[type].slice(0, MOST_SIGNS);
  if (hits.length === 0) add(hash('no trigger'));
  add(hash(`triggers:${Math.min(3, new Set(hits.map((hit) => hit.at)).size)}`));
  for (const { at, tag, key } of hits) {
    const pos = tokens[at]?.pos ?? 'X';
    add(joined(TAG, tag));
    add(joined(KEY, key));
    add(joined(joined(KEY_AND_POS, key), pos));
    add(joined(joined(TAG_AND_POS, tag), pos));
    addNear({ at, tag, key }, tokens, classes, add);
  }
}

/** What stands around a sign. */
function addNear({ at, tag, key }: Hit, tokens: readonly Token[], classes: readonly Hit[], add: Add): void {
  const tagNear = hash('|', joined(TAG_NEAR, tag));
  const keyNear = hash('|', joined(KEY_NEAR, key));
  for (const other of classes.slice(0, MOST_SIGNS)) {
    if (other.at === at) continue;
    const near = hash(other.tag, tagNear);
    add(near);
    add(hash(other.tag, keyNear));
    add(joined(near, distance(other.at - at)));
  }
  tokens.forEach(({ pos }, there) => {
    if (pos === 'PROPN' || pos === 'NUM') add(joined(hash(pos, tagNear), distance(there - at)));
  });
}

const MENTION = hash('MR');
const MENTION_AND_TAG = hash('MT');

/** Who stands where around the triggers, and whether the event is told as real. */
function addClauses(type: FrameType, at: number, analysis: Analysis, add: Add): void {
  const clauses = analysis.clauses[at];
  for (const { hits, predicate } of triggersOf(type, at, analysis)) {
    const tags = new Set(hits.map(({ tag }) => tag));
    const voice = voiceOf(predicate);
    for (const tag of tags) add(hash(`VT:${tag}:${voice}`));
    if (predicate === null || clauses === undefined) continue;
    const { realis, neg, tense } = analysis.realisOf(at, predicate);
    const speech = predicate.speech !== null;
    for (const tag of tags)
      for (const feature of [
        realis,
        `${tense}:${voice}`,
        `neg ${neg}`,
        `speech ${speech}`,
        `if ${predicate.conditional}`,
      ])
        add(hash(`RT:${tag}:${feature}`));
    for (const mention of analysis.mentions.get(at) ?? []) {
      const role = roleOf(mention.to - 1, predicate, clauses);
      if (OUTSIDE.has(role)) continue;
      for (const tag of tags) add(joined(joined(joined(MENTION_AND_TAG, tag), role), mention.kind));
      add(joined(joined(joined(MENTION, role), mention.kind), voice));
    }
  }
}

/** Roles of what has nothing to do with the predicate. */
const OUTSIDE: ReadonlySet<string> = new Set(['other-clause', 'before', 'after']);

function addNames(at: number, { mentions, speakers, voices, figures, document }: Analysis, add: Add): void {
  for (const { kind, naming } of mentions.get(at) ?? []) {
    add(hash(`M:${kind}`));
    add(hash(`M:${kind}:${naming}`));
  }
  if ((mentions.get(at) ?? []).length === 0) add(hash('M:none'));
  add(hash(`speakers:${Math.min(2, speakers.get(at)?.size ?? 0)}`));
  const sentence = document.sentences[at];
  const quoted = voices.attributions.some(
    (voice) =>
      voice.quoted &&
      sentence !== undefined &&
      voice.start < sentence.end &&
      voice.end > sentence.start &&
      voice.sentence !== -1,
  );
  add(hash(`quoted:${quoted}`));
  const { dates = [], amounts = [], counts = [] } = figures[at] ?? {};
  for (const { use } of dates) add(hash(`date:${use}`));
  if (amounts.length > 0) add(hash('amount'));
  for (const { unit } of counts) add(hash(`count:${unit?.kind ?? 'none'}`));
}

function vectorFeatures({ tokens }: Sentence, { vectors }: Analysis): readonly Features[] {
  if (vectors === null) return [];
  const isContent = ({ pos }: Token): boolean => CONTENT.has(pos);
  const isVerb = ({ pos }: Token): boolean => pos === 'VERB';
  const content = meanVector(tokens.filter(isContent), vectors)?.map((value) => 3 * value) ?? [];
  const verbs = meanVector(tokens.filter(isVerb), vectors)?.map((value) => 2 * value) ?? [];
  return [
    { hashes: CONTENT_VECTOR.slice(0, content.length), values: content },
    { hashes: VERB_VECTOR.slice(0, verbs.length), values: verbs },
  ];
}

/** No vector is longer. */
const MOST_NUMBERS = 300;
const hashesOf = (feature: string): readonly number[] =>
  Array.from({ length: MOST_NUMBERS }, (_, at) => hash(`${feature}${at}`));
const CONTENT_VECTOR = hashesOf('e');
const VERB_VECTOR = hashesOf('ev');
