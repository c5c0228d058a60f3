import { type Cue, clauseBefore, contentEnd, hasClause, introducer, isTagged, runBefore, skipLeft } from './cue.ts';
import { type SpeechVerb, speechVerb } from './grammar.ts';
import { has, type Line, next, type Range } from './line.ts';
import { passiveCue } from './passive-cue.ts';
import { isOutlet, type Speaker, speakerIn } from './speaker.ts';

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
  return subjectFirst(active) ?? inverted(active) ?? apposed(active) ?? continued(active);
}

/** A verb of speaking in the active: its helpers begin at `from`. */
interface Active {
  readonly line: Line;
  readonly at: number;
  readonly from: number;
  readonly verb: SpeechVerb;
}

/** Whether a form is used as a verb: taggers take "claims" in a headline for a noun, and "reported attacks" for a verb. */
function isVerb(line: Line, at: number): boolean {
  const { tokens, kinds, sentence } = line;
  const { pos, lower } = tokens[at] ?? { pos: 'X', lower: '' };
  const before = tokens[at - 1]?.pos ?? 'X';
  const following = kinds[at + 1] ?? 'stop';
  if (pos === 'X') return true;
  if (pos === 'VERB') return !(lower.endsWith('ed') && (isAttribute(before, following) || isReduced(line, at)));
  if (before !== 'PROPN' && before !== 'NOUN') return false;
  const headline = sentence.index === -1 && lower.endsWith('s') && (following === 'nominal' || following === 'verb');
  const plain = pos === 'NOUN' && (tokens[at + 1]?.lower === 'to' || (before === 'PROPN' && following === 'that'));
  return headline || plain;
}

/** "the reported attacks" */
const isAttribute = (before: string, following: string): boolean =>
  /^(?:DET|ADJ|NUM)$/.test(before) && following === 'nominal';

/** "equipment announced in past weeks would help": a participle behind its noun, with the clause's verb right behind its adverbial. */
function isReduced(line: Line, at: number): boolean {
  const { kinds, tokens } = line;
  if (kinds[at - 1] !== 'nominal') return false;
  if (line.grammar.sets.agents.has(tokens[skipRight(line, at + 1)]?.lower ?? '')) return true;
  if (kinds[at + 1] !== 'preposition') return false;
  let end = at + 2;
  while (kinds[end] === 'nominal' && tokens[end]?.pos !== 'PRON') end += 1;
  return end > at + 2 && kinds[end] === 'auxiliary';
}

const isInfinitive = ({ tokens }: Line, at: number): boolean => tokens[at - 1]?.lower === 'to';

/** "X said …", "…, X said": the speaker stands right before the verb. */
function subjectFirst({ line, at, from, verb }: Active): Cue | null {
  const stretch = clauseBefore(line, from);
  const speaker = speakerIn(line, stretch);
  return speaker && cueOf({ line, at, from, verb }, speaker, speaker.range.from);
}

/** "…, said X, the head of Y": the speaker stands behind the verb, and no clause of hers follows. */
function inverted({ line, at, verb }: Active): Cue | null {
  const { kinds, tokens } = line;
  const opened = at === 0 || OPENING.has(kinds[at - 1] ?? 'comma') || (kinds[at - 1] === 'filler' && !isTagged(line));
  const telling = line.grammar.sets.telling.has(tokens[at]?.lemma ?? '');
  if (!opened || telling || verb.complement !== 'any' || /ing$/.test(tokens[at]?.lower ?? '')) return null;
  const end = next(line, at + 1, tokens.length, 'comma', 'quote', 'stop', 'that', 'relative', 'verb', 'auxiliary');
  const speaker = speakerIn(line, { from: at + 1, to: end });
  if (
    speaker === null ||
    kinds[end] === 'that' ||
    (isTagged(line) && (kinds[end] === 'verb' || kinds[end] === 'auxiliary'))
  )
    return null;
  const apposition = appositionEnd(line, end);
  const named = speakerIn(line, { from: at + 1, to: apposition }) ?? speaker;
  return {
    speaker: named,
    verbClass: verb.class,
    words: { from: at, to: at + 1 },
    frame: { from: at, to: apposition },
    content: around(line, at, apposition),
    via: null,
    before: false,
    elliptic: false,
  };
}

