import type { Bound } from '../../domain/claim.ts';
import type { Span } from '../document.ts';
import { boundAround } from './bound.ts';
import { isLabel, isMeasure } from './label.ts';
import type { QuantityLexicon } from './lexicon.ts';
import { mayStart, type Numeral, numeralAt, times } from './numeral.ts';
import { phraseAt, phraseBefore } from './phrase.ts';
import { rangeLinkAt } from './range.ts';
import { type Token, tokenise } from './token.ts';
import { type Unit, unitAfter } from './unit.ts';

/** How many of something, with the words of the number and its bound: UTF-16 code units, half-open. */
export type CountMention = Span & {
  /** What is counted; null where the sentence leaves it to the reader ("killed 14", "more than 15 were captured"). */
  readonly unit: Unit | null;
} & (
    | { readonly value: number; readonly valueMax?: number; readonly op: Bound }
    /** Only a word for it, in its English name ("dozens"). */
    | { readonly vague: string }
  );

/**
 * Every count of people or things in a text, in its order, without times, ages, shares, lengths, ordinals and labels.
 * @param taken what is read already (dates, sums of money), in order: nothing in it is a count
 */
export function findCounts(text: string, lexicon: QuantityLexicon, taken: readonly Span[]): readonly CountMention[] {
  const tokens = tokenise(text, lexicon.spacedThousands);
  const free = freeOf(tokens, taken);
  const found: CountMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const reading = free[at] ? readingAt(tokens, at, lexicon) : null;
    if (!reading) continue;
    if (reading.mention && free[reading.next - 1]) found.push(reading.mention);
    at = reading.next - 1;
  }
  return found;
}

/** For each token whether no span holds it. */
function freeOf(tokens: readonly Token[], taken: readonly Span[]): readonly boolean[] {
  const spans = [...taken].sort((a, b) => a.start - b.start);
  let open = 0;
  return tokens.map((token) => {
    while ((spans[open]?.end ?? Number.POSITIVE_INFINITY) <= token.start) open++;
    return token.end <= (spans[open]?.start ?? Number.POSITIVE_INFINITY);
  });
}

interface Reading {
  readonly mention: CountMention | null;
  /** The token behind what was read. */
  readonly next: number;
}

const readingAt = (tokens: readonly Token[], at: number, lexicon: QuantityLexicon): Reading | null =>
  (mayStart(tokens[at], lexicon) ? numberAt(tokens, at, lexicon) : null) ??
  vagueAt(tokens, at, lexicon) ??
  wholeAt(tokens, at, lexicon) ??
  singleAt(tokens, at, lexicon);

/** Offsets of the tokens `[at, next)`. */
const spanOf = (tokens: readonly Token[], at: number, next: number): Span => ({
  start: tokens[at]?.start ?? 0,
  end: tokens[next - 1]?.end ?? 0,
});

function numberAt(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): Reading | null {
  const low = numeralAt(tokens, at, lexicon);
  if (!low) return null;
  if (isLabel(tokens, low, lexicon)) return { mention: null, next: low.next };
  const { valueMax, ...range } = rangeOf(tokens, low, lexicon);
  if (isMeasure(tokens, range.next, lexicon)) return { mention: null, next: range.next };
  const { op, at: from, next } = boundAround(tokens, at, range.next, lexicon);
  const unit = unitAfter(tokens, next, lexicon);
  if (!counts(tokens, low, op, unit, lexicon)) return { mention: null, next: range.next };
  const ends = valueMax === undefined ? { value: range.value } : { value: range.value, valueMax };
  return { mention: { ...ends, op, unit, ...spanOf(tokens, from, next) }, next };
}

interface Range {
  readonly value: number;
  readonly valueMax?: number;
  readonly next: number;
}

function rangeOf(tokens: readonly Token[], low: Numeral, lexicon: QuantityLexicon): Range {
  const link = rangeLinkAt(tokens, low, lexicon);
  const high = link === null ? null : numeralAt(tokens, link, lexicon);
  if (!high) return low;
  const value = low.scale === 1 && low.value < high.value / high.scale ? times(low.value, high.scale) : low.value;
  return high.value > value ? { value, valueMax: high.value, next: high.next } : low;
}

/** From how many on a bare number is a count, though nothing says of what. */
const BARE_FROM = 1_000;
const isYear = ({ value, scale, digits }: Numeral): boolean =>
  digits && scale === 1 && value >= 1_000 && value < 2_100 && Number.isInteger(value);

/** Whether a number counts anything: it has a noun, or a verb that wants people, or is bounded or large. */
function counts(
  tokens: readonly Token[],
  low: Numeral,
  op: Bound,
  unit: Unit | null,
  lexicon: QuantityLexicon,
): boolean {
  if (takesUp(tokens, low, lexicon)) return false;
  if (!Number.isInteger(low.value) && unit?.kind !== 'goods') return false;
  const bareYear = isYear(low) && tokens[low.at]?.text.length === 4;
  if (bareYear) return unit !== null && unit.start === tokens[low.next]?.start;
  if (unit) return unit.kind !== null || low.value > 1;
  if (lexicon.counted.has(tokens[low.next]?.text ?? '')) return true;
  if (isObject(tokens, low.at, lexicon)) return true;
  return op !== 'eq' || low.value >= BARE_FROM;
}

/** "the two leaders": a number in words that tells nothing new. */
const takesUp = (tokens: readonly Token[], low: Numeral, lexicon: QuantityLexicon): boolean =>
  !low.digits && low.scale === 1 && lexicon.definites.has(tokens[low.at - 1]?.text ?? '');

/** Whether a verb before the number wants people ("killing all 298"). */
function isObject(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): boolean {
  const filler = phraseBefore(tokens, at, lexicon.fillers);
  return lexicon.objectVerbs.has(tokens[(filler?.at ?? at) - 1]?.text ?? '');
}

function vagueAt(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): Reading | null {
  const vague = phraseAt(tokens, at, lexicon.vague);
  if (!vague) return null;
  const unit = unitAfter(tokens, vague.next, lexicon);
  const money = phraseAt(tokens, vague.next, lexicon.currencies);
  const told = !money && (unit !== null || isObject(tokens, at, lexicon));
  const mention = told ? { vague: vague.value, unit, ...spanOf(tokens, at, vague.next) } : null;
  return { mention, next: vague.next };
}

function wholeAt(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): Reading | null {
  const whole = phraseAt(tokens, at, lexicon.wholes);
  if (!whole) return null;
  const unit = unitAfter(tokens, whole.next, lexicon);
  const mention = unit?.kind
    ? { value: whole.value, op: 'eq' as const, unit, ...spanOf(tokens, at, whole.next) }
    : null;
  return { mention, next: whole.next };
}

/** Tokens between an article and the noun that makes it one of something. */
const SINGLE_REACH = 4;

/** "a brigade", "a Russian soldier": one of a kind that is told by the piece. */
function singleAt(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): Reading | null {
  if (!lexicon.articles.has(tokens[at]?.text ?? '')) return null;
  const unit = unitAfter(tokens, at + 1, lexicon);
  const near = unit && (tokens[at + SINGLE_REACH]?.end ?? Number.POSITIVE_INFINITY) >= unit.end;
  const told = unit?.kind && !['place', 'event', 'goods'].includes(unit.kind) && !isPlural(unit, lexicon);
  return near && told ? { mention: { value: 1, op: 'eq', unit, ...spanOf(tokens, at, at + 1) }, next: at + 1 } : null;
}

const isPlural = (unit: Unit, { plural }: QuantityLexicon): boolean => plural !== '' && unit.word.endsWith(plural);
