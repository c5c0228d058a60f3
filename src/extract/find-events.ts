import type { Analysis } from './analysis.ts';
import type { Event } from './claims/common.ts';
import { detectionBag } from './detect/features.ts';
import { FRAME_TYPES, type FrameType } from './frames/lexicon.ts';
import { gateBag } from './gate.ts';
import { dot, logistic, type Weights } from './learned/linear.ts';
import { fillSlots } from './slots/fill.ts';

/** An event that a sentence tells. */
export interface Found {
  readonly type: FrameType;
  readonly event: Event;
  /** How likely the sentence holds such a claim, 0 to 1. */
  readonly detection: number;
  /** How likely all its key slots are right, 0 to 1. */
  readonly trust: number;
}

/** Every event that is more likely than its type's threshold, in the order of the text. */
export function findEvents(
  analysis: Analysis,
  weights: Weights,
  thresholds: Readonly<Record<FrameType, number>>,
  countries: Event['countries'],
): readonly Found[] {
  return analysis.document.sentences.flatMap((sentence) =>
    FRAME_TYPES.flatMap((type) => {
      const detection = logistic(dot(weights, detectionBag(type, sentence.index, analysis)));
      if (detection < thresholds[type]) return [];
      const event = { sentence, analysis, countries, filling: fillSlots(type, sentence.index, analysis, weights) };
      return [{ type, event, detection, trust: logistic(dot(weights, gateBag(type, event, detection))) }];
    }),
  );
}
