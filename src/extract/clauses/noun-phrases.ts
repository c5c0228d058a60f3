import type { Pos } from '../document.ts';
import type { OrderGrammar } from './lexicon.ts';
import type { Word } from './words.ts';

/** A noun with what stands right before it; not linked to others yet. */
export interface BaseNoun {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly determiner: number | null;
  readonly negated: boolean;
  /** Whether a possessive ending follows: "Russia's". */
  readonly possesses: boolean;
}

const HEADS: ReadonlySet<Pos> = new Set<Pos>(['NOUN', 'PROPN', 'NUM', 'PRON', 'SYM']);
const NAMES: ReadonlySet<Pos> = new Set<Pos>(['NOUN', 'PROPN', 'PRON']);
const YEAR = /^(?:19|20)\d\d$/;
const INNER: ReadonlySet<Pos> = new Set<Pos>(['NOUN', 'PROPN', 'NUM', 'ADJ', 'SYM']);
const QUANTIFIER_WORDS = 4;

export const isPossessive = (word: Word | undefined): boolean =>
  word !== undefined && ((word.lower === "'s" && word.pos === 'PART') || (word.lower === "'" && word.pos === 'PART'));

/** The noun phrase that begins at a word; null where none does. */
export function baseNounAt(words: readonly Word[], at: number, grammar: OrderGrammar): BaseNoun | null {
  const start = quantifierEnd(words, at, grammar);
  const first = words[start];
  if (first === undefined) return null;
  if (first.pos === 'PRON' && !grammar.possessives.has(first.lower)) return pronounAt(words, at, start, grammar);
  const inner = leadEnd(words, start, grammar);
  const to = innerEnd(words, inner, inner > start, grammar);
  const head = headBetween(words, start, to);
  if (to === start || head === null) return null;
  return { from: at, to, head, ...determinerOf(words, at, inner, grammar), possesses: isPossessive(words[to]) };
}

function determinerOf(
  words: readonly Word[],
  from: number,
  inner: number,
  grammar: OrderGrammar,
): Pick<BaseNoun, 'determiner' | 'negated'> {
  const lead = words.slice(from, inner + 1);
  const index = lead.findIndex(({ pos }) => pos === 'DET');
  const negated = lead.some(({ lower }) => grammar.negativeDeterminers.has(lower));
  return { determiner: index === -1 ? null : from + index, negated };
}

function pronounAt(words: readonly Word[], from: number, head: number, grammar: OrderGrammar): BaseNoun {
  const negated = grammar.negativeDeterminers.has(words[head]?.lower ?? '');
  return { from, to: head + 1, head, determiner: null, negated, possesses: isPossessive(words[head + 1]) };
}

/** Skips "at least", "more than", "about" before a number; else stays. */
function quantifierEnd(words: readonly Word[], at: number, { quantifiers }: OrderGrammar): number {
  const pos = words[at]?.pos;
  if (pos !== 'ADV' && pos !== 'ADP' && pos !== 'ADJ' && pos !== 'DET') return at;
  for (let length = QUANTIFIER_WORDS; length > 0; length -= 1) {
    const end = at + length;
    if (words[end]?.pos !== 'NUM') continue;
    if (quantifiers.has(joined(words, at, end))) return end;
  }
  return at;
}

/** Words in lower case with blanks between. */
export function joined(words: readonly Word[], from: number, to: number): string {
  let text = words[from]?.lower ?? '';
  for (let at = from + 1; at < to; at += 1) text += ` ${words[at]?.lower ?? ''}`;
  return text;
}

/** Behind determiners and possessive pronouns. */
function leadEnd(words: readonly Word[], from: number, { possessives }: OrderGrammar): number {
  let to = from;
  for (let word = words[to]; word !== undefined; word = words[to]) {
    if (word.pos !== 'DET' && !possessives.has(word.lower)) break;
    to += 1;
  }
  return to;
}

/** Behind adjectives, numbers and nouns, up to what begins a phrase of its own. */
function innerEnd(words: readonly Word[], from: number, led: boolean, grammar: OrderGrammar): number {
  let to = from;
  for (let word = words[to]; word !== undefined; word = words[to]) {
    const joins = INNER.has(word.pos) || adverbInside(words, to, led || to > from) || quoteInside(words, to, led);
    if (!joins || (to > from && startsAnew(words, to, grammar))) break;
    to += 1;
  }
  return to;
}

/** "a heavily armed group" */
function adverbInside(words: readonly Word[], at: number, inside: boolean): boolean {
  return inside && words[at]?.pos === 'ADV' && words[at + 1]?.pos === 'ADJ' && INNER.has(words[at + 2]?.pos ?? 'X');
}

/** 'a "grave provocation"' */
function quoteInside(words: readonly Word[], at: number, led: boolean): boolean {
  const before = words[at - 1]?.pos;
  const opens = led && words[at]?.lower === '"' && (before === 'DET' || before === 'ADJ' || before === 'PRON');
  return opens && INNER.has(words[at + 1]?.pos ?? 'X');
}

/** "troops | Tuesday", "gave Peru | two ships", "the ships | Peru sent" */
function startsAnew(words: readonly Word[], at: number, { timeNouns }: OrderGrammar): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (before === undefined || word === undefined || !NAMES.has(before.pos) || timeNouns.has(before.lower)) return false;
  if (word.pos === 'ADJ') return before.pos === 'NOUN';
  if (word.pos === 'NUM') return !YEAR.test(word.lower) && (after?.pos === 'NOUN' || after?.pos === 'NUM');
  return word.pos === 'PROPN' && (timeNouns.has(word.lower) || (isPlural(before) && after?.pos === 'VERB'));
}

const isPlural = ({ pos, lower, lemma }: Word): boolean => pos === 'NOUN' && lower.endsWith('s') && lower !== lemma;

function headBetween(words: readonly Word[], from: number, to: number): number | null {
  for (let at = to - 1; at >= from; at -= 1) if (HEADS.has(words[at]?.pos ?? 'X')) return at;
  return words[from]?.pos === 'DET' ? to - 1 : null;
}
