import { type Box, overlap, padded } from '../box.ts';
import type { Kit } from '../drawn.ts';
import { SMALL_STRONG } from '../text.ts';
import type { Typesetter } from '../typesetter.ts';
import { type Group, merged, type Site, totalOf } from './sites.ts';
import { SYMBOL, symbolWidth } from './symbol.ts';
import type { View } from './view.ts';

/** A symbol of a marker with what stands behind it. */
export interface Part {
  readonly group: Group;
  readonly box: Box;
  /** "×3", or '' for one event. */
  readonly count: string;
}

/** What stands at a place of the map: symbols in a row, the first one at the place. */
export interface Marker {
  readonly name: string;
  /** Places that had no room of their own and stand here too; this one included. */
  readonly places: number;
  readonly groups: readonly Group[];
  readonly parts: readonly Part[];
  /** Events beyond those of the symbols: "+4", or ''. */
  readonly more: string;
  /** Where the place itself is, or as near to it as the frame lets the marker be. */
  readonly at: readonly [x: number, y: number];
  readonly box: Box;
}

/** Symbols in a row, by how many places there are: a crowded map shows where, and the answer beside it what. */
const SYMBOLS = [
  { places: 12, symbols: 3 },
  { places: 30, symbols: 2 },
  { places: Number.POSITIVE_INFINITY, symbols: 1 },
];
/** Between a symbol and its number, and between that and the next symbol. */
export const GAP = 4;
const BETWEEN = 14;
/** Kept free around a marker. */
export const APART = 7;
/** Of the letters in a symbol and of the numbers behind it. */
export const CODE = SMALL_STRONG;

/**
 * Markers that do not overlap and lie in the frame: a place that has no room goes to the marker that is in its way.
 * Places with most events come first.
 */
export function markersOf(sites: readonly Site[], view: View, { type }: Kit): readonly Marker[] {
  const symbols = SYMBOLS.find(({ places }) => sites.length <= places)?.symbols ?? 1;
  const build = (from: Pick<Marker, 'name' | 'places' | 'groups' | 'at'>): Marker => {
    const marker = markerOf(from, symbols, type);
    return pushedIn(marker, view.frame);
  };
  return sites.reduce<readonly Marker[]>((markers, { lat, lon, name, groups }) => {
    return settled(markers, build({ name, places: 1, groups, at: view.at(lon, lat) }), build);
  }, []);
}

type Build = (from: Pick<Marker, 'name' | 'places' | 'groups' | 'at'>) => Marker;

/** A marker among others; those that it meets become one with it, at the place and under the name of the first. */
function settled(markers: readonly Marker[], marker: Marker, build: Build): readonly Marker[] {
  const met = markers.find(({ box }) => overlap(padded(box, 2 * APART), marker.box));
  if (met === undefined) return [...markers, marker];
  const groups = merged([...met.groups, ...marker.groups]);
  const both = build({ ...met, groups, places: met.places + marker.places });
  return settled(
    markers.filter((other) => other !== met),
    both,
    build,
  );
}

function markerOf(from: Parameters<Build>[0], symbols: number, type: Typesetter): Marker {
  const [x, y] = from.at;
  const shown = from.groups.slice(0, symbols);
  const widths = shown.map(({ kind, side }) => symbolWidth(kind, side ? type.widthOf(side.code, CODE) : 0));
  const rest = totalOf(from.groups.slice(symbols));
  const more = rest === 0 ? '' : `+${rest}`;
  let left = x - (widths[0] ?? 0) / 2;
  const parts = shown.map((group, n): Part => {
    const part = {
      group,
      box: { x: left, y: y - SYMBOL / 2, width: widths[n] ?? 0, height: SYMBOL },
      count: times(group.count),
    };
    left += part.box.width + numberWidth(part.count, type) + BETWEEN;
    return part;
  });
  const start = x - (widths[0] ?? 0) / 2;
  const end = more === '' ? left - BETWEEN : left + type.widthOf(more, CODE);
  return { ...from, parts, more, box: { x: start, y: y - SYMBOL / 2, width: end - start, height: SYMBOL } };
}

const times = (n: number): string => (n === 1 ? '' : `×${n}`);
const numberWidth = (text: string, type: Typesetter): number => (text === '' ? 0 : GAP + type.widthOf(text, CODE));

/** Moved as far as it takes to lie in the frame. */
function pushedIn(marker: Marker, frame: Box): Marker {
  const { box, at } = marker;
  const dx = Math.max(frame.x + APART, Math.min(box.x, frame.x + frame.width - APART - box.width)) - box.x;
  const dy = Math.max(frame.y + APART, Math.min(box.y, frame.y + frame.height - APART - box.height)) - box.y;
  const moved = (each: Box): Box => ({ ...each, x: each.x + dx, y: each.y + dy });
  const parts = marker.parts.map((part) => ({ ...part, box: moved(part.box) }));
  return { ...marker, at: [at[0] + dx, at[1] + dy], parts, box: moved(box) };
}
