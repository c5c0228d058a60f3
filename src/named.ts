import type { EntityChoice } from './asked.ts';
import { type Candidate, resolveName } from './brief/resolve.ts';
import { type Entity, EntityId } from './domain/entity.ts';
import type { Scope } from './domain/scope.ts';
import type { Ports } from './ports.ts';
import type { EntityCount } from './store/contract.ts';

const NEAR_NAMES = 8;

/** What words that should name something name. */
export type Named =
  | { readonly kind: 'one'; readonly entity: Entity; readonly also: readonly Candidate[] }
  | { readonly kind: 'several'; readonly choices: readonly EntityChoice[] };

/** The entity that a pick from the suggestions stands for (`id:…`); null for typed words, and for an id that nobody has. */
export async function pickedEntity({ gazetteer }: Ports, words: string): Promise<Entity | null> {
  const id = EntityId.safeParse(/^id:(.+)$/.exec(words)?.[1]);
  return id.success ? ((await gazetteer.byRef([id.data])).get(id.data) ?? null) : null;
}

/** All that go by a name, best first. */
export async function candidatesNamed(
  { gazetteer }: Ports,
  scope: Scope,
  words: string,
): Promise<readonly Candidate[]> {
  const named = await gazetteer.named(scope, words);
  return Promise.all(named.map(async (count) => ({ ...count, ancestors: await gazetteer.ancestors(count.entity.id) })));
}

/** Which of those that go by a name is meant. */
export async function chosenAmong(ports: Ports, named: readonly [Candidate, ...Candidate[]]): Promise<Named> {
  const resolved = resolveName(named);
  if (resolved.kind === 'several') return { kind: 'several', choices: await withPlaces(ports, resolved.choices) };
  return { kind: 'one', entity: resolved.chosen.entity, also: resolved.also };
}

/** The names nearest to words that name nothing, best first. */
export async function nearNames(ports: Ports, scope: Scope, words: string): Promise<readonly EntityChoice[]> {
  return withPlaces(ports, await ports.gazetteer.near(scope, words, NEAR_NAMES));
}

/** Adds to each what lies around it, by name. */
export async function withPlaces(
  { gazetteer }: Pick<Ports, 'gazetteer'>,
  found: readonly EntityCount[],
): Promise<readonly EntityChoice[]> {
  const places = await gazetteer.byRef([...new Set(found.flatMap(({ entity }) => entity.within.slice(0, 1)))]);
  return found.map(({ entity, claims }) => {
    return { entity, claims, around: places.get(entity.within[0] ?? '')?.names ?? null };
  });
}
