import { releaseObject } from './read-noun.ts';
import { chunkBefore, type Draft, type Frame, openFrame, type State, takesClause, topOf } from './state.ts';
import { isInserted, sharesPassive } from './verb-form.ts';

/** Finds the clause that a finite verb heads, and with it the subject. */
export function readFinite(state: State, at: number, draft: Draft): void {
  const top = topOf(state);
  if (invertedSpeech(state, at, draft) || insertedSpeech(state, top, draft)) return;
  closeFinished(state, at, top);
  const frame = topOf(state);
  if (frame.verb === null) headClause(state, at, frame, draft);
  else if (frame.free === null) coordinate(state, at, frame, draft);
  else followFree(state, at, frame, frame.free, draft);
}

/** "…, said the head of Care": the noun phrase behind the verb is its subject, what stands before is what was said. */
function invertedSpeech(state: State, at: number, draft: Draft): boolean {
  const next = state.chunks[at + 1];
  const before = chunkBefore(state, at)?.kind;
  if (next?.kind !== 'noun' || !takesClause(state, draft) || (before !== 'comma' && before !== 'quote')) return false;
  if (topOf(state).verb === null || hasObjectAhead(state, at)) return false;
  draft.subject = next.noun;
  linkContent(state, draft);
  state.frames.splice(0, state.frames.length, openFrame('main', { subject: next.noun, verb: draft }));
  return true;
}

/** "The town, he added, has fallen": a speaker between the subject and its verb. */
function insertedSpeech(state: State, top: Frame, draft: Draft): boolean {
  if (!isInserted(state, top, draft.base.lemma)) return false;
  draft.subject = top.free;
  top.speech = draft.verb;
  return true;
}

/** "…, said it would leave": the noun phrase behind is the subject of another verb. */
const hasObjectAhead = ({ chunks }: State, at: number): boolean =>
  chunks[at + 2]?.kind === 'verb' && chunks[at]?.kind === 'verb';

/** What was told before belongs to the verb of speech that follows it: "Troops left, the ministry said." */
function linkContent(state: State, draft: Draft): void {
  for (const earlier of state.drafts)
    if (earlier.speech === null && earlier.governor === null) earlier.speech = draft.verb;
}

/** ", and has agreed": goes on with the outer clause. */
const behindCommaAnd = ({ chunks }: State, at: number): boolean =>
  chunks[at - 1]?.kind === 'and' && chunks[at - 2]?.kind === 'comma';

/** Leaves a relative clause that has its verb when an outer clause still waits for one. */
function closeFinished(state: State, at: number, top: Frame): void {
  const outer = state.frames.at(-2);
  if (top.kind === 'relative' && outer?.verb && behindCommaAnd(state, at)) state.frames.pop();
  if (top.verb === null || outer === undefined || outer.verb !== null || outer.subject === null) return;
  if (chunkBefore(state, at)?.kind === 'and') return;
  if (top.free !== null && (takesClause(state, top.verb) || freeIsOwn(state, at, top.free))) return;
  state.frames.pop();
}

/** Whether the free noun phrase stands right before the verb behind a comma or "and": then it begins a clause. */
function freeIsOwn({ chunks }: State, at: number, free: number): boolean {
  const [noun, before] = [chunks[at - 1], chunks[at - 2]];
  return (
    noun?.kind === 'noun' &&
    noun.noun === free &&
    (before?.kind === 'comma' || before?.kind === 'and' || before?.kind === 'quote')
  );
}

function headClause(state: State, at: number, frame: Frame, draft: Draft): void {
  draft.subject = frame.subject ?? (frame.kind === 'relative' ? frame.antecedent : null);
  if (frame.kind === 'relative' && frame.subject !== null && frame.fronted.length === 0)
    draft.object = frame.antecedent;
  draft.speech = frame.speech;
  draft.conditional = frame.conditional;
  draft.relative = frame.kind === 'relative';
  draft.passive ||= isHeadlinePassive(state, at, draft);
  draft.complements.push(...frame.fronted);
  if (frame.kind === 'main' && frame.subject !== null && state.drafts.length > 0 && endsAsSpeech(state, at, draft))
    linkContent(state, draft);
  for (const waiting of frame.waiting) waiting.subject ??= draft.subject;
  frame.verb = draft;
  frame.free = null;
}

