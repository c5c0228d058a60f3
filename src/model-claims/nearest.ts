import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { ModelOutcome } from '../domain/model-outcome.ts';
import type { Analysis } from '../extract/analysis.ts';
import type { Event } from '../extract/claims/common.ts';
import type { Predicate } from '../extract/clauses/clauses.ts';
import type { Sentence, Span } from '../extract/document.ts';
import { triggersFor } from '../extract/slots/options.ts';
import type { Trigger } from '../extract/slots/trigger.ts';
import type { Framed } from './answer.ts';

/**
 * The first figure of a claim that rather belongs to another event of the sentence, or to somebody else in it: of "killed 7 and
 * injured 23" the 7 were not injured, and of "€30 million to A and €5 million to B" B does not get 30.
 */
export function figureOfOther(
  told: Framed,
  local: Pick<ExtractedClaim, 'date'>,
  { sentence, filling, analysis }: Event,
): ModelOutcome | null {
  const text = analysis.document.reading.text;
  const at = (words: string | null): Span | null => spanOf(words, text, sentence);
  const own = filling.trigger === null ? null : wordAt(filling.trigger.at, sentence);
  const predicates = analysis.clauses[sentence.index]?.predicates ?? [];
  const others = triggersFor(told.type, sentence.index, analysis)
    .filter((sign) => sign !== null && !isOfSameEvent(sign, filling.trigger, predicates))
    .map((sign) => wordAt(sign?.at ?? -1, sentence));
  const isNearerOther = (figure: Span | null): boolean =>
    figure !== null && own !== null && others.some((other) => distance(figure, other) <= distance(figure, own));
  const [count, amount] = [at('count' in told ? told.count : null), at('amount' in told ? told.amount : null)];
  if (isNearerOther(count) || isNearerOther(amount)) return 'number';
  const recipient = filling.slots.recipient?.mention ?? null;
  if (amount && recipient?.sentence === sentence.index && isParted(amount, recipient, { sentence, analysis }))
    return 'number';
  return !isSameDate(told.date, local.date?.text) && isNearerOther(at(told.date)) ? 'date' : null;
}

/** Whether the local reading takes the date for the claim's as well: one may be of all that a sentence tells. */
const isSameDate = (given: string | null, own: string | undefined): boolean =>
  given !== null && own !== undefined && (given.includes(own) || own.includes(given));

/** Whether two words tell one event together: "launched a strike". */
function isOfSameEvent(one: Trigger, other: Trigger | null, predicates: readonly Predicate[]): boolean {
  if (one.at === other?.at) return true;
  const [a, b] = [one.predicate, other?.predicate ?? null];
  if (a === null || b === null) return false;
  const isGoverned = (low: Predicate, high: Predicate): boolean =>
    low.kind === 'noun' && high.kind === 'verb' && low.governor !== null && predicates[low.governor] === high;
  return a === b || isGoverned(a, b) || isGoverned(b, a);
}

/** Whether another sum stands between a sum and somebody. */
function isParted(sum: Span, other: Span, { sentence, analysis }: Pick<Event, 'sentence' | 'analysis'>): boolean {
  const [first, second] = sum.start < other.start ? [sum, other] : [other, sum];
  return amountsIn(sentence, analysis).some(({ start, end }) => start >= first.end && end <= second.start);
}

const amountsIn = ({ index, start }: Sentence, { figures }: Analysis): readonly Span[] =>
  (figures[index]?.amounts ?? []).map((each) => ({ start: start + each.start, end: start + each.end }));

const NOWHERE: Span = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
const wordAt = (at: number, { tokens }: Sentence): Span => tokens[at] ?? NOWHERE;

const distance = (a: Span, b: Span): number => Math.max(0, b.start - a.end, a.start - b.end);

function spanOf(words: string | null, text: string, { start, end }: Sentence): Span | null {
  const from = words === null || words.trim() === '' ? -1 : text.slice(start, end).indexOf(words);
  return from === -1 || words === null ? null : { start: start + from, end: start + from + words.length };
}
