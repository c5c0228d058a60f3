import type { VerbClass } from './attribution.ts';
import type { Line, Range } from './line.ts';
import { next } from './line.ts';
import type { Speaker } from './speaker.ts';

/** Words that hand something to a speaker, and what they hand over. */
export interface Cue {
  /** `continued`: the one who spoke last. */
  readonly speaker: Speaker | 'continued' | 'unspecified';
  readonly verbClass: VerbClass;
  /** The word or words that hand over. */
  readonly words: Range;
  /** Speaker and words together. */
  readonly frame: Range;
  /** What is handed over, in order; empty where it stands in another sentence. */
  readonly content: readonly Range[];
  /** The outlet that passes it on. */
  readonly via: Range | null;
  /** The sentence before is handed over. */
  readonly before: boolean;
  /** The verb has no subject of its own: who spoke before in the sentence comes first. */
  readonly elliptic: boolean;
  /** Names whom the speaker before in the sentence has it from ("Reuters reported, citing X"). */
  readonly cites: boolean;
}

/** What most cues have. */
export const PLAIN = { via: null, before: false, elliptic: false, cites: false } as const;

/** Longest way from a verb of speaking to its "that" or its colon. */
const REACH = 24;

/** A half-open range grown by single tokens of some kind in front of it. */
export function skipLeft({ kinds }: Line, to: number, skipped: readonly Line['kinds'][number][]): number {
  let at = to;
  while (at > 0 && skipped.includes(kinds[at - 1] ?? 'stop')) at -= 1;
  return at;
}

/**
 * The words right before `to` that are of one clause with it: back to a mark, a verb, or a word that opens a clause; participles
 * that only describe a noun are no such verb. Where the clause is the second of two joined by "and", its own words only.
 */
export function clauseBefore(line: Line, to: number): Range {
  const { kinds } = line;
  let from = to;
  while (from > 0 && (IN_CLAUSE.has(kinds[from - 1] ?? 'stop') || describes(line, from - 1, to))) from -= 1;
  const joined = kinds.lastIndexOf('conjunction', to - 1);
  const afterVerb = kinds[from - 1] === 'verb' || kinds[from - 1] === 'auxiliary';
  return { from: joined >= from && (afterVerb || joined === from || joined === to - 1) ? joined + 1 : from, to };
}
const IN_CLAUSE: ReadonlySet<string> = new Set(['nominal', 'preposition', 'filler', 'other', 'conjunction']);

/** "groups holding the town", "footage released by X": a participle right behind the noun that it describes; or "a monitor said", a noun taken for a verb. */
function describes({ tokens, kinds }: Line, at: number, to: number): boolean {
  const { pos, lower, lemma } = tokens[at] ?? { pos: 'X', lower: '', lemma: '' };
  if (pos !== 'VERB' || kinds[at - 1] !== 'nominal') return false;
  if (at + 1 === to) return lower === lemma;
  return lower.endsWith('ing') || (/(?:ed|en|wn|de)$/.test(lower) && kinds[at + 1] === 'preposition');
}

/** The end of what is said, when it begins at `from`: the narrator speaks again after a semicolon or a comma with "though". */
export const contentEnd = ({ ends, tokens }: Line, from: number): number => ends[from] ?? tokens.length;

/** Where "that", or a colon or quotation mark before what is said, stands behind a verb of speaking; -1 where it does not. */
export function introducer(line: Line, from: number): number {
  const end = Math.min(line.tokens.length, from + REACH);
  for (let at = from; at < end; at += 1) {
    const kind = line.kinds[at] ?? 'stop';
    if (kind === 'that' || kind === 'quote' || line.tokens[at]?.text === ':') return at;
    if (kind === 'verb' || kind === 'auxiliary' || kind === 'relative' || kind === 'stop') return -1;
  }
  return -1;
}

/** Whether a range holds a clause of its own, as far as the tags show it. */
export const hasClause = (line: Line, { from, to }: Range): boolean => next(line, from, to, 'verb', 'auxiliary') < to;

/** The nominals right before a token. */
export function runBefore(line: Line, to: number): Range {
  return { from: skipLeft(line, to, ['nominal']), to };
}

/** Behind the last semicolon before a token. */
export function clauseStart({ tokens }: Line, to: number): number {
  let at = to;
  while (at > 0 && tokens[at - 1]?.text !== ';') at -= 1;
  return at;
}

/** Behind fillers and adverbs. */
export function skipRight({ kinds }: Line, from: number): number {
  let at = from;
  while (kinds[at] === 'filler' || kinds[at] === 'other') at += 1;
  return at;
}
