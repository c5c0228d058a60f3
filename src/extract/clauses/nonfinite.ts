import type { Control } from './lexicon.ts';
import { chainOf, chunkBefore, type Draft, type Frame, headLemma, rootOf, type State, topOf } from './state.ts';

/** A verb with "to": who does it is told by the word that governs it. */
export function readInfinitive(state: State, at: number, draft: Draft): void {
  const top = topOf(state);
  const before = chunkBefore(state, at);
  const { latest } = top;
  if (before?.kind === 'and' && latest !== null && latest.form === 'infinitive') {
    shareGovernor(latest, draft);
  } else if (latest === null) {
    if (before?.kind === 'noun') governByNoun(state, draft, before.noun, null);
    if (before?.kind === 'mark') governByQuestion(state, draft);
    // "Rebels to leave town"
    if (state.headline && before?.kind === 'noun') draft.control ??= 'planned';
    draft.subject ??= top.subject;
    if (draft.subject === null) top.waiting.push(draft);
  } else {
    draft.governor = latest.verb;
    governInfinitive(state, at, draft, latest);
  }
}

/** "considers whether to leave" */
function governByQuestion({ frames }: State, draft: Draft): void {
  const outer = frames.at(-2)?.latest ?? null;
  draft.governor = outer?.verb ?? null;
  draft.subject = outer?.subject ?? null;
  draft.control = 'hypothetical';
}

function shareGovernor(from: Draft, draft: Draft): void {
  draft.governor = from.governor;
  draft.governorNoun = from.governorNoun;
  draft.control = from.control;
  draft.subject = from.subject;
  draft.speech = from.speech;
}

function governInfinitive(state: State, at: number, draft: Draft, latest: Draft): void {
  const before = chunkBefore(state, at);
  const own = achieved(state, latest, latest.base.lemma, state.grammar.control.get(latest.base.lemma) ?? null);
  draft.subject = latest.subject;
  if (before?.kind === 'adjective') {
    draft.control = adjectiveControl(state, latest, before.to - 1);
  } else if (before?.kind === 'noun' && isBehind(state, at, latest)) {
    governBehindPreposition(state, at, draft, before.noun, own);
  } else if (before?.kind === 'noun' && !takesObject(state, latest, before.noun)) {
    governByNoun(state, draft, before.noun, latest);
    if (latest.object === null) draft.control ??= own;
  } else if (before?.kind === 'noun') {
    draft.subject = latest.object ?? latest.subject;
    draft.control = own ?? 'planned';
  } else {
    draft.control = before?.kind === 'verb' ? behindVerb(state, latest, own) : null;
  }
}

/** "called on Peru to leave", "plans for the army to leave" */
function isBehind({ chunks, grammar }: State, at: number, latest: Draft): boolean {
  const preposition = chunks[at - 2];
  if (preposition?.kind !== 'preposition') return false;
  return (
    preposition.text === grammar.subjectMarker ||
    (preposition.text !== 'of' && grammar.objectControl.has(latest.base.lemma))
  );
}

function governBehindPreposition(state: State, at: number, draft: Draft, noun: number, own: Control | null): void {
  const ahead = state.chunks[at - 3];
  draft.subject = noun;
  draft.control = (ahead?.kind === 'noun' ? controlOf(state, ahead.noun) : null) ?? own;
}

/** "ordered troops to leave": the object of the verb does it. */
const takesObject = (state: State, latest: Draft, noun: number): boolean =>
  latest.object !== null && rootOf(state, noun) === latest.object && state.grammar.objectControl.has(latest.base.lemma);

function adjectiveControl(state: State, latest: Draft, at: number): Control | null {
  const lower = state.words[at]?.lower ?? '';
  return achieved(state, latest, lower, state.grammar.control.get(lower) ?? null);
}

/** "were able to leave", "sent troops to fight": told of the past, it happened. */
function achieved({ grammar }: State, { base }: Draft, word: string, control: Control | null): Control | null {
  return base.tense === 'past' && base.modal === null && !base.negated && grammar.achieved.has(word) ? 'done' : control;
}

