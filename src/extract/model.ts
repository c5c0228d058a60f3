import { z } from 'zod';
import { FRAME_TYPES } from './frames/lexicon.ts';
import type { Weights } from './learned/linear.ts';

/** Probabilities from which on a sentence holds a claim, that claim is printed, and is said in our own words. */
const Thresholds = z.strictObject({ detect: z.number(), printed: z.number(), structured: z.number() }).readonly();

/** What training writes beside the table of weights: `data/extraction/model.json`. */
export const ModelFile = z
  .strictObject({
    note: z.string(),
    /** A weight is its number in the table times this. */
    step: z.number().positive(),
    thresholds: z.record(z.enum(FRAME_TYPES), Thresholds).readonly(),
  })
  .readonly();
export type ModelFile = z.infer<typeof ModelFile>;

export interface Model {
  readonly weights: Weights;
  readonly thresholds: ModelFile['thresholds'];
}
