import {
  type Cue,
  clauseBefore,
  clauseStart,
  contentEnd,
  hasClause,
  introducer,
  PLAIN,
  runBefore,
  skipLeft,
} from './cue.ts';
import { speechVerb } from './grammar.ts';
import { type Line, next, phraseEnd, type Range } from './line.ts';
import { passiveCue } from './passive-cue.ts';
import { speakerIn } from './speaker.ts';
import { isInfinitive, isVerb } from './speech-verb.ts';
import { subjectBefore, subjectBehind } from './subject.ts';
import { type Active, cueOf } from './verb-content.ts';

/** What a verb of speaking hands over, and to whom; null where it hands over nothing. */
export function verbCue(line: Line, at: number): Cue | null {
  const token = line.tokens[at];
  const verb = token && speechVerb(line.grammar, token);
  if (!verb || !isVerb(line, at)) return null;
  const from = skipLeft(line, at, ['auxiliary', 'filler', 'other']);
  const helpers = line.tokens.slice(from, at).map(({ lower }) => lower);
  const { sets } = line.grammar;
  const negated = helpers.some((word) => sets.negations.has(word)) && !sets.raising.has(token.lemma);
  if (negated || helpers.some((word) => sets.unreal.has(word)) || isInfinitive(line, at)) return null;
  if (helpers.some((word) => sets.be.has(word)) && !/ing$/.test(token.lower)) return passiveCue(line, at, from);
  const active = { line, at, from, verb };
  const described = opensWithSpeaker(active) ? apposed(active) : null;
  return subjectFirst(active) ?? described ?? inverted(active) ?? apposed(active) ?? continued(active);
}

/** "X said …", "…, X said": the speaker stands right before the verb. */
function subjectFirst({ line, at, from, verb }: Active): Cue | null {
  const near = clauseBefore(line, from);
  const participle = from === at && /ing$/.test(line.tokens[at]?.lower ?? '');
  if (participle && line.kinds[near.from] !== 'preposition') return null;
  const described = relativeBefore(line, near.from);
  const speaker = speakerIn(line, described === -1 ? near : clauseBefore(line, described));
  return speaker && cueOf({ line, at, from, verb }, speaker, speaker.range.from);
}

/** The "who" of "workers who reached the valley said", seen from "the valley"; -1 where there is none. */
function relativeBefore({ kinds }: Line, to: number): number {
  let at = to - 1;
  while (at > 0 && IN_VERB.has(kinds[at] ?? 'stop')) at -= 1;
  return at < to - 1 && kinds[at] === 'relative' && kinds[at - 1] === 'nominal' ? at : -1;
}
const IN_VERB: ReadonlySet<string> = new Set(['verb', 'auxiliary', 'other']);

/** "…, said X, the head of Y": the speaker stands behind the verb, and no clause of hers follows. */
function inverted({ line, at, verb }: Active): Cue | null {
  const { kinds, tokens } = line;
  const opened = at === 0 || OPENING.has(kinds[at - 1] ?? 'comma') || (kinds[at - 1] === 'filler' && !line.tagged);
  const telling = line.grammar.sets.telling.has(tokens[at]?.lemma ?? '');
  if (!opened || telling || verb.complement !== 'any' || /ing$/.test(tokens[at]?.lower ?? '')) return null;
  const start = line.grammar.sets.audiences.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const end = next(line, start, tokens.length, 'comma', 'quote', 'stop', 'that', 'relative', 'verb', 'auxiliary');
  const speaker = speakerIn(line, { from: start, to: end });
  if (
    speaker === null ||
    kinds[end] === 'that' ||
    (line.tagged && (kinds[end] === 'verb' || kinds[end] === 'auxiliary'))
  )
    return null;
  const apposition = appositionEnd(line, end);
  const named = speakerIn(line, { from: start, to: apposition }) ?? speaker;
  return {
    speaker: named,
    verbClass: verb.class,
    words: { from: at, to: at + 1 },
    frame: { from: at, to: line.grammar.sets.as.has(tokens[at - 1]?.lower ?? '') ? end : apposition },
    content: line.grammar.sets.as.has(tokens[at - 1]?.lower ?? '')
      ? beside(line, at - 1, end)
      : around(line, at, apposition),
    ...PLAIN,
  };
}

