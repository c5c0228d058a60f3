import type { Clauses, Predicate, VerbGroup } from '../extract/clauses/clauses.ts';
import type { OrderGrammar } from '../extract/clauses/lexicon.ts';
import { roleOf } from '../extract/clauses/role-of.ts';
import type { Token } from '../extract/document.ts';
import type { Trigger } from '../extract/slots/trigger.ts';

/** A sentence, and the word in it that tells an event. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly clauses: Clauses;
  readonly trigger: Trigger | null;
}

/**
 * Whether a word that denies or doubts surely belongs to another clause than the event does, and says nothing of it: the word
 * belongs to another verb, none that the event depends on, and a border stands between the two. Only in languages that tell
 * roles by the order of words; where anything is unsure, false.
 */
export function isElsewhere(at: number, scene: Scene, grammar: OrderGrammar): boolean {
  const { clauses, trigger } = scene;
  if (trigger === null) return false;
  const other = ownerOf(at, clauses);
  const clause = clauseOf(trigger, clauses);
  if (clause === null || other === null || other === clause) return false;
  if (chainOf(trigger.predicate, clauses).some((each) => each === other)) return false;
  return other.from >= Math.max(clause.to, trigger.at)
    ? isSaidAfter(other, clause, scene, grammar)
    : isSaidBefore(other, clause, scene, grammar);
}

const isVerb = (predicate: Predicate | undefined): predicate is VerbGroup => predicate?.kind === 'verb';

/** The verb that a word is part of, or of a part of. */
function ownerOf(at: number, clauses: Clauses): VerbGroup | null {
  const verbs = clauses.predicates.filter(isVerb);
  const own = verbs.find(({ from, to }) => at >= from && at < to);
  return own ?? verbs.find((verb) => isPart(at, verb, clauses)) ?? null;
}

const isPart = (at: number, verb: VerbGroup, clauses: Clauses): boolean =>
  /^(?:subject|object|agent|pp:|time)/.test(roleOf(at, verb, clauses));

const LINKS = 5;

/** A predicate, and what it depends on, from the nearest on. */
function chainOf(predicate: Predicate | null, { predicates }: Clauses): readonly Predicate[] {
  const chain: Predicate[] = [];
  let next: Predicate | undefined = predicate ?? undefined;
  while (next !== undefined && chain.length < LINKS && !chain.includes(next)) {
    chain.push(next);
    next = predicates[next.governor ?? next.speech ?? -1];
  }
  return chain;
}

/** The finite verb in whose clause an event stands, where that tells a plain fact; null where none does. */
function clauseOf({ predicate, at }: Trigger, clauses: Clauses): VerbGroup | null {
  const verb = isVerb(predicate ?? undefined) ? predicate : null;
  if (verb?.kind === 'verb' && verb.form === 'finite') return isPlain(verb) ? verb : null;
  if (verb?.kind === 'verb' && verb.form === 'infinitive') return null;
  const above = predicate?.governor == null ? ownerOf(at, clauses) : clauses.predicates[predicate.governor];
  if (above?.kind !== 'verb' || above.form !== 'finite' || (predicate?.control ?? null) !== null) return null;
  return isPlain(above) ? above : null;
}

const isPlain = ({ modal, conditional, question, negated, subject, control }: VerbGroup): boolean =>
  modal === null && !conditional && !question && !negated && subject !== null && control === null;

/** Words that make of a clause what somebody says or doubts. */
const OPENS_CONTENT: ReadonlySet<string> = new Set(['that', 'whether', 'how', 'why', 'if']);

/** What follows may speak of what was said before it: "which nobody confirms", "though this is not sure". */
function isSaidAfter(other: VerbGroup, clause: VerbGroup, { tokens }: Scene, grammar: OrderGrammar): boolean {
  if (isOpinion(other, grammar) || isContent(clause, tokens)) return false;
  if (other.form !== 'finite') return hasBorder(tokens.slice(clause.to, other.from), grammar);
  const start = other.subject === null || other.subject.from < clause.to ? other.from : other.subject.from;
  const isOwn = other.subject !== null && other.subject.from >= clause.to;
  const isShared = other.subject !== null && other.subject.phrase === clause.subject?.phrase;
  return (isOwn || isShared) && hasBorder(tokens.slice(clause.to, start), grammar);
}

const isContent = ({ subject, speech }: VerbGroup, tokens: readonly Token[]): boolean =>
  speech === null && subject !== null && OPENS_CONTENT.has(tokens[subject.from - 1]?.lower ?? '');

/** What stands before it and has a border behind it reaches no further: the clause has a subject of its own, and tells the past. */
function isSaidBefore(other: VerbGroup, clause: VerbGroup, { tokens }: Scene, grammar: OrderGrammar): boolean {
  const { subject, tense, perfect } = clause;
  if (subject === null || subject.from < other.to || !(tense === 'past' || perfect)) return false;
  if (isOpinion(other, grammar) && !other.relative) return false;
  const between = tokens.slice(other.to, subject.from);
  return hasBorder(between, grammar) && !between.some(({ lower }) => UNREAL.has(lower));
}

/** Behind these a clause need not tell a fact, whatever its form. */
const UNREAL: ReadonlySet<string> = new Set([
  ...OPENS_CONTENT,
  ...['unless', 'until', 'till', 'before', 'lest', 'than', 'provided', 'as', 'or', 'nor'],
]);

/** Verbs that take what is told in another clause for true, for said, or for neither. */
const isOpinion = ({ lemma }: VerbGroup, { speech, denials, linking, unrealSpeech }: OrderGrammar): boolean =>
  [speech, denials, linking, unrealSpeech].some((words) => words.has(lemma)) || lemma === 'verify';

const MARK = /^[,;:–—()]$/;

const hasBorder = (between: readonly Token[], { subordinators, relatives }: OrderGrammar): boolean =>
  between.some(
    ({ lower, pos }) =>
      MARK.test(lower) || pos === 'CCONJ' || pos === 'SCONJ' || subordinators.has(lower) || relatives.has(lower),
  );
