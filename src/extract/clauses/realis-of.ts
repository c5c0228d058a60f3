import type { Clauses, Predicate } from './clauses.ts';
import type { OrderGrammar } from './lexicon.ts';

/** Whether an event has happened, goes on, was tried, is planned or only thought of; and whether it is said not to happen. */
export interface Realis {
  readonly realis: 'actual' | 'ongoing' | 'attempted' | 'planned' | 'hypothetical';
  readonly neg: boolean;
  readonly tense: 'past' | 'present' | 'future' | null;
}

const MAX_DEPTH = 5;
const REAL: Realis = { realis: 'actual', neg: false, tense: null };

/** What a sentence says of the reality of a predicate: its own form first, then what governs it. */
export function realisOf(predicate: Predicate, clauses: Clauses, grammar: OrderGrammar): Realis {
  const own = ownRealis(predicate, clauses, grammar);
  const above = governorRealis(predicate, clauses, grammar, 0);
  const denied = isDenied(predicate, clauses, grammar);
  return {
    realis: stronger(own.realis, above.realis),
    neg: own.neg !== (above.neg || denied),
    tense: own.tense ?? above.tense,
  };
}

const STRENGTH: readonly Realis['realis'][] = ['actual', 'ongoing', 'attempted', 'planned', 'hypothetical'];

const stronger = (a: Realis['realis'], b: Realis['realis']): Realis['realis'] =>
  STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;

function ownRealis(predicate: Predicate, clauses: Clauses, grammar: OrderGrammar): Realis {
  const controlled = controlRealis(predicate);
  const modal = predicate.kind === 'verb' ? modalRealis(predicate.modal, predicate, clauses, grammar) : 'actual';
  const inIf: Realis['realis'] = predicate.conditional ? 'hypothetical' : 'actual';
  const going = predicate.kind === 'verb' && predicate.progressive ? 'ongoing' : 'actual';
  const realis = [controlled, modal, inIf].reduce(stronger, going);
  const neg = predicate.negated !== (predicate.control === 'refused');
  return { realis, neg: neg || predicate.negated, tense: tenseOf(predicate) };
}

function tenseOf(predicate: Predicate): Realis['tense'] {
  if (predicate.kind === 'noun') return null;
  return predicate.perfect && predicate.tense === 'present' ? 'past' : predicate.tense;
}

function controlRealis({ control }: Predicate): Realis['realis'] {
  return control === null || control === 'refused' || control === 'done' ? 'actual' : control;
}

function modalRealis(
  modal: string | null,
  { speech }: Predicate,
  { predicates }: Clauses,
  grammar: OrderGrammar,
): Realis['realis'] {
  if (modal === null) return 'actual';
  const speaker = speech === null ? undefined : predicates[speech];
  const reported = speaker?.kind === 'verb' && speaker.tense === 'past' && grammar.reportedFuture.has(modal);
  const control = reported ? 'planned' : (grammar.modals.get(modal) ?? 'hypothetical');
  return control === 'refused' || control === 'done' ? 'actual' : control;
}

/** What holds of the governing verb holds of an infinitive, a gerund or an event noun too. */
function governorRealis(predicate: Predicate, clauses: Clauses, grammar: OrderGrammar, depth: number): Realis {
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
  return { realis: stronger(own.realis, above.realis), neg: own.neg !== above.neg, tense: own.tense ?? above.tense };
}

/** A participle tells a fact of its own, and so does an event noun whose verb adds more than a light verb. */
function inherits(predicate: Predicate, grammar: OrderGrammar, governor: Predicate): boolean {
  if (predicate.kind === 'noun')
    return predicate.control !== null || grammar.light.has(governor.lemma) || grammar.linking.has(governor.lemma);
  return predicate.form === 'infinitive' || (predicate.form === 'gerund' && predicate.control !== null);
}

/** "denied shelling the town", "denied that it left" */
function isDenied({ speech, governor, control }: Predicate, { predicates }: Clauses, grammar: OrderGrammar): boolean {
  const speaker = speech === null ? undefined : predicates[speech];
  if (speaker !== undefined && (grammar.denials.has(speaker.lemma) || speaker.negated)) return true;
  const above = governor === null ? undefined : predicates[governor];
  return control !== 'refused' && above !== undefined && grammar.denials.has(above.lemma);
}
