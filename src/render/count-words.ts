import type { Language } from '../domain/language.ts';
import { numberWords } from './figure-words.ts';

/** Counting stops here: what is shown as "10,000+" may be any number from it on. */
const COUNTED_TO = 10_000;

/** How many claims there are, as far as they were counted. */
export function tally(n: number, language: Language): string {
  return n >= COUNTED_TO ? `${numberWords(COUNTED_TO, language)}+` : numberWords(n, language);
}
