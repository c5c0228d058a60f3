import type { Facts, ProseSentence } from '../domain/prose.ts';
import { checkSentence, type GivenSentence, type SentenceFault } from './check.ts';
import type { ProseWords } from './words.ts';

/** What of an answer is printed, and why the rest is not. */
export interface Worded {
  readonly sentences: readonly ProseSentence[];
  readonly faults: readonly SentenceFault[];
}

/** Of an answer of which more fails than this share, nothing is printed. */
const FAULTS_AT_MOST = 1 / 3;

/**
 * The sentences of an answer that say what they cite, each line worded once. null where more than a third does not, or nothing is
 * left.
 */
export function wordFacts(given: readonly GivenSentence[], facts: Facts, words: ProseWords): Worded | null {
  const sentences: ProseSentence[] = [];
  const faults: SentenceFault[] = [];
  const worded = new Set<string>();
  for (const sentence of given) {
    const checked = checkSentence(sentence, facts, words);
    const isAgain = checked.ok && checked.value.lines.some((line) => worded.has(line));
    if (!checked.ok || isAgain) faults.push(checked.ok ? 'citation' : checked.error);
    else {
      sentences.push(checked.value);
      for (const line of checked.value.lines) worded.add(line);
    }
  }
  return sentences.length === 0 || faults.length > given.length * FAULTS_AT_MOST ? null : { sentences, faults };
}
