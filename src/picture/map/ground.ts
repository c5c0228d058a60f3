import type { DisputedBorders } from '../../domain/picture.ts';
import type { Kit } from '../drawn.ts';
import { el, type Svg } from '../svg.ts';
import type { LineClass } from './borders.ts';
import type { Geography } from './geography.ts';
import { pathOf, type Trace, traces } from './path.ts';
import { boundsOf, type SeenRegion } from './stretches.ts';
import type { View } from './view.ts';

export const seenRegions = ({ regions }: Geography, view: View): readonly SeenRegion[] =>
  regions.flatMap((region) => {
    const seen = region.rings.filter(({ centre, radius }) => view.mayShow(centre, radius));
    const rings = seen.flatMap((ring) => traces(ring, view));
    return rings.length === 0 ? [] : [{ region, rings, bounds: boundsOf(rings) }];
  });

type Look = 'hidden' | 'coast' | 'country' | 'disputed';

const SOLID = { coast: 'coast', country: 'country' } as const;
/** How lines that are not agreed on are drawn: docs/pictures.md. */
const DISPUTED: Readonly<Record<DisputedBorders, Readonly<Record<Exclude<LineClass, keyof typeof SOLID>, Look>>>> = {
  dashed: { un: 'disputed', control: 'disputed', open: 'disputed', claim: 'disputed' },
  un: { un: 'country', control: 'hidden', open: 'disputed', claim: 'hidden' },
  control: { un: 'hidden', control: 'country', open: 'country', claim: 'hidden' },
};

export interface Ground {
  readonly svg: Svg;
  readonly hasDisputed: boolean;
}

/** What is laid under the places of a map. */
export interface Land {
  readonly seen: readonly SeenRegion[];
  readonly lines: Geography['lines'];
  /** Whose regions are told apart. */
  readonly detailed: ReadonlySet<string>;
}

/** Sea, land and borders. */
export function drawGround(
  { seen, lines, detailed }: Land,
  disputed: DisputedBorders,
  view: View,
  { palette }: Kit,
): Ground {
  const rings = seen.flatMap((region) => region.rings);
  const drawn = tracesByLook(lines, disputed, view);
  const outlines = seen.flatMap((each) => (detailed.has(each.region.country) ? each.rings : []));
  const pathFor = (look: Look, colour: string, width: number, dashes?: string): Svg => {
    const stroke = { stroke: colour, 'stroke-width': width, 'stroke-dasharray': dashes, 'stroke-linejoin': 'round' };
    return el('path', { d: pathOf(drawn.get(look) ?? [], false), fill: 'none', ...stroke });
  };
  const svg = [
    el('rect', { ...view.frame, fill: palette.water }),
    el('path', { d: pathOf(rings, true), fill: palette.land, stroke: palette.land, 'stroke-width': 1.5 }),
    el('path', { d: pathOf(outlines, true), fill: 'none', stroke: palette.region, 'stroke-width': 2 }),
    pathFor('coast', palette.coast, 1.5),
    pathFor('country', palette.country, 3.5),
    pathFor('disputed', palette.disputed, 3.5, '14 9'),
  ];
  return { svg: svg.join(''), hasDisputed: (drawn.get('disputed') ?? []).some((line) => isSeen(line, view)) };
}

function tracesByLook(
  lines: Geography['lines'],
  disputed: DisputedBorders,
  view: View,
): ReadonlyMap<Look, readonly Trace[]> {
  const looks: Readonly<Record<LineClass, Look>> = { ...SOLID, ...DISPUTED[disputed] };
  const near = lines.filter(({ kind, line }) => looks[kind] !== 'hidden' && view.mayShow(line.centre, line.radius));
  const byLook = Map.groupBy(near, ({ kind }) => looks[kind]);
  return new Map([...byLook].map(([look, own]) => [look, own.flatMap(({ line }) => traces(line, view))]));
}

const isSeen = (line: Trace, { frame }: View): boolean =>
  line.some((x, n) => {
    const y = line[n + 1] ?? 0;
    return n % 2 === 0 && x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
  });
