import type { Clauses, Predicate } from './clauses.ts';
import type { Control, RealisGrammar } from './lexicon.ts';

/** Whether an event has happened, goes on, was tried, is planned or only thought of; and whether it is said not to happen. */
export interface Realis {
  readonly realis: 'actual' | 'ongoing' | 'attempted' | 'planned' | 'hypothetical';
  /** Said not to happen: negated, denied, failed, prevented. */
  readonly neg: boolean;
  /** Refused, called off, halted or forbidden; apart from `neg`, because for some events that is a status of its own. */
  readonly refused: boolean;
  readonly tense: 'past' | 'present' | 'future' | null;
}

const MAX_DEPTH = 5;
const REAL: Realis = { realis: 'actual', neg: false, refused: false, tense: null };

/** What a sentence says of the reality of a predicate: its own form first, then what governs it. */
export function realisOf(predicate: Predicate, clauses: Clauses, grammar: RealisGrammar): Realis {
  const own = ownRealis(predicate, clauses, grammar);
  const above = governorRealis(predicate, clauses, grammar, 0);
  const denied = isDenied(predicate, clauses, grammar);
  const neg = predicate.kind === 'noun' ? own.neg || above.neg : own.neg !== above.neg;
  return {
    realis: stronger(own.realis, above.realis),
    neg: neg !== denied,
    refused: own.refused || above.refused,
    tense: own.tense ?? above.tense,
  };
}

const STRENGTH: readonly Realis['realis'][] = ['actual', 'ongoing', 'attempted', 'planned', 'hypothetical'];

const stronger = (a: Realis['realis'], b: Realis['realis']): Realis['realis'] =>
  STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;

function ownRealis(predicate: Predicate, clauses: Clauses, grammar: RealisGrammar): Realis {
  const controlled = controlRealis(predicate);
  const modal = predicate.kind === 'verb' ? modalRealis(predicate.modal, predicate, clauses, grammar) : 'actual';
  const speaker = predicate.speech === null ? undefined : clauses.predicates[predicate.speech];
  const wished = speaker !== undefined && grammar.unrealSpeech.has(speaker.lemma);
  const inIf: Realis['realis'] = predicate.conditional || wished ? 'hypothetical' : 'actual';
  const going = predicate.kind === 'verb' && predicate.progressive ? 'ongoing' : 'actual';
  const realis = [controlled, modal, inIf].reduce(stronger, going);
  const refused = predicate.control === 'refused';
  return { realis, neg: isNegative(predicate, grammar), refused, tense: tenseOf(predicate) };
}

function isNegative({ negated, control, complements }: Predicate, { endsOfNegation }: RealisGrammar): boolean {
  const ended = complements.some(({ preposition }) => endsOfNegation.has(preposition));
  return (negated && !ended) !== (control === 'failed');
}

function tenseOf(predicate: Predicate): Realis['tense'] {
  if (predicate.kind === 'noun') return null;
  return predicate.perfect && predicate.tense === 'present' ? 'past' : predicate.tense;
}

const isSettled = (control: Control): control is 'refused' | 'failed' | 'done' =>
  control === 'refused' || control === 'failed' || control === 'done';

function controlRealis({ control }: Predicate): Realis['realis'] {
  return control === null || isSettled(control) ? 'actual' : control;
}

function modalRealis(
  modal: string | null,
  { speech }: Predicate,
  { predicates }: Clauses,
  grammar: RealisGrammar,
): Realis['realis'] {
  if (modal === null) return 'actual';
  const speaker = speech === null ? undefined : predicates[speech];
  const reported = speaker?.kind === 'verb' && grammar.reportedFuture.has(modal);
  const control = reported ? 'planned' : (grammar.modals.get(modal) ?? 'hypothetical');
  return isSettled(control) ? 'actual' : control;
}

/** What holds of the governing verb holds of an infinitive, a gerund or an event noun too. */
function governorRealis(predicate: Predicate, clauses: Clauses, grammar: RealisGrammar, depth: number): Realis {
  const governor = predicate.governor === null ? undefined : clauses.predicates[predicate.governor];
  if (
    governor === undefined ||
    governor === predicate ||
    depth === MAX_DEPTH ||
    !inherits(predicate, grammar, governor)
  )
    return REAL;
  const own = ownRealis(governor, clauses, grammar);
  const above = governorRealis(governor, clauses, grammar, depth + 1);
  const neg = sharesNegation(predicate) && own.neg !== above.neg;
  return {
    realis: stronger(unlessOngoing(own.realis), above.realis),
    neg,
    refused: sharesNegation(predicate) && (own.refused || above.refused),
    tense: own.tense ?? above.tense,
  };
}

/** A participle tells a fact of its own, and so does an event that its verb only speaks of: "condemned the attack". */
function inherits(predicate: Predicate, grammar: RealisGrammar, governor: Predicate): boolean {
  if (predicate.kind === 'verb') return predicate.form === 'infinitive' || predicate.form === 'gerund';
  if (predicate.control !== null || grammar.light.has(governor.lemma) || grammar.linking.has(governor.lemma))
    return true;
  return isObject(predicate, governor) && !grammar.presupposing.has(governor.lemma);
}

const isObject = (predicate: Predicate, governor: Predicate): boolean =>
  governor.object !== null && governor.object.from <= predicate.from && predicate.to <= governor.object.to;

/** What only accompanies a verb is not denied with it: "did not leave before meeting them". */
const sharesNegation = (predicate: Predicate): boolean => predicate.kind === 'noun' || predicate.control !== null;

/** That the verb above goes on does not tell that what it governs does. */
const unlessOngoing = (realis: Realis['realis']): Realis['realis'] => (realis === 'ongoing' ? 'actual' : realis);

/** "denied that it left", "did not say that it left" */
function isDenied({ speech }: Predicate, { predicates }: Clauses, grammar: RealisGrammar): boolean {
  const speaker = speech === null ? undefined : predicates[speech];
  return speaker !== undefined && (grammar.denials.has(speaker.lemma) || speaker.negated);
}
