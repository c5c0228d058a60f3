import type { ExtractedClaim } from '../domain/extracted-claim.ts';
import { buildClaim } from '../extract/claims/build-claim.ts';
import { mergeClaims } from '../extract/claims/merge-claims.ts';
import { claimOf } from '../extract/extract.ts';
import { type Found, findEvents } from '../extract/find-events.ts';
import { FRAME_TYPES, type FrameType } from '../extract/frames/lexicon.ts';
import { gateFeatures, gateModel, trustOf } from '../extract/gate.ts';
import type { Knowledge } from '../extract/knowledge.ts';
import { bagOf, hash, TABLE_BITS } from '../extract/learned/bag.ts';
import type { Weights } from '../extract/learned/linear.ts';
import type { ModelFile } from '../extract/model.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import { fitModels, quantised } from './fit.ts';
import { type GoldClaim, liesOn } from './gold.ts';
import { keySlotsRight } from './key-slots.ts';
import { trainLogistic } from './logistic.ts';
import type { Lesson } from './samples.ts';

/** Below this no sentence is looked at further. */
const LEAST = 0.1;
const LEAST_OF_ALL = Object.fromEntries(FRAME_TYPES.map((type) => [type, LEAST])) as Record<FrameType, number>;
const GATE = { epochs: 10, rate: 0.02, decay: 1e-4 };

/** An event as found in an article that the models were not fitted to, with what the annotation says of it. */
export interface Judged {
  readonly found: Found;
  readonly article: string;
  /** Of an extra article: the gate learns of these too, and nothing is measured on them. */
  readonly extra: boolean;
  /** Required claims of the type that the sentence is evidence of. */
  readonly required: readonly GoldClaim[];
  readonly optional: boolean;
  readonly right: boolean;
}

/** Fold of a cluster: the same for ever. */
export const foldOf = (cluster: string, folds: number): number => ((hash(cluster) >>> 0) % 1_000_003) % folds;

/**
 * Every article's events by models that were fitted to the other folds: those of tested articles by models that know all extra
 * articles, as the ones that are shipped do.
 */
export function judgeAll(
  lessons: readonly Lesson[],
  knowledge: ReadonlyMap<string, Knowledge>,
  folds: number,
): readonly Judged[] {
  return Array.from({ length: folds }, (_, fold) => {
    const inFold = lessons.filter(({ article }) => foldOf(article.cluster, folds) === fold);
    const [extra, tested] = [inFold.filter(isExtra), inFold.filter((lesson) => !isExtra(lesson))];
    const judgedBy = (unseen: readonly Lesson[], judging: readonly Lesson[]): readonly Judged[] => {
      const weights = quantised(fitModels(lessons.filter((lesson) => !unseen.includes(lesson))));
      return judging.flatMap((lesson) => judge(lesson, weights, knowledge));
    };
    return [...judgedBy(tested, tested), ...(extra.length > 0 ? judgedBy(inFold, extra) : [])];
  }).flat();
}

const isExtra = ({ article }: Lesson): boolean => article.extra;

function judge(
  { article, analysis }: Lesson,
  weights: Weights,
  knowledge: ReadonlyMap<string, Knowledge>,
): readonly Judged[] {
  const countries = knowledge.get(article.reading.language)?.names.byCode ?? new Map();
  return findEvents(analysis, weights, LEAST_OF_ALL, countries).map((found) => {
    const { start, end } = found.event.sentence;
    const there = article.gold.filter((gold) => gold.type === found.type && liesOn(gold, start, end));
    const claim = buildClaim(found.type, found.event, 'excerpt');
    return {
      found,
      article: article.id,
      extra: article.extra,
      required: there.filter(({ opt }) => !opt),
      optional: there.some(({ opt }) => opt),
      right: there.some((gold) => keySlotsRight(gold, claim)),
    };
  });
}

/** The gate's weights alone, from judged events. */
export function fitGate(judged: readonly Judged[]): Float64Array {
  const table = new Float64Array(2 ** TABLE_BITS);
  const examples = judged.map(({ found, right }) => ({
    bag: bagOf(gateModel(found), [gateFeatures(found)]),
    yes: right,
    weight: 1,
  }));
  trainLogistic(examples, GATE, table);
  return table;
}

/** Those of articles that figures are measured on. */
export const measured = (judged: readonly Judged[]): readonly Judged[] => judged.filter(({ extra }) => !extra);

export interface Predicted {
  readonly article: string;
  readonly claims: readonly ExtractedClaim[];
}

/** What would be extracted from every tested article; gate and thresholds of a fold are chosen on the others. */
export function predictAll(lessons: readonly Lesson[], judged: readonly Judged[], folds: number): readonly Predicted[] {
  const foldsOf = new Map(lessons.map(({ article }) => [article.id, foldOf(article.cluster, folds)]));
  return Array.from({ length: folds }, (_, fold) => {
    const others = judged.filter(({ article }) => foldsOf.get(article) !== fold);
    const gate = quantised(fitGate(others));
    const thresholds = chooseThresholds(measured(others), lessons);
    return lessons
      .filter(({ article }) => !article.extra && foldsOf.get(article.id) === fold)
      .map(({ article }) => ({
        article: article.id,
        claims: printed(
          judged.filter((each) => each.article === article.id),
          gate,
          thresholds,
        ),
      }));
  }).flat();
}

function printed(
  judged: readonly Judged[],
  gate: Weights,
  thresholds: ModelFile['thresholds'],
): readonly ExtractedClaim[] {
  const kept = judged.filter(({ found }) => found.detection >= thresholds[found.type].detect);
  return mergeClaims(kept.map(({ found }) => claimOf(found, trustOf(found, gate), thresholds)));
}
