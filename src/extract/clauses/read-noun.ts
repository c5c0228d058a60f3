import type { Draft, Frame, State } from './state.ts';
import { chunkBefore, openFrame, rootOf, takesClause, topOf } from './state.ts';

/** Gives a noun phrase its part in the clause that is open. */
export function readNoun(state: State, at: number, noun: number): void {
  const phrase = state.phrases[noun];
  if (phrase === undefined || isPossessor(state, noun)) return;
  const preposition = state.preposition;
  state.preposition = null;
  if (phrase.listedWith !== null || phrase.explains !== null) return;
  const top = topOf(state);
  if (preposition !== null) addComplement(state, at, top, preposition, noun);
  else if (state.grammar.timeNouns.has(state.words[phrase.head]?.lemma.toLowerCase() ?? ''))
    addComplement(state, at, top, '', noun);
  else if (top.verb === null && top.latest === null) addSubject(state, top, noun);
  else if (top.latest?.subject !== noun) addObject(state, at, top, noun);
}

const isPossessor = ({ nouns }: State, noun: number): boolean => nouns[noun]?.possesses ?? false;

function addComplement(state: State, at: number, top: Frame, preposition: string, noun: number): void {
  if (preposition === 'of' && ofNoun(state, at)) return;
  if (top.latest === null) top.fronted.push({ preposition, noun, fronted: true });
  else top.latest.complements.push({ preposition, noun, fronted: false });
}

/** Whether the "of" before a noun phrase stands behind another one. */
const ofNoun = ({ chunks }: State, at: number): boolean =>
  chunks[at - 2]?.kind === 'noun' && chunks[at - 1]?.kind === 'preposition';

/** The first noun phrase of a clause is its subject; a second one opens a clause without "that": "the troops Russia sent". */
function addSubject(state: State, top: Frame, noun: number): void {
  if (top.subject === null) top.subject = noun;
  else if (top.free === top.subject) {
    state.frames.push(openFrame('relative', { antecedent: top.subject, subject: noun }));
    return;
  }
  top.free = noun;
}

function addObject(state: State, at: number, top: Frame, noun: number): void {
  const latest = top.latest ?? top.verb;
  const near = chunkBefore(state, at);
  const before = near?.kind === 'quote' ? state.chunks[at - 2] : near;
  if (top.verb === null && top.subject === null && before?.kind === 'comma') {
    // "Speaking in Rome, the pope said": what came before has no subject yet.
    top.latest = null;
    addSubject(state, top, noun);
    return;
  }
  top.free = noun;
  if (latest === null) {
    top.subject ??= noun;
  } else if (before?.kind === 'verb' || (before?.kind === 'relative' && latest.object === null)) {
    latest.object = noun;
  } else if (before?.kind === 'noun' && rootOf(state, before.noun) === latest.object) {
    shiftObject(latest, noun);
  }
}

/** "gave Ukraine tanks": the first of two objects is the receiver. */
function shiftObject(latest: Draft, noun: number): void {
  if (latest.object !== null) latest.complements.push({ preposition: 'to', noun: latest.object, fronted: false });
  latest.object = noun;
}

/** Takes back that a noun phrase was an object, because it turned out to be the subject of the next verb. */
export function releaseObject(state: State, latest: Draft, noun: number): void {
  if (latest.object !== noun) return;
  const receiver = latest.complements.findLastIndex(({ preposition }) => preposition === 'to');
  const [shifted] = receiver >= 0 && takesClause(state, latest) ? latest.complements.splice(receiver, 1) : [];
  latest.object = shifted?.noun ?? null;
}
