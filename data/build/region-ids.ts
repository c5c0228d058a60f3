import type { Entity } from '../../src/domain/entity.ts';
import type { Point } from './geonames.ts';
import { holds, type Region } from './region.ts';

/** Share of a region's settlements that has to lie in an outline for the outline to be the region's. */
const MOST = 0.6;

/**
 * Gives each outline the id of the gazetteer's region that its settlements lie in. A region whose settlements lie in
 * several outlines (a country with other units than the gazetteer's) gives its id to none.
 */
export function identified(regions: readonly Region[], places: readonly Entity[]): readonly Region[] {
  const ids = new Map(
    [...settlementsByRegion(places)].flatMap(([id, points]) => {
      const home = homeOf(regions, points);
      return home === undefined ? [] : [[home, id] as const];
    }),
  );
  return regions.map((region) => {
    const id = ids.get(region);
    return id === undefined ? region : { ...region, id };
  });
}

function settlementsByRegion(places: readonly Entity[]): ReadonlyMap<string, readonly Point[]> {
  const regions = new Set(places.filter(({ kind }) => kind === 'region').map(({ id }) => id));
  const pairs = places.flatMap(({ kind, at, within }) =>
    kind === 'settlement' && at ? within.filter((id) => regions.has(id)).map((id) => ({ id, at })) : [],
  );
  const byRegion = Map.groupBy(pairs, ({ id }) => id);
  return new Map([...byRegion].map(([id, settlements]) => [id, settlements.map(({ at }) => at)]));
}

function homeOf(regions: readonly Region[], points: readonly Point[]): Region | undefined {
  const sample = points.filter((_, n) => n % Math.ceil(points.length / 40) === 0);
  const near = regions.filter((region) => sample.some((point) => holds(region, point)));
  return near.find((region) => sample.filter((point) => holds(region, point)).length >= MOST * sample.length);
}
