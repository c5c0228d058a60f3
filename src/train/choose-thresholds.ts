import { FRAME_TYPES, type FrameType } from '../extract/frames/lexicon.ts';
import type { ModelFile } from '../extract/model.ts';
import type { Judged } from './cross-validate.ts';
import type { Lesson } from './samples.ts';

/**
 * From which trust on a claim that is said plainly may be structured. Chosen once: too few claims are that sure for a
 * threshold of each fold to mean anything.
 */
const TRUSTED = 0.72;
const NEVER = 1.01;
/** What share of what is printed shall be about an annotated claim. */
const PRINTED = 0.87;

/** For each type the detection threshold with the best F1, and the trust from which on claims may be structured. */
export function chooseThresholds(judged: readonly Judged[], lessons: readonly Lesson[]): ModelFile['thresholds'] {
  const chosen = FRAME_TYPES.map((type) => {
    const detect = detectFrom(type, judged, lessons);
    return [type, { detect, printed: printedFrom(type, judged, detect), structured: TRUSTED }] as const;
  });
  return Object.fromEntries(chosen) as ModelFile['thresholds'];
}

const STEPS = Array.from({ length: 33 }, (_, at) => 0.12 + at * 0.02);

function detectFrom(type: FrameType, judged: readonly Judged[], lessons: readonly Lesson[]): number {
  const articles = new Set(judged.map(({ article }) => article));
  const wanted = lessons
    .filter(({ article }) => articles.has(article.id))
    .reduce((sum, { article }) => sum + article.gold.filter((gold) => gold.type === type && !gold.opt).length, 0);
  const own = judged.filter(({ found }) => found.type === type);
  const scores = STEPS.map((threshold) =>
    f1(
      own.filter(({ found }) => found.detection >= threshold),
      wanted,
    ),
  );
  return STEPS[scores.indexOf(Math.max(...scores))] ?? 1;
}

/** F1 of detection: each annotated claim is found once; a further sentence for it is an error unless it is right or optional. */
function f1(found: readonly Judged[], wanted: number): number {
  const taken = new Set<unknown>();
  let [hits, given] = [0, 0];
  for (const { required, optional, right } of found) {
    const fresh = required.find((gold) => !taken.has(gold));
    if (fresh) {
      taken.add(fresh);
      hits += 1;
      given += 1;
    } else if (!optional && !right) given += 1;
  }
  return (2 * hits) / (given + wanted);
}

/** The lowest detection above which enough claims lie on annotated ones. */
function printedFrom(type: FrameType, judged: readonly Judged[], detect: number): number {
  const own = judged
    .filter(({ found }) => found.type === type)
    .toSorted((a, b) => b.found.detection - a.found.detection);
  const taken = new Set<unknown>();
  let [hits, given, chosen] = [0, 0, NEVER];
  for (const { found, required, optional, right } of own) {
    const fresh = required.find((gold) => !taken.has(gold));
    if (fresh) taken.add(fresh);
    if (fresh) hits += 1;
    if (fresh || (!optional && !right)) given += 1;
    if (given >= LEAST_COUNTED && hits / given >= PRINTED) chosen = found.detection;
  }
  return Math.max(chosen, detect);
}

/** Fewer claims say nothing of a share. */
const LEAST_COUNTED = 20;
