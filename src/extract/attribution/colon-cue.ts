import type { Cue } from './cue.ts';
import { hasClause, PLAIN } from './cue.ts';
import { type Line, next, type Range } from './line.ts';
import { idOf, SPEAKING_KINDS, type Speaker, speakerIn } from './speaker.ts';

const MAX_SPEAKER_TOKENS = 8;
const DASHES = new Set(['-', '–', '—']);

/** "Zelensky: …"; in a headline also "Kyiv: 5 killed" and "5 killed – Ukrainian official". */
export function colonCue(line: Line): Cue | null {
  const colon = line.tokens.findIndex(({ text }) => text === ':');
  if (colon > 0) return leading(line, colon);
  return line.sentence.index === -1 ? trailing(line) : null;
}

function leading(line: Line, colon: number): Cue | null {
  const range = { from: 0, to: colon };
  if (colon > MAX_SPEAKER_TOKENS || colon === line.tokens.length - 1 || hasClause(line, range)) return null;
  const speaker = speakerIn(line, range);
  if (speaker === null || !speaks(line, range, speaker)) return null;
  return cueOf(speaker, { from: 0, to: colon + 1 }, colon, { from: colon + 1, to: line.tokens.length });
}

function trailing(line: Line): Cue | null {
  const dash = line.tokens.findLastIndex(({ text }) => DASHES.has(text));
  const range = { from: dash + 1, to: line.tokens.length };
  if (dash <= 0 || line.kinds[dash] !== 'stop' || range.to - range.from > MAX_SPEAKER_TOKENS || hasClause(line, range))
    return null;
  const speaker = speakerIn(line, range);
  if (speaker === null || !speaks(line, range, speaker)) return null;
  return cueOf(speaker, { from: dash, to: line.tokens.length }, dash, { from: 0, to: dash });
}

function cueOf(speaker: Speaker, frame: Range, mark: number, content: Range): Cue {
  const words = { from: mark, to: mark + 1 };
  return { speaker, verbClass: 'neutral', words, frame, content: [content], ...PLAIN };
}

/** Whether the words before a colon are somebody who can speak: in a headline a country too. */
function speaks(line: Line, range: Range, speaker: Speaker): boolean {
  const mention = line.mentions.find((m) => idOf(m) === speaker.who && m.from >= range.from && m.to <= range.to);
  if (mention === undefined) return speaker.outlet;
  if (next(line, range.from, speaker.range.from, 'preposition') < speaker.range.from) return false;
  return SPEAKING_KINDS.has(mention.kind) || (line.sentence.index === -1 && mention.entity !== null);
}
