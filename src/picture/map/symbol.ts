import type { MapConfirmation, MapKind } from '../../domain/picture.ts';
import type { Box } from '../box.ts';
import { el, type Svg } from '../svg.ts';

/** Height of a symbol, and the least width, in pixels. */
export const SYMBOL = 62;

export interface Ink {
  readonly colour: string;
  /** Behind a symbol that is not filled, and around every one. */
  readonly ground: string;
}

/** Outline of a kind in a box: no two are alike without colour. */
function outlineOf(kind: MapKind, { x, y, width: w, height: h }: Box): string {
  const at = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map(([px, py]) => `${rounded(x + px * w)} ${rounded(y + py * h)}`).join('L')}Z`;
  switch (kind) {
    case 'move':
      return at([
        [0, 0.12],
        [1 - 0.34 * (h / w), 0.12],
        [1, 0.5],
        [1 - 0.34 * (h / w), 0.88],
        [0, 0.88],
      ]);
    case 'strike':
      return at(star());
    case 'visit':
      return pill({ x, y: y + h * 0.06, width: w, height: h * 0.88 });
    case 'aid':
      return at([
        [0.04, 0.08],
        [0.96, 0.08],
        [0.96, 0.92],
        [0.04, 0.92],
      ]);
    case 'impact':
      return at([
        [0.5, 0],
        [1, 0.5],
        [0.5, 1],
        [0, 0.5],
      ]);
    default:
      return kind satisfies never;
  }
}

const rounded = (n: number): number => Math.round(n * 10) / 10;

const SPIKES = 8;
const INNER_RADIUS = 0.39;

/** A star in a box of one by one. */
const star = (): readonly (readonly [number, number])[] =>
  Array.from({ length: 2 * SPIKES }, (_, n) => {
    const radius = n % 2 === 0 ? 0.53 : INNER_RADIUS;
    const angle = (Math.PI * n) / SPIKES;
    return [0.5 + radius * Math.sin(angle), 0.5 - radius * Math.cos(angle)] as const;
  });

function pill({ x, y, width, height }: Box): string {
  const r = height / 2;
  return `M${rounded(x + r)} ${rounded(y)}H${rounded(x + width - r)}a${r} ${r} 0 0 1 0 ${height}H${rounded(x + r)}a${r} ${r} 0 0 1 0 -${height}Z`;
}

/** How wide a symbol is for the letters in it; a diamond and a star have less room inside. */
export const symbolWidth = (kind: MapKind, letters: number): number => {
  const beside = { move: 34, strike: 34, visit: 26, aid: 20, impact: 44 }[kind];
  return Math.max(SYMBOL, letters === 0 ? 0 : letters + beside);
};

/** A symbol in the look of its confirmation. */
export const symbolAt = (kind: MapKind, confirmation: MapConfirmation, box: Box, ink: Ink): Svg =>
  drawn(outlineOf(kind, box), confirmation, box, ink);

/** The look of a confirmation without a kind: a bar. */
export function confirmationLook(confirmation: MapConfirmation, { x, y, width, height }: Box, ink: Ink): Svg {
  const bar = { x, y: y + height / 4, width, height: height / 2 };
  return drawn(`M${bar.x} ${bar.y}h${width}v${bar.height}h-${width}Z`, confirmation, bar, ink);
}

/** Filled where it is confirmed, an outline where it is reported, a dashed one where it is claimed, crossed where denied. */
function drawn(d: string, confirmation: MapConfirmation, box: Box, { colour, ground }: Ink): Svg {
  const line = { 'stroke-width': 5, 'stroke-linejoin': 'round' };
  const dashes = confirmation === 'claimed' ? '9 7' : undefined;
  const fill = confirmation === 'confirmed' ? colour : ground;
  return [
    el('path', { d, fill: ground, stroke: ground, 'stroke-width': 13, 'stroke-linejoin': 'round' }),
    el('path', { d, fill, stroke: colour, ...line, 'stroke-dasharray': dashes }),
    ...(confirmation === 'denied' ? [crossIn(box, colour)] : []),
  ].join('');
}

const crossIn = ({ x, y, width, height }: Box, colour: string): Svg =>
  el('path', {
    d: `M${rounded(x)} ${rounded(y)}L${rounded(x + width)} ${rounded(y + height)}M${rounded(x + width)} ${rounded(y)}L${rounded(x)} ${rounded(y + height)}`,
    stroke: colour,
    'stroke-width': 5,
    'stroke-linecap': 'round',
  });
