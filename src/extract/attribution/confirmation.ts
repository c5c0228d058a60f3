import type { Sentence, Span } from '../document.ts';
import {
  type Attribution,
  type Confirmation,
  type ConfirmationStatus,
  UNSPECIFIED,
  type VerbClass,
} from './attribution.ts';
import type { Grammar } from './grammar.ts';
import { phraseAt } from './phrases.ts';

/** Tokens from a negation to the "verified" or "confirmed" that it belongs to. */
const NEGATION_REACH = 6;
/** Tokens from the beginning of a sentence to a word that means the one before ("This could not be verified"). */
const ANAPHOR_REACH = 4;

/**
 * What a text says of the truth of what others say in it: of the same sentence, and where that only points back
 * ("This could not be independently verified.") of the one before.
 */
export function findConfirmations(
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  grammar: Grammar,
): readonly Confirmation[] {
  const said = Map.groupBy(attributions, ({ sentence }) => sentence);
  return sentences.flatMap((sentence) => {
    const told = statusOf(sentence, said.get(sentence.index) ?? [], grammar);
    if (told === null) return [];
    const targets = targetsOf({ sentence, told, before: precedingIn(sentences, sentence) }, grammar);
    return targets.map(({ start, end }) => ({ start, end, sentence: sentence.index, status: told.status }));
  });
}

/** A remark, and what stands before it. */
interface Place {
  readonly sentence: Sentence;
  readonly told: Told;
  readonly before: readonly Sentence[];
}

interface Told {
  readonly status: ConfirmationStatus;
  /** Index of the token that says so. */
  readonly at: number;
  /** What a verb of confirming or denying takes; null where there is no such verb. */
  readonly content: Span | null;
  /** Whether the sentence holds anybody's words. */
  readonly spoken: boolean;
}

function statusOf({ tokens }: Sentence, said: readonly Attribution[], grammar: Grammar): Told | null {
  const spoken = said.length > 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = phraseAt(tokens, at, grammar.confirmations);
    if (phrase)
      return { status: isNegated(tokens, at, grammar) ? 'unconfirmed' : phrase.value, at, content: null, spoken };
    if (grammar.confirming.has(tokens[at]?.lower ?? '') && isNegated(tokens, at, grammar))
      return { status: 'unconfirmed', at, content: null, spoken };
  }
  const verb = said.find((a) => !a.quoted && a.holder.who !== UNSPECIFIED && SETTLING.has(a.verbClass));
  if (!verb) return null;
  const at = tokens.findIndex(({ end }) => end >= verb.frame.end);
  return { status: verb.verbClass === 'deny' ? 'denied' : 'confirmed', at, content: verb, spoken };
}

const SETTLING: ReadonlySet<VerbClass> = new Set(['confirm', 'deny']);

const isNegated = (tokens: Sentence['tokens'], at: number, { sets }: Grammar): boolean =>
  tokens.slice(Math.max(0, at - NEGATION_REACH), at).some(({ lower }) => sets.negations.has(lower));

/** Which words are meant. A denial is of what others said before: what it denies itself is denied by its verb. */
function targetsOf({ sentence, told, before }: Place, grammar: Grammar): readonly Span[] {
  const points = (from: number): boolean =>
    sentence.tokens.slice(from, from + ANAPHOR_REACH).some(({ lower }) => grammar.anaphors.has(lower));
  const object = told.content !== null && points(told.at + 1);
  const previous = before.slice(-1);
  if (told.status === 'denied') return object ? previous : [];
  if (told.content === null && told.status === 'unconfirmed' && !told.spoken) return [sentence, ...before];
  return [told.content ?? sentence, ...(object || points(0) ? previous : [])];
}

/** What stands before a sentence in its paragraph; where it opens one, the paragraph before. */
function precedingIn(sentences: readonly Sentence[], { index, paragraph }: Sentence): readonly Sentence[] {
  const block = sentences[index - 1]?.paragraph ?? paragraph;
  let from = index;
  while (from > 0 && index - from < MAX_BLOCK && sentences[from - 1]?.paragraph === block) from -= 1;
  return sentences.slice(from, index);
}
/** Sentences that one remark can be about. */
const MAX_BLOCK = 4;
