import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { ClauseLexicon, Control } from '../extract/clauses/lexicon.ts';
import type { Sentence, Token } from '../extract/document.ts';
import type { ModelClaim } from './answer.ts';

/** Whether something is told as having happened or going on. */
const isFact = ({ realis, neg }: Pick<ExtractedClaim, 'realis' | 'neg'>): boolean =>
  !neg && (realis === 'actual' || realis === 'ongoing');

/** Whether both readings tell the same of whether it happened; "did" and "is doing" are for the grammar to tell apart. */
export function isSameReality(told: ModelClaim, own: ExtractedClaim): boolean {
  const given = { realis: told.realis, neg: told.negated || told.epi === 'denied' };
  if (given.neg !== own.neg) return false;
  return given.realis === own.realis || (isPresent(given.realis) && isPresent(own.realis));
}

const isPresent = (realis: ExtractedClaim['realis']): boolean => realis === 'actual' || realis === 'ongoing';

/**
 * Whether a sentence holds a word that denies ("not", "denied", "halted") while a claim says that something happens or will, or
 * one that could turn a fact into something else ("plans to", "may", "if") while a claim tells a fact: it may have got lost.
 */
export const mayHaveLost = (own: ExtractedClaim, { tokens }: Sentence, clauses: ClauseLexicon): boolean =>
  (!own.neg && tokens.some((token, at) => denies(token, tokens[at + 1], clauses))) ||
  (isFact(own) && tokens.some((token, at) => unmakes(token, tokens.slice(at + 1, at + 1 + REACH), clauses)));

const isAmong = ({ lower, lemma }: Token, words: ReadonlySet<string>): boolean => words.has(lower) || words.has(lemma);

/** What is refused or fails does not happen. */
const isUndone = (control: Control | undefined): boolean => control === 'refused' || control === 'failed';

function denies(token: Token, next: Token | undefined, clauses: ClauseLexicon): boolean {
  const { negators, negativePrepositions, denials } = clauses;
  if ([negators, negativePrepositions, denials].some((words) => isAmong(token, words))) return true;
  if (clauses.grammar === 'endings') return hasBeginning(token.lower, clauses, isUndone);
  const { negativeDeterminers, negativePhrases, control } = clauses;
  if (negativeDeterminers.has(token.lower) || isUndone(control.get(token.lemma))) return true;
  return negativePhrases.has(`${token.lower} ${next?.lower ?? ''}`);
}

/** So far behind a word that governs it an infinitive begins: "plans to", "asked them to". */
const REACH = 3;

/** @param after the words behind it */
function unmakes(token: Token, after: readonly Token[], clauses: ClauseLexicon): boolean {
  if (isAmong(token, clauses.conditionals) || isAmong(token, clauses.unrealSpeech)) return true;
  if (clauses.modals.has(token.lower)) return true;
  if (clauses.grammar === 'endings') return hasBeginning(token.lower, clauses, isUnreal);
  return isUnreal(clauses.control.get(token.lemma)) && after.some(({ pos }) => pos === 'PART');
}

const isUnreal = (control: Control | undefined): boolean =>
  control === 'planned' || control === 'attempted' || control === 'hypothetical';

const hasBeginning = (
  word: string,
  { control }: Extract<ClauseLexicon, { readonly grammar: 'endings' }>,
  tells: (control: Control) => boolean,
): boolean => control.entries().some(([beginning, what]) => tells(what) && word.startsWith(beginning));

/** How far a claim is from being a plain fact, for both readings: the more doubtful one counts. */
const DOUBT: readonly ExtractedClaim['epi'][] = ['asserted', 'attributed', 'acknowledged', 'claimed', 'denied'];

export const moreDoubtful = (one: ExtractedClaim['epi'], other: ExtractedClaim['epi']): ExtractedClaim['epi'] =>
  DOUBT.indexOf(one) >= DOUBT.indexOf(other) ? one : other;
