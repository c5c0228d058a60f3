import type { Clauses, Predicate } from '../clauses/clauses.ts';
import type { Sentence, Span, Token } from '../document.ts';
import type { ExcerptWords } from './excerpt-words.ts';

/** Sentences of this length or less are printed whole. */
const SHORT_CHARS = 160;

/** A sentence, and what its excerpt has to hold. */
export interface ToCut {
  readonly sentence: Sentence;
  readonly clauses: Clauses;
  /** What tells the event; null where that is no predicate. */
  readonly predicate: Predicate | null;
  /** Words that must stay, by their offsets in the text: trigger, slots, figures, and whoever speaks. */
  readonly kept: readonly Span[];
}

/** Tokens of the sentence, half-open. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The piece of a sentence that tells an event: a clause in front or behind is left off where nothing in it denies, doubts,
 * limits or hands over anything, and what is left is a main clause with its subject. When in doubt the whole sentence.
 * @param words null where the language has none: then always the whole sentence
 */
export function excerptOf({ sentence, clauses, predicate, kept }: ToCut, words: ExcerptWords | null): Span {
  const { start, end, tokens } = sentence;
  if (words === null || predicate === null || end - start <= SHORT_CHARS) return { start, end };
  const chain = withGovernors(predicate, clauses);
  if (!chain.some(isMain)) return { start, end };
  const needed = neededTokens(tokens, chain, kept);
  const from = openingEnd(tokens, needed.from, chain, words);
  const to = followingStart(tokens, needed.to, clauses, words);
  const range = isBalanced(tokens.slice(from, to)) ? { from, to } : { from: 0, to: tokens.length };
  return { start: tokens[range.from]?.start ?? start, end: tokens[range.to - 1]?.end ?? end };
}

const MAX_DEPTH = 8;

const isMain = (predicate: Predicate): boolean =>
  predicate.kind === 'verb' && predicate.form === 'finite' && !predicate.relative;

/** A predicate with those that it depends on, up to the main clause's. */
function withGovernors(predicate: Predicate, { predicates }: Clauses): readonly Predicate[] {
  const chain = [predicate];
  for (let at = 0; at < chain.length && chain.length < MAX_DEPTH; at += 1) {
    const { governor, speech } = chain[at] ?? predicate;
    for (const above of [governor, speech]) {
      const found = above === null ? undefined : predicates[above];
      if (found !== undefined && !chain.includes(found)) chain.push(found);
    }
  }
  return chain;
}

/** The tokens that hold all that has to stay. */
function neededTokens(tokens: readonly Token[], chain: readonly Predicate[], kept: readonly Span[]): Range {
  const ranges = [...chain.flatMap(partsOf), ...kept.flatMap((span) => rangeOf(tokens, span))];
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}

/** A predicate with who does it to whom. */
const partsOf = (predicate: Predicate): readonly Range[] =>
  [predicate, predicate.subject, predicate.object, predicate.agent].filter((part) => part !== null);

function rangeOf(tokens: readonly Token[], { start, end }: Span): readonly Range[] {
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  return from === -1 || to <= from ? [] : [{ from, to }];
}

/** Where the main clause begins behind a harmless one in front; 0 where there is none. */
function openingEnd(
  tokens: readonly Token[],
  needed: number,
  chain: readonly Predicate[],
  words: ExcerptWords,
): number {
  if (!words.openers.has(tokens[0]?.lower ?? '')) return 0;
  const starts = chain.flatMap(({ subject }) => subject?.from ?? []);
  const from = starts.find((at) => at <= needed && tokens[at - 1]?.text === ',');
  if (from === undefined || isGuarded(tokens.slice(0, from), words)) return 0;
  return tokens.slice(from).some((token) => pointsBack(token, words)) ? 0 : from;
}

/** Whether a word may mean somebody who is named in front. */
const pointsBack = ({ pos, lower }: Token, { followers }: ExcerptWords): boolean =>
  pos === 'PRON' && !followers.has(lower) && lower !== 'that';

/** Where harmless clauses behind the main one begin, at the mark before them; the sentence's end where there are none. */
function followingStart(tokens: readonly Token[], needed: number, clauses: Clauses, words: ExcerptWords): number {
  const last = tokens.findLastIndex((token) => guards(token, words));
  for (let at = Math.max(needed, last + 1); at < tokens.length - 1; at += 1)
    if (tokens[at]?.text === ';' || (tokens[at]?.text === ',' && opensClause(tokens, at + 1, clauses, words)))
      return standsAlone(tokens, at, clauses) ? at : tokens.length;
  return tokens.length;
}

const VERBAL: ReadonlySet<string> = new Set(['VERB', 'AUX']);

const goesOn = ({ text, pos }: Token): boolean => text === ',' || pos === 'CCONJ';

/** Whether no verb from a word on goes on with the clause before: "…, killing two, and left". */
const standsAlone = (tokens: readonly Token[], from: number, { predicates }: Clauses): boolean =>
  !tokens.some((token, at) => at > from && goesOn(token) && VERBAL.has(tokens[at + 1]?.pos ?? 'X')) &&
  predicates.every(
    (predicate) =>
      predicate.head < from || !isMain(predicate) || (predicate.subject !== null && predicate.subject.from >= from),
  );

/** "which lies …", "while he spoke", "killing …"; not "as well as …", nor an adjective in a row ("a vast, forbidding plain"). */
function opensClause(
  tokens: readonly Token[],
  at: number,
  { predicates }: Clauses,
  { followers }: ExcerptWords,
): boolean {
  const verbs = predicates.flatMap((predicate) =>
    predicate.kind === 'verb' && predicate.from >= at ? [predicate] : [],
  );
  if (followers.has(tokens[at]?.lower ?? '')) return verbs.some(({ form }) => form === 'finite');
  return tokens[at - 2]?.pos !== 'ADJ' && verbs.some(({ form, from }) => form === 'gerund' && from === at);
}

const isGuarded = (tokens: readonly Token[], words: ExcerptWords): boolean =>
  tokens.some((token) => guards(token, words));

const guards = ({ lower, lemma, text }: Token, words: ExcerptWords): boolean =>
  words.guards.has(lower) || words.guards.has(lemma) || text === '?';

const OPENING = new Set(['(', '[', '“', '«', '„']);
const CLOSING = new Set([')', ']', '”', '»']);

/** Whether each bracket and quotation mark has its other half in a piece. */
function isBalanced(tokens: readonly Token[]): boolean {
  let open = 0;
  for (const { text } of tokens) {
    if (OPENING.has(text)) open += 1;
    if (CLOSING.has(text)) open -= 1;
    if (open < 0) return false;
  }
  return open === 0 && tokens.filter(({ text }) => text === '"').length % 2 === 0;
}
