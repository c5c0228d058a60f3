import type { Chunk } from './chunks.ts';
import { chunkBefore, openFrame, type State, takesClause, topOf } from './state.ts';

const DATELINE_CHUNKS = 8;

/** Opens and closes clauses at marks, commas and quotation marks. */
export function readLink(state: State, at: number, chunk: Chunk): void {
  if (chunk.kind === 'mark') openSubordinate(state, at, chunk);
  else if (chunk.kind === 'relative') openRelative(state, at);
  else if (chunk.kind === 'stop' || endsDateline(state, at)) beginAnew(state, at);
  else if (chunk.kind === 'comma') closeAtComma(state);
  else if (chunk.kind === 'and') topOf(state).free = null;
  else if (chunk.kind === 'quote') turnQuote(state, at);
  else if (chunk.kind === 'other') addParticle(state, at, chunk);
}

function openSubordinate(state: State, at: number, chunk: Chunk): void {
  const { latest } = topOf(state);
  const lower = state.words[chunk.from]?.lower ?? '';
  const spoken = latest !== null && takesClause(state, latest) && !state.grammar.conditionals.has(lower);
  const content = spoken && (lower === 'that' || chunkBefore(state, at)?.kind === 'verb');
  state.preposition = null;
  state.frames.push(
    openFrame('subordinate', {
      conditional: state.grammar.conditionals.has(lower) && lower !== 'whether',
      speech: content ? latest.verb : (topOf(state).speech ?? null),
    }),
  );
}

function openRelative(state: State, at: number): void {
  const noun = nounBefore(state, at);
  const fronted =
    state.preposition !== null && noun !== null ? [{ preposition: state.preposition, noun, fronted: true }] : [];
  state.preposition = null;
  if (noun !== null && startsClause(state, at, noun)) state.frames.splice(-1, 1, openFrame('main', { subject: noun }));
  state.frames.push(openFrame('relative', { antecedent: noun, fronted }));
}

/** "…, a man who had left said": the noun phrase behind a comma begins a clause of its own. */
function startsClause(state: State, at: number, noun: number): boolean {
  const top = topOf(state);
  const [before, earlier] = [state.chunks[at - 1], state.chunks[at - 2]];
  return top.verb !== null && before?.kind === 'noun' && earlier?.kind === 'comma' && top.free === noun;
}

/** The noun phrase that a relative clause describes: before a comma and a preposition at most. */
function nounBefore({ chunks }: State, at: number): number | null {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const chunk = chunks[back];
    if (chunk?.kind === 'noun') return chunk.noun;
  }
  return null;
}

/** "If he leaves, …": a clause in front is over at the comma. */
function closeAtComma(state: State): void {
  const top = topOf(state);
  const outer = state.frames.at(-2);
  top.free = null;
  state.preposition = null;
  if (top.kind === 'subordinate' && top.verb !== null && outer?.verb === null && outer.subject === null)
    state.frames.pop();
}

/** "KYIV (Reuters) - …" */
function endsDateline({ chunks, words, drafts }: State, at: number): boolean {
  const dash = words[chunks[at]?.from ?? -1];
  if (dash?.lower !== '-' || drafts.length > 0 || at > DATELINE_CHUNKS) return false;
  return /^\p{Lu}{3,}$/u.test(words[0]?.text ?? '') || words[(chunks[at]?.from ?? 0) - 1]?.lower === ')';
}

function beginAnew(state: State, at: number): void {
  const { latest } = topOf(state);
  const colon = state.words[state.chunks[at]?.from ?? -1]?.lower === ':';
  const speech = colon && latest !== null && takesClause(state, latest) ? latest.verb : null;
  state.preposition = null;
  state.frames.splice(0, state.frames.length, openFrame('main', { speech }));
}

/** A quotation behind a comma or a verb is a clause of its own; one inside a clause is only quoted. */
function turnQuote(state: State, at: number): void {
  const before = chunkBefore(state, at)?.kind;
  const { latest } = topOf(state);
  const opened = state.quoted[state.chunks[at]?.to ?? -1] ?? false;
  if (!opened || latest === null || !takesClause(state, latest)) return;
  if (before === 'comma' || before === 'verb') state.frames.push(openFrame('main', { speech: latest.verb }));
}

/** "drove them back": a particle behind the object. */
function addParticle(state: State, at: number, chunk: Chunk): void {
  const { latest } = topOf(state);
  const word = state.words[chunk.from]?.lower ?? '';
  const before = state.chunks[at - 1];
  if (latest === null || latest.particle !== null || before?.kind !== 'noun' || latest.object !== before.noun) return;
  if (state.grammar.particles.has(word)) latest.particle = word;
}
