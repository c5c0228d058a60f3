import { readFinite } from './finite.ts';
import { readGerund, readInfinitive, readParticiple } from './nonfinite.ts';
import { type Draft, type Frame, type State, topOf } from './state.ts';
import { headsClause } from './verb-form.ts';

/** Gives a verb group its place: the clause that it heads or the predicate that it depends on, and its subject. */
export function readVerb(state: State, at: number, verb: number): void {
  const base = state.verbs[verb];
  if (base === undefined) return;
  const form =
    base.form === 'infinitive' || base.form === 'gerund'
      ? base.form
      : headsClause(state, at, base)
        ? 'finite'
        : 'participle';
  const draft = draftOf(state, topOf(state), verb, form);
  if (draft === null) return;
  if (form === 'finite') readFinite(state, at, draft);
  else if (form === 'infinitive') readInfinitive(state, at, draft);
  else if (form === 'gerund') readGerund(state, at, draft);
  else readParticiple(state, at, draft);
  state.drafts.push(draft);
  topOf(state).latest = draft;
  state.preposition = null;
}

function draftOf(state: State, top: Frame, verb: number, form: Draft['form']): Draft | null {
  const base = state.verbs[verb];
  if (base === undefined) return null;
  return {
    base,
    verb,
    form,
    passive: base.passive || form === 'participle',
    subject: null,
    object: null,
    particle: base.particle,
    complements: [],
    governor: null,
    governorNoun: null,
    control: null,
    negated: base.negated,
    conditional: top.conditional,
    relative: top.kind === 'relative',
    question: state.words.at(-1)?.lower === '?',
    quoted: state.quoted[base.head] ?? false,
    speech: null,
  };
}
