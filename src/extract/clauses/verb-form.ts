import type { Chunk } from './chunks.ts';
import { chunkBefore, type Frame, rootOf, type State, takesClause, topOf } from './state.ts';
import type { BaseVerb } from './verb-phrases.ts';

/** Chunks that are looked at behind a verb. */
const AHEAD = 24;

/** Whether a verb that may be past or participle is the verb of its clause; for "driven" and the like, too. */
export function headsClause(state: State, at: number, base: BaseVerb): boolean {
  if (base.form === 'finite') return true;
  if (base.form !== 'loose' && base.form !== 'participle') return false;
  const top = topOf(state);
  const before = chunkBefore(state, at);
  if (base.form === 'participle') return top.verb === null && before?.kind === 'noun' && !finiteAhead(state, at);
  if (before === undefined || before.kind === 'mark' || before.kind === 'adjective') return false;
  if (before.kind === 'relative' || before.kind === 'quote') return true;
  if (before.kind === 'and')
    return top.latest === null || (top.latest.form !== 'participle' && !sharesPassive(state, at, top));
  if (before.kind === 'comma') return finiteBehindComma(state, at, top, base);
  return before.kind === 'noun'
    ? finiteBehindNoun(state, at, top, rootOf(state, before.noun), base.lemma)
    : top.verb === null;
}

/** Whether a verb of speech stands behind a noun phrase that is not the subject of the clause, which still waits for its verb. */
export const isInserted = (state: State, top: Frame, lemma: string): boolean =>
  top.verb === null &&
  top.subject !== null &&
  top.free !== null &&
  top.free !== top.subject &&
  state.grammar.speech.has(lemma);

/** "were killed and wounded": a passive goes on where no object follows. */
export function sharesPassive({ chunks }: State, at: number, { latest }: Frame): boolean {
  return latest?.passive === true && chunks[at + 1]?.kind !== 'noun';
}

function finiteBehindComma(state: State, at: number, top: Frame, base: BaseVerb): boolean {
  const next = state.chunks[at + 1];
  if (state.grammar.speech.has(base.lemma) && next?.kind === 'noun') return true;
  if (top.verb === null) return !finiteAhead(state, at);
  const outer = state.frames.at(-2);
  if (outer?.verb === null && outer.subject !== null) return true;
  if (state.grammar.speech.has(base.lemma) && next?.kind === 'mark') return true;
  return next?.kind === 'noun' && !top.verb.passive;
}

function finiteBehindNoun(state: State, at: number, top: Frame, noun: number, lemma: string): boolean {
  if (top.kind === 'relative' && top.verb === null && top.subject === noun) return true;
  if (top.verb === null) return isInserted(state, top, lemma) || hasObject(state, at, lemma) || !finiteAhead(state, at);
  const outer = state.frames.at(-2);
  if (top.kind === 'relative' && outer?.verb === null && outer.subject !== null) return !finiteAhead(state, at);
  if (state.chunks[at + 1]?.kind === 'preposition' && startsWithBy(state.chunks[at + 1])) return false;
  const content = top.latest !== null && takesClause(state, top.latest) && top.free === noun;
  const completes = state.chunks[at + 1]?.kind === 'noun' || state.grammar.intransitive.has(lemma);
  return (
    content || (completes && top.free === noun && !isObject(top, noun) && top.latest?.complements.at(-1)?.noun !== noun)
  );
}

/** "warned Iran": with an object right behind it a verb is no participle, but for verbs with two objects. */
function hasObject({ chunks, grammar }: State, at: number, lemma: string): boolean {
  return chunks[at + 1]?.kind === 'noun' && !grammar.twoObjects.has(lemma);
}

const startsWithBy = (chunk: Chunk | undefined): boolean => chunk?.kind === 'preposition' && chunk.text === 'by';
const isObject = (top: Frame, noun: number): boolean => top.latest?.object === noun;

/** Whether a verb comes that the subject before still waits for. */
function finiteAhead(state: State, at: number): boolean {
  for (let next = at + 1; next < Math.min(at + AHEAD, state.chunks.length); next += 1) {
    const chunk = state.chunks[next];
    if (chunk?.kind === 'stop' || chunk?.kind === 'mark' || chunk?.kind === 'relative' || chunk?.kind === 'and')
      return false;
    if (chunk?.kind !== 'verb' || hasOwnSubject(state, next, at)) continue;
    const base = state.verbs[chunk.verb];
    if (base?.form === 'finite') return true;
    const complete = state.chunks[next + 1]?.kind === 'noun' || state.grammar.intransitive.has(base?.lemma ?? '');
    if (base?.form === 'loose' && complete) return true;
  }
  return false;
}

/** Whether the noun phrase before a verb, if one is there, follows no preposition: then it is the verb's own subject. */
function hasOwnSubject({ chunks }: State, at: number, from: number): boolean {
  let first = at;
  while (first - 1 > from && (chunks[first - 1]?.kind === 'noun' || chunks[first - 1]?.kind === 'other')) {
    first -= 1;
    // "a sign the army will …": two noun phrases side by side, the second begins a clause.
    if (chunks[first]?.kind === 'noun' && chunks[first - 1]?.kind === 'noun') return true;
  }
  return first < at && chunks[first - 1]?.kind !== 'preposition';
}
