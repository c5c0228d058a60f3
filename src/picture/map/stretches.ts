import type { Box } from '../box.ts';
import type { Region } from './geography.ts';
import { encloses, type Trace } from './path.ts';

/** A region as it lies on the map, in and around the frame. */
export interface SeenRegion {
  readonly region: Region;
  readonly rings: readonly Trace[];
  /** Around all of them. */
  readonly bounds: Box;
}

/** The box around lines. */
export function boundsOf(rings: readonly Trace[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (let n = 0; n < ring.length; n += 2) {
      const [x = 0, y = 0] = [ring[n], ring[n + 1]];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export type Spot = readonly [x: number, y: number];

/** What is seen of a region. */
export interface Stretch {
  readonly region: Region;
  /** Places of a grid over the frame that lie in it. */
  readonly spots: readonly Spot[];
}

const ACROSS = 20;
const DOWN = 13;
/** Between neighbouring places of the grid, in parts of the frame's width. */
export const GRID = 1 / ACROSS;

/** The regions of which something is to be seen, the largest part first. */
export function stretchesOf(seen: readonly SeenRegion[], frame: Box): readonly Stretch[] {
  const found = gridOver(frame).flatMap((spot) => {
    const home = seen.find(({ rings, bounds }) => isWithin(spot, bounds) && encloses(rings, ...spot));
    return home ? [{ region: home.region, spot }] : [];
  });
  const byRegion = Map.groupBy(found, ({ region }) => region);
  return [...byRegion]
    .map(([region, places]) => ({ region, spots: places.map(({ spot }) => spot) }))
    .sort((a, b) => b.spots.length - a.spots.length);
}

const isWithin = ([x, y]: Spot, box: Box): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** Regions that take fewer places of the grid on average make a net of lines that says nothing. */
const LEAST_SPOTS = 4;

/** The countries whose regions are large enough on the map to be told apart. */
export function countriesInDetail(stretches: readonly Stretch[]): ReadonlySet<string> {
  const byCountry = Map.groupBy(stretches, ({ region }) => region.country);
  return new Set(
    [...byCountry].flatMap(([country, own]) => {
      const spots = own.reduce((sum, stretch) => sum + stretch.spots.length, 0);
      return spots / own.length >= LEAST_SPOTS ? [country] : [];
    }),
  );
}

const gridOver = (frame: Box): readonly Spot[] =>
  Array.from({ length: ACROSS * DOWN }, (_, n) => [
    frame.x + (frame.width * ((n % ACROSS) + 0.5)) / ACROSS,
    frame.y + (frame.height * (Math.floor(n / ACROSS) + 0.5)) / DOWN,
  ]);
