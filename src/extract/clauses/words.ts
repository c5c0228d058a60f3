import type { Pos, Token } from '../document.ts';
import type { OrderGrammar } from './lexicon.ts';

/** What the ending of a verb tells; `either` is past or participle. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'either' | 'ing';

/** A token with its tag put right. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: Pos;
  /** Stands right behind the token before, with no blank between. */
  readonly glued: boolean;
  /** Of a verb or an auxiliary. */
  readonly form: VerbForm | null;
}

/** The form that the ending of a verb shows. */
export function formOf(lower: string, lemma: string, { irregularPast, irregularParticiple }: OrderGrammar): VerbForm {
  if (lower.length > 4 && lower.endsWith('ing')) return 'ing';
  const past = irregularPast.has(lower);
  const participle = irregularParticiple.has(lower);
  if (past && participle) return 'either';
  if (past) return 'past';
  if (participle) return 'participle';
  if (lower.length > 3 && lower.endsWith('ed') && lower !== lemma) return 'either';
  return lower.endsWith('s') && lower !== lemma ? 'third' : 'base';
}

const VERB_ENDINGS = ['s', 'es', 'd', 'ed', 'ing'];

/** The verb that an inflected word may be of, among the words that are nouns and verbs alike; null where it is none. */
export function ambiguousLemma(lower: string, { ambiguous }: OrderGrammar): string | null {
  if (ambiguous.has(lower)) return lower;
  const bare = VERB_ENDINGS.filter((end) => lower.endsWith(end)).map((end) => lower.slice(0, -end.length));
  if (bare.length === 0) return null;
  const stems = [...bare, ...bare.map((stem) => `${stem}e`), ...bare.filter(doubled).map((stem) => stem.slice(0, -1))];
  return stems.find((stem) => ambiguous.has(stem)) ?? null;
}

const doubled = (stem: string): boolean => stem.length > 3 && stem.at(-1) === stem.at(-2);

/** Words and marks as the tagger tells them. */
export function wordsOf(tokens: readonly Token[], grammar: OrderGrammar): readonly Word[] {
  return tokens.map(({ text, lower, lemma, pos, start }, index) => {
    const verbal = pos === 'VERB' || pos === 'AUX';
    const glued = tokens[index - 1]?.end === start;
    return { text, lower, lemma, pos, glued, form: verbal ? formOf(lower, lemma, grammar) : null };
  });
}
