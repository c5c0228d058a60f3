import { MAP_CONFIRMATIONS, MAP_KINDS } from '../../domain/picture.ts';
import type { Box } from '../box.ts';
import type { Kit } from '../drawn.ts';
import { type LegendItem, SIGN } from '../legend.ts';
import { el, type Svg } from '../svg.ts';
import { textAt } from '../text.ts';
import { areaFrame, lacksSide, NOBODY, type Sides } from './draw-marker.ts';
import { CODE, type Marker, MOST_NAMES } from './marker.ts';
import { confirmationLook, symbolAt } from './symbol.ts';

/** What the map's signs mean, of those that occur in it: kinds, confirmation, sides, numbers, areas, borders. */
export function mapLegend(
  markers: readonly Marker[],
  sides: Sides,
  hasDisputed: boolean,
  kit: Kit,
): readonly LegendItem[] {
  const groups = markers.flatMap((marker) => marker.groups);
  const { kind: kindWords, confirmation: confirmationWords } = kit.words.map;
  const ink = { colour: kit.palette.nobody, ground: kit.palette.background };
  const kinds = MAP_KINDS.filter((each) => groups.some(({ kind }) => kind === each));
  const confirmations = MAP_CONFIRMATIONS.filter((each) => groups.some(({ confirmation }) => confirmation === each));
  return [
    ...kinds.map((kind) => item(kindWords[kind], (box) => symbolAt(kind, 'confirmed', box, ink))),
    ...confirmations.map((each) => item(confirmationWords[each], (box) => confirmationLook(each, box, ink))),
    ...[...sides].map(([code, { name, colour }]) => lettersItem(code, name, colour, kit)),
    ...noteItems(markers, hasDisputed, kit),
  ];
}

const item = (text: string, draw: (box: Box) => Svg, width = SIGN): LegendItem => ({ text, draw, width });

const lettersItem = (letters: string, text: string, fill: string, { type }: Kit): LegendItem => {
  const draw = ({ x, y, height }: Box): Svg =>
    textAt(letters, { ...CODE, x, y: y + height / 2 + CODE.size * 0.36, fill });
  return item(text, draw, type.widthOf(letters, CODE));
};

function noteItems(markers: readonly Marker[], hasDisputed: boolean, kit: Kit): readonly LegendItem[] {
  const { palette, words } = kit;
  const groups = markers.flatMap((marker) => marker.groups);
  const signed = (letters: string, text: string): LegendItem => lettersItem(letters, text, palette.text, kit);
  const dashes = { stroke: palette.disputed, 'stroke-width': 4, 'stroke-dasharray': '14 9' };
  const notes: readonly (readonly [boolean, LegendItem])[] = [
    [groups.some(lacksSide), signed(NOBODY, words.map.nobody)],
    [groups.some(({ count }) => count > 1), signed('×n', words.map.several)],
    [markers.some(({ more }) => more !== ''), signed('+n', words.map.more)],
    [markers.some(({ names }) => names.length > MOST_NAMES), signed('(n)', words.map.nearby)],
    [
      groups.some(({ extent }) => extent === 'area'),
      item(words.map.area, (box) =>
        areaFrame({ ...box, x: box.x + 6, width: SIGN - 12, y: box.y + 6, height: SIGN - 12 }, palette.text),
      ),
    ],
    [
      hasDisputed,
      item(words.map.disputed, ({ x, y, height }) => el('path', { d: `M${x} ${y + height / 2}h70`, ...dashes }), 70),
    ],
  ];
  return notes.flatMap(([occurs, note]) => (occurs ? [note] : []));
}
