import type { Analysis } from './analysis.ts';
import type { Event } from './claims/common.ts';
import { detectionScore, sentenceFeatures } from './detect/features.ts';
import { FRAME_TYPES, type FrameType } from './frames/lexicon.ts';
import { logistic, type Weights } from './learned/linear.ts';
import { agree } from './slots/agree.ts';
import { readSlots } from './slots/fill.ts';

/** An event that a sentence tells. */
export interface Found {
  readonly type: FrameType;
  readonly event: Event;
  /** How likely the sentence holds such a claim, 0 to 1. */
  readonly detection: number;
}

/**
 * Every event that is more likely than its type's threshold, in the order of the text. Only where a word is a sign of it:
 * of the others hardly any is found, and looking for them takes most of the time.
 */
export function findEvents(
  analysis: Analysis,
  weights: Weights,
  thresholds: Readonly<Record<FrameType, number>>,
  countries: Event['countries'],
): readonly Found[] {
  const read = analysis.document.sentences.flatMap((sentence) => {
    const told = FRAME_TYPES.filter((type) => (analysis.signs[sentence.index]?.triggers[type] ?? []).length > 0);
    if (told.length === 0) return [];
    const shared = sentenceFeatures(sentence.index, analysis);
    return told.flatMap((type) => {
      const detection = logistic(detectionScore(weights, type, sentence.index, analysis, shared));
      if (detection < thresholds[type]) return [];
      return [{ type, sentence, detection, readings: readSlots(type, sentence.index, analysis, weights) }];
    });
  });
  const fillings = agree(read, analysis.profile.countryOf);
  return read.flatMap(({ type, sentence, detection }, at) => {
    const filling = fillings[at];
    return filling === undefined ? [] : [{ type, event: { sentence, analysis, countries, filling }, detection }];
  });
}
