import type { Cue } from './cue.ts';
import type { Line } from './line.ts';
import { quotedCue } from './passive-cue.ts';
import { nounCue, phraseCue } from './phrase-cue.ts';
import { verbCue } from './verb-cue.ts';

/** More no sentence holds that anyone wrote to be read; hostile text shall not cost more than its length. */
const MAX_CUES = 40;

/** Everything in a sentence that hands words to a speaker, in order of the words that do. */
export function cuesIn(line: Line): readonly Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < line.tokens.length && cues.length < MAX_CUES; ) {
    const cue = quotedCue(line, at) ?? phraseCue(line, at) ?? verbCue(line, at) ?? nounCue(line, at);
    if (cue) cues.push(cue);
    at = cue ? cue.words.to : at + 1;
  }
  return cues;
}
