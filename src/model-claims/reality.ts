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
 * Whether a sentence holds a word that could turn a fact into something else ("not", "denied", "plans to", "if"), while a claim
 * tells a fact: then one of them may have got lost.
 */
export const mayHaveLost = (own: ExtractedClaim, { tokens }: Sentence, clauses: ClauseLexicon): boolean =>
  isFact(own) && tokens.some((_, at) => turns(tokens, at, clauses));

function turns(tokens: readonly Token[], at: number, clauses: ClauseLexicon): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const { lower, lemma } = token;
  const sets = [clauses.negators, clauses.conditionals, clauses.negativePrepositions, clauses.denials];
  if ([...sets, clauses.unrealSpeech].some((words) => words.has(lower) || words.has(lemma))) return true;
  if (clauses.modals.has(lower)) return true;
  if (clauses.grammar === 'endings') return hasBeginning(lower, clauses);
  if (clauses.negativeDeterminers.has(lower)) return true;
  if (clauses.negativePhrases.has(`${lower} ${tokens[at + 1]?.lower ?? ''}`)) return true;
  return leadsOn(clauses.control.get(lemma), tokens, at);
}

/** So far behind a word that governs it an infinitive begins: "plans to", "asked them to". */
const REACH = 3;

/** What is refused or fails does not happen; what is planned or tried does so before an infinitive. */
function leadsOn(control: Control | undefined, tokens: readonly Token[], at: number): boolean {
  if (control === undefined || control === 'done' || control === 'ongoing') return false;
  if (control === 'refused' || control === 'failed') return true;
  return tokens.slice(at + 1, at + 1 + REACH).some(({ pos }) => pos === 'PART');
}

const hasBeginning = (word: string, { control }: Extract<ClauseLexicon, { readonly grammar: 'endings' }>): boolean =>
  control.entries().some(([beginning, tells]) => tells !== 'done' && tells !== 'ongoing' && word.startsWith(beginning));

/** How far a claim is from being a plain fact, for both readings: the more doubtful one counts. */
const DOUBT: readonly ExtractedClaim['epi'][] = ['asserted', 'attributed', 'acknowledged', 'claimed', 'denied'];

export const moreDoubtful = (one: ExtractedClaim['epi'], other: ExtractedClaim['epi']): ExtractedClaim['epi'] =>
  DOUBT.indexOf(one) >= DOUBT.indexOf(other) ? one : other;
