import type { Sentence, Token } from '../document.ts';
import type { Mention } from '../entities/mention.ts';
import type { Grammar } from './grammar.ts';
import { phraseAt } from './phrases.ts';

/** What a token does in its sentence, as far as finding speakers needs it. */
export type Kind =
  | 'quote'
  | 'comma'
  | 'stop'
  | 'that'
  | 'relative'
  | 'subordinator'
  | 'conjunction'
  | 'preposition'
  | 'filler'
  | 'auxiliary'
  | 'verb'
  | 'nominal'
  | 'other';

/** A sentence made ready for finding speakers. */
export interface Line {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly kinds: readonly Kind[];
  readonly mentions: readonly Mention[];
  readonly grammar: Grammar;
  /** Whether parts of speech are known. */
  readonly tagged: boolean;
  /** For each token, where the narrator speaks again behind it. */
  readonly ends: readonly number[];
}

/** Tokens of a sentence, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function createLine(sentence: Sentence, mentions: readonly Mention[], grammar: Grammar): Line {
  const { tokens } = sentence;
  const kinds = tokens.map((token, at) => kindOf(token, at, tokens, grammar));
  const tagged = tokens.some(({ pos }) => pos === 'VERB' || pos === 'NOUN');
  const ends = endsOf(tokens, grammar);
  return {
    sentence,
    tokens,
    kinds: sentence.index === -1 ? kinds : kinds.map(named(tokens)),
    mentions,
    grammar,
    tagged,
    ends,
  };
}

/** The narrator speaks again at a semicolon, at a comma before "though" and its like, and with the occasion ("during a visit"). */
function endsOf(tokens: readonly Token[], grammar: Grammar): readonly number[] {
  let end = tokens.length;
  const ends = tokens.map(() => end);
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const text = tokens[at]?.text;
    const contrasts = text === ',' && phraseAt(tokens, at + 1, grammar.contrasts);
    if (text === ';' || contrasts || isOccasion(tokens, at, grammar)) end = at;
    ends[at] = end;
  }
  return ends;
}

/** Tokens between the words that open an occasion and its noun. */
const OCCASION_REACH = 4;

function isOccasion(tokens: readonly Token[], at: number, { occasions, occasionNouns }: Grammar): boolean {
  const opener = phraseAt(tokens, at, occasions);
  return (
    opener !== null && tokens.slice(opener.to, opener.to + OCCASION_REACH).some(({ lower }) => occasionNouns.has(lower))
  );
}

const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** A word with a capital letter inside of a sentence is a name, whatever the tagger takes it for. Headlines write all words so. */
const named =
  (tokens: readonly Token[]) =>
  (kind: Kind, at: number, kinds: readonly Kind[]): Kind =>
    kind === 'verb' && CAPITAL.test(tokens[at]?.text ?? '') && IN_SENTENCE.has(kinds[at - 1] ?? 'quote')
      ? 'nominal'
      : kind;
const IN_SENTENCE: ReadonlySet<Kind> = new Set([
  'nominal',
  'preposition',
  'comma',
  'conjunction',
  'filler',
  'verb',
  'that',
]);

const QUOTES = new Set(['"', '“', '”', '„', '«', '»', "'", '‘', '’', "''", '``']);
const APOSTROPHES = new Set(["'", '’']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'SYM', 'PART']);
const WORD = /^[\p{L}\p{N}]/u;
/** "IS", "US", "WHO": names that look like small words. */
const ABBREVIATION = /^\p{Lu}{2,5}$/u;

function kindOf(token: Token, at: number, tokens: readonly Token[], grammar: Grammar): Kind {
  const { lower, pos } = token;
  if (ABBREVIATION.test(token.text) && tokens.length > 1) return 'nominal';
  if (!WORD.test(token.text) && pos !== 'AUX' && pos !== 'PART') return markKind(token, at, tokens);
  const closed = grammar.closed.has(lower) ? closedKind(token, grammar) : null;
  if (closed) return closed;
  if (pos === 'AUX') return 'auxiliary';
  if (pos === 'VERB' && tokens[at - 1]?.text === '-' && tokens[at - 1]?.end === token.start) return 'nominal';
  return pos === 'X' ? 'nominal' : taggedKind(token);
}

