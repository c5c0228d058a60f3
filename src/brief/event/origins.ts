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
  const sketches = articles.map(({ sketch }) => sketchFrom(sketch ?? new Uint8Array()));
  for (const [one, other] of sharing(sketches))
    if (rootOf(one) !== rootOf(other) && copied(sketches, one, other)) join(one, other);
  return roots.filter((root, at) => root === at).length;
}

/** The publisher and all it passes on, as names are compared. */
const voicesOf = ({ publisher, relays }: Witness): readonly string[] =>
  [publisher, ...relays].map((name) => name.trim().toLowerCase());

/** Each with the first that has a value in common with it. */
function firstWithSame(lists: readonly (readonly string[])[]): readonly (readonly [number, number])[] {
  const first = new Map<string, number>();
  return lists.flatMap((list, at) =>
    list.map((value) => {
      const before = first.get(value) ?? at;
      first.set(value, before);
      return [before, at] as const;
    }),
  );
}

/** All pairs with a hash in common: others are no copies. */
function* sharing(sketches: readonly Sketch[]): Generator<readonly [number, number]> {
  const having = new Map<number, number[]>();
  for (const [at, { lowest }] of sketches.entries()) {
    const before = new Set(lowest.flatMap((hash) => having.get(hash) ?? []));
    for (const one of before) yield [one, at];
    for (const hash of lowest) having.set(hash, [...(having.get(hash) ?? []), at]);
  }
}

function copied(sketches: readonly Sketch[], one: number, other: number): boolean {
  const [a, b] = [sketches[one], sketches[other]];
  return a !== undefined && b !== undefined && areCopies(a, b);
}