const OPENING: ReadonlySet<string> = new Set(['comma', 'quote', 'stop', 'subordinator']);

/** The end of what describes a speaker behind a verb: up to a quotation, or the sentence's end. */
function appositionEnd(line: Line, from: number): number {
  return next(line, from, line.tokens.length, 'quote', 'that');
}

/** "As said X, …", "…, as said X": what stands on either side, from the "as" to the speaker's end left out. */
const beside = (line: Line, as: number, end: number): readonly Range[] =>
  [
    { from: clauseStart(line, as), to: as },
    { from: end + 1, to: contentEnd(line, end + 1) },
  ].filter((range) => range.to > range.from);

/** What stands before a frame, and a quotation that goes on behind it. */
function around(line: Line, from: number, to: number): readonly Range[] {
  const before = { from: clauseStart(line, from), to: from };
  const resumes = line.kinds[to] === 'quote' || line.kinds[to] === 'that';
  return [before, ...(resumes ? [{ from: to, to: contentEnd(line, to) }] : [])].filter((r) => r.to > r.from);
}

const MAX_APPOSITIONS = 3;

/** "X, the head of Y, said …", "X, who arrived on Tuesday, said …", "X, in turn said …", "X who said …". */
function apposed(active: Active): Cue | null {
  const { line, from } = active;
  const near = clauseBefore(line, from);
  let close = (line.kinds[near.from] === 'preposition' ? near.from : from) - 1;
  if (line.kinds[close] === 'relative') return relative(active, close);
  for (let tries = 0; tries < MAX_APPOSITIONS && line.kinds[close] === 'comma'; tries += 1) {
    const open = line.kinds.lastIndexOf('comma', close - 1);
    const inner = { from: open + 1, to: close };
    const describes = open > 0 && isDescription(line, inner);
    const adverbial = close < from - 1 && tries === 0;
    const cue = describes ? cueAt(active, open) : adverbial ? cueAt(active, close) : null;
    if (cue || open <= 0) return cue;
    close = open;
  }
  return null;
}

/** Whether a sentence opens with a name and its description ("X, a retired general, said Y will …"), which no inverted order does. */
function opensWithSpeaker({ line, at, from }: Active): boolean {
  const close = from - 1;
  const open = line.kinds.indexOf('comma');
  const described = open > 0 && open < close && line.kinds[close] === 'comma' && clauseBefore(line, open).from === 0;
  return (
    described &&
    line.tagged &&
    !hasClause(line, { from: 0, to: open }) &&
    phraseEnd(line, at + 1, line.tokens.length) < line.tokens.length - 1
  );
}

/** What may stand between commas behind a name: an office, "who …", "speaking …". */
function isDescription(line: Line, { from, to }: Range): boolean {
  const first = line.kinds[from];
  return first === 'relative' || first === 'verb' || !hasClause(line, { from, to: next(line, from, to, 'relative') });
}

/** "X, who said …": what stands before the comma, or right before the pronoun. */
function relative(active: Active, at: number): Cue | null {
  const to = skipLeft(active.line, at, ['comma', 'preposition']);
  return to < at ? cueAt(active, to) : named(active, runBefore(active.line, to));
}

/** The cue whose speaker's words end at `to`, her apposition behind them. */
const cueAt = (active: Active, to: number): Cue | null =>
  named(active, { from: clauseBefore(active.line, to).from, to: active.from });

function named(active: Active, stretch: Range): Cue | null {
  const speaker = speakerIn(active.line, stretch);
  return speaker && cueOf(active, speaker, speaker.range.from);
}

/** "… and warned that …", "…, adding that …": whoever spoke last in the sentence, or its subject. */
function continued(active: Active): Cue | null {
  const { line, at, from } = active;
  if (!line.tagged && introducer(line, at + 1) === -1) return null;
  const subject = subjectBefore(line, from, /ing$/.test(line.tokens[at]?.lower ?? '')) ?? subjectBehind(line, at);
  const cue = cueOf(active, subject ?? 'continued', from);
  return cue && { ...cue, elliptic: true };
}
