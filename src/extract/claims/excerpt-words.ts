import { z } from 'zod';

const Words = z
  .array(z.string().min(1).max(40))
  .transform((words): ReadonlySet<string> => new Set(words))
  .readonly();

/** Where sentences of a language may be cut, by lemmas or forms in lower case: `data/lexicon/<language>/excerpt.json`. */
export const ExcerptWords = z
  .strictObject({
    language: z.string(),
    note: z.string(),
    /** Words that open a clause or a circumstance in front of the main clause. */
    openers: Words,
    /** Words that open one behind it. */
    followers: Words,
    /** What says how far a sentence is true, or whose word it is: a part with one of these is never cut off. */
    guards: Words,
  })
  .readonly();
export type ExcerptWords = z.infer<typeof ExcerptWords>;
