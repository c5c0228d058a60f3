import { el, escapeXml, type Svg } from './svg.ts';
import type { TextStyle } from './typesetter.ts';

/** The family that both files of `data/font` are of. */
export const FONT_FAMILY = 'Roboto Condensed';

/**
 * Sizes of letters in pixels of a picture that is 1,200 wide. Discord on a phone shows it some 360 wide, so the smallest
 * is a little over ten pixels there.
 */
export const TITLE = { size: 52, bold: true } as const;
export const SUBTITLE = { size: 38 } as const;
export const HEADING = { size: 40, bold: true } as const;
export const BODY = { size: 36 } as const;
export const STRONG = { size: 36, bold: true } as const;
export const SMALL = { size: 34 } as const;
export const SMALL_STRONG = { size: 34, bold: true } as const;

/** From a line's top to its baseline, and what it takes in all; parts of the size. */
export const ASCENT = 0.93;
export const LINE = 1.22;

export interface TextAt extends TextStyle {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of an outline that keeps the letters apart from what is under them. */
  readonly halo?: string;
}

/** One line; its text has gone through the typesetter. */
export function textAt(text: string, at: TextAt): Svg {
  const outline = at.halo
    ? { stroke: at.halo, 'stroke-width': 7, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
    : {};
  const attributes = {
    x: at.x,
    y: at.y,
    'font-size': at.size,
    'font-weight': at.bold ? 700 : 400,
    fill: at.fill,
    'text-anchor': at.anchor === 'start' ? undefined : at.anchor,
    ...outline,
  };
  return el('text', attributes, escapeXml(text));
}
