import { z } from 'zod';

/**
 * Words by which what somebody says is of weight for a crisis: `data/lexicon/<language>/statements.json`. As dictionary forms
 * in English, in any form elsewhere, since there their stem counts.
 */
export const StatementsFile = z
  .strictObject({
    language: z.string(),
    note: z.string(),
    /** Aims, terms, threats, negotiations, ceasefires. */
    weighty: z.array(z.string().min(1).max(40)).readonly(),
  })
  .readonly();
export type StatementsFile = z.infer<typeof StatementsFile>;

/** Ready for looking lemmas up. */
export type StatementWords = ReadonlySet<string>;

/** @param normal the tagger's form of a word (lemma or stem) */
export const createStatementWords = (file: StatementsFile, normal: (word: string) => string): StatementWords =>
  new Set(file.weighty.map(normal));
