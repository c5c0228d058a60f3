import type { Sentence, Span } from '../document.ts';
import type { Attribution, Confirmation, ConfirmationStatus } from './attribution.ts';
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
    const { status } = told;
    const targets = targetsOf(sentence, told, sentences[sentence.index - 1] ?? null, grammar);
    return targets.map(({ start, end }) => ({ start, end, sentence: sentence.index, status }));
  });
}

interface Told {
  readonly status: ConfirmationStatus;
  /** Index of the token that says so. */
  readonly at: number;
  /** What a verb of confirming or denying takes; null where there is no such verb. */
  readonly content: Span | null;
}

function statusOf({ tokens }: Sentence, said: readonly Attribution[], grammar: Grammar): Told | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = phraseAt(tokens, at, grammar.confirmations);
    if (phrase) return { status: phrase.value, at, content: null };
    if (grammar.confirming.has(tokens[at]?.lower ?? '') && isNegated(tokens, at, grammar))
      return { status: 'unconfirmed', at, content: null };
  }
  const verb = said.find(({ verbClass, quoted }) => !quoted && (verbClass === 'confirm' || verbClass === 'deny'));
  if (!verb) return null;
  const at = tokens.findIndex(({ end }) => end >= verb.frame.end);
  return { status: verb.verbClass === 'deny' ? 'denied' : 'confirmed', at, content: verb };
}

const isNegated = (tokens: Sentence['tokens'], at: number, { sets }: Grammar): boolean =>
  tokens.slice(Math.max(0, at - NEGATION_REACH), at).some(({ lower }) => sets.negations.has(lower));

/** Which words are meant. A denial is of what others said before: what it denies itself is denied by its verb. */
function targetsOf(sentence: Sentence, told: Told, before: Sentence | null, grammar: Grammar): readonly Span[] {
  const { tokens } = sentence;
  const points = (from: number, to: number): boolean =>
    tokens.slice(from, to).some(({ lower }) => grammar.anaphors.has(lower));
  const back = points(0, ANAPHOR_REACH) || (told.content !== null && points(told.at, told.at + ANAPHOR_REACH));
  const previous = back && before ? [before] : [];
  if (told.status === 'denied') return previous;
  return [told.content ?? sentence, ...previous];
}
