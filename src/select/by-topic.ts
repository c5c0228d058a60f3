import type { ClaimType } from '../domain/claim.ts';
import { claimTypeOf, TOPICS, type Topic } from '../domain/topic.ts';

/** How many claims of a topic there are, by those of its type. */
export const countsByTopic = (counts: ReadonlyMap<ClaimType, number>): Readonly<Partial<Record<Topic, number>>> =>
  Object.fromEntries(TOPICS.map((topic) => [topic, counts.get(claimTypeOf(topic)) ?? 0]));

/** The topics of claims of these types, each with what belongs to it. */
export function byTopic<T>(all: readonly T[], typeOf: (one: T) => ClaimType): ReadonlyMap<Topic, readonly T[]> {
  const types = Map.groupBy(all, typeOf);
  return new Map(TOPICS.map((topic) => [topic, types.get(claimTypeOf(topic)) ?? []]));
}
