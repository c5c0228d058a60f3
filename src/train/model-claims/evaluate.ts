import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Knowledge } from '../../extract/knowledge.ts';
import type { Weights } from '../../extract/learned/linear.ts';
import type { ModelClaim } from '../../model-claims/answer.ts';
import { type Checked, checkClaim } from '../../model-claims/check-claim.ts';
import { RULES } from '../../model-claims/rules.ts';
import { foldOf } from '../cross-validate.ts';
import { fitModels, quantised } from '../fit.ts';
import { GoldClaim } from '../gold.ts';
import { BESIDE, prepare } from '../prepare.ts';
import type { Lesson } from '../samples.ts';
import { CORRUPTIONS, type Corruption, corrupted, type Random, type Sound } from './corrupt.ts';
import { AnnotatedClaim, answerOf, isExplicit } from './gold-answer.ts';
import { isPrinted, keepsAll } from './printed.ts';

const Gold = z.object({ claims: z.array(AnnotatedClaim) });
const SEED = 20240515;
const PER_KIND = 50;
const SOUND = 300;

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Answers as annotated, of articles that the weights know nothing of. */
interface Half {
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

function soundOf({ article, analysis }: Lesson, knowledge: ReadonlyMap<string, Knowledge>): readonly Sound[] {
  const known = knowledge.get(article.reading.language);
  if (known === undefined) return [];
  const path = join(BESIDE, 'eval', 'gold', `${article.id}.json`);
  return Gold.parse(JSON.parse(readFileSync(path, 'utf8'))).claims.flatMap((claim) => {
    const told = claim.opt ? null : answerOf(claim, analysis, known.names);
    if (told === null || told.type === 'statement') return [];
    const explicit = isExplicit(told, claim, analysis);
    return [{ article: article.id, told, gold: GoldClaim.parse(claim), analysis, isExplicit: explicit }];
  });
}

const checked = (told: ModelClaim, { analysis }: Sound, half: Half): Checked => {
  const knowledge = half.knowledge.get(analysis.document.reading.language);
  if (knowledge === undefined) throw new RangeError('no such language');
  return checkClaim(told, { analysis, knowledge, weights: half.weights, rules: RULES });
};

/** So many answers with each thing wrong. */
function corruptions({ sound }: Half): readonly (readonly [Corruption, ModelClaim, Sound])[] {
  const random = seeded(SEED);
  return CORRUPTIONS.flatMap((kind) => {
    const made: (readonly [Corruption, ModelClaim, Sound])[] = [];
    for (let tries = 0; made.length < PER_KIND && tries < PER_KIND * 200; tries += 1) {
      const one = sound[Math.floor(random() * sound.length)];
      const told = one && corrupted(kind, one, sound, random);
      if (told && one) made.push([kind, told, one]);
    }
    return made;
  });
}

function chosenSound(sound: readonly Sound[]): readonly Sound[] {
  const random = seeded(SEED + 1);
  return sound
    .map((one) => [random(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, SOUND)
    .map(([, one]) => one);
}

/** What the checks make of sound and of corrupted answers, in lines for whoever asked; nothing is written. */
export function evaluateModelClaims(half: Half): string {
  const wrong = corruptions(half).map(([kind, told, sound]) => {
    const { claim, outcome } = checked(told, sound, half);
    const isMissed = outcome === 'structured' && claim !== null && isPrinted(kind, told, sound, claim);
    return { kind, isMissed, quote: told.quote };
  });
  const missed = wrong.filter(({ isMissed }) => isMissed);
  const byKind = [...Map.groupBy(wrong, ({ kind }) => kind)].map(
    ([kind, all]) => `  ${kind}: ${all.filter(({ isMissed }) => !isMissed).length} of ${all.length}`,
  );
  const told = chosenSound(half.sound).map((one) => ({ one, ...checked(one.told, one, half) }));
  const plain = told.filter(({ one }) => one.isExplicit);
  const lost = told.filter(({ claim }) => claim === null).length;
  return [
    `caught: ${wrong.length - missed.length} of ${wrong.length} corrupted answers`,
    ...byKind,
    ...missed.map(({ kind, quote }) => `  missed (${kind}): ${quote}`),
    `sound answers in our words: ${saidOf(told)}; lost: ${lost}`,
    `  of those whose names, figures and date all stand in the quotation: ${saidOf(plain)}`,
    `  with every slot: ${told.filter(({ one, claim, outcome }) => outcome === 'structured' && claim !== null && keepsAll(one.told, claim)).length}`,
    ...tally(told.map(({ outcome }) => outcome)),
    `checking, processor time an article: ${costOf(half).toFixed(2)} ms`,
  ].join('\n');
}

const saidOf = (told: readonly { readonly outcome: string }[]): string => {
  const said = told.filter(({ outcome }) => outcome === 'structured').length;
  return `${said} of ${told.length} (${((100 * said) / told.length).toFixed(1)} %)`;
};

const tally = (outcomes: readonly string[]): readonly string[] =>
  [...Map.groupBy(outcomes, (outcome) => outcome)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([outcome, all]) => `  ${outcome}: ${all.length}`);

/** Of all sound answers of an article together, the median over articles. */
function costOf(half: Half): number {
  const costs = [...Map.groupBy(half.sound, ({ article }) => article).values()].map((told) => {
    const before = process.cpuUsage();
    for (const one of told) checked(one.told, one, half);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return costs.toSorted((a, b) => a - b)[costs.length >> 1] ?? 0;
}
