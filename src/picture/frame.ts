import type { PictureSpec } from '../domain/picture.ts';
import { type Drawn, INNER, type Kit, MARGIN, WIDTH } from './drawn.ts';
import { el, type Svg } from './svg.ts';
import { ASCENT, FONT_FAMILY, LINE, SMALL, SUBTITLE, TITLE, textAt } from './text.ts';
import type { TextStyle } from './typesetter.ts';

const TOP = 24;
const GAP = 14;

/** A whole picture: title, subtitle, what `body` draws from a height on, and where it is from. */
export function framed(spec: PictureSpec, kit: Kit, body: (top: number) => Drawn): Svg {
  const title = lines(kit, spec.title, { style: TITLE, fill: kit.palette.text, top: TOP, most: 2 });
  const subtitle = lines(kit, spec.subtitle, { style: SUBTITLE, fill: kit.palette.muted, top: title.bottom, most: 2 });
  const main = body(subtitle.bottom + GAP);
  const source = lines(kit, spec.source, { style: SMALL, fill: kit.palette.muted, top: main.bottom + GAP, most: 2 });
  const height = Math.ceil(source.bottom + TOP);
  const size = { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` };
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': FONT_FAMILY },
    el('rect', { width: WIDTH, height, fill: kit.palette.background }),
    ...[main, title, subtitle, source].map(({ svg }) => svg),
  );
}

interface Lines {
  readonly style: TextStyle;
  readonly fill: string;
  readonly top: number;
  readonly most: number;
  /** From the margin. */
  readonly indent?: number;
}

/** A text from the left margin on, broken into at most so many lines; nothing for an empty one. */
export function lines(kit: Kit, text: string, { style, fill, top, most, indent = 0 }: Lines): Drawn {
  const height = style.size * LINE;
  const wrapped = kit.type.wrap(text, style, INNER - indent, most);
  const at = (n: number) => ({ ...style, fill, x: MARGIN + indent, y: top + n * height + style.size * ASCENT });
  return { svg: wrapped.map((line, n) => textAt(line, at(n))).join(''), bottom: top + wrapped.length * height };
}
