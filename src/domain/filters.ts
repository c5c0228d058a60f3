import { z } from 'zod';
import { AID_KINDS, AID_STATUSES, type Claim } from './claim.ts';
import { type Entity, EntityId } from './entity.ts';

/** What an answer can be narrowed by, each a slot of some type of claim; several together mean all of them. */
export const FILTER_NAMES = ['donor', 'recipient', 'kind', 'status', 'side', 'place', 'person'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export const Filters = z
  .strictObject({
    donor: EntityId.optional(),
    recipient: EntityId.optional(),
    kind: z.enum(AID_KINDS).optional(),
    status: z.enum(AID_STATUSES).optional(),
    /** Who moves or strikes. */
    side: EntityId.optional(),
    /** Where it is, or anything within. */
    place: EntityId.optional(),
    /** Who visits. */
    person: EntityId.optional(),
  })
  .readonly();
export type Filters = z.infer<typeof Filters>;

/** A filter by one of a few values; all others are by an entity. */
export type ClosedFilterName = 'kind' | 'status';
export type EntityFilterName = Exclude<FilterName, ClosedFilterName>;

export const isClosedFilter = (name: FilterName): name is ClosedFilterName => name === 'kind' || name === 'status';

const PLACES: readonly Entity['kind'][] = ['country', 'region', 'settlement', 'area'];
const ACTORS: readonly Entity['kind'][] = ['country', 'organisation', 'group'];
const KINDS: Readonly<Record<EntityFilterName, readonly Entity['kind'][]>> = {
  donor: ACTORS,
  recipient: ACTORS,
  side: ACTORS,
  place: PLACES,
  person: ['person', 'group', 'organisation', 'country'],
};

/** The kinds of entity that a filter takes as they are. */
export const kindsFor = (filter: EntityFilterName): readonly Entity['kind'][] => KINDS[filter];

/** Of who gives, takes or fights, a place or a person stands for its state. */
export const takesState = (filter: EntityFilterName): boolean => KINDS[filter] === ACTORS;

/** The filters given, in the order of `FILTER_NAMES`. */
export const givenFilters = (filters: Filters): readonly (readonly [FilterName, string])[] =>
  FILTER_NAMES.flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [[name, value] as const];
  });

/** The entities among the filters given, in the order of `FILTER_NAMES`. */
export const filterEntities = (filters: Filters): readonly string[] =>
  givenFilters(filters).flatMap(([name, value]) => (isClosedFilter(name) ? [] : [value]));

/** What a claim's slots hold for each filter that its type answers to: refs, or closed values. A filter that is not named never fits. */
export function filterSlotsOf(claim: Claim): readonly (readonly [FilterName, readonly string[]])[] {
  switch (claim.type) {
    case 'aid':
      return [
        ['donor', claim.donor],
        ['recipient', claim.recipient === null ? [] : [claim.recipient]],
        ['kind', claim.kind === undefined ? [] : [claim.kind]],
        // What is said not to have come is not among what came.
        ['status', claim.neg || claim.epi === 'denied' ? [] : [claim.status]],
      ];
    case 'move':
      return [
        ['side', claim.actor === null ? [] : [claim.actor]],
        ['place', [...claim.place, ...(claim.from ?? []), ...(claim.to ?? [])]],
      ];
    case 'strike':
      return [
        ['side', claim.actor === null ? [] : [claim.actor]],
        ['place', claim.place],
      ];
    case 'visit':
      // Who is met stands for where, as in the fact's key, for want of a place.
      return [
        ['person', claim.visitor],
        ['place', claim.place.length > 0 ? claim.place : claim.host],
      ];
    case 'impact':
    case 'statement':
      return [];
  }
}
