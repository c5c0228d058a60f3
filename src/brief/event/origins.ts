import type { Witness } from '../../domain/event.ts';
import { areCopies, type Sketch, sketchFrom } from './sketch.ts';

/**
 * How many independent origins articles have: those of one publisher, those that pass on the same outlet, the one it is
 * passed on from, and those that copy each other are one.
 * @param articles at most a few hundred
 */
export function originsOf(articles: readonly Witness[]): number {
  const roots = articles.map((_, at) => at);
  const rootOf = (at: number): number => {
    const above = roots[at] ?? at;
    return above === at ? at : rootOf(above);
  };
  const join = (one: number, other: number): void => {
    roots[Math.max(rootOf(one), rootOf(other))] = Math.min(rootOf(one), rootOf(other));
  };
  for (const [one, other] of firstWithSame(articles.map(voicesOf))) join(one, other);
  const sketches = articles.map(({ sketch }) => (sketch ? sketchFrom(sketch) : NONE));
  for (const [one, other] of sharing(sketches))
    if (rootOf(one) !== rootOf(other) && copied(sketches, one, other)) join(one, other);
  return roots.filter((root, at) => root === at).length;
}

/** Of a text that was never at hand. */
const NONE: Sketch = { count: 0, lowest: [] };

/** The publisher and all it passes on, as names are compared. */
const voicesOf = ({ publisher, relays }: Witness): readonly string[] =>
  [publisher, ...relays].map((name) => name.trim().toLowerCase());

/** Each with the first that has a value in common with it. */
function firstWithSame<T>(lists: readonly (readonly T[])[]): readonly (readonly [number, number])[] {
  const first = new Map<T, number>();
  return lists.flatMap((list, at) =>
    list.map((value) => {
      const before = first.get(value) ?? at;
      first.set(value, before);
      return [before, at] as const;
    }),
  );
}

/** Each with the first that has one of its hashes: who shares none with another is no copy of it. */
const sharing = (sketches: readonly Sketch[]): readonly (readonly [number, number])[] =>
  firstWithSame(sketches.map(({ lowest }) => lowest)).filter(([one, other]) => one !== other);

function copied(sketches: readonly Sketch[], one: number, other: number): boolean {
  const [a, b] = [sketches[one], sketches[other]];
  return a !== undefined && b !== undefined && areCopies(a, b);
}