const OPENING: ReadonlySet<string> = new Set(['comma', 'quote', 'stop', 'subordinator']);

/** The end of what describes a speaker behind a verb: up to a quotation, or the sentence's end. */
function appositionEnd(line: Line, from: number): number {
  return next(line, from, line.tokens.length, 'quote', 'that');
}

/** What stands before a frame, and a quotation that goes on behind it. */
function around(line: Line, from: number, to: number): readonly Range[] {
  const before = { from: clauseStart(line, from), to: from };
  const resumes = line.kinds[to] === 'quote' || line.kinds[to] === 'that';
  return [before, ...(resumes ? [{ from: to, to: contentEnd(line, to) }] : [])].filter((r) => r.to > r.from);
}

/** Behind the last semicolon before a token. */
function clauseStart({ tokens }: Line, to: number): number {
  let at = to;
  while (at > 0 && tokens[at - 1]?.text !== ';') at -= 1;
  return at;
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
    const describes = open > 0 && (line.kinds[open + 1] === 'relative' || !hasClause(line, inner));
    const adverbial = close < from - 1 && tries === 0;
    const cue = describes ? cueAt(active, open) : adverbial ? cueAt(active, close) : null;
    if (cue || open <= 0) return cue;
    close = open;
  }
  return null;
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
  if (!isTagged(line) && introducer(line, at + 1) === -1) return null;
  const first = next(line, 0, at, 'verb', 'auxiliary', 'that', 'quote');
  const subject = first < from ? speakerIn(line, { from: 0, to: first }) : subjectBehind(line, at);
  const cue = cueOf(active, subject ?? 'continued', from);
  return cue && { ...cue, elliptic: true };
}

/** "Declaring that …, X did …": the subject of the clause that a participle in front belongs to. */
function subjectBehind(line: Line, at: number): Speaker | null {
  const close = at === 0 ? line.kinds.indexOf('comma') : -1;
  const from = close === -1 ? -1 : next(line, close + 1, close + 3, 'nominal');
  return from === -1
    ? null
    : speakerIn(line, { from, to: next(line, from, line.tokens.length, 'verb', 'auxiliary', 'comma', 'stop') });
}

/** The cue of a verb with its speaker before it; null where nothing that is said stands on either side. */
function cueOf({ line, at, verb }: Active, speaker: Speaker | 'continued', from: number): Cue | null {
  const after = contentAfter(line, at, verb);
  const before = speaker === 'continued' || verb.class === 'deny' ? null : contentBefore(line, from);
  const quoted = line.kinds[from - 1] === 'quote';
  const parenthetic = before !== null && (quoted || verb.complement !== 'opened') && isParenthetic(line, at, after);
  const content = parenthetic ? [before, ...resumed(line, at, before)] : after ? [after.range] : [];
  if (content.length === 0) return null;
  return {
    speaker,
    verbClass: verb.class,
    words: { from: at, to: at + 1 },
    frame: { from, to: parenthetic ? frameEnd(line, at) : (content[0]?.from ?? at + 1) },
    content,
    via: toldOutlet(line, at),
    before: false,
    elliptic: false,
  };
}

interface After {
  readonly range: Range;
  /** Whether "that", a colon or a quotation mark opens it. */
  readonly opened: boolean;
}

/** What is said behind the verb; null where no clause or object follows. */
function contentAfter(line: Line, at: number, verb: SpeechVerb): After | null {
  const opener = introducer(line, at + 1);
  const from = opener === -1 ? skipRight(line, toldEnd(line, at)) : opener + (line.kinds[opener] === 'quote' ? 0 : 1);
  const range = { from, to: contentEnd(line, from) };
  if (!has(line, range, 'nominal', 'verb')) return null;
  const atOnce = opener === skipRight(line, at + 1);
  if (opener !== -1 && (atOnce || verb.complement !== 'opened')) return { range, opened: true };
  if (verb.complement === 'opened' || (verb.complement === 'clause' && !startsClause(line, from))) return null;
  if (verb.complement === 'topic' && !line.grammar.sets.pleading.has(line.tokens[at + 1]?.lower ?? '')) return null;
  if (verb.complement === 'report' && !namesReport(line, from)) return null;
  return { range, opened: false };
}

