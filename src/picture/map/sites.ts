import type { MapPoint } from '../../domain/picture.ts';

/** Events of one look at one place. */
export interface Group {
  readonly kind: MapPoint['kind'];
  readonly side: MapPoint['side'];
  readonly confirmation: MapPoint['confirmation'];
  readonly extent: MapPoint['extent'];
  readonly count: number;
}

/** A place with all that is told of it, most events first. */
export interface Site {
  readonly lat: number;
  readonly lon: number;
  readonly name: string;
  readonly groups: readonly Group[];
}

const lookOf = ({ kind, side, confirmation, extent }: Omit<Group, 'count'>): string =>
  [kind, side?.code ?? '', confirmation, extent].join(' ');

/** Groups of one look become one, with the sum of their events; the ones with most events come first. */
export function merged(groups: readonly Group[]): readonly Group[] {
  const byLook = Map.groupBy(groups, lookOf);
  return [...byLook.values()]
    .flatMap((same) => same.slice(0, 1).map((first) => ({ ...first, count: totalOf(same) })))
    .sort((a, b) => b.count - a.count || compare(lookOf(a), lookOf(b)));
}

export const totalOf = (groups: readonly { readonly count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The places of the points, the one with most events first; what is at the same coordinates is one place. */
export function sitesOf(points: readonly MapPoint[]): readonly Site[] {
  const byPlace = Map.groupBy(points, ({ lat, lon }) => `${lat} ${lon}`);
  return [...byPlace.values()]
    .flatMap((same) => {
      const [first] = same;
      return first ? [{ lat: first.lat, lon: first.lon, name: first.name, groups: merged(same.map(groupOf)) }] : [];
    })
    .sort((a, b) => totalOf(b.groups) - totalOf(a.groups) || compare(a.name, b.name) || a.lat - b.lat || a.lon - b.lon);
}

const groupOf = ({ kind, side, confirmation, extent, count }: MapPoint): Group => ({
  kind,
  side,
  confirmation,
  extent,
  count,
});
