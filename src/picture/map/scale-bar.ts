import type { Box } from '../box.ts';
import type { Kit } from '../drawn.ts';
import { shortNumber } from '../figures.ts';
import { el, type Svg } from '../svg.ts';
import { SMALL, textAt } from '../text.ts';

export interface ScaleBar {
  readonly box: Box;
  readonly svg: Svg;
}

const LONGEST = 260;
const PAD = 12;
const HEIGHT = 72;

/** A round length in the lower left corner of the frame. */
export function scaleBar(kmPerPixel: number, frame: Box, { palette, words, type, language }: Kit): ScaleBar {
  const km = roundBelow(LONGEST * kmPerPixel);
  const length = km / kmPerPixel;
  const text = words.map.km(shortNumber(km, language));
  const width = Math.max(length, type.widthOf(text, SMALL)) + 2 * PAD;
  const box = { x: frame.x + PAD, y: frame.y + frame.height - HEIGHT - PAD, width, height: HEIGHT };
  const [x, y] = [box.x + PAD, box.y + HEIGHT - 14];
  const bar = {
    d: `M${Math.round(x)} ${y - 10}v10h${Math.round(length)}v-10`,
    fill: 'none',
    stroke: palette.text,
    'stroke-width': 4,
  };
  const svg = [
    el('rect', { ...box, rx: 8, fill: palette.background, 'fill-opacity': 0.75 }),
    el('path', bar),
    textAt(text, { ...SMALL, x, y: y - 18, fill: palette.text }),
  ];
  return { box, svg: svg.join('') };
}

/** The largest of 1, 2 and 5 times a power of ten that is not above. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
}
