import type { Pos } from '../document.ts';
import type { Word } from './words.ts';

/** Gives the parts of a hyphenated word one part of speech: "Iran-backed", "18-year-old", "Ban Ki-moon". */
export function joinedCompounds(words: readonly Word[]): readonly Word[] {
  const result: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const end = compoundEnd(words, at);
    const parts = words.slice(at, end);
    result.push(...(parts.length === 1 ? parts : tagged(parts, words[end])));
    at = end;
  }
  return result;
}

/** Behind the last part of the compound that begins at a word; one word is its own. */
function compoundEnd(words: readonly Word[], at: number): number {
  let end = at + 1;
  while (words[end]?.lower === '-' && words[end]?.glued && words[end + 1]?.glued) end += 2;
  return end;
}

function tagged(parts: readonly Word[], after: Word | undefined): readonly Word[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return parts;
  const modifies = after?.pos === 'NOUN' || after?.pos === 'PROPN' || after?.pos === 'ADJ';
  if ((last.pos === 'VERB' && !modifies && parts.length === 3) || first.pos === 'VERB')
    return verbal(parts, last.pos === 'VERB' ? last : first);
  const pos = commonPos(first.pos, last.pos);
  return parts.map((part) => ({ ...part, pos, form: null }));
}

/** "re-elected", "test-launch": only the verb counts. */
const verbal = (parts: readonly Word[], verb: Word): readonly Word[] =>
  parts.map((part) => (part === verb ? part : { ...part, pos: 'ADV' as const, form: null }));

function commonPos(first: Pos, last: Pos): Pos {
  if (last === 'NOUN' || last === 'PROPN' || last === 'ADJ')
    return first === 'PROPN' && last === 'NOUN' ? 'PROPN' : last;
  return last === 'NUM' ? 'NUM' : 'ADJ';
}