/** The kind of a word that a list of the lexicon has; null where its part of speech tells otherwise. */
function closedKind({ lower, pos }: Token, { sets }: Grammar): Kind | null {
  if (sets.that.has(lower) && pos !== 'DET') return 'that';
  if (sets.relatives.has(lower)) return 'relative';
  if (sets.conjunctions.has(lower)) return 'conjunction';
  if (sets.subordinators.has(lower)) return 'subordinator';
  if ((pos === 'PROPN' || pos === 'X') && sets.prepositions.has(lower)) return 'preposition';
  if (pos === 'AUX' || (sets.auxiliaries.has(lower) && pos !== 'PART')) return 'auxiliary';
  if (sets.negations.has(lower) && pos !== 'DET') return 'other';
  return sets.fillers.has(lower) && pos !== 'VERB' ? 'filler' : null;
}

function taggedKind({ pos, lower }: Token): Kind {
  if (pos === 'VERB') return 'verb';
  if (pos === 'ADP' || (pos === 'PART' && lower === 'to')) return 'preposition';
  return NOMINAL.has(pos) ? 'nominal' : 'other';
}

function markKind({ text, start, end }: Token, at: number, tokens: readonly Token[]): Kind {
  if (text === ',') return 'comma';
  if (APOSTROPHES.has(text) && tokens[at - 1]?.end === start && tokens[at - 1]?.lower.endsWith('s')) return 'nominal';
  if (QUOTES.has(text)) return 'quote';
  const inWord = tokens[at - 1]?.end === start && tokens[at + 1]?.start === end;
  return inWord && (text === '-' || text === '/' || text === '.' || text === '&') ? 'nominal' : 'stop';
}

/** Offsets of a range of tokens; an empty range lies where its first token would. */
export function spanOf(
  { tokens, sentence }: Line,
  { from, to }: Range,
): { readonly start: number; readonly end: number } {
  const start = tokens[from]?.start ?? sentence.end;
  return { start, end: to > from ? (tokens[to - 1]?.end ?? start) : start };
}

/** The words of a range as the text has them, blanks made single. */
export function wordsOf({ tokens }: Line, { from, to }: Range): string {
  let words = '';
  let end = tokens[from]?.start ?? 0;
  for (const token of tokens.slice(from, to)) {
    words += (token.start > end ? ' ' : '') + token.text;
    end = token.end;
  }
  return words;
}

/** Index of the first token from `from` on that has one of the kinds, `to` where there is none before it. */
export function next({ kinds }: Line, from: number, to: number, ...wanted: readonly Kind[]): number {
  for (let at = from; at < to; at += 1) if (wanted.includes(kinds[at] ?? 'stop')) return at;
  return Math.max(from, to);
}

export const has = (line: Line, { from, to }: Range, ...wanted: readonly Kind[]): boolean =>
  next(line, from, to, ...wanted) < to;

/** Up to the comma or quotation mark behind which the content goes on, or the sentence's end. */
export const frameEnd = (line: Line, at: number): number =>
  next(line, at + 1, line.tokens.length, 'comma', 'quote', 'stop');

const NOUNS: ReadonlySet<string> = new Set(['NOUN', 'PROPN']);
const STARTERS: ReadonlySet<string> = new Set(['DET', 'PRON']);

/** The end of the noun phrase that begins at a token: nominals up to an article or pronoun behind a noun, where the next begins. */
export function phraseEnd({ kinds, tokens }: Line, from: number, to: number): number {
  const begins = (at: number): boolean => STARTERS.has(tokens[at]?.pos ?? 'X') && NOUNS.has(tokens[at - 1]?.pos ?? 'X');
  let at = from;
  while (at < to && kinds[at] === 'nominal' && (at === from || !begins(at))) at += 1;
  return at;
}
