import type { Entity } from '../domain/entity.ts';

/** An entity that a name fits, with how much is known of it and what contains it. */
export interface Candidate {
  readonly entity: Entity;
  readonly claims: number;
  /** Ids of all that contain it. */
  readonly ancestors: readonly string[];
}

export type Resolved =
  | { readonly kind: 'one'; readonly chosen: Candidate; readonly also: readonly Candidate[] }
  | { readonly kind: 'several'; readonly choices: readonly Candidate[] };

/**
 * What a name is taken for. A place that contains all others of its name answers for them, since its answer includes
 * theirs (Kharkiv the oblast for Kharkiv the city); else the only one that anything is known of. Otherwise the person
 * chooses: a name is never taken for the largest of several.
 * @param candidates at least one; best first
 */
export function resolveName(candidates: readonly [Candidate, ...Candidate[]]): Resolved {
  const covered = candidates.filter(({ claims }) => claims > 0);
  const pool = covered.length > 0 ? covered : candidates;
  const [only] = pool;
  const chosen = pool.find((one) => pool.every((other) => other === one || other.ancestors.includes(one.entity.id)));
  const best = chosen ?? (pool.length === 1 ? only : undefined);
  if (!best) return { kind: 'several', choices: pool };
  return { kind: 'one', chosen: best, also: candidates.filter((other) => other !== best) };
}
