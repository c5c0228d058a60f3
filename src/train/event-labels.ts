import { readFileSync } from 'node:fs';
import { z } from 'zod';

const ClaimRef = z.string().regex(/^[\w-]+#\d+$/);
const Pair = z.tuple([ClaimRef, ClaimRef]).readonly();

const joined = (pair: readonly [string, string]): string => [...pair].sort().join(' ');
const repeats = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

const ClusterLabels = z
  .object({
    cluster: z.string().min(1),
    type: z.enum(['aid', 'move', 'strike', 'visit', 'impact']),
    happenings: z.array(z.array(ClaimRef).min(1).readonly()).min(1).readonly(),
    unsure: z.array(Pair).readonly(),
  })
  .refine(({ happenings }) => !repeats(happenings.flat()), 'a claim belongs to one happening')
  .refine(({ unsure }) => !repeats(unsure.map(joined)), 'a pair is unsure once')
  .refine(({ happenings, unsure }) => {
    const homes = homesOf(happenings);
    return unsure.every(([one, other]) => homes.has(one) && homes.has(other) && homes.get(one) !== homes.get(other));
  }, 'an unsure pair is of two happenings of its cluster');
type ClusterLabels = z.infer<typeof ClusterLabels>;

/** Which annotated claims tell of the same happening; a claim is `ARTICLE#INDEX`, its place in the article's gold file from 0. */
export const EventLabels = z
  .object({ schema: z.literal(1), clusters: z.array(ClusterLabels).readonly(), across: z.array(Pair).readonly() })
  .refine(
    ({ clusters }) => !repeats(clusters.map(({ cluster, type }) => `${cluster} ${type}`)),
    'a cluster has a type once',
  )
  .refine(({ across }) => !repeats(across.map(joined)), 'a pair is across once')
  .refine(
    ({ across }) => across.every(([one, other]) => articleOf(one) !== articleOf(other)),
    'across is of two articles',
  );
export type EventLabels = z.infer<typeof EventLabels>;

/** Two claims of one type, and whether a careful reader says that they tell of the same happening. */
export interface LabelledPair {
  readonly claims: readonly [string, string];
  readonly label: 'same' | 'different' | 'unsure';
  /** Null for a pair of two clusters. */
  readonly cluster: string | null;
  /** Whether both stand in one article. */
  readonly within: boolean;
}

/** @throws {z.ZodError | SyntaxError | Error} where the file is missing or breaks a rule of the labels. */
export function readEventLabels(path: string): EventLabels {
  return EventLabels.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The article of a claim's id. */
export const articleOf = (claim: string): string => claim.slice(0, claim.lastIndexOf('#'));

/** Every pair of a cluster's claims of one type, then the pairs across clusters; the order is the file's. */
export function labelledPairs(labels: EventLabels): readonly LabelledPair[] {
  return [
    ...labels.clusters.flatMap(pairsOfCluster),
    ...labels.across.map((claims) => labelled(claims, 'different', null)),
  ];
}

function pairsOfCluster({ cluster, happenings, unsure }: ClusterLabels): readonly LabelledPair[] {
  const homes = homesOf(happenings);
  const doubted = new Set(unsure.map(joined));
  return pairsOf([...homes.keys()]).map((claims) => {
    if (doubted.has(joined(claims))) return labelled(claims, 'unsure', cluster);
    return labelled(claims, homes.get(claims[0]) === homes.get(claims[1]) ? 'same' : 'different', cluster);
  });
}

function labelled(claims: LabelledPair['claims'], label: LabelledPair['label'], cluster: string | null): LabelledPair {
  return { claims, label, cluster, within: articleOf(claims[0]) === articleOf(claims[1]) };
}

function pairsOf(ids: readonly string[]): readonly (readonly [string, string])[] {
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const));
}

function homesOf(happenings: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(happenings.flatMap((claims, at) => claims.map((claim) => [claim, at] as const)));
}
