import { type Box, padded } from '../box.ts';
import { COARSE_DEGREES, type GlobeLine } from './geography.ts';
import type { View } from './view.ts';

/** x and y in pixels by turns. */
export type Trace = readonly number[];

/** Points nearer to the last one are left out, in pixels: within the frame, and outside of it, where only the way around counts. */
const STEP = 2;
const STEP_OUTSIDE = 40;
/** So far around the frame nothing is left out, so that what is left out outside never shows inside. */
const BESIDE = 90;
/** Longer steps are walked in pieces, since a straight step on the globe is bent on the map. Degrees of longitude. */
const LONGEST_DEGREES = 2;
/** Smaller lines are a speck. Pixels. */
const LEAST = 1.5;

/** The line on the map without what is too small to be seen, in parts where the edge of the globe tears it. */
export function traces(line: GlobeLine, view: View): readonly Trace[] {
  if ((line.radius * 360) / Math.PI < LEAST / view.perDegree) return [];
  const degrees = pointsFor(line, view);
  const parts: number[][] = [[]];
  const near = padded(view.frame, BESIDE);
  let fromLon = degrees[0] ?? 0;
  const add = (lon: number, lat: number, isLast: boolean): void => {
    const [x, y] = view.at(lon, lat);
    const part = parts.at(-1) ?? [];
    const [lastX, lastY] = [part[part.length - 2], part[part.length - 1]];
    if (lastX === undefined || lastY === undefined) part.push(x, y);
    else if (view.tears(fromLon, lon)) parts.push([x, y]);
    else if (isLast || Math.hypot(x - lastX, y - lastY) >= (contains(near, x, y) ? STEP : STEP_OUTSIDE))
      part.push(x, y);
    fromLon = lon;
  };
  walk(degrees, add);
  return (isClosed(degrees) ? endsJoined(parts) : parts).filter((part) => part.length > 2);
}

/** The coarsest points that are still a step apart on the map. */
function pointsFor({ degrees, coarse }: GlobeLine, { perDegree }: View): Float64Array {
  return coarse.find((_, n) => (COARSE_DEGREES[n] ?? 0) * perDegree <= STEP) ?? degrees;
}

const isClosed = (degrees: Float64Array): boolean => degrees[0] === degrees.at(-2) && degrees[1] === degrees.at(-1);

/** Where a closed line is torn, its last part goes on in its first. */
function endsJoined(parts: readonly number[][]): readonly number[][] {
  const [first = [], ...rest] = parts;
  const last = rest.at(-1);
  return last === undefined ? parts : [[...last, ...first], ...rest.slice(0, -1)];
}

function walk(degrees: Float64Array, add: (lon: number, lat: number, isLast: boolean) => void): void {
  let [fromLon = 0, fromLat = 0] = degrees;
  for (let n = 0; n < degrees.length; n += 2) {
    const [lon = 0, lat = 0] = [degrees[n], degrees[n + 1]];
    const pieces = Math.ceil(Math.abs(lon - fromLon) / LONGEST_DEGREES);
    for (let k = 1; k < pieces; k += 1)
      add(fromLon + ((lon - fromLon) * k) / pieces, fromLat + ((lat - fromLat) * k) / pieces, false);
    add(lon, lat, n === degrees.length - 2);
    [fromLon, fromLat] = [lon, lat];
  }
}

const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** The data of an SVG path; `closed` for something to fill. */
export function pathOf(lines: readonly Trace[], closed: boolean): string {
  return lines.map((line) => `M${line.map((n) => Math.round(n * 10) / 10).join(' ')}${closed ? 'Z' : ''}`).join('');
}

/** Whether a place in pixels lies within, by the rule of odd crossings. */
export function encloses(rings: readonly Trace[], x: number, y: number): boolean {
  return rings.filter((ring) => crossings(ring, x, y) % 2 === 1).length % 2 === 1;
}

function crossings(ring: Trace, x: number, y: number): number {
  let count = 0;
  for (let n = 0; n < ring.length; n += 2) {
    const next = (n + 2) % ring.length;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[n], ring[n + 1], ring[next], ring[next + 1]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) count += 1;
  }
  return count;
}
