import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { type Found, outletsIn, type Word, wordsOf } from './outlets.ts';

/** Longer texts are searched this far. */
const SEARCHED_CHARS = 100_000;
/** Words such as "the state news agency" that may stand between the cue and the name. */
const MOST_FILLERS = 4;
const CUE_WORDS = 3;
const BEYOND = /[.!?;\n]/u;

/**
 * Outlets whose reporting a text passes on ("(Reuters)", "according to the BBC", "told AFP"), each once, in order.
 * @param publisher whose text it is; it relays nothing by naming itself
 */
export function relaysIn(text: string, publisher: string | null, lexicon: Lexicon): readonly string[] {
  const searched = text.slice(0, SEARCHED_CHARS);
  const words = wordsOf(searched);
  const own = new Set(outletsIn(lexicon.outlets, wordsOf(publisher ?? '')).map(({ outlet }) => outlet.name));
  const relays = outletsIn(lexicon.outlets, words).filter(
    (found) => !found.outlet.pictures && !own.has(found.outlet.name) && isRelay(searched, words, found, lexicon),
  );
  return [...new Set(relays.map(({ outlet }) => outlet.name))];
}

const isRelay = (text: string, words: readonly Word[], found: Found, lexicon: Lexicon): boolean =>
  isInBrackets(text, words, found) ||
  hasCueBefore(text, words, found, lexicon) ||
  hasCueAfter(text, words, found, lexicon);

/** "(Reuters)", "/TASS/", "(AP) —"; a credit such as "(Jane Doe/AP)" is none. */
function isInBrackets(text: string, words: readonly Word[], { from, to }: Found): boolean {
  const [before, after] = [text.charAt((words[from]?.start ?? 0) - 1), text.charAt(words[to - 1]?.end ?? 0)];
  return (before === '(' && after === ')') || (before === '/' && after === '/');
}

function hasCueBefore(text: string, words: readonly Word[], { from }: Found, lexicon: Lexicon): boolean {
  let at = from - 1;
  const isOpen = (): boolean => !BEYOND.test(text.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0));
  for (let step = 0; step < MOST_FILLERS && isOpen() && lexicon.relayFillers.has(wordAt(words, at)); step += 1) at -= 1;
  return isOpen() && endsInCue(words, at, lexicon);
}

const wordAt = (words: readonly Word[], at: number): string => fold(words[at]?.text ?? '');

function endsInCue(words: readonly Word[], at: number, { relayBefore }: Lexicon): boolean {
  let phrase = '';
  for (let step = 0; step < CUE_WORDS && at - step >= 0; step += 1) {
    phrase = `${wordAt(words, at - step)} ${phrase}`.trim();
    if (relayBefore.has(phrase)) return true;
  }
  return false;
}

function hasCueAfter(text: string, words: readonly Word[], { to }: Found, { relayAfter }: Lexicon): boolean {
  const [last, next] = [words[to - 1], words[to]];
  if (last === undefined || next === undefined || BEYOND.test(text.slice(last.end, next.start))) return false;
  const one = wordAt(words, to);
  return relayAfter.has(one) || relayAfter.has(`${one} ${wordAt(words, to + 1)}`);
}
