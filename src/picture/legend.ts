import type { Box } from './box.ts';
import { type Drawn, INNER, type Kit, MARGIN } from './drawn.ts';
import type { Svg } from './svg.ts';
import { SMALL, textAt } from './text.ts';

/** A sign and what it means. */
export interface LegendItem {
  /** Of the sign, in pixels. */
  readonly width: number;
  readonly draw: (box: Box) => Svg;
  readonly text: string;
}

/** Height of a sign, and the width of most. */
export const SIGN = 44;
const ROW = 56;
const GAP = 12;
const BETWEEN = 34;

/** Signs with their words in as many rows as it takes, from the left margin on. */
export function legend(items: readonly LegendItem[], kit: Kit, top: number): Drawn {
  let [x, y] = [MARGIN, top];
  const drawn = items.map(({ width, draw, text }) => {
    const words = kit.type.cut(text, SMALL, INNER - width - GAP);
    const whole = width + GAP + kit.type.widthOf(words, SMALL);
    if (x > MARGIN && x + whole > MARGIN + INNER) [x, y] = [MARGIN, y + ROW];
    const sign = draw({ x, y: y + (ROW - SIGN) / 2, width, height: SIGN });
    const at = { ...SMALL, x: x + width + GAP, y: y + ROW / 2 + SMALL.size * 0.36, fill: kit.palette.text };
    x += whole + BETWEEN;
    return sign + textAt(words, at);
  });
  return { svg: drawn.join(''), bottom: items.length === 0 ? top : y + ROW };
}
