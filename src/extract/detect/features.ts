import type { Analysis, Signs } from '../analysis.ts';
import { roleOf } from '../clauses/role-of.ts';
import type { Sentence, Token } from '../document.ts';
import type { FrameType } from '../frames/lexicon.ts';
import { type Bag, createBag, createHashed, type Hashed, scaled } from '../learned/bag.ts';
import { meanVector } from '../learned/vectors.ts';
import { distance } from '../slots/distance.ts';
import { triggersOf, voiceOf } from '../slots/trigger.ts';

type Add = (feature: string, value?: number) => void;

/** No sentence that people write has more signs of a kind; each pair of them is looked at. */
const MOST_SIGNS = 30;
/** All sentences' features are brought to this length. */
const LENGTH = 4;
const CONTENT = new Set(['VERB', 'NOUN', 'ADJ', 'PROPN', 'X']);
const QUOTE = /["“”«»„]/;

/** What is looked at for claims of every type. */
export function sentenceFeatures(at: number, analysis: Analysis): Hashed {
  const { add, bag } = createHashed();
  const sentence = analysis.document.sentences[at];
  const signs = analysis.signs[at];
  if (sentence === undefined || signs === undefined) return bag;
  addWords(sentence.tokens, add);
  addPlace(sentence, analysis.document.reading.text, add);
  for (const tag of new Set(signs.classes.map((hit) => hit.tag))) add(`c:${tag}`);
  addNames(at, analysis, add);
  for (const [where, beside] of around(at, analysis))
    for (const { tag } of beside?.classes ?? []) add(`${where}C:${tag}`, 0.7);
  addVectors(sentence, analysis, add);
  return bag;
}

/**
 * What tells whether a sentence holds a claim of a type.
 * @param shared the sentence's own features
 */
export function detectionBag(type: FrameType, at: number, analysis: Analysis, shared: Hashed): Bag {
  const { add, bag } = createBag(`detect ${type}`, shared);
  const sentence = analysis.document.sentences[at];
  const signs = analysis.signs[at];
  if (sentence === undefined || signs === undefined) return bag;
  addTriggers(type, sentence, signs, add);
  addClauses(type, at, analysis, add);
  for (const [where, beside] of around(at, analysis))
    for (const { tag } of beside?.triggers[type] ?? []) add(`${where}T:${tag}`);
  return scaled(bag, LENGTH);
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

function addWords(tokens: readonly Token[], add: Add): void {
  tokens.forEach((token, at) => {
    add(`u:${wordOf(token)}`);
    const before = tokens[at - 1];
    if (before) add(`b:${wordOf(before)} ${wordOf(token)}`, 0.7);
    if (token.pos === 'VERB') add(`v:${token.lemma}`);
  });
}

function addPlace({ index, tokens, start, end }: Sentence, text: string, add: Add): void {
  add(`pos:${Math.min(5, index)}`);
  add(`len:${Math.min(6, tokens.length >> 3)}`);
  if (QUOTE.test(text.slice(start, end))) add('quote');
}

function addTriggers(type: FrameType, { tokens }: Sentence, { classes, triggers }: Signs, add: Add): void {
  const hits = triggers[type].slice(0, MOST_SIGNS);
  if (hits.length === 0) add('no trigger');
  add(`triggers:${Math.min(3, new Set(hits.map((hit) => hit.at)).size)}`);
  for (const hit of hits) {
    const pos = tokens[hit.at]?.pos ?? 'X';
    for (const feature of [`T:${hit.tag}`, `K:${hit.key}`, `KP:${hit.key}:${pos}`, `TP:${hit.tag}:${pos}`])
      add(feature);
    for (const other of classes.slice(0, MOST_SIGNS))
      if (other.at !== hit.at) {
        add(`TN:${hit.tag}|${other.tag}`);
        add(`KN:${hit.key}|${other.tag}`);
        add(`TN:${hit.tag}|${other.tag}:${distance(other.at - hit.at)}`);
      }
    tokens.forEach((token, at) => {
      if (token.pos === 'PROPN' || token.pos === 'NUM') add(`TN:${hit.tag}|${token.pos}:${distance(at - hit.at)}`);
    });
  }
}

/** Who stands where around the triggers, and whether the event is told as real. */
function addClauses(type: FrameType, at: number, analysis: Analysis, add: Add): void {
  const clauses = analysis.clauses[at];
  for (const { hits, predicate } of triggersOf(type, at, analysis)) {
    const tags = new Set(hits.map(({ tag }) => tag));
    const voice = voiceOf(predicate);
    for (const tag of tags) add(`VT:${tag}:${voice}`);
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
        add(`RT:${tag}:${feature}`);
    for (const mention of analysis.mentions.get(at) ?? []) {
      const role = roleOf(mention.to - 1, predicate, clauses);
      if (OUTSIDE.has(role)) continue;
      for (const tag of tags) add(`MT:${tag}:${role}:${mention.kind}`);
      add(`MR:${role}:${mention.kind}:${voice}`);
    }
  }
}

/** Roles of what has nothing to do with the predicate. */
const OUTSIDE: ReadonlySet<string> = new Set(['other-clause', 'before', 'after']);

function addNames(at: number, { mentions, speakers, voices, figures, document }: Analysis, add: Add): void {
  for (const { kind, naming } of mentions.get(at) ?? []) {
    add(`M:${kind}`);
    add(`M:${kind}:${naming}`);
  }
  if ((mentions.get(at) ?? []).length === 0) add('M:none');
  add(`speakers:${Math.min(2, speakers.get(at)?.size ?? 0)}`);
  const sentence = document.sentences[at];
  const quoted = voices.attributions.some(
    (voice) =>
      voice.quoted &&
      sentence !== undefined &&
      voice.start < sentence.end &&
      voice.end > sentence.start &&
      voice.sentence !== -1,
  );
  add(`quoted:${quoted}`);
  const { dates = [], amounts = [], counts = [] } = figures[at] ?? {};
  for (const { use } of dates) add(`date:${use}`);
  if (amounts.length > 0) add('amount');
  for (const { unit } of counts) add(`count:${unit?.kind ?? 'none'}`);
}

function addVectors({ tokens }: Sentence, { vectors }: Analysis, add: Add): void {
  if (vectors === null) return;
  const content = meanVector(
    tokens.filter((token) => CONTENT.has(token.pos)),
    vectors,
  );
  content?.forEach((value, at) => {
    add(`e${at}`, 3 * value);
  });
  const verbs = meanVector(
    tokens.filter((token) => token.pos === 'VERB'),
    vectors,
  );
  verbs?.forEach((value, at) => {
    add(`ev${at}`, 2 * value);
  });
}
