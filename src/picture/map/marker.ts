import { type Box, isInside, overlap, padded } from '../box.ts';
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

/** What stands at a place of the map, or at several that had no room of their own: symbols in a row. */
export interface Marker {
  /** Most events first. */
  readonly names: readonly string[];
  readonly groups: readonly Group[];
  readonly parts: readonly Part[];
  /** Events beyond those of the symbols: "+4", or ''. */
  readonly more: string;
  /** Where the first of the places is. */
  readonly at: readonly [x: number, y: number];
  readonly box: Box;
  /** Whether a line leads from the place to the symbols, which have no room there. */
  readonly isAside: boolean;
}

/** How many symbols stand in a row, and how far aside they may stand, in heights of a symbol. */
interface Crowding {
  readonly symbols: number;
  readonly aside: readonly number[];
}

/** The more places, the plainer: a crowded map shows where, and the answer beside it what. */
function crowdingOf(places: number): Crowding {
  if (places <= 12) return { symbols: 3, aside: [1.4, 2.5] };
  if (places <= 24) return { symbols: 2, aside: [1.4] };
  return { symbols: 1, aside: [] };
}

/** Between a symbol and its number, and between that and the next symbol. */
export const GAP = 4;
const BETWEEN = 14;
/** Places that stand as one are named, as long as they are so few. */
export const MOST_NAMES = 2;
/** Kept free around a marker. */
export const APART = 7;
/** Of the letters in a symbol and of the numbers behind it. */
export const CODE = SMALL_STRONG;

/** What a marker is made from. */
type Source = Pick<Marker, 'names' | 'groups' | 'at'>;

/**
 * Markers that do not overlap and lie in the frame. A place that has no room, at it or a little aside, goes to the marker
 * that is in its way. Places with most events come first.
 */
export function markersOf(sites: readonly Site[], view: View, { type }: Kit): readonly Marker[] {
  const crowding = crowdingOf(sites.length);
  const build = (source: Source): Marker => markerOf(source, crowding.symbols, type);
  return sites.reduce<readonly Marker[]>((markers, { lat, lon, name, groups }) => {
    return settled(markers, build({ names: [name], groups, at: view.at(lon, lat) }), {
      within: padded(view.frame, -APART),
      crowding,
      build,
    });
  }, []);
}

interface Setting {
  readonly within: Box;
  readonly crowding: Crowding;
  readonly build: (source: Source) => Marker;
}

/** A marker among others, at the first of its spots that is free; else it becomes one with the one that it meets. */
function settled(markers: readonly Marker[], marker: Marker, setting: Setting): readonly Marker[] {
  const { within, crowding, build } = setting;
  const meets = (box: Box): Marker | undefined => markers.find((other) => overlap(padded(other.box, 2 * APART), box));
  const free = spotsOf(marker, within, crowding).find(({ box }) => isInside(box, within) && !meets(box));
  if (free) return [...markers, free];
  const pushed = pushedIn(marker.box, within);
  const met = meets(pushed);
  if (met === undefined) return [...markers, moved(marker, pushed, true)];
  const names = [...new Set([...met.names, ...marker.names])];
  const both = build({ at: met.at, names, groups: merged([...met.groups, ...marker.groups]) });
  const others = markers.filter((other) => other !== met);
  return settled(others, both, setting);
}

/** Directions aside. */
const ASIDE = [
  [0, -1],
  [0, 1],
  [1.5, -1],
  [1.5, 1],
  [-1.5, -1],
  [-1.5, 1],
] as const;

/** The marker with its first symbol at the place, with its last one there, and aside, the nearest first. */
function spotsOf(marker: Marker, within: Box, { aside }: Crowding): readonly Marker[] {
  const { box, parts } = marker;
  const last = parts.at(-1)?.box ?? box;
  const leftwards = { ...box, x: box.x - (last.x - box.x) };
  const spots = aside.flatMap((far) =>
    ASIDE.map(([dx, dy]) => pushedIn({ ...box, x: box.x + dx * far * SYMBOL, y: box.y + dy * far * SYMBOL }, within)),
  );
  return [
    moved(marker, box, false),
    moved(marker, leftwards, false),
    ...spots.map((spot) => moved(marker, spot, true)),
  ];
}

function moved(marker: Marker, to: Box, isAside: boolean): Marker {
  const [dx, dy] = [to.x - marker.box.x, to.y - marker.box.y];
  const parts = marker.parts.map((part) => ({ ...part, box: { ...part.box, x: part.box.x + dx, y: part.box.y + dy } }));
  return { ...marker, parts, box: to, isAside };
}

/** Moved as far as it takes to lie within. */
const pushedIn = (box: Box, within: Box): Box => ({
  ...box,
  x: Math.max(within.x, Math.min(box.x, within.x + within.width - box.width)),
  y: Math.max(within.y, Math.min(box.y, within.y + within.height - box.height)),
});

function markerOf(source: Source, symbols: number, type: Typesetter): Marker {
  const [x, y] = source.at;
  const shown = source.groups.slice(0, symbols);
  const widths = shown.map(({ kind, side }) => symbolWidth(kind, side ? type.widthOf(side.code, CODE) : 0));
  const rest = totalOf(source.groups.slice(symbols));
  const more = rest === 0 ? '' : `+${rest}`;
  const start = x - (widths[0] ?? 0) / 2;
  let left = start;
  const parts = shown.map((group, n): Part => {
    const box = { x: left, y: y - SYMBOL / 2, width: widths[n] ?? 0, height: SYMBOL };
    const count = group.count === 1 ? '' : `×${group.count}`;
    left += box.width + numberWidth(count, type) + BETWEEN;
    return { group, box, count };
  });
  const end = more === '' ? left - BETWEEN : left - BETWEEN + numberWidth(more, type) + GAP;
  const box = { x: start, y: y - SYMBOL / 2, width: end - start, height: SYMBOL };
  return { ...source, parts, more, box, isAside: false };
}

const numberWidth = (text: string, type: Typesetter): number => (text === '' ? 0 : GAP + type.widthOf(text, CODE));
