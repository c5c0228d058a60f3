import type { Bound } from '../../domain/claim.ts';
import { boundAround } from './bound.ts';
import type { QuantityLexicon } from './lexicon.ts';
import { mayStart, type Numeral, numeralAt, times } from './numeral.ts';
import { type Match, phraseAt } from './phrase.ts';
import { rangeLinkAt } from './range.ts';
import { type Token, tokenise } from './token.ts';

/** A sum of money in whole units of its currency (ISO 4217), with the words that give it: UTF-16 code units, half-open. */
export interface AmountMention {
  readonly value: number;
  /** Upper end, where a range is given. */
  readonly valueMax?: number;
  readonly cur: string;
  readonly op: Bound;
  readonly start: number;
  readonly end: number;
}

/** A figure with the currency found beside it, over the tokens `[at, next)`. */
interface Money {
  readonly value: number;
  readonly scale: number;
  readonly cur: string | null;
  readonly at: number;
  readonly next: number;
}

/**
 * Every sum of money in a text, in its order. A sum without a number or a currency is none; one in brackets that repeats
 * the sum before it in another currency is left out. Never throws.
 */
export function findAmounts(text: string, lexicon: QuantityLexicon): readonly AmountMention[] {
  const tokens = tokenise(text, lexicon.spacedThousands);
  const found: AmountMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const range = mayStart(tokens[at], lexicon) ? rangeAt(tokens, at, lexicon) : null;
    if (!range) continue;
    const mention = mentionOf(tokens, range, lexicon);
    if (mention && !restates(text, found.at(-1), mention)) found.push(mention);
    at = range.next - 1;
  }
  return found;
}

/** Whether a sum in brackets right behind another is the same sum in another currency. */
const restates = (text: string, before: AmountMention | undefined, sum: AmountMention): boolean =>
  before !== undefined && before.cur !== sum.cur && /^\s?[([]$/.test(text.slice(before.end, sum.start));

type Range = Money & { readonly max?: Money };

function mentionOf(tokens: readonly Token[], range: Range, lexicon: QuantityLexicon): AmountMention | null {
  const cur = range.cur ?? range.max?.cur;
  const { op, at, next } = boundAround(tokens, range.at, range.next, lexicon);
  const [start, end] = [tokens[at]?.start, tokens[next - 1]?.end];
  if (!cur || !(range.value > 0) || start === undefined || end === undefined) return null;
  const { value } = range;
  const valueMax = range.max && range.max.value > value ? range.max.value : undefined;
  return { value, ...(valueMax !== undefined && { valueMax }), cur, op, start, end };
}

/** One sum, or two that are the ends of a range ("$1.5-2 billion", "between 3 and 4 million euros"). */
function rangeAt(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): Range | null {
  const low = moneyAt(tokens, at, lexicon);
  if (!low) return null;
  const link = rangeLinkAt(tokens, low, lexicon);
  const max = link === null ? null : moneyAt(tokens, link, lexicon);
  if (!max || (low.cur && max.cur && low.cur !== max.cur) || !(low.cur || max.cur)) return low.cur ? low : null;
  const scaled = low.scale === 1 ? { ...low, value: times(low.value, max.scale) } : low;
  return scaled.value < max.value ? { ...scaled, next: max.next, max } : low.cur ? low : null;
}

/** A number with a currency before or behind it, or with none. */
function moneyAt(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): Money | null {
  const sign = symbolAt(tokens, at, lexicon);
  const numeral = numeralAt(tokens, sign?.next ?? at, lexicon);
  if (!numeral) return null;
  const { value, scale, next } = moneyScaled(tokens, numeral, lexicon, sign !== null);
  if (sign) return { value, scale, cur: sign.value, at, next: afterName(tokens, next, sign.value, lexicon) };
  const name = nameAt(tokens, next, scale, lexicon);
  return { value, scale, cur: name?.value ?? null, at, next: name?.next ?? next };
}

/** "$3m": a letter that multiplies money alone. */
function moneyScaled(
  tokens: readonly Token[],
  numeral: Numeral,
  lexicon: QuantityLexicon,
  signed: boolean,
): Pick<Numeral, 'value' | 'scale' | 'next'> {
  const after = tokens[numeral.next];
  const named = signed || nameAt(tokens, numeral.next + 1, 1_000, lexicon) !== null;
  const scale =
    numeral.scale === 1 && named && after?.kind === 'word' ? lexicon.moneyMultipliers.get(after.text) : undefined;
  return scale === undefined ? numeral : { value: times(numeral.value, scale), scale, next: numeral.next + 1 };
}

/** A sign or a code: in one piece, its letters large ("US$", never "a $"). */
function symbolAt(tokens: readonly Token[], at: number, lexicon: QuantityLexicon): Match<string> | null {
  const found = phraseAt(tokens, at, lexicon.symbols);
  const pieces = found ? tokens.slice(at, found.next) : [];
  const whole = pieces.every(({ kind, upper, glued }, k) => (kind !== 'word' || upper) && (k === 0 || glued));
  return whole ? found : null;
}

/** A currency's name, sign or code behind a number of a scale; what may be a weight counts only by the thousand. */
function nameAt(tokens: readonly Token[], at: number, scale: number, lexicon: QuantityLexicon): Match<string> | null {
  const from = tokens[at]?.text === '-' && tokens[at]?.glued ? at + 1 : at;
  const name = phraseAt(tokens, from, lexicon.currencies) ?? symbolAt(tokens, from, lexicon);
  if (!name) return null;
  if (!lexicon.weights.has(tokens[name.next - 1]?.text ?? '')) return name;
  return scale < 1_000 || lexicon.weightMarks.has(tokens[name.next]?.text ?? '') ? null : name;
}

/** Passes a name that repeats the sign ("$5 million dollars"). */
function afterName(tokens: readonly Token[], at: number, cur: string, lexicon: QuantityLexicon): number {
  const name = phraseAt(tokens, at, lexicon.currencies);
  return name?.value === cur ? name.next : at;
}
