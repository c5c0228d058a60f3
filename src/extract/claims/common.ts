import type { ExtractedClaim } from '../../domain/extracted-claim.ts';
import type { Analysis } from '../analysis.ts';
import { confirmationAt, epiOf, type Stake, voiceAt } from '../attribution/attribution-at.ts';
import type { Realis } from '../clauses/realis-of.ts';
import { roleOf } from '../clauses/role-of.ts';
import type { DateMention } from '../dates/meaning.ts';
import { pickDate } from '../dates/pick.ts';
import { resolveDate } from '../dates/resolve.ts';
import type { Sentence, Span } from '../document.ts';
import type { Filling } from '../slots/filling.ts';
import { speakerOf } from './speaker-of.ts';

type Common = Pick<ExtractedClaim, 'attr' | 'epi' | 'confirmation' | 'realis' | 'neg' | 'date'>;

/** A sentence with the event that is read in it. */
export interface Event {
  readonly sentence: Sentence;
  readonly filling: Filling;
  readonly analysis: Analysis;
  /** The gazetteer's states by their code. */
  readonly countries: ReadonlyMap<string, { readonly id: string }>;
}

const ACTUAL: Realis = { realis: 'actual', neg: false, refused: false, tense: null };
const DATE_CHARS = 80;

/** The word that tells the event; the whole sentence where none does. */
export function triggerSpan({ sentence, filling }: Event): Span {
  const token = filling.trigger === null ? undefined : sentence.tokens[filling.trigger.at];
  return token ?? sentence;
}

export function realisAt({ sentence, filling, analysis }: Event): Realis {
  const predicate = filling.trigger?.predicate ?? null;
  return predicate === null ? ACTUAL : analysis.realisOf(sentence.index, predicate);
}

/**
 * Who says it, how sure it is, and when it happened.
 * @param stakeFor what the event means to a side
 */
export function commonOf(event: Event, stakeFor: (side: string | null) => Stake): Common {
  const span = triggerSpan(event);
  const voice = voiceAt(span, event.analysis.voices);
  const confirmation = confirmationAt(span, event.analysis.voices);
  const { realis, neg } = realisAt(event);
  const epi = voice ? epiOf(voice.attribution, stakeFor(voice.holder.side)) : 'asserted';
  const date = dateOf(event, span);
  return {
    attr: voice && speakerOf(voice.holder),
    epi,
    ...(confirmation && { confirmation }),
    realis,
    neg: neg || epi === 'denied',
    ...(date && { date }),
  };
}

/** Whether a date is a complement of the word that tells the event. */
function isInClause({ end }: DateMention, { sentence, analysis, filling }: Event): boolean {
  const clauses = analysis.clauses[sentence.index];
  const predicate = filling.trigger?.predicate ?? null;
  if (clauses === undefined || predicate === null) return false;
  const last = sentence.tokens.findLastIndex((token) => token.start < end + sentence.start);
  return /^(?:time|pp:)/.test(roleOf(last, predicate, clauses));
}

function dateOf({ sentence, analysis, ...event }: Event, { start }: Span): Common['date'] {
  const mentions = analysis.figures[sentence.index]?.dates ?? [];
  const isPart = (mention: DateMention): boolean => isInClause(mention, { sentence, analysis, ...event });
  const mention = pickDate(mentions, { trigger: start - sentence.start, isPart });
  if (mention === null) return undefined;
  // The words around a date tell its tense more often than the verb of the claim does.
  const tense = mention.tense ?? realisAt({ sentence, analysis, ...event }).tense;
  const iso = resolveDate(mention, { publishedOn: analysis.document.reading.publishedOn, tense });
  return { text: mention.text.slice(0, DATE_CHARS), ...(iso !== null && { iso }) };
}
