import type { Claim } from '../domain/claim.ts';
import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { ModelOutcome } from '../domain/model-outcome.ts';
import { canBeSaid } from '../domain/own-words.ts';
import type { Analysis } from '../extract/analysis.ts';
import { buildClaim } from '../extract/claims/build-claim.ts';
import type { Event } from '../extract/claims/common.ts';
import type { Sentence, Span } from '../extract/document.ts';
import type { Mention } from '../extract/entities/mention.ts';
import { isAtPlace } from '../extract/gate.ts';
import type { Knowledge } from '../extract/knowledge.ts';
import type { Weights } from '../extract/learned/linear.ts';
import { readSlots } from '../extract/slots/fill.ts';
import { triggersFor } from '../extract/slots/options.ts';
import type { Trigger } from '../extract/slots/trigger.ts';
import type { Framed, ModelClaim } from './answer.ts';
import { type HeldFigures, holdFigures } from './figures.ts';
import { fillersOf, holdSlots } from './hold.ts';
import { mayLoseCount, withoutDoubtful } from './leave-out.ts';
import { figureOfOther } from './nearest.ts';
import { inDoubt } from './parties.ts';
import { isSameReality, mayHaveLost, moreDoubtful, moreOpen } from './reality.ts';
import type { Rules } from './rules.ts';
import { isOutlet, isSameSpeaker, withSpeaker } from './speaker.ts';
import { statementAt } from './statement.ts';

/** What claims of one article are held against. */
export interface Around {
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
  readonly weights: Weights;
  readonly rules: Rules;
}

/** A claim with what came of it; null: it is not kept. */
export interface Checked {
  readonly claim: ExtractedClaim | null;
  readonly outcome: ModelOutcome;
}

const dropped = (outcome: ModelOutcome): Checked => ({ claim: null, outcome });

/**
 * Holds a claim that a model gave against the text. It is said in words of ours only where its words stand in the sentence that
 * it names, a word among them tells such an event, and everything it says is borne out by the local reading of that sentence;
 * it is an excerpt where only the words stand there. Never throws; the same for the same text.
 */
export function checkClaim(told: ModelClaim, around: Around): Checked {
  const sentence = around.analysis.document.sentences[told.sentence - 1];
  if (sentence === undefined) return dropped('dropped sentence');
  const quote = quoteIn(told.quote, sentence, around.analysis.document.reading.text);
  if (quote === null) return dropped('dropped quote');
  return told.type === 'statement' ? statementAt(told, sentence, around) : framed(told, sentence, quote, around);
}

/** Fewer words tell nothing. */
const LEAST_QUOTED = 3;

/** Where the words stand; null where they do not. Blanks count as one: a text may have more, or other ones. */
function quoteIn(quote: string, { start, end }: Sentence, text: string): Span | null {
  const words = quote.trim().split(/\s+/);
  if (words.length < LEAST_QUOTED) return null;
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const found = new RegExp(pattern, 'u').exec(text.slice(start, end));
  return found && { start: start + found.index, end: start + found.index + found[0].length };
}

function framed(told: Framed, sentence: Sentence, quote: Span, around: Around): Checked {
  const { trigger, isTold, held } = heldOf(told, sentence, quote, around);
  const { slots, doubt } = fillersOf((isTold ? withoutDoubtful(told, held, around.rules) : null) ?? held);
  const event = eventAt(sentence, { trigger, slots }, around);
  const own = withSpeaker(buildClaim(told.type, event, 'structured'), told.speaker, sentence.index, around.analysis);
  const figures = figuresFor(told, own, { sentence, quote, analysis: around.analysis });
  const reason = isTold ? (doubt ?? doubtOf(told, own, event, around) ?? figureOfOther(told, own, event)) : 'sign';
  if (reason !== null) return excerpt(own, reason);
  if (typeof figures === 'string') return excerpt(own, figures);
  const claim = together(told, own, figures);
  return isSayable(claim) ? { claim, outcome: 'structured' } : excerpt(claim, fillersOf(held).doubt ?? 'words');
}