/** "is to visit", "is going to visit", "has to visit" */
function behindVerb({ grammar, words }: State, { base }: Draft, own: Control | null): Control | null {
  if (base.lemma === 'be') return 'planned';
  if (base.lemma === 'have') return base.tense === 'past' && !base.negated ? 'done' : 'hypothetical';
  if (base.lemma === 'go' && base.progressive) return 'planned';
  return own ?? grammar.control.get(words[base.head]?.lower ?? '') ?? null;
}

/** "a plan to leave", "Russia's attempt to take the town" */
function governByNoun(state: State, draft: Draft, noun: number, latest: Draft | null): void {
  const controlling = chainOf(state, noun).find((above) => controlOf(state, above) !== null) ?? noun;
  draft.governorNoun = controlling;
  draft.control = controlOf(state, controlling);
  const possessor = state.phrases[controlling]?.possessor ?? null;
  draft.subject = possessor ?? latest?.subject ?? null;
}

const controlOf = (state: State, noun: number): Control | null =>
  state.grammar.control.get(headLemma(state, noun)) ?? null;

/** A verb in -ing without an auxiliary. */
export function readGerund(state: State, at: number, draft: Draft): void {
  const top = topOf(state);
  const before = chunkBefore(state, at);
  const { latest } = top;
  if (latest === null) {
    readEarlyGerund(state, top, before?.kind === 'noun' ? before.noun : null, draft);
    return;
  }
  draft.governor = latest.verb;
  draft.subject = latest.subject;
  if (before?.kind === 'preposition') governByPreposition(state, at, draft, latest);
  else if (before?.kind === 'verb')
    draft.control = behindVerb(state, latest, state.grammar.control.get(latest.base.lemma) ?? null);
  else if (before?.kind === 'noun') describeNoun(state, draft, before.noun);
  else if (before?.kind === 'and') shareGovernor(latest, draft);
}

/** "the troops fighting there", "the possibility of thousands fleeing" */
function describeNoun(state: State, draft: Draft, noun: number): void {
  draft.subject = noun;
  draft.negated ||= chainOf(state, noun).some((above) => state.phrases[above]?.negated);
  if (rootOf(state, noun) !== noun) draft.control = controlOf(state, rootOf(state, noun));
}

function readEarlyGerund(state: State, top: Frame, noun: number | null, draft: Draft): void {
  draft.negated ||= isWithout(state, state.preposition);
  draft.subject = noun ?? top.subject;
  if (draft.subject === null) top.waiting.push(draft);
}

const isWithout = ({ grammar }: State, preposition: string | null): boolean =>
  preposition !== null && grammar.negativePrepositions.has(preposition);

/** "without killing", "stopped them from leaving", "accused them of shelling", "plans for sending" */
function governByPreposition(state: State, at: number, draft: Draft, latest: Draft): void {
  const { grammar } = state;
  draft.negated ||= isWithout(state, state.preposition);
  const noun = state.chunks[at - 2];
  if (noun?.kind === 'noun' && noun.noun !== latest.object) governByNoun(state, draft, noun.noun, latest);
  else if (noun?.kind === 'noun' && !grammar.blame.has(latest.base.lemma))
    governByNoun(state, draft, noun.noun, latest);
  else if (latest.object !== null && grammar.blame.has(latest.base.lemma)) draft.subject = latest.object;
  if (state.preposition === 'from' || noun?.kind === 'verb')
    draft.control ??= grammar.control.get(latest.base.lemma) ?? null;
}

/** A participle without an auxiliary: what it describes is its subject. */
export function readParticiple(state: State, at: number, draft: Draft): void {
  const top = topOf(state);
  const before = chunkBefore(state, at);
  draft.passive = !(state.grammar.intransitive.has(draft.base.lemma) && !byFollows(state, at));
  draft.governor = top.latest?.verb ?? null;
  if (before?.kind === 'noun') draft.subject = before.noun;
  else if (before?.kind === 'and' && top.latest !== null) draft.subject = top.latest.subject;
  else draft.subject = top.latest?.object ?? top.subject;
  if (draft.subject === null) top.waiting.push(draft);
}

function byFollows({ chunks }: State, at: number): boolean {
  const next = chunks[at + 1];
  return next?.kind === 'preposition' && next.text === 'by';
}
