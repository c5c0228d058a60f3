import { z } from 'zod';

const Words = z.array(z.string().min(1).max(40)).readonly();

/**
 * Words by which a clause tells the smaller slots: `data/lexicon/<language>/details.json`. Verbs as dictionary forms in
 * English and in any form elsewhere, since there their stem counts; prepositions as they are written.
 */
export const DetailsFile = z
  .strictObject({
    language: z.string(),
    note: z.string(),
    /** Verbs and nouns of asking: who does it is the requester. */
    asking: Words,
    /** Verbs that harm their object, and those whose subject is harmed ("die"). */
    harming: Words,
    suffering: Words,
    /** Nouns of harm before those harmed ("the killing of"). */
    harms: Words,
    /** Prepositions before where forces come from and go to, what a visit is for, what did harm, and what was hit. */
    from: Words,
    to: Words,
    purpose: Words,
    cause: Words,
    target: Words,
    /** Nouns that only lead to a cause ("as a result of"). */
    leading: Words,
    /**
     * Words before a place that say that something was near it, or of a part of it, and those that say that it was in it; words
     * behind a place that make it another one ("the Pokrovsk front").
     */
    beside: Words,
    inside: Words,
    besideAfter: Words,
    /** Nouns for anybody at all: they tell nothing of who was harmed. */
    anybody: Words,
  })
  .readonly();
export type DetailsFile = z.infer<typeof DetailsFile>;

/** The same, ready for looking words up. */
export type DetailWords = Readonly<Record<Exclude<keyof DetailsFile, 'language' | 'note'>, ReadonlySet<string>>>;

/** @param normal the tagger's form of a word (lemma or stem) */
export function createDetailWords(file: DetailsFile, normal: (word: string) => string): DetailWords {
  const stems = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(normal));
  return {
    asking: stems(file.asking),
    harming: stems(file.harming),
    suffering: stems(file.suffering),
    harms: stems(file.harms),
    leading: stems(file.leading),
    anybody: stems(file.anybody),
    from: new Set(file.from),
    to: new Set(file.to),
    purpose: new Set(file.purpose),
    cause: new Set(file.cause),
    target: new Set(file.target),
    beside: new Set(file.beside),
    inside: new Set(file.inside),
    besideAfter: new Set(file.besideAfter),
  };
}
