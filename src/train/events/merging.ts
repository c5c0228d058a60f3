import { EVENT_RULES } from '../../brief/event/rules.ts';
import type { ClaimType } from '../../domain/claim.ts';
import type { Entity } from '../../domain/entity.ts';
import type { Filing, PlacesAround } from '../../domain/event.ts';
import { articleOf, type LabelledPair } from '../event-labels.ts';
import type { GoldArticle } from './gold-articles.ts';
import { memoryIndex } from './memory-index.ts';

/** Labelled pairs by what became of them. */
export interface Outcomes {
  readonly together: number;
  readonly wronglyTogether: number;
  readonly wronglyApart: number;
  readonly apart: number;
}

/** A pair with its type, and whether its claims came into one event. */
export interface JudgedPair extends LabelledPair {
  readonly type: ClaimType;
  readonly merged: boolean;
}

/** Gathers all claims at once and says of each labelled pair whether they are one event; pairs that cannot be claims here are left out. */
export function judgePairs(
  pairs: readonly LabelledPair[],
  articles: ReadonlyMap<string, GoldArticle>,
  around: PlacesAround,
): readonly JudgedPair[] {
  const filed = new Map<string, number>();
  const filings: Filing[] = [];
  for (const [id, { article, claims }] of articles)
    for (const [at, claim] of claims.entries()) {
      const filing = claim && EVENT_RULES.fileOf({ claim, article }, around);
      if (filing) filed.set(`${id}#${at}`, filings.push(filing) - 1);
    }
  const { index, leaderOf } = memoryIndex(filings);
  EVENT_RULES.settle(index, [...filings.keys()]);
  const eventOf = (name: string): string => {
    const num = filed.get(name);
    return num === undefined ? name : String(leaderOf(num));
  };
  return pairs.flatMap((pair): readonly JudgedPair[] => {
    const [one, other] = pair.claims;
    const claim = articles.get(articleOf(one))?.claims[Number(one.slice(one.lastIndexOf('#') + 1))];
    return claim ? [{ ...pair, type: claim.type, merged: eventOf(one) === eventOf(other) }] : [];
  });
}

/** Pairs about which the reader was unsure count for nothing. */
export function outcomesOf(pairs: readonly JudgedPair[]): Outcomes {
  const count = (label: LabelledPair['label'], merged: boolean): number =>
    pairs.filter((pair) => pair.label === label && pair.merged === merged).length;
  return {
    together: count('same', true),
    wronglyTogether: count('different', true),
    wronglyApart: count('same', false),
    apart: count('different', false),
  };
}

/** NaN where nothing was merged. */
export const precisionOf = ({ together, wronglyTogether }: Outcomes): number => together / (together + wronglyTogether);
/** NaN where nothing was to merge. */
export const recallOf = ({ together, wronglyApart }: Outcomes): number => together / (together + wronglyApart);

const RESAMPLES = 2_000;

/**
 * The middle 95 % of a figure over clusters drawn again and again with replacement: pairs of one cluster stand or fall
 * together. The same for the same pairs.
 */
export function intervalOf(
  pairs: readonly JudgedPair[],
  figure: (outcomes: Outcomes) => number,
): readonly [number, number] {
  const clusters = [...Map.groupBy(pairs, ({ cluster }) => cluster ?? '').values()].map(outcomesOf);
  const random = mulberry(1);
  const drawn = Array.from({ length: RESAMPLES }, () =>
    figure(clusters.map(() => clusters[Math.floor(random() * clusters.length)] ?? NONE).reduce(added, NONE)),
  ).filter((value) => !Number.isNaN(value));
  const sorted = drawn.sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

const NONE: Outcomes = { together: 0, wronglyTogether: 0, wronglyApart: 0, apart: 0 };

const added = (a: Outcomes, b: Outcomes): Outcomes => ({
  together: a.together + b.together,
  wronglyTogether: a.wronglyTogether + b.wronglyTogether,
  wronglyApart: a.wronglyApart + b.wronglyApart,
  apart: a.apart + b.apart,
});

/** @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const stirred = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((stirred ^ (stirred >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What contains each place, from the gazetteer's entities. */
export function placesIn(entities: readonly Entity[]): PlacesAround {
  const byRef = new Map(
    entities.flatMap((entity) => [entity.id, entity.code ?? entity.id].map((ref) => [ref, entity])),
  );
  return (ref) => {
    const found = new Map<string, string>();
    const add = (id: string): void => {
      const entity = byRef.get(id);
      if (!entity || found.has(entity.id)) return;
      found.set(entity.id, entity.kind);
      entity.within.forEach(add);
    };
    add(ref);
    return [...found].map(([id, kind]) => ({ id, kind })).sort((a, b) => (a.id < b.id ? -1 : 1));
  };
}
