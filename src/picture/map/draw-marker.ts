import { type Box, padded } from '../box.ts';
import type { Kit } from '../drawn.ts';
import { el, type Svg } from '../svg.ts';
import { textAt } from '../text.ts';
import { APART, CODE, GAP, type Marker, type Part } from './marker.ts';
import type { Group } from './sites.ts';
import { symbolAt } from './symbol.ts';

/** Name and colour of each side by its code. */
export type Sides = ReadonlyMap<string, { readonly name: string; readonly colour: string }>;

/** A colour for each side; of two with the same, the one that is met first has it. Those that come after the last colour have none of their own. */
export function sidesOf(groups: readonly { readonly side?: Group['side'] | undefined }[], { palette }: Kit): Sides {
  const names = new Map(groups.flatMap(({ side }) => (side ? [[side.code, side.name] as const] : [])));
  const left = [...palette.series];
  return new Map(
    [...names].map(([code, name]) => [
      code,
      { name, colour: takenColour(code, palette.series, left) ?? palette.nobody },
    ]),
  );
}

/** Takes a side's own colour, so that it has the same on one map as on the next; else the first that is left. */
function takenColour(code: string, series: readonly string[], left: string[]): string | undefined {
  const letters = [...code].reduce((sum, letter) => 5 * sum + (letter.codePointAt(0) ?? 0), 0);
  const own = left.indexOf(series[letters % series.length] ?? '');
  return left.splice(Math.max(0, own), 1)[0];
}

/** In the middle of a symbol where somebody must have done it and nobody is named. */
export const NOBODY = '?';
const DONE_BY_SOMEBODY: ReadonlySet<Group['kind']> = new Set(['move', 'strike', 'aid']);

/** Whether a symbol of the group has the sign for a side that is not named. */
export const lacksSide = ({ side, kind }: Pick<Group, 'side' | 'kind'>): boolean => !side && DONE_BY_SOMEBODY.has(kind);

/** The symbols with the letters of their sides, and how many events each stands for. */
export function drawMarker({ parts, more, box, at, isAside }: Marker, sides: Sides, kit: Kit): Svg {
  const drawn = parts.map(
    ({ group, box: own, count }) => drawSymbol(group, own, sides, kit) + numberAt(count, own, kit),
  );
  const end = { x: box.x + box.width - kit.type.widthOf(more, CODE) - GAP, y: box.y, width: 0, height: box.height };
  return (isAside ? leader(at, box, kit) : '') + drawn.join('') + numberAt(more, end, kit);
}

/** Of the dot at a place whose symbols stand aside. */
export const DOT = 7;

/** From a place to the symbols beside it. */
function leader([x, y]: Marker['at'], box: Box, { palette }: Kit): Svg {
  const toX = Math.max(box.x, Math.min(x, box.x + box.width));
  const toY = Math.max(box.y, Math.min(y, box.y + box.height));
  const line = { x1: x, y1: y, x2: toX, y2: toY, stroke: palette.text, 'stroke-width': 3 };
  return el('line', line) + el('circle', { cx: x, cy: y, r: DOT, fill: palette.text });
}

const numberAt = (text: string, { x, y, width, height }: Box, { palette }: Kit): Svg =>
  text === ''
    ? ''
    : textAt(text, { ...CODE, x: x + width + GAP, y: middle(y, height), fill: palette.text, halo: palette.land });

/** The baseline on which letters stand in the middle of a height. */
const middle = (y: number, height: number): number => y + height / 2 + CODE.size * 0.36;

/** A dotted frame says that the place is an area. */
function drawSymbol(group: Part['group'], box: Box, sides: Sides, { palette }: Kit): Svg {
  const { kind, side, confirmation, extent } = group;
  const colour = (side && sides.get(side.code)?.colour) ?? palette.nobody;
  const letters = side?.code ?? (lacksSide(group) ? NOBODY : '');
  // An arrow's point is no place for letters.
  const x = box.x + (kind === 'move' ? box.width - 16 : box.width) / 2;
  const fill = confirmation === 'confirmed' ? palette.onSeries : palette.text;
  const crossed = confirmation === 'denied' ? { halo: palette.land } : {};
  const at = { ...CODE, x, y: middle(box.y, box.height), anchor: 'middle', fill, ...crossed } as const;
  return [
    symbolAt(kind, confirmation, box, { colour, ground: palette.land }),
    letters === '' ? '' : textAt(letters, at),
    extent === 'area' ? areaFrame(box, palette.text) : '',
  ].join('');
}

/** Dots around a symbol. */
export function areaFrame(box: Box, colour: string): Svg {
  const dots = { stroke: colour, 'stroke-width': 4, 'stroke-dasharray': '0.1 8', 'stroke-linecap': 'round' };
  return el('rect', { ...padded(box, APART - 2), rx: 14, fill: 'none', ...dots });
}