/** A model's slots held against the text, and whether a word that is quoted tells such an event. */
function heldOf(told: Framed, sentence: Sentence, quote: Span, around: Around) {
  const { analysis, knowledge, weights, rules } = around;
  const at = sentence.index;
  const signs = triggersFor(told.type, at, analysis).filter((sign) => isIn(sign, sentence, quote));
  const readings = readSlots(told.type, at, analysis, weights, triggersOf(told, signs));
  const { trigger } = readings;
  const words = new Set((analysis.signs[at]?.classes ?? []).map(({ tag }) => tag));
  const quoted = quotedIn(quote, sentence, analysis);
  const about = { claim: told, trigger, quoted, analysis, at, grammar: knowledge.clauses };
  const held = holdSlots(readings, { told: about, names: knowledge.names, rules, words }).map((slot) => {
    const event = eventAt(sentence, { trigger, slots: fillersOf([slot]).slots }, around);
    // A place that something was only near, or that is only part of it, does not count.
    return isAtPlace({ type: told.type, event }) ? slot : { ...slot, held: inDoubt(slot.held) };
  });
  return { trigger, isTold: signs.length > 0, held };
}

const eventAt = (sentence: Sentence, filling: Event['filling'], { analysis, knowledge }: Around): Event => ({
  ...{ sentence, analysis, filling },
  countries: knowledge.names.byCode,
});

/** The claim with a model's figures in place of the local ones, and as doubtful as the more doubtful reading has it. */
function together(told: Framed, own: ExtractedClaim, figures: HeldFigures): ExtractedClaim {
  const { amount: _, count: __, date: ___, ...rest } = { amount: null, count: null, ...own };
  const [epi, realis] = [moreDoubtful(told.epi, own.epi), moreOpen(told.realis, own.realis)];
  return { ...rest, ...figures, epi, realis } as unknown as ExtractedClaim;
}

/** Everybody and every place that is named in the words quoted. */
const quotedIn = (quote: Span, { index }: Sentence, { mentions }: Analysis): readonly Mention[] =>
  (mentions.get(index) ?? []).filter(({ start, end }) => start >= quote.start && end <= quote.end);

/** The figures; without a number that the text does not bear out, where the claim still tells something without it. */
function figuresFor(
  told: Framed,
  own: ExtractedClaim,
  place: Parameters<typeof holdFigures>[2],
): ReturnType<typeof holdFigures> {
  const figures = holdFigures(told, own, place);
  if (figures !== 'number' || !mayLoseCount(told, own)) return figures;
  return holdFigures({ ...told, count: null } as Framed, own, place);
}

const excerpt = (claim: ExtractedClaim, outcome: ModelOutcome): Checked => ({
  claim: { ...claim, mode: 'excerpt' },
  outcome,
});

/** Of the words that tell such an event those that tell this one, where any do. */
function triggersOf(told: Framed, signs: readonly (Trigger | null)[]): readonly (Trigger | null)[] {
  const values: ReadonlySet<unknown> = new Set([
    ...('action' in told ? [told.action] : []),
    ...('status' in told ? [told.status] : []),
    ...(told.type === 'impact' ? told.kind.slice(0, 1) : []),
  ]);
  const telling = signs.filter((sign) => sign?.hits.some(({ tag }) => values.has(tag)));
  return telling.length > 0 ? telling : signs.length > 0 ? signs : [null];
}

const isIn = (sign: Trigger | null, { tokens }: Sentence, { start, end }: Span): boolean => {
  const token = sign === null ? undefined : tokens[sign.at];
  return token !== undefined && token.start >= start && token.end <= end;
};

/** The first thing beside its slots that the text does not bear out. */
function doubtOf(
  told: Framed,
  own: ExtractedClaim,
  event: Event,
  { knowledge, analysis }: Around,
): ModelOutcome | null {
  const { tokens, index } = event.sentence;
  const clauses = analysis.clauses[index];
  // What is asked is not told.
  if (!isSameReality(told, own) || tokens.at(-1)?.text === '?') return 'reality';
  if (clauses === undefined || mayHaveLost(own, { tokens, clauses, trigger: event.filling.trigger }, knowledge.clauses))
    return 'reality';
  if (told.speaker === null && isOutlet(own.attr, index, analysis)) return null;
  if (!isSameSpeaker(told.speaker, own.attr) || (own.attr === null && told.epi !== 'asserted')) return 'speaker';
  return null;
}

/** Looks at slots alone, which are all there. */
const isSayable = (claim: ExtractedClaim): boolean => canBeSaid(claim as unknown as Claim);
