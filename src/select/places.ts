import { placesInQuestion } from '../brief/dispute.ts';
import { type Claim, refsOf } from '../domain/claim.ts';
import type { PlacesAround } from '../domain/event.ts';
import type { RankedClaim } from '../domain/sourced-claim.ts';
import type { Ports } from '../ports.ts';

/** What lies around every place that these claims name, looked up beforehand. */
export async function knownPlaces({ gazetteer }: Ports, claims: readonly Claim[]): Promise<PlacesAround> {
  const refs = [...new Set(claims.flatMap(refsOf))];
  const own = await gazetteer.byRef(refs);
  const outer = new Map(
    await Promise.all([...own].map(async ([ref, { id }]) => [ref, await gazetteer.ancestors(id)] as const)),
  );
  const kinds = await gazetteer.byRef([...new Set([...outer.values()].flat())]);
  return (ref) => {
    const entity = own.get(ref);
    if (!entity) return [];
    return [entity, ...(outer.get(ref) ?? []).flatMap((id) => kinds.get(id) ?? [])].map(({ id, kind }) => ({
      id,
      kind,
    }));
  };
}

/** What contains the places on which claims of one event may differ. */
export async function placesContaining(
  { gazetteer }: Ports,
  claims: readonly RankedClaim[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const events = [...Map.groupBy(claims, ({ event }) => event).values()];
  const places = [...new Set(events.flatMap(placesInQuestion))];
  return new Map(await Promise.all(places.map(async (id) => [id, await gazetteer.ancestors(id)] as const)));
}
