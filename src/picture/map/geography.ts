import { z } from 'zod';
import { BordersFile, type LineClass } from './borders.ts';

const RADIANS = Math.PI / 180;
/** Coarsest first. */
export const COARSE_DEGREES = [0.25, 0.05] as const;

/** A line on the globe with a circle that it does not leave. */
export interface GlobeLine {
  /** Longitude and latitude in degrees by turns. A closed line ends where it began. */
  readonly degrees: Float64Array;
  /** The same with fewer points, for small scales: none is nearer to the last one than that level's `COARSE_DEGREES`. */
  readonly coarse: readonly Float64Array[];
  /** Degrees. */
  readonly centre: readonly [number, number];
  /** Of the circle, in radians, rather too large than too small. */
  readonly radius: number;
}

/** A first-level unit of a country. */
export interface Region {
  /** Outlines and holes, to be filled by the even-odd rule. */
  readonly rings: readonly GlobeLine[];
  /** Whose it is on the ground. */
  readonly country: string;
  /** Whose it is by the United Nations General Assembly. */
  readonly un: string;
  readonly id: string | undefined;
}

/** A name that may be written on a map. */
export interface PlaceName {
  readonly kind: 'country' | 'region' | 'settlement';
  readonly id: string;
  /** A country's, as regions name it; '' for others. */
  readonly code: string;
  readonly lat: number;
  readonly lon: number;
  /** People of a settlement, square kilometres of others. */
  readonly rank: number;
  readonly names: { readonly en: string; readonly uk: string };
}

export interface Geography {
  readonly regions: readonly Region[];
  readonly lines: readonly { readonly kind: LineClass; readonly line: GlobeLine }[];
  /** The largest of each kind first. */
  readonly names: readonly PlaceName[];
}

/** @param borders parsed JSON; throws `ZodError` where it is something else */
export function readGeography(borders: unknown, names: string): Geography {
  const { arcs, transform, objects } = BordersFile.parse(borders);
  const plain = arcs.map((arc) => degreesOf(arc, transform));
  const lineOf = (refs: readonly number[]): GlobeLine => globeLine(joined(refs.map((ref) => arcAt(plain, ref))));
  return {
    regions: objects.regions.geometries.map(({ arcs: polygons, properties: { country, un = country, id } }) => ({
      ...{ country, un, id },
      rings: polygons.flat().map(lineOf),
    })),
    lines: objects.lines.geometries.flatMap(({ arcs: refs, properties }) =>
      refs.map((line) => ({ kind: properties.class, line: lineOf(line) })),
    ),
    names: readNames(names),
  };
}

/** Undoes the steps and differences of TopoJSON: https://github.com/topojson/topojson-specification#213-arcs */
function degreesOf(
  arc: readonly (readonly [number, number])[],
  { scale, translate }: BordersFile['transform'],
): Float64Array {
  const degrees = new Float64Array(arc.length * 2);
  let [x, y] = [0, 0];
  arc.forEach(([dx, dy], n) => {
    [x, y] = [x + dx, y + dy];
    degrees[2 * n] = x * scale[0] + translate[0];
    degrees[2 * n + 1] = y * scale[1] + translate[1];
  });
  return degrees;
}

/** A negative number is the arc of its complement, walked backwards. */
function arcAt(arcs: readonly Float64Array[], ref: number): Float64Array {
  const arc = arcs[ref < 0 ? ~ref : ref] ?? new Float64Array();
  return ref < 0 ? reversed(arc) : arc;
}

const reversed = (arc: Float64Array): Float64Array =>
  Float64Array.from(arc, (_, n) => arc[arc.length - 2 - n + 2 * (n % 2)] ?? 0);

/** Each arc begins where the one before it ended; that point is kept once. */
function joined(arcs: readonly Float64Array[]): Float64Array {
  const parts = arcs.map((arc, n) => (n === 0 ? arc : arc.subarray(2)));
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The circle is the one around the box of longitudes and latitudes, whose corners are nowhere nearer than its edges are long. */
function globeLine(degrees: Float64Array): GlobeLine {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let n = 0; n < degrees.length; n += 2) {
    const [lon = 0, lat = 0] = [degrees[n], degrees[n + 1]];
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const widest = Math.cos(Math.min(Math.abs(south), Math.abs(north), south * north < 0 ? 0 : 90) * RADIANS);
  const radius = (Math.hypot((east - west) * widest, north - south) / 2) * RADIANS;
  const coarse = COARSE_DEGREES.map((step) => thinned(degrees, step));
  return { degrees, coarse, centre: [(west + east) / 2, (south + north) / 2], radius };
}

/** The first and the last point stay. */
function thinned(degrees: Float64Array, step: number): Float64Array {
  const kept: number[] = [];
  let [lastLon, lastLat] = [Number.NaN, Number.NaN];
  for (let n = 0; n < degrees.length; n += 2) {
    const [lon = 0, lat = 0] = [degrees[n], degrees[n + 1]];
    if (n < degrees.length - 2 && Math.hypot(lon - lastLon, lat - lastLat) < step) continue;
    kept.push(lon, lat);
    [lastLon, lastLat] = [lon, lat];
  }
  return Float64Array.from(kept);
}

const Row = z.tuple([
  z.enum(['country', 'region', 'settlement']),
  z.string().min(1),
  z.string(),
  z.coerce.number().min(-90).max(90),
  z.coerce.number().min(-180).max(180),
  z.coerce.number().nonnegative(),
  z.string().min(1),
  z.string(),
]);

function readNames(text: string): readonly PlaceName[] {
  const [, ...rows] = text.replace(/\n$/, '').split('\n');
  return rows.map((line) => {
    const [kind, id, code, lat, lon, rank, en, uk] = Row.parse(line.split('\t'));
    return { kind, id, code, lat, lon, rank, names: { en, uk: uk === '' ? en : uk } };
  });
}
