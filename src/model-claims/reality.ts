import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { ClauseLexicon } from '../extract/clauses/lexicon.ts';
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
  isFact(own) && tokens.some((token, at) => turns(token, tokens[at + 1], clauses));

function turns({ lower, lemma }: Token, next: Token | undefined, clauses: ClauseLexicon): boolean {
  if ([clauses.negators, clauses.conditionals, clauses.negativePrepositions].some((set) => has(set, lower, lemma)))
    return true;
  if (has(clauses.denials, lower, lemma) || has(clauses.unrealSpeech, lower, lemma)) return true;
  if (clauses.modals.has(lower)) return true;
  if (clauses.grammar === 'endings') return startsWithAny(lower, clauses.control);
  if (clauses.negativeDeterminers.has(lower) || clauses.negativePhrases.has(`${lower} ${next?.lower ?? ''}`))
    return true;
  const control = clauses.control.get(lemma);
  return control !== undefined && control !== 'done' && control !== 'ongoing';
}

const has = (words: ReadonlySet<string>, lower: string, lemma: string): boolean => words.has(lower) || words.has(lemma);

const startsWithAny = (word: string, beginnings: ReadonlyMap<string, string>): boolean =>
  beginnings
    .entries()
    .some(([beginning, control]) => control !== 'done' && control !== 'ongoing' && word.startsWith(beginning));

/** How far a claim is from being a plain fact, for both readings: the more doubtful one counts. */
const DOUBT: readonly ExtractedClaim['epi'][] = ['asserted', 'attributed', 'acknowledged', 'claimed', 'denied'];

export const moreDoubtful = (one: ExtractedClaim['epi'], other: ExtractedClaim['epi']): ExtractedClaim['epi'] =>
  DOUBT.indexOf(one) >= DOUBT.indexOf(other) ? one : other;
