import { type Cue, clauseBefore, contentEnd, introducer, PLAIN } from './cue.ts';
import { type Line, next, type Range } from './line.ts';
import { type Speaker, speakerIn } from './speaker.ts';

/** How far behind a participle its "by" may stand. */
const AGENT_REACH = 8;

/** "is said to …", "was announced by X", "was quoted by Y as saying …"; null where it names nobody and none is meant. */
export function passiveCue(line: Line, at: number, from: number): Cue | null {
  const agent = agentBehind(line, at + 1);
  if (agent !== null) return byAgent(line, at, from, agent);
  return hearsayCue(line, at, from);
}

interface Agent {
  readonly speaker: Speaker;
  readonly to: number;
}

function agentBehind(line: Line, from: number): Agent | null {
  const { tokens, grammar } = line;
  const end = Math.min(tokens.length, from + AGENT_REACH);
  for (let at = from; at < end; at += 1) {
    if (
      line.kinds[at] === 'stop' ||
      line.kinds[at] === 'comma' ||
      line.kinds[at] === 'that' ||
      line.kinds[at] === 'verb'
    )
      return null;
    if (!grammar.sets.agents.has(tokens[at]?.lower ?? '')) continue;
    const to = next(line, at + 1, tokens.length, 'preposition', 'comma', 'stop', 'quote', 'that', 'verb', 'filler');
    const speaker = speakerIn(line, { from: at + 1, to });
    return speaker && { speaker, to };
  }
  return null;
}

function byAgent(line: Line, at: number, from: number, { speaker, to }: Agent): Cue {
  const subject = { from: passiveStart(line, from), to: from };
  const opener = introducer(line, to);
  const content = opener === -1 ? subject : { from: opener + 1, to: contentEnd(line, opener + 1) };
  const verb = line.tokens[at];
  const verbClass =
    line.grammar.hearsay.get(verb?.lower ?? '') === 'claim' ? 'claim' : (verbClassOf(line, at) ?? 'neutral');
  return {
    speaker,
    verbClass,
    words: { from: at, to: at + 1 },
    frame: { from, to },
    content: verbClass === 'claim' ? [{ from: subject.from, to: contentEnd(line, to) }] : [content],
    ...PLAIN,
  };
}

/** The beginning of a passive's subject, quoted words in it included. */
function passiveStart({ kinds }: Line, to: number): number {
  return Math.max(kinds.lastIndexOf('comma', to - 1), kinds.lastIndexOf('stop', to - 1)) + 1;
}

const verbClassOf = ({ grammar, tokens }: Line, at: number) => grammar.verbs.get(tokens[at]?.lemma ?? '')?.class;

/** "is believed to have left", "it is reported that …", "is accused of …". */
function hearsayCue(line: Line, at: number, from: number): Cue | null {
  const verbClass = line.grammar.hearsay.get(line.tokens[at]?.lower ?? '');
  const following = line.tokens[at + 1]?.lower ?? '';
  if (verbClass === undefined || !(following === 'to' || following === 'of' || line.kinds[at + 1] === 'that'))
    return null;
  const subject = clauseBefore(line, from);
  return {
    speaker: 'unspecified',
    verbClass,
    words: { from: at, to: at + 1 },
    frame: { from, to: at + 1 },
    content: [{ from: subject.from, to: contentEnd(line, at + 1) }],
    ...PLAIN,
  };
}

const QUOTING = new Set(['quoted', 'cited', 'quotes', 'cites']);

/** "Y quoted X as saying …", "X was quoted by Y as saying …". */
export function quotedCue(line: Line, at: number): Cue | null {
  const { tokens, kinds } = line;
  if (!QUOTING.has(tokens[at]?.lower ?? '')) return null;
  const as = next(line, at + 1, Math.min(tokens.length, at + AGENT_REACH * 2), 'verb', 'stop', 'quote');
  if (tokens[as - 1]?.lower !== 'as' || kinds[as] !== 'verb') return null;
  const passive = kinds[at - 1] === 'auxiliary';
  const start = passive ? at - 1 : at;
  const subject = speakerIn(line, clauseBefore(line, start));
  const object = speakerIn(line, { from: at + 1, to: as - 1 });
  const speaker = passive ? subject : object;
  const via = passive ? agentBehind(line, at + 1)?.speaker : subject;
  return speaker && sayingCue(line, { from: at, to: as + 1 }, speaker, via?.range ?? null);
}

function sayingCue(line: Line, words: Range, speaker: Speaker, via: Range | null): Cue {
  const opener = introducer(line, words.to);
  const from = opener === -1 || line.kinds[opener] === 'quote' ? words.to : opener + 1;
  return {
    speaker,
    verbClass: 'neutral',
    words,
    frame: { from: Math.min(speaker.range.from, words.from), to: from },
    content: [{ from, to: contentEnd(line, from) }],
    ...PLAIN,
    via,
  };
}
