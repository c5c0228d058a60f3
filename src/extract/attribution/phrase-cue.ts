import type { VerbClass } from './attribution.ts';
import { type Cue, clauseBefore, clauseStart, contentEnd, hasClause, PLAIN, runBefore } from './cue.ts';
import { speechVerb } from './grammar.ts';
import { type Line, next, type Range } from './line.ts';
import { phraseAt } from './phrases.ts';
import { SPEAKING_KINDS, speakerIn } from './speaker.ts';

/** Cues that are no verbs, at one token. */
export function phraseCue(line: Line, at: number): Cue | null {
  if (!line.grammar.starters.has(line.tokens[at]?.lower ?? '')) return null;
  return accordingCue(line, at) ?? citingCue(line, at) ?? backCue(line, at) ?? adverbCue(line, at);
}

/** "According to X, …", "…, according to X". */
function accordingCue(line: Line, at: number): Cue | null {
  const found = phraseAt(line.tokens, at, line.grammar.according);
  return found && sourceCue(line, at, found.to, found.value);
}

/** "citing X", where X is somebody who speaks. */
function citingCue(line: Line, at: number): Cue | null {
  const found = phraseAt(line.tokens, at, line.grammar.citing);
  const cue = found && sourceCue(line, at, found.to, 'neutral');
  if (!cue || typeof cue.speaker === 'string') return null;
  const { range, outlet } = cue.speaker;
  const speaks = line.mentions.some((m) => m.to === range.to && m.from >= range.from && SPEAKING_KINDS.has(m.kind));
  return speaks || outlet ? { ...cue, cites: true } : null;
}

function sourceCue(line: Line, at: number, behind: number, verbClass: VerbClass): Cue | null {
  const end = next(line, behind, line.tokens.length, 'comma', 'quote', 'stop', 'that', 'relative', 'verb', 'auxiliary');
  const speaker = speakerIn(line, { from: behind, to: end });
  if (speaker === null) return null;
  const frame = { from: at, to: end };
  const content = accordingContent(line, frame);
  return {
    speaker,
    verbClass,
    words: { from: at, to: behind },
    frame,
    content,
    ...PLAIN,
  };
}

/** The clause that a prepositional frame stands in: all of it, on both sides. */
function accordingContent(line: Line, frame: Range): readonly Range[] {
  const start = clauseStart(line, frame.from);
  const before = { from: start, to: frame.from };
  const opening = next(line, start, frame.from, 'nominal', 'verb') >= frame.from;
  const behind = { from: frame.to, to: contentEnd(line, frame.to) };
  if (opening) return [behind];
  const closed = line.tagged ? hasClause(line, before) : frame.to >= line.tokens.length - 1;
  const inside = line.kinds[frame.to] === 'comma' && GOES_ON.has(line.kinds[frame.to + 1] ?? 'stop');
  return closed && !inside ? [before] : [before, behind].filter((range) => range.to > range.from);
}

/** A clause whose verb was still to come. */
const GOES_ON: ReadonlySet<string> = new Set(['verb', 'auxiliary']);

/** "Об этом сообщил X": what the sentence before says. */
function backCue(line: Line, at: number): Cue | null {
  const found = at <= 1 ? phraseAt(line.tokens, at, line.grammar.backReference) : null;
  if (found === null) return null;
  const end = Math.min(line.tokens.length, found.to + 12);
  const verb = line.tokens.slice(found.to, end).findIndex((token) => speechVerb(line.grammar, token));
  if (verb === -1) return null;
  const words = { from: found.to + verb, to: found.to + verb + 1 };
  const stop = next(line, words.to, line.tokens.length, 'comma', 'quote', 'stop', 'that');
  const speaker = speakerIn(line, { from: words.to, to: stop }) ?? speakerIn(line, { from: found.to, to: words.from });
  if (speaker === null) return null;
  const verbClass = speechVerb(line.grammar, line.tokens[words.from] ?? failing)?.class ?? 'neutral';
  return {
    speaker,
    verbClass,
    words,
    frame: { from: at, to: stop },
    content: [],
    ...PLAIN,
    before: true,
  };
}
const failing = { text: '', lower: '', lemma: '', pos: 'X', start: 0, end: 0 } as const;

/** "reportedly": the clause it stands in. */
function adverbCue(line: Line, at: number): Cue | null {
  const found = phraseAt(line.tokens, at, line.grammar.adverbs);
  if (found === null) return null;
  const words = { from: at, to: found.to };
  return unspecified(words, found.value, [{ from: partStart(line, at), to: clauseEnd(line, found.to) }]);
}

const partStart = (line: Line, to: number): number => {
  const comma = Math.max(
    ...(['comma', 'stop', 'that', 'quote'] as const).map((kind) => line.kinds.lastIndexOf(kind, to - 1)),
  );
  return comma + 1;
};
const clauseEnd = (line: Line, from: number): number => next(line, from, line.tokens.length, 'stop', 'comma', 'quote');

function unspecified(words: Range, verbClass: VerbClass, content: readonly Range[]): Cue {
  return { speaker: 'unspecified', verbClass, words, frame: words, content, ...PLAIN };
}

/** "X's claim that …", "reports by X that …", "reports that …". */
export function nounCue(line: Line, at: number): Cue | null {
  const { tokens, kinds, grammar } = line;
  const token = tokens[at];
  const verbClass =
    token && (token.pos !== 'VERB' || kinds[at - 1] === 'auxiliary') ? grammar.nouns.get(token.lower) : undefined;
  if (verbClass === undefined || grammar.sets.negations.has(tokens[at - 1]?.lower ?? '')) return null;
  const by = grammar.sets.origins.has(tokens[at + 1]?.lower ?? '');
  const that = next(line, at + 1, Math.min(tokens.length, at + 8), 'that', 'verb', 'comma', 'stop');
  const ofEvent = grammar.sets.eventNouns.has(token?.lower ?? '') && tokens[at + 1]?.lower === 'of';
  if (kinds[that] !== 'that' && !ofEvent) return null;
  const from = kinds[that] === 'that' ? that + 1 : at + 2;
  const owner = by ? speakerIn(line, { from: at + 2, to: that }) : possessor(line, at);
  const content = [{ from, to: nounEnd(line, from) }];
  const words = { from: at, to: at + 1 };
  if (owner === null) return unspecified(words, verbClass, content);
  const frame = { from: Math.min(owner.range.from, at), to: from };
  return { speaker: owner, verbClass, words, frame, content, ...PLAIN };
}

/** In an adverbial before the main clause ("After reports that …, …") what a noun hands over ends with a comma. */
function nounEnd(line: Line, from: number): number {
  const end = contentEnd(line, from);
  const first = line.kinds[0];
  return first === 'preposition' || first === 'subordinator' ? Math.min(end, next(line, from, end, 'comma')) : end;
}

/** The one before "'s" in front of a noun. */
function possessor(line: Line, at: number) {
  const from = clauseBefore(line, at).from;
  const mark = line.tokens.slice(from, at).findLastIndex(({ lower }) => lower === "'s" || lower === "'");
  return mark === -1 ? null : speakerIn(line, runBefore(line, from + mark));
}
