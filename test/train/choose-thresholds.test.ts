import { describe, expect, test } from 'vitest';
import { FRAME_TYPES, type FrameType } from '../../src/extract/frames/lexicon.ts';
import { chooseThresholds } from '../../src/train/choose-thresholds.ts';
import type { Judged } from '../../src/train/cross-validate.ts';
import type { GoldClaim } from '../../src/train/gold.ts';
import type { Lesson } from '../../src/train/samples.ts';
import { aGold } from './golden-claims.ts';

interface Seen {
  readonly detection: number;
  /** The annotated claim that the sentence is evidence of. */
  readonly gold?: GoldClaim;
  readonly optional?: boolean;
  readonly right?: boolean;
}

/** What a fold saw of one article, as far as thresholds depend on it. */
function seenAs(type: FrameType, { detection, gold, ...verdict }: Seen): Judged {
  const known: unknown = {
    ...{ optional: false, right: false, ...verdict },
    ...{ found: { type, detection }, article: 'one', required: gold ? [gold] : [] },
  };
  return known as Judged;
}

function lessonOf(id: string, gold: readonly GoldClaim[]): Lesson {
  const known: unknown = { article: { id, gold } };
  return known as Lesson;
}

/** Chosen for strikes that one article tells of. */
function chosen(seen: readonly Seen[], gold: readonly GoldClaim[] = [], others: readonly Lesson[] = []) {
  const judged = seen.map((each) => seenAs('strike', each));
  return chooseThresholds(judged, [lessonOf('one', gold), ...others]).strike;
}

describe('the threshold of detection', () => {
  const [first, second] = [aGold({ type: 'strike' }), aGold({ type: 'strike' })];
  const both = [first, second];
  const GOOD: readonly Seen[] = [
    { detection: 0.9, gold: first, right: true },
    { detection: 0.5, gold: second, right: true },
  ];

  test.for<{ name: string; seen: readonly Seen[]; between: readonly [number, number] }>([
    { name: 'keeps all that is there', seen: GOOD, between: [0, 0.5] },
    { name: 'leaves out what is not', seen: [...GOOD, { detection: 0.3 }], between: [0.3, 0.5] },
    {
      name: 'leaves out more noise than it loses claims',
      seen: [...GOOD, ...Array.from({ length: 9 }, () => ({ detection: 0.6 }))],
      between: [0.6, 0.9],
    },
    {
      name: 'leaves out what only tells a claim again, and wrongly',
      seen: [...GOOD, { detection: 0.3, gold: first }],
      between: [0.3, 0.5],
    },
    { name: 'does not mind what is optional', seen: [...GOOD, { detection: 0.3, optional: true }], between: [0, 0.3] },
    {
      name: 'does not mind the same again',
      seen: [...GOOD, { detection: 0.3, gold: first, right: true }],
      between: [0, 0.3],
    },
  ])('$name', ({ seen, between: [above, below] }) => {
    const { detect } = chosen(seen, both);
    expect(detect).toBeGreaterThan(above);
    expect(detect).toBeLessThanOrEqual(below);
  });

  test('does not count claims of articles that were not judged', () => {
    const noisy = [...GOOD, ...Array.from({ length: 3 }, () => ({ detection: 0.45 }))];
    const elsewhere = lessonOf(
      'other',
      Array.from({ length: 50 }, () => first),
    );
    expect(chosen(noisy, both, [elsewhere])).toEqual(chosen(noisy, both));
  });

  test('is chosen for each type by itself', () => {
    const judged = [seenAs('strike', { detection: 0.3 }), ...GOOD.map((each) => seenAs('strike', each))];
    const quiet = [{ detection: 0.2, gold: aGold({ type: 'visit' }), right: true }].map((e) => seenAs('visit', e));
    const lessons = [lessonOf('one', [...both, aGold({ type: 'visit' })])];
    const thresholds = chooseThresholds([...judged, ...quiet], lessons);
    expect(Object.keys(thresholds)).toEqual([...FRAME_TYPES]);
    expect(thresholds.visit.detect).toBeLessThanOrEqual(0.2);
    expect(thresholds.strike.detect).toBeGreaterThan(0.3);
  });
});

describe('the detection from which on claims are printed', () => {
  /** Claims that lie on annotated ones of their own, or on nothing. */
  const seen = (count: number, detection: number, isThere: boolean): readonly Seen[] =>
    Array.from({ length: count }, (_, at) => ({
      detection: detection - at / 1e4,
      ...(isThere && { gold: aGold({ type: 'strike' }), right: true }),
    }));
  const annotated = (all: readonly Seen[]): readonly GoldClaim[] => all.flatMap(({ gold }) => gold ?? []);

  const THERE = seen(60, 0.9, true);

  test.for<{ name: string; all: readonly Seen[]; between: readonly [number, number] }>([
    { name: 'reaches down to where too much is noise', all: [...THERE, ...seen(60, 0.6, false)], between: [0.55, 0.9] },
    { name: 'is that of detection where hardly any is', all: [...THERE, ...seen(3, 0.6, false)], between: [0, 0.9] },
    { name: 'is out of reach where all is noise', all: seen(60, 0.9, false), between: [1, 2] },
    { name: 'is out of reach where too few are there to tell', all: seen(10, 0.9, true), between: [1, 2] },
  ])('$name', ({ all, between: [above, below] }) => {
    const { printed, detect } = chosen(all, annotated(all));
    expect(printed).toBeGreaterThanOrEqual(detect);
    expect(printed).toBeGreaterThan(above);
    expect(printed).toBeLessThan(below);
  });
});
