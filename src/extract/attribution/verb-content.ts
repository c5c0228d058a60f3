import { asClause, besideCue } from './as-clause.ts';
import { type Cue, clauseStart, contentEnd, hasClause, introducer, PLAIN, skipRight } from './cue.ts';
import type { SpeechVerb } from './grammar.ts';
import { frameEnd, has, type Line, next, type Range } from './line.ts';
import type { Speaker } from './speaker.ts';
import { toldEnd, toldOutlet } from './told.ts';

/** A verb of speaking in the active: its helpers begin at `from`. */
export interface Active {
  readonly line: Line;
  readonly at: number;
  readonly from: number;
  readonly verb: SpeechVerb;
}

/** The cue of a verb with its speaker before it; null where nothing that is said stands on either side, or follows a colon. */
export function cueOf({ line, at, verb }: Active, speaker: Speaker | 'continued', from: number): Cue | null {
  if (speaker !== 'continued' && isEvidence(line, at, speaker)) return null;
  const after = contentAfter(line, at, verb);
  const before = speaker === 'continued' || verb.class === 'deny' ? null : contentBefore(line, from);
  const quoted = line.kinds[from - 1] === 'quote';
  const free = verb.complement === 'any' || verb.complement === 'clause';
  const beside =
    verb.complement !== 'topic' &&
    verb.complement !== 'report' &&
    speaker !== 'continued' &&
    asClause(line, speaker.range.from, at);
  if (beside) return besideCue({ line, at, from, verb }, speaker, beside);
  const parenthetic = before !== null && (quoted || free) && isParenthetic(line, at, before, after);
  const content = parenthetic ? [before, ...resumed(line, at, before)] : after ? [after.range] : [];
  if (content.length === 0 && line.tokens.at(-1)?.text !== ':') return null;
  return {
    speaker,
    verbClass: verb.class,
    words: { from: at, to: at + 1 },
    frame: { from, to: parenthetic ? frameEnd(line, at) : (content[0]?.from ?? at + 1) },
    content,
    ...PLAIN,
    via: toldOutlet(line, at),
  };
}

/** "The losses suggest that …": a thing that is no report says nothing. */
function isEvidence({ tokens, mentions, grammar }: Line, at: number, { range }: Speaker): boolean {
  const head = tokens[range.to - 1]?.lower ?? '';
  if (!grammar.sets.evidential.has(tokens[at]?.lemma ?? '') || grammar.sets.documents.has(head)) return false;
  return !grammar.sets.pronouns.has(head) && !mentions.some((m) => m.to >= range.to && m.from < range.to);
}

interface After {
  readonly range: Range;
  /** Whether "that", a colon or a quotation mark opens it. */
  readonly opened: boolean;
}

/** What is said behind the verb; null where no clause or object follows. */
function contentAfter(line: Line, at: number, verb: SpeechVerb): After | null {
  if (isOrder(line, at)) return null;
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

/** "told them to leave" */
function isOrder(line: Line, at: number): boolean {
  const behind = toldEnd(line, at);
  return behind > at + 1 && line.tokens[behind]?.lower === 'to' && line.tokens[behind]?.pos === 'PART';
}

/** "rejected the claim": what is said stands as a noun behind the verb. */
const namesReport = ({ tokens, grammar }: Line, from: number): boolean =>
  tokens.slice(from, from + REPORT_REACH).some(({ lower }) => grammar.nouns.has(lower));
const REPORT_REACH = 5;

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
function isParenthetic(line: Line, at: number, before: Range, after: After | null): boolean {
  const kind = line.kinds[skipRight(line, toldEnd(line, at))] ?? 'stop';
  if (kind === 'comma' && line.kinds[at + 2] === 'that') return false;
  if (kind === 'comma' || kind === 'stop' || kind === 'quote') return line.tokens[at + 1]?.text !== ':';
  const topic = line.grammar.sets.topics.has(line.tokens[at + 1]?.lower ?? '');
  if (after && ADVERBIAL.has(line.kinds[before.from] ?? 'stop') && hasClause(line, after.range)) return false;
  return after === null || (!after.opened && !topic && ADVERBIAL.has(kind));
}

const ADVERBIAL: ReadonlySet<string> = new Set(['preposition', 'conjunction', 'subordinator', 'relative']);

/** What goes on behind a parenthetic "X said": a quotation, or the rest of a clause that had no verb yet. */
function resumed(line: Line, at: number, before: Range): readonly Range[] {
  const end = frameEnd(line, at);
  const from = line.kinds[end] === 'comma' ? end + 1 : end;
  const goesOn =
    line.kinds[from] === 'quote' || (line.kinds[end] === 'comma' && line.tagged && !hasClause(line, before));
  return goesOn && from < line.tokens.length ? [{ from, to: contentEnd(line, from) }] : [];
}
