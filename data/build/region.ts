import type { Position } from 'geojson';
import type { Countries } from './disputed.ts';
import type { Point } from './geonames.ts';

/** A first-level unit of a country. */
export interface Region extends Countries {
  /** Natural Earth's. */
  readonly name: string;
  /** In the gazetteer, where it is there. */
  readonly id?: string;
  /** Rings of each polygon: the outer one first, clockwise; degrees, longitude first. */
  readonly polygons: readonly Position[][][];
}

/** Whether a point lies in it, by the rule of odd crossings; borders may fall to either side. */
export const holds = (region: Region, { lat, lon }: Point): boolean =>
  region.polygons.some((rings) => rings.filter((ring) => isWithinRing(ring, lat, lon)).length % 2 === 1);

function isWithinRing(ring: readonly Position[], lat: number, lon: number): boolean {
  const crossings = ring.filter(([x1 = 0, y1 = 0], n) => {
    const [x2 = 0, y2 = 0] = ring[(n + 1) % ring.length] ?? [];
    return y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1;
  });
  return crossings.length % 2 === 1;
}
