import type { Box } from '../box.ts';
import { overlap, padded } from '../box.ts';
import type { Kit } from '../drawn.ts';
import { el, type Svg } from '../svg.ts';
import { SMALL_STRONG, textAt } from '../text.ts';
import type { Group, Site } from './sites.ts';
import { merged, totalOf } from './sites.ts';
import { SYMBOL, symbolAt, symbolWidth } from './symbol.ts';
import type { View } from './view.ts';

/** What stands at a place of the map: up to three symbols in a row, and how many events more. */
export interface Marker {
  readonly name: string;
  /** Places that had no room of their own and stand here too. */
  readonly others: number;
  readonly x: number;
  readonly y: number;
  readonly groups: readonly Group[];
  readonly box: Box;
}

const MOST_SYMBOLS = 3;
const GAP = 6;
/** Kept free around a marker. */
const APART = 7;
/** Of the letters in a symbol. */
export const CODE = SMALL_STRONG;

/** Colours of sides in the order in which they are met. */
export type Sides = ReadonlyMap<string, { readonly name: string; readonly colour: string }>;

interface Part {
  readonly group: Group;
  readonly width: number;
  /** "×3", or '' for one event. */
  readonly count: string;
  readonly countWidth: number;
}

const countWords = (n: number): string => (n === 1 ? '' : `×${n}`);

function partOf(group: Group, kit: Kit): Part {
  const letters = group.side ? kit.type.widthOf(group.side.code, CODE) : 0;
  const count = countWords(group.count);
  const countWidth = count === '' ? 0 : kit.type.widthOf(count, SMALL_STRONG) + GAP;
  return { group, width: symbolWidth(group.kind, letters), count, countWidth };
}

const moreOf = (groups: readonly Group[]): string =>
  groups.length > MOST_SYMBOLS ? `+${totalOf(groups.slice(MOST_SYMBOLS))}` : '';

function markerOf(
  site: { name: string; x: number; y: number },
  others: number,
  groups: readonly Group[],
  kit: Kit,
): Marker {
  const parts = groups.slice(0, MOST_SYMBOLS).map((group) => partOf(group, kit));
  const more = moreOf(groups);
  const symbols = parts.reduce((sum, { width, countWidth }) => sum + width + countWidth + GAP, -GAP);
  const width = symbols + (more === '' ? 0 : GAP + kit.type.widthOf(more, SMALL_STRONG));
  const box = { x: site.x - width / 2, y: site.y - SYMBOL / 2, width, height: SYMBOL };
  return { ...site, others, groups, box };
}

/**
 * Markers that do not overlap and lie in the frame: a place that has no room goes to the marker that is in its way.
 * Places with most events come first.
 */
export const markersOf = (sites: readonly Site[], view: View, kit: Kit): readonly Marker[] =>
  sites.reduce<readonly Marker[]>((markers, { lat, lon, name, groups }) => {
    const [x, y] = view.at(lon, lat);
    return settled(markers, pushedIn(markerOf({ name, x, y }, 0, groups, kit), view.frame), view.frame, kit);
  }, []);

/** A marker among others; those that it meets become one with it, under the name of the first. */
function settled(markers: readonly Marker[], marker: Marker, frame: Box, kit: Kit): readonly Marker[] {
  const met = markers.find(({ box }) => overlap(padded(box, 2 * APART), marker.box));
  if (met === undefined) return [...markers, marker];
  const both = markerOf(met, met.others + marker.others + 1, merged([...met.groups, ...marker.groups]), kit);
  const rest = markers.filter((other) => other !== met);
  return settled(rest, pushedIn(both, frame), frame, kit);
}

/** Moved as far as it takes to lie in the frame. */
function pushedIn(marker: Marker, frame: Box): Marker {
  const { box } = marker;
  const x = Math.max(frame.x + APART, Math.min(box.x, frame.x + frame.width - APART - box.width));
  const y = Math.max(frame.y + APART, Math.min(box.y, frame.y + frame.height - APART - box.height));
  return { ...marker, x: marker.x + x - box.x, y: marker.y + y - box.y, box: { ...box, x, y } };
}

/** The symbols with the letters of their sides, and how many events each stands for. */
export function drawMarker({ groups, box }: Marker, sides: Sides, kit: Kit): Svg {
  const { palette } = kit;
  const baseline = box.y + SYMBOL / 2 + CODE.size * 0.36;
  const label = { ...SMALL_STRONG, y: baseline, fill: palette.text, halo: palette.land };
  const parts = groups.slice(0, MOST_SYMBOLS).map((group) => partOf(group, kit));
  let x = box.x;
  const drawn = parts.map((part) => {
    const symbol = drawSymbol(part.group, { x, y: box.y, width: part.width, height: SYMBOL }, sides, kit);
    const count = part.count === '' ? '' : textAt(part.count, { ...label, x: x + part.width + GAP });
    x += part.width + part.countWidth + GAP;
    return symbol + count;
  });
  const more = moreOf(groups);
  return drawn.join('') + (more === '' ? '' : textAt(more, { ...label, x }));
}

/** One symbol with the letters of its side in it; a dotted frame says that the place is an area. */
export function drawSymbol(group: Omit<Group, 'count'>, box: Box, sides: Sides, { palette }: Kit): Svg {
  const { kind, side, confirmation, extent } = group;
  const colour = (side && sides.get(side.code)?.colour) ?? palette.nobody;
  const isFilled = confirmation === 'confirmed';
  const letters = {
    ...CODE,
    x: box.x + (kind === 'move' ? box.width - 14 : box.width) / 2,
    y: box.y + box.height / 2 + CODE.size * 0.36,
    anchor: 'middle',
    fill: isFilled ? palette.onSeries : palette.text,
    ...(confirmation === 'denied' && { halo: palette.land }),
  } as const;
  return [
    symbolAt(kind, confirmation, box, { colour, ground: palette.land }),
    ...(side ? [textAt(side.code, letters)] : []),
    ...(extent === 'area' ? [areaFrame(box, palette.text)] : []),
  ].join('');
}

const areaFrame = (box: Box, colour: string): Svg => {
  const dots = { stroke: colour, 'stroke-width': 4, 'stroke-dasharray': '0.1 8', 'stroke-linecap': 'round' };
  return el('rect', { ...padded(box, APART - 1), rx: 16, fill: 'none', ...dots });
};

/** A colour for each side, in the order in which they are met; those that come after the last colour have none of their own. */
export function sidesOf(groups: readonly Pick<Group, 'side'>[], { palette }: Kit): Sides {
  const names = new Map(groups.flatMap(({ side }) => (side ? [[side.code, side.name] as const] : [])));
  return new Map(
    [...names].map(([code, name], n) => [code, { name, colour: palette.series[n] ?? palette.nobody }] as const),
  );
}