/** "Town captured by rebels", in headlines "30 wounded in attack": no auxiliary and no object. */
function isHeadlinePassive({ chunks, words, grammar, headline }: State, at: number, { base }: Draft): boolean {
  const form = words[base.head]?.form;
  if (base.head > base.from || (form !== 'either' && form !== 'participle')) return false;
  const next = chunks[at + 1];
  if (form === 'participle' || (next?.kind === 'preposition' && next.text === 'by')) return true;
  const complete = grammar.intransitive.has(base.lemma) || grammar.speech.has(base.lemma);
  return headline && !complete && next?.kind === 'preposition';
}

/** "attacked the town and left": the subject is shared. */
function coordinate(state: State, at: number, frame: Frame, draft: Draft): void {
  const first =
    frame.latest?.form === 'infinitive' && state.words[draft.base.head]?.form === 'base' ? frame.latest : frame.verb;
  if (first === null) return;
  draft.subject = first.subject;
  draft.governor = first.governor;
  draft.governorNoun = first.governorNoun;
  draft.control = first.control;
  draft.speech = first.speech;
  shareModal(state, first, draft);
  draft.passive ||= isAlone(draft) && sharesPassive(state, at, frame) && chunkBefore(state, at)?.kind === 'and';
  if (first.form === 'infinitive') draft.form = 'infinitive';
  else frame.verb = draft;
}

/** "must leave and pay", "did not leave or pay" */
function shareModal({ words }: State, { base }: Draft, draft: Draft): void {
  if (words[draft.base.head]?.form !== 'base' || words[base.head]?.form !== 'base' || base.head === base.from) return;
  draft.base = { ...draft.base, modal: base.modal, tense: base.tense };
  draft.negated ||= base.negated;
}

const isAlone = ({ base }: Draft): boolean => base.form === 'loose' || base.form === 'participle';

/** A noun phrase behind the verb of a clause is the subject of the next verb: content of speech, or a new clause. */
function followFree(state: State, at: number, frame: Frame, free: number, draft: Draft): void {
  const { latest } = frame;
  const before = state.chunks[at - 1];
  const adjacent = latest !== null && latest.object === free && takesClause(state, latest);
  const content = adjacent && before?.kind === 'noun';
  if (latest !== null) releaseObject(state, latest, free);
  if (latest !== null && !content && before?.kind === 'noun' && endsAsSpeech(state, at, draft))
    linkContent(state, draft);
  draft.subject = free;
  draft.passive ||= isHeadlinePassive(state, at, draft) || (isAlone(draft) && sharesPassive(state, at, frame));
  draft.speech = content && latest !== null ? latest.verb : followsAnd(state, at) ? frame.speech : null;
  const kind = content ? 'subordinate' : 'main';
  const opened = openFrame(kind, { subject: free, verb: draft, speech: draft.speech });
  if (content) state.frames.push(opened);
  else state.frames.splice(-1, 1, opened);
}

/** Behind "and", but not behind "but". */
function followsAnd({ chunks, words, grammar }: State, at: number): boolean {
  const and = chunks[at - 2];
  return and?.kind === 'and' && !grammar.adversatives.has(words[and.from]?.lower ?? '');
}

/** Whether a verb of speech stands behind what was said: no clause follows it. */
function endsAsSpeech(state: State, at: number, draft: Draft): boolean {
  const told = state.chunks[at + 1]?.kind === 'noun';
  const next = state.chunks[told ? at + 2 : at + 1]?.kind;
  const open = next === undefined || next === 'stop' || next === 'comma' || next === 'quote' || next === 'preposition';
  return takesClause(state, draft) && state.chunks[at - 2]?.kind !== 'and' && open;
}