/** "rejected the claim": what is said stands as a noun behind the verb. */
const namesReport = ({ tokens, grammar }: Line, from: number): boolean =>
  tokens.slice(from, from + REPORT_REACH).some(({ lower }) => grammar.nouns.has(lower));
const REPORT_REACH = 5;

/** Behind the verb, and behind the people whom it tells something. */
function toldEnd(line: Line, at: number): number {
  if (!line.grammar.sets.telling.has(line.tokens[at]?.lemma ?? '')) return at + 1;
  const audience = line.grammar.sets.audiences.has(line.tokens[at + 1]?.lower ?? '');
  return audience && line.tokens[at + 1]?.pos !== 'DET'
    ? at + 2
    : next(line, at + 1, line.tokens.length, 'comma', 'quote', 'stop', 'preposition', 'filler', 'verb', 'auxiliary');
}

function skipRight({ kinds }: Line, from: number): number {
  let at = from;
  while (kinds[at] === 'filler' || kinds[at] === 'other') at += 1;
  return at;
}

/** Whether a noun phrase with its verb begins here. */
function startsClause(line: Line, from: number): boolean {
  if (line.kinds[from] !== 'nominal') return false;
  const end = next(line, from, line.tokens.length, 'comma', 'stop', 'quote', 'relative', 'subordinator');
  return hasClause(line, { from, to: end });
}

/** What stands before a speaker, where a comma or a closing quotation mark parts the two. */
function contentBefore(line: Line, from: number): Range | null {
  const parted = line.kinds[from - 1] === 'comma' || line.kinds[from - 1] === 'quote';
  const range = { from: clauseStart(line, from), to: from };
  return parted && has(line, range, 'nominal', 'verb') ? range : null;
}

/** Whether what is said stands around "X said" rather than behind it. */
function isParenthetic(line: Line, at: number, after: After | null): boolean {
  const kind = line.kinds[skipRight(line, toldEnd(line, at))] ?? 'stop';
  if (kind === 'comma' && line.kinds[at + 2] === 'that') return false;
  if (kind === 'comma' || kind === 'stop' || kind === 'quote') return line.tokens[at + 1]?.text !== ':';
  const topic = line.grammar.sets.topics.has(line.tokens[at + 1]?.lower ?? '');
  return after === null || (!after.opened && !topic && ADVERBIAL.has(kind));
}

const ADVERBIAL: ReadonlySet<string> = new Set(['preposition', 'conjunction', 'subordinator', 'relative']);

/** Up to the comma or quotation mark behind which the content goes on, or the sentence's end. */
const frameEnd = (line: Line, at: number): number => next(line, at + 1, line.tokens.length, 'comma', 'quote', 'stop');

/** What goes on behind a parenthetic "X said": a quotation, or the rest of a clause that had no verb yet. */
function resumed(line: Line, at: number, before: Range): readonly Range[] {
  const end = frameEnd(line, at);
  const from = line.kinds[end] === 'comma' ? end + 1 : end;
  const goesOn =
    line.kinds[from] === 'quote' || (line.kinds[end] === 'comma' && isTagged(line) && !hasClause(line, before));
  return goesOn && from < line.tokens.length ? [{ from, to: contentEnd(line, from) }] : [];
}

/** The outlet that was told. */
function toldOutlet(line: Line, at: number): Range | null {
  const token = line.tokens[at];
  if (!token || !line.grammar.sets.telling.has(token.lemma)) return null;
  const to = next(
    line,
    at + 1,
    line.tokens.length,
    'comma',
    'quote',
    'stop',
    'that',
    'preposition',
    'filler',
    'verb',
    'auxiliary',
  );
  return isOutlet(line, { from: at + 1, to }) ? { from: at + 1, to } : null;
}
