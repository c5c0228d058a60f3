import type { Token } from '../document.ts';
import type { EndingsGrammar } from './lexicon.ts';

/** What an ending shows of a word. */
type EndingForm = 'past' | 'present' | 'infinitive' | 'participle';

/** A token with what its ending and its lists tell. */
export interface EndingWord {
  readonly lower: string;
  readonly stem: string;
  readonly kind: 'verb' | 'noun' | 'preposition' | 'conjunction' | 'negator' | 'modal' | 'break';
  readonly form: EndingForm | null;
  readonly capital: boolean;
}

const MAX_ENDING = 6;
const MIN_STEM = 2;
const MAX_CASE = 4;
const CAPITAL = /^\p{Lu}/u;
const LETTER = /^[\p{L}\p{N}]/u;

/** Tells verbs by their endings, the rest by lists. */
export function endingWords(tokens: readonly Token[], grammar: EndingsGrammar): readonly EndingWord[] {
  return tokens.map(({ text, lower, lemma }, at) => {
    const capital = CAPITAL.test(text);
    const kind = listedKind(lower, grammar);
    const form = kind === null && !(capital && at > 0) ? verbForm(lower, grammar) : null;
    return { lower, stem: lemma, kind: kind ?? (form === null ? 'noun' : 'verb'), form, capital };
  });
}

function listedKind(lower: string, grammar: EndingsGrammar): EndingWord['kind'] | null {
  if (!LETTER.test(lower)) return 'break';
  if (grammar.negators.has(lower)) return 'negator';
  if (grammar.modals.has(lower)) return 'modal';
  if (grammar.prepositions.has(lower) || grammar.negativePrepositions.has(lower)) return 'preposition';
  return grammar.conjunctions.has(lower) || grammar.conditionals.has(lower) ? 'conjunction' : null;
}

function verbForm(lower: string, grammar: EndingsGrammar): EndingForm | null {
  const { verbEndings, notVerbs, notVerbEndings, pronouns } = grammar;
  if (notVerbs.has(lower) || pronouns.has(lower) || eventOf(lower, grammar) !== null) return null;
  if ([3, 4, 5].some((length) => notVerbEndings.has(lower.slice(-length)))) return null;
  for (let length = Math.min(MAX_ENDING, lower.length - MIN_STEM); length > 0; length -= 1) {
    const form = verbEndings.get(lower.slice(-length));
    if (form !== undefined) return form;
  }
  return null;
}

/** The entry whose key a word begins with, the longest key first. */
export function byBeginning<T>(lower: string, entries: ReadonlyMap<string, T>): T | null {
  for (let length = Math.min(lower.length, 14); length > 2; length -= 1) {
    const found = entries.get(lower.slice(0, length));
    if (found !== undefined) return found;
  }
  return null;
}

/** The verb that tells what an event noun tells; null for other words. */
export function eventOf(lower: string, { eventNouns, caseEndings }: EndingsGrammar): string | null {
  for (let length = lower.length; length > 2; length -= 1) {
    const found = eventNouns.get(lower.slice(0, length));
    if (found !== undefined && caseEndings.has(lower.slice(length))) return found;
    if (lower.length - length > MAX_CASE) return null;
  }
  return null;
}

/** Whether a verb in the present form tells the future. */
export function isPerfective(lower: string, { perfectivePrefixes, imperfectiveEndings }: EndingsGrammar): boolean {
  const ends = (length: number): boolean => imperfectiveEndings.has(lower.slice(-length));
  if ([2, 3, 4, 5, 6].some(ends)) return false;
  return [1, 2, 3, 4].some((length) => perfectivePrefixes.has(lower.slice(0, length)));
}

export const isAdjective = (lower: string, { adjectiveEndings }: EndingsGrammar): boolean =>
  lower.length > 4 && [2, 3].some((length) => adjectiveEndings.has(lower.slice(-length)));
