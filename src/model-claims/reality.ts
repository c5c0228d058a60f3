import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import type { ClauseLexicon, Control } from '../extract/clauses/lexicon.ts';
import type { Token } from '../extract/document.ts';
import type { ModelClaim } from './answer.ts';
import { isElsewhere, type Scene } from './elsewhere.ts';

/** Whether something is told as having happened or going on. */
const isFact = ({ realis, neg }: Pick<ExtractedClaim, 'realis' | 'neg'>): boolean =>
  !neg && (realis === 'actual' || realis === 'ongoing');

/** Whether both readings tell the same of whether it happened; "did" and "is doing" are for the grammar to tell apart, and so are plans and possibilities. */
export function isSameReality(told: ModelClaim, own: ExtractedClaim): boolean {
  const given = { realis: told.realis, neg: told.negated || told.epi === 'denied' };
  if (given.neg !== own.neg) return false;
  return (
    given.realis === own.realis ||
    (isPresent(given.realis) && isPresent(own.realis)) ||
    (isOpen(given.realis) && isOpen(own.realis))
  );
}

const isOpen = (realis: ExtractedClaim['realis']): boolean => realis === 'planned' || realis === 'hypothetical';

/** Of a plan and a possibility the possibility counts. */
export const moreOpen = (one: ExtractedClaim['realis'], other: ExtractedClaim['realis']): ExtractedClaim['realis'] =>
  isOpen(one) && isOpen(other) && one !== other ? 'hypothetical' : other;

const isPresent = (realis: ExtractedClaim['realis']): boolean => realis === 'actual' || realis === 'ongoing';

/**
 * Whether a sentence holds a word that denies ("not", "denied", "halted") while a claim says that something happens or will, or
 * one that could turn a fact into something else ("plans to", "may", "if") while a claim tells a fact: it may have got lost.
 * What surely belongs to another clause does not count.
 */
export function mayHaveLost(own: ExtractedClaim, scene: Scene, grammar: ClauseLexicon): boolean {
  const { tokens, trigger } = scene;
  if (isFact(own) && isThought(scene)) return true;
  const isOwnWord = (at: number): boolean => at === trigger?.at;
  const counts = (at: number): boolean => grammar.grammar === 'endings' || !isElsewhere(at, scene, grammar);
  return tokens.some((_, at) => {
    const isDenying = !own.neg && denies(at, scene, grammar) && !(isOwnWord(at) && tellsEnd(own));
    const isOpening = isFact(own) && unmakes(at, scene, grammar) && !isOwnWord(at);
    return (isDenying || isOpening) && counts(at);
  });
}

/** Whether the verb is of a form that tells no fact by itself: "to leave", or "leave" in "to have them leave" and "hoping they leave". */
function isThought({ trigger, clauses }: Scene): boolean {
  const predicate = trigger?.predicate ?? null;
  if (predicate?.kind !== 'verb') return false;
  const { form, control, tense, perfect, progressive, subject } = predicate;
  if (form === 'infinitive') return control !== 'done' && control !== 'ongoing';
  if (form !== 'finite' || tense !== 'present' || perfect || progressive || subject === null) return false;
  return clauses.predicates.some(
    (each) => each.kind === 'verb' && each.form !== 'finite' && each.form !== 'participle' && each.to === subject.from,
  );
}

/** Whether what is told is itself that something was refused, stopped or called off. */
const tellsEnd = (own: ExtractedClaim): boolean =>
  (own.type === 'move' && own.action === 'hold') || ('status' in own && ENDS.has(own.status));

const ENDS: ReadonlySet<string> = new Set(['refused', 'suspended', 'cancelled']);

const isAmong = ({ lower, lemma }: Token, words: ReadonlySet<string>): boolean => words.has(lower) || words.has(lemma);

/** What is refused or fails does not happen. */
const isUndone = (control: Control | undefined): boolean => control === 'refused' || control === 'failed';

function denies(at: number, { tokens, trigger }: Scene, clauses: ClauseLexicon): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return false;
  const { negators, negativePrepositions, denials } = clauses;
  if (isAmong(token, negators) || isAmong(token, denials)) return true;
  if (clauses.grammar === 'endings')
    return isAmong(token, negativePrepositions) || hasBeginning(token.lower, clauses, isUndone);
  // "without" denies what follows it.
  if (isAmong(token, negativePrepositions)) return trigger === null || trigger.at > at;
  const { negativeDeterminers, negativePhrases, undoing, control } = clauses;
  if (negativeDeterminers.has(token.lower)) return true;
  if (isUndone(control.get(token.lemma)) && governs(at, tokens)) return true;
  const behind = next?.lower ?? '';
  return negativePhrases.has(`${token.lower} ${behind}`) || undoing.has(`${token.lemma} ${behind}`);
}

/** Not a noun that nothing depends on ("the first stop"), nor half of a word ("cease-fire"). */
function governs(at: number, tokens: readonly Token[]): boolean {
  const next = tokens[at + 1];
  if (next?.text === '-' || tokens[at - 1]?.text === '-') return false;
  return tokens[at]?.pos !== 'NOUN' || next?.pos === 'ADP' || next?.pos === 'PART';
}

/** So far behind a word that governs it an infinitive begins: "plans to", "asked them to". */
const REACH = 3;

function unmakes(at: number, { tokens, trigger }: Scene, clauses: ClauseLexicon): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isAmong(token, clauses.conditionals) && !isGiven(at, tokens)) return true;
  if (isAmong(token, clauses.unrealSpeech)) return true;
  if (clauses.modals.has(token.lower)) return token.pos !== 'NOUN' && token.pos !== 'PROPN';
  if (clauses.grammar === 'endings') return hasBeginning(token.lower, clauses, isUnreal);
  if (!isUnreal(clauses.control.get(token.lemma))) return false;
  // What it governs stands behind it; an event whose verb stands before it is not among that.
  if (trigger?.predicate?.kind === 'verb' && trigger.predicate.form === 'finite' && trigger.predicate.to <= at)
    return false;
  return tokens.slice(at + 1, at + 1 + REACH).some(({ pos }) => pos === 'PART');
}

/** "provided aid", "American-provided" */
const isGiven = (at: number, tokens: readonly Token[]): boolean =>
  tokens[at]?.pos === 'VERB' && tokens[at + 1]?.lower !== 'that' && tokens[at - 1]?.lower !== ',' && at > 0;

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
