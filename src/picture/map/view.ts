import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo';
import type { Box } from '../box.ts';

/** How the globe is laid on the picture. */
export interface View {
  readonly frame: Box;
  /** Pixels of a place in degrees. A place beyond the edge of the projection comes out outside the frame. */
  readonly at: (lon: number, lat: number) => readonly [number, number];
  /** Whether anything within so many radians of a place may be in the frame. */
  readonly mayShow: (centre: readonly [number, number], radius: number) => boolean;
  /** At the middle of the frame; null where the map is of so much of the globe that no length holds for it. */
  readonly kmPerPixel: number | null;
  /** Pixels that a degree takes, about. */
  readonly perDegree: number;
  /** Whether a line between two longitudes runs over the edge of the globe. */
  readonly tears: (fromLon: number, toLon: number) => boolean;
}

type Place = readonly [lon: number, lat: number];

const EARTH_KM = 6371;
/** Around points this near to their middle, areas keep their size and shapes nearly so; beyond, the whole globe is drawn. */
const REGIONAL = Math.PI / 3;

/**
 * The map on which all the places are seen, with `free` pixels around them.
 * @param leastKm that the frame is wide at least, so that a lone place has its surroundings
 */
export function viewOf(places: readonly Place[], frame: Box, free: { x: number; y: number }, leastKm: number): View {
  const middle = middleOf(places);
  const reach = Math.max(0, ...places.map((place) => geoDistance([...place], [...middle])));
  const isRegional = reach <= REGIONAL;
  const projection = isRegional
    ? geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]])
    : geoEqualEarth().rotate([-middle[0], 0]);
  const scale = fitted(projection, places, frame, free, (EARTH_KM * frame.width) / leastKm);
  const at = (lon: number, lat: number): Place => pixel(projection([lon, lat]));
  return {
    frame,
    at,
    mayShow: seen(projection, frame, scale, isRegional),
    kmPerPixel: isRegional ? EARTH_KM / scale : null,
    perDegree: (scale * Math.PI) / 180,
    tears: (from, to) => !isRegional && Math.abs(around(from, middle[0]) - around(to, middle[0])) > 180,
  };
}

/** A longitude counted from another, from -180 to 180. */
const around = (lon: number, middle: number): number => ((lon - middle + 540) % 360) - 180;

/** What d3 gives for a place that it cannot draw is outside every frame. */
const pixel = (xy: [number, number] | null): Place => xy ?? [-1e5, -1e5];

/** The direction of the sum of all places seen from the middle of the globe; opposite places leave none. */
function middleOf(places: readonly Place[]): Place {
  const sum = places.map(vectorOf).reduce(([x, y, z], [a, b, c]) => [x + a, y + b, z + c], [0, 0, 0]);
  const length = Math.hypot(...sum);
  if (length < 1e-6) return places[0] ?? [0, 0];
  const [x, y, z] = sum;
  return [Math.atan2(y, x) * (180 / Math.PI), Math.asin(z / length) * (180 / Math.PI)];
}

function vectorOf([lon, lat]: Place): readonly [number, number, number] {
  const [a, b] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(a) * Math.cos(b), Math.sin(a) * Math.cos(b), Math.sin(b)];
}

/** Scales and moves the projection so that the places lie around the middle of the frame; gives pixels per radian. */
function fitted(
  projection: GeoProjection,
  places: readonly Place[],
  frame: Box,
  free: { readonly x: number; readonly y: number },
  most: number,
): number {
  projection.scale(1).translate([0, 0]).precision(0);
  const drawn = places.map((place) => pixel(projection([...place])));
  const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = [(frame.width - 2 * free.x) / (right - left), (frame.height - 2 * free.y) / (bottom - top)];
  const scale = Math.min(most, ...room);
  const x = frame.x + frame.width / 2 - (scale * (left + right)) / 2;
  const y = frame.y + frame.height / 2 - (scale * (top + bottom)) / 2;
  projection.scale(scale).translate([x, y]);
  return scale;
}

function seen(projection: GeoProjection, frame: Box, scale: number, isRegional: boolean): View['mayShow'] {
  if (!isRegional) return () => true;
  const middle = projection.invert?.([frame.x + frame.width / 2, frame.y + frame.height / 2]) ?? [0, 0];
  // The projection draws an angle a as 2 sin(a/2).
  const half = Math.min(1, Math.hypot(frame.width, frame.height) / 2 / scale / 2);
  const reach = 2 * Math.asin(half);
  return (centre, radius) => geoDistance([...centre], middle) <= reach + radius;
}
