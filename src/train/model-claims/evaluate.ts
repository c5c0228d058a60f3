import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Knowledge } from '../../extract/knowledge.ts';
import type { Weights } from '../../extract/learned/linear.ts';
import type { ModelClaim } from '../../model-claims/answer.ts';
import { checkClaim } from '../../model-claims/check-claim.ts';
import { RULES, type Rules } from '../../model-claims/rules.ts';
import { foldOf } from '../cross-validate.ts';
import { fitModels, quantised } from '../fit.ts';
import { GoldClaim } from '../gold.ts';
import { BESIDE, prepare } from '../prepare.ts';
import type { Lesson } from '../samples.ts';
import { CORRUPTIONS, type Corruption, corrupted, type Random, type Sound } from './corrupt.ts';
import { AnnotatedClaim, answerOf } from './gold-answer.ts';

const Gold = z.object({ claims: z.array(AnnotatedClaim) });
const SEED = 20240515;
const PER_KIND = 50;
const SOUND = 300;

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Answers as annotated, of articles that the weights know nothing of. */
export interface Half {
  readonly sound: readonly Sound[];
  readonly weights: Weights;
  readonly knowledge: ReadonlyMap<string, Knowledge>;
}

/** @param half 0: to choose rules by; 1: to report on */
export function prepareHalf(half: 0 | 1): Half {
  const { knowledge, lessons } = prepare();
  const isIn = ({ article }: Lesson): boolean => !article.extra && foldOf(article.cluster, 2) === half;
  const weights = quantised(fitModels(lessons.filter((lesson) => !isIn(lesson))));
  const sound = lessons.filter(isIn).flatMap((lesson) => soundOf(lesson, knowledge));
  return { sound, weights, knowledge };
}

export function soundOf({ article, analysis }: Lesson, knowledge: ReadonlyMap<string, Knowledge>): readonly Sound[] {
  const known = knowledge.get(article.reading.language);
  if (known === undefined) return [];
  const path = join(BESIDE, 'eval', 'gold', `${article.id}.json`);
  return Gold.parse(JSON.parse(readFileSync(path, 'utf8'))).claims.flatMap((claim) => {
    const told = claim.opt ? null : answerOf(claim, analysis, known.names);
    if (told === null || told.type === 'statement') return [];
    return [{ article: article.id, told, gold: GoldClaim.parse(claim), analysis }];
  });
}

export const outcomeOf = (told: ModelClaim, { analysis }: Sound, half: Half, rules: Rules = RULES) => {
  const knowledge = half.knowledge.get(analysis.document.reading.language);
  if (knowledge === undefined) throw new RangeError('no such language');
  return checkClaim(told, { analysis, knowledge, weights: half.weights, rules });
};

/** So many answers with each thing wrong. */
export function corruptions({ sound }: Half, perKind: number): readonly (readonly [Corruption, ModelClaim, Sound])[] {
  const random = seeded(SEED);
  return CORRUPTIONS.flatMap((kind) => {
    const made: (readonly [Corruption, ModelClaim, Sound])[] = [];
    for (let tries = 0; made.length < perKind && tries < perKind * 200; tries += 1) {
      const one = sound[Math.floor(random() * sound.length)];
      const told = one && corrupted(kind, one, sound, random);
      if (told && one) made.push([kind, told, one]);
    }
    return made;
  });
}

export const CHOSEN = { PER_KIND, SOUND, SEED };
