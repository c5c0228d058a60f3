import type { Palette } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import type { AidStatus } from '../words/words.ts';

/** How a bar is filled; a pattern as well as a colour, so that neither is needed to tell statuses apart. */
type Pattern = 'solid' | 'stripes' | 'bars' | 'grid' | 'dots' | 'open' | 'crosses';

const LOOKS: Readonly<Record<AidStatus, { readonly series: number | null; readonly pattern: Pattern }>> = {
  requested: { series: 1, pattern: 'open' },
  proposed: { series: 1, pattern: 'dots' },
  pledged: { series: 0, pattern: 'dots' },
  approved: { series: 0, pattern: 'stripes' },
  announced: { series: 0, pattern: 'bars' },
  delivering: { series: 2, pattern: 'stripes' },
  delivered: { series: 2, pattern: 'solid' },
  refused: { series: null, pattern: 'crosses' },
  suspended: { series: null, pattern: 'grid' },
};

/** Side of a pattern's tile in pixels. */
const TILE = 16;
const M = TILE / 2;

const MARKS: Readonly<Record<Exclude<Pattern, 'solid' | 'open'>, string>> = {
  stripes: `M-2 2L2 -2M0 ${TILE}L${TILE} 0M${TILE - 2} ${TILE + 2}L${TILE + 2} ${TILE - 2}`,
  bars: `M${M} 0V${TILE}`,
  grid: `M${M} 0V${TILE}M0 ${M}H${TILE}`,
  dots: `M${M - 1} ${M}h2`,
  crosses: `M2 2L${TILE - 2} ${TILE - 2}M${TILE - 2} 2L2 ${TILE - 2}`,
};

export function colourOf(status: AidStatus, palette: Palette): string {
  const { series } = LOOKS[status];
  return (series === null ? undefined : palette.series[series]) ?? palette.nobody;
}

/** What a bar of that status is filled with; needs `patternsOf` in the same picture. */
export function fillOf(status: AidStatus, palette: Palette): string {
  const { pattern } = LOOKS[status];
  if (pattern === 'solid') return colourOf(status, palette);
  return pattern === 'open' ? 'none' : `url(#${status})`;
}

/** The definitions of the patterns of those statuses. */
export function patternsOf(statuses: ReadonlySet<AidStatus>, palette: Palette): Svg {
  return el('defs', {}, ...[...statuses].map((status) => patternOf(status, palette)));
}

function patternOf(status: AidStatus, palette: Palette): Svg {
  const { pattern } = LOOKS[status];
  if (pattern === 'solid' || pattern === 'open') return '';
  const stroke = {
    stroke: colourOf(status, palette),
    'stroke-width': pattern === 'dots' ? 7 : 4,
    'stroke-linecap': 'round',
  };
  const box = { width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' };
  return el('pattern', { id: status, ...box }, el('path', { d: MARKS[pattern], fill: 'none', ...stroke }));
}
