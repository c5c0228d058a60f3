import type { Sentence, Span } from '../document.ts';
import type { Attribution, Confirmation, ConfirmationStatus } from './attribution.ts';
import { createGrammar } from './grammar.ts';
import type { AttributionLexicon } from './lexicon.ts';
import { createLine, type Line } from './line.ts';
import { phraseAt } from './phrases.ts';

/** Tokens from a negation to the "verified" or "confirmed" that it belongs to. */
const NEGATION_REACH = 6;

/**
 * What a text says of the truth of what others say in it: of the same sentence, and where that holds nothing else
 * ("This could not be independently verified.") of the one before.
 */
export function findConfirmations(
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  lexicon: AttributionLexicon,
): readonly Confirmation[] {
  const grammar = createGrammar(lexicon);
  const said = Map.groupBy(attributions, ({ sentence }) => sentence);
  return sentences.flatMap((sentence, at) => {
    const line = createLine(sentence, [], grammar);
    const told = statusOf(line, said.get(sentence.index) ?? []);
    if (told === null) return [];
    const target = targetOf(line, told, sentences[at - 1], said.get(sentence.index - 1) ?? []);
    return target.map((span) => ({ start: span.start, end: span.end, sentence: sentence.index, status: told.status }));
  });
}

interface Told {
  readonly status: ConfirmationStatus;
  /** Index of the token that says so. */
  readonly at: number;
  /** What a verb of confirming or denying takes, where there is one. */
  readonly content: Span | null;
}

function statusOf(line: Line, said: readonly Attribution[]): Told | null {
  for (let at = 0; at < line.tokens.length; at += 1) {
    const phrase = phraseAt(line.tokens, at, line.grammar.confirmations);
    if (phrase) return { status: phrase.value, at, content: null };
    if (line.grammar.confirming.has(line.tokens[at]?.lower ?? '') && isNegated(line, at))
      return { status: 'unconfirmed', at, content: null };
  }
  const verb = said.find(({ verbClass }) => verbClass === 'confirm' || verbClass === 'deny');
  if (!verb) return null;
  const at = line.tokens.findIndex(({ start }) => start >= verb.frame.start);
  return { status: verb.verbClass === 'deny' ? 'denied' : 'confirmed', at, content: verb };
}

const isNegated = ({ tokens, grammar }: Line, at: number): boolean =>
  tokens
    .slice(Math.max(0, at - NEGATION_REACH), at)
    .some(({ lower }) => grammar.sets.negations.has(lower) || lower === 'unable');

/** Which words are meant. */
function targetOf(
  line: Line,
  { at, status, content }: Told,
  previous: Sentence | undefined,
  saidBefore: readonly Attribution[],
): readonly Span[] {
  const { sentence, tokens, grammar } = line;
  const points = (from: number, to: number): boolean =>
    tokens.slice(from, to).some(({ lower }) => grammar.anaphors.has(lower));
  const anaphoric = points(0, 4) || (content !== null && points(at, at + 5));
  const same = content ?? { start: sentence.start, end: sentence.end };
  const near = previous?.paragraph === sentence.paragraph || tokens.length < 25;
  const before = previous && near && anaphoric ? (saidBefore.length > 0 ? saidBefore : [previous]) : [];
  if (status === 'denied') return before;
  return [same, ...before];
}
