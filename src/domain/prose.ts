import { z } from 'zod';

/** Most characters of a sentence. */
export const SENTENCE_CHARS = 500;
/** Most lines that one sentence words. */
export const LINES_PER_SENTENCE = 3;

/** A sentence of a language model that words lines of an answer and has been held against them. */
export const ProseSentence = z
  .strictObject({
    text: z.string().min(1).max(SENTENCE_CHARS),
    /** Ids of the lines that it words. */
    lines: z.array(z.string()).min(1).max(LINES_PER_SENTENCE).readonly(),
  })
  .readonly();
export type ProseSentence = z.infer<typeof ProseSentence>;

/** Why an answer is not worded. `down`: no answer from the model; `unfit`: what it answered did not pass the check;
 * `nothing`: no line can be put into other words. */
export const NoProse = z.enum(['down', 'over-budget', 'unfit', 'nothing']);
export type NoProse = z.infer<typeof NoProse>;

/** What a language model made of an answer's lines; lines that no sentence words are printed as they are. */
export const Prose = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('worded'),
      /** The model's name. */
      model: z.string().min(1).max(200),
      /** Unix ms. */
      madeAtMs: z.int(),
      sentences: z.array(ProseSentence).min(1).readonly(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('none'), why: NoProse }).readonly(),
]);
export type Prose = z.infer<typeof Prose>;

/** How what a line says is to be handed to its speaker. */
export type Telling = 'plain' | 'said' | 'acknowledged' | 'claimed' | 'denied';

/** What a line says as it prints it, in the pieces that a sentence on it is held against. */
export interface Fact {
  /** Of the line. */
  readonly line: string;
  readonly telling: Telling;
  /** Every form of the speaker's name; [] where there is none. */
  readonly speaker: readonly string[];
  /** What is said, without speaker and date. */
  readonly sentence: string;
  /** The line says before it that it is planned, attempted or possible alone. */
  readonly isUndone: boolean;
  /** The calendar date that the line prints, in words; null where it prints none. */
  readonly date: string | null;
}

/** A name that may be shortened: the whole, and what stands for it. */
export interface ShortName {
  readonly whole: string;
  readonly short: string;
}

/** All that may be worded of an answer. */
export interface Facts {
  readonly facts: readonly Fact[];
  readonly names: readonly ShortName[];
}
