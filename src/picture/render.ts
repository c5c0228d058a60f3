import { renderAsync } from '@resvg/resvg-js';
import type { Svg } from './svg.ts';
import { FONT_FAMILY } from './text.ts';

/**
 * The picture as a PNG; drawn on a thread of its own. The same bytes for the same SVG and fonts.
 * @param fontFiles paths of TrueType files: no font of the system is looked at
 */
export async function renderPng(svg: Svg, fontFiles: readonly string[]): Promise<Uint8Array> {
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: FONT_FAMILY };
  return (await renderAsync(svg, { font })).asPng();
}
