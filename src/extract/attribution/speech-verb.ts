import { runBefore, skipRight } from './cue.ts';
import type { Line } from './line.ts';

/** Whether a form is used as a verb: taggers take "claims" in a headline for a noun, and "reported attacks" for a verb. */
export function isVerb(line: Line, at: number): boolean {
  const { tokens, kinds, sentence } = line;
  const { pos, lower } = tokens[at] ?? { pos: 'X', lower: '' };
  const before = tokens[at - 1]?.pos ?? 'X';
  const following = kinds[at + 1] ?? 'stop';
  if (pos === 'X') return true;
  if (pos === 'VERB' && kinds[at] !== 'verb') return false;
  if (pos === 'VERB') return !(lower.endsWith('ed') && (isAttribute(before, following) || isReduced(line, at)));
  if (before !== 'PROPN' && before !== 'NOUN') return false;
  const headline = sentence.index === -1 && lower.endsWith('s') && (following === 'nominal' || following === 'verb');
  if (following === 'that' && lower.endsWith('ed')) return true;
  if (pos === 'NOUN' && following === 'that' && lower.endsWith('s') && tokens[runBefore(line, at).from]?.pos === 'DET')
    return true;
  const plain = pos === 'NOUN' && (tokens[at + 1]?.lower === 'to' || (before === 'PROPN' && following === 'that'));
  return headline || plain || (lower.endsWith('s') && (following === 'nominal' ? isNamed(line, at) : isTag(line, at)));
}

/** "Reuters reports dozens …": right behind somebody's name. */
const isNamed = ({ mentions }: Line, at: number): boolean =>
  mentions.some(({ to, naming }) => to === at && naming === 'name');

/** "…, CNN reports.": a name between a comma and the verb, and nothing behind it. */
function isTag(line: Line, at: number): boolean {
  const { kinds, mentions, tokens } = line;
  const name = mentions.find(({ to, naming }) => to === at && naming === 'name');
  if (name === undefined || (kinds[at + 1] ?? 'stop') !== 'stop') return false;
  return kinds[name.from - (tokens[name.from - 1]?.pos === 'DET' ? 2 : 1)] === 'comma';
}

/** "the reported attacks", "their reported death" */
const isAttribute = (before: string, following: string): boolean =>
  /^(?:DET|ADJ|NUM|PART)$/.test(before) && following === 'nominal';

/** "equipment announced in past weeks would help": a participle behind its noun, with the clause's verb right behind its adverbial. */
function isReduced(line: Line, at: number): boolean {
  const { kinds, tokens } = line;
  if (kinds[at - 1] !== 'nominal') return false;
  if (line.grammar.sets.agents.has(tokens[skipRight(line, at + 1)]?.lower ?? '')) return true;
  if (line.grammar.hearsay.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'of') return true;
  if (kinds[at + 1] !== 'preposition') return false;
  let end = at + 2;
  while (kinds[end] === 'nominal' && tokens[end]?.pos !== 'PRON') end += 1;
  return end > at + 2 && kinds[end] === 'auxiliary';
}

/** "to say" */
export const isInfinitive = ({ tokens }: Line, at: number): boolean => tokens[at - 1]?.lower === 'to';
