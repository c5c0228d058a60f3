import type { OrderGrammar } from './lexicon.ts';
import { type BaseNoun, baseNounAt, isPossessive, joined } from './noun-phrases.ts';
import { type BaseVerb, baseVerbAt } from './verb-phrases.ts';
import type { Word } from './words.ts';

/** A stretch of a sentence; together they cover its tokens in order. `noun` and `verb` are indices. */
export type Chunk =
  | { readonly kind: 'noun'; readonly from: number; readonly to: number; readonly noun: number }
  | { readonly kind: 'verb'; readonly from: number; readonly to: number; readonly verb: number }
  | { readonly kind: 'preposition'; readonly from: number; readonly to: number; readonly text: string }
  | {
      readonly kind: 'mark' | 'relative' | 'and' | 'comma' | 'stop' | 'quote' | 'adjective' | 'other';
      readonly from: number;
      readonly to: number;
    };

export interface Chunked {
  readonly words: readonly Word[];
  readonly chunks: readonly Chunk[];
  readonly nouns: readonly BaseNoun[];
  readonly verbs: readonly BaseVerb[];
}

const STOPS = new Set([';', ':', '.', '!', '?']);
const COMMAS = new Set([',', '(', ')', '[', ']', '-', '--', '–', '—']);

/** Cuts a sentence into noun phrases, verb groups and what links them. */
export function chunksOf(words: readonly Word[], grammar: OrderGrammar): Chunked {
  const nouns: BaseNoun[] = [];
  const verbs: BaseVerb[] = [];
  const chunks: Chunk[] = [];
  for (let at = 0; at < words.length; at = chunks.at(-1)?.to ?? words.length) {
    const link = compoundAt(words, at, grammar) ?? linkAt(words, at, chunks.at(-1), grammar);
    const verb = link === null ? baseVerbAt(words, at, grammar) : null;
    const noun = link === null && verb === null ? baseNounAt(words, at, grammar) : null;
    if (link !== null) chunks.push(link);
    else if (verb !== null) chunks.push({ kind: 'verb', from: at, to: verb.to, verb: verbs.push(verb) - 1 });
    else if (noun !== null) chunks.push({ kind: 'noun', from: at, to: noun.to, noun: nouns.push(noun) - 1 });
    else chunks.push(plainAt(words, at, grammar));
  }
  return { words, chunks, nouns, verbs };
}

/** Marks and the small words that open a clause. */
function linkAt(words: readonly Word[], at: number, before: Chunk | undefined, grammar: OrderGrammar): Chunk | null {
  const word = words[at];
  if (word === undefined) return null;
  const kind = linkKind(words, at, word, before, grammar);
  return kind === null ? null : { kind, from: at, to: at + 1 };
}

type PlainKind = Exclude<Chunk['kind'], 'noun' | 'verb' | 'preposition'>;

function linkKind(
  words: readonly Word[],
  at: number,
  word: Word,
  before: Chunk | undefined,
  grammar: OrderGrammar,
): PlainKind | null {
  if (word.pos === 'PUNCT' || word.pos === 'SYM') return markKind(word.lower);
  if (word.pos === 'CCONJ') return grammar.negators.has(word.lower) && words[at + 1]?.pos === 'VERB' ? null : 'and';
  if (opensRelative(word, before, grammar)) return 'relative';
  if (grammar.interrogatives.has(word.lower) && word.pos !== 'DET') return 'mark';
  if (!grammar.subordinators.has(word.lower) || word.pos === 'DET' || word.pos === 'PRON') return null;
  const always = word.pos === 'SCONJ' || !grammar.prepositions.has(word.lower);
  if (!always && grammar.namedAs.has(`${words[at - 1]?.lemma ?? ''} ${word.lower}`)) return null;
  return always || (word.pos === 'ADP' && clauseFollows(words, at + 1, grammar)) ? 'mark' : null;
}

/** "according to", "out of" */
function compoundAt(
  words: readonly Word[],
  at: number,
  { compoundPrepositions, prepositions }: OrderGrammar,
): Chunk | null {
  for (let to = at + 4; to > at + 1; to -= 1) {
    // Each ends with a preposition; most words are ruled out by this.
    if (!prepositions.has(words[to - 1]?.lower ?? '')) continue;
    const text = joined(words, at, to);
    // "due to rain", but not "due to arrive".
    const found = compoundPrepositions.has(text) && words[to]?.form !== 'base';
    if (found) return { kind: 'preposition', from: at, to, text };
  }
  return null;
}

function markKind(lower: string): PlainKind | null {
  if (lower === '"') return 'quote';
  if (COMMAS.has(lower)) return 'comma';
  return STOPS.has(lower) ? 'stop' : null;
}

/** "who", "which", "that" right behind a noun phrase, a comma between at most. */
function opensRelative(word: Word, before: Chunk | undefined, { relatives }: OrderGrammar): boolean {
  if (!relatives.has(word.lower) || before === undefined) return false;
  if (word.lower === 'that') return before.kind === 'noun' && word.pos === 'PRON';
  return before.kind === 'noun' || before.kind === 'comma' || before.kind === 'preposition';
}

const MAX_STEPS = 4;

/** Whether a noun phrase with its complements and a finite verb right behind begins here: "after the army of the north left". */
function clauseFollows(words: readonly Word[], from: number, grammar: OrderGrammar): boolean {
  let at = from;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const noun = baseNounAt(words, at, grammar);
    if (noun === null) return false;
    const next = words[noun.to];
    if (!noun.possesses && next?.pos !== 'ADP')
      return verbFollows(words, next?.pos === 'ADV' ? noun.to + 1 : noun.to, grammar);
    at = noun.to + 1;
  }
  return false;
}

function verbFollows(words: readonly Word[], at: number, grammar: OrderGrammar): boolean {
  const verb = baseVerbAt(words, at, grammar);
  return verb !== null && (verb.form === 'finite' || (verb.form === 'loose' && words[verb.to]?.lower !== 'by'));
}

/** What is neither noun phrase nor verb group nor link. */
function plainAt(words: readonly Word[], at: number, grammar: OrderGrammar): Chunk {
  const word = words[at];
  const one = { from: at, to: at + 1 };
  if (word !== undefined && isPossessive(word)) return { kind: 'other', ...one };
  if (word?.pos === 'ADP' || grammar.prepositions.has(word?.lower ?? ''))
    return { kind: 'preposition', ...one, text: word?.lower ?? '' };
  return { kind: word?.pos === 'ADJ' ? 'adjective' : 'other', ...one };
}
