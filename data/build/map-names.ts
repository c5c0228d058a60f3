import { geoArea, geoCentroid } from 'd3-geo';
import type { Position } from 'geojson';
import { type Entity, foldName } from '../../src/domain/entity.ts';
import { type City, kmBetween, type Point, readCities } from './geonames.ts';
import { holds, type Region } from './region.ts';

/** Settlements with fewer people are not written on a map unless something is told of them. */
const FEWEST_PEOPLE = 5_000;
/** Farther apart, two places of one name are two places. */
const SAME_PLACE_KM = 4;

/** What is written on a map besides the places of events. */
interface Name extends Point {
  readonly kind: 'country' | 'region' | 'settlement';
  readonly id: string;
  /** Of a country, as in `borders.json.gz`. */
  readonly code?: string | undefined;
  /** People of a settlement; square kilometres of the others. */
  readonly rank: number;
  readonly en: string;
  readonly uk: string;
}

const HEADER = 'kind\tid\tcode\tlat\tlon\trank\ten\tuk';

/** The header, then a name a line, the largest of each kind first. */
export function buildNames(
  regions: readonly Region[],
  places: readonly Entity[],
  citiesPath: string,
): readonly string[] {
  const names = [
    ...countryNames(regions, places),
    ...regionNames(regions, places),
    ...settlementNames(places, readCities(citiesPath)),
  ];
  return [HEADER, ...names.map(lineOf)];
}

const lineOf = ({ kind, id, code = '', lat, lon, rank, en, uk }: Name): string =>
  [kind, id, code, Number(lat.toFixed(3)), Number(lon.toFixed(3)), Math.round(rank), en, uk === en ? '' : uk].join(
    '\t',
  );

const byRank = (a: Name, b: Name): number => b.rank - a.rank || (a.id < b.id ? -1 : 1);

function countryNames(regions: readonly Region[], places: readonly Entity[]): readonly Name[] {
  const byCountry = Map.groupBy(regions, ({ un }) => un);
  return places
    .flatMap(({ kind, id, code, names }) => {
      const own = byCountry.get(code ?? '');
      return kind === 'country' && own ? [{ kind, id, code, ...names, ...outlineOf(own) } as const] : [];
    })
    .sort(byRank);
}

function regionNames(regions: readonly Region[], places: readonly Entity[]): readonly Name[] {
  const byId = Map.groupBy(regions, ({ id }) => id);
  return places
    .flatMap(({ kind, id, names }) => {
      const own = byId.get(id);
      return kind === 'region' && own ? [{ kind, id, ...names, ...outlineOf(own) } as const] : [];
    })
    .sort(byRank);
}

const EARTH_KM2 = 6371 ** 2;

/** The middle of the largest part, moved into it where it lies outside, and the area of all parts. */
function outlineOf(regions: readonly Region[]): Point & { readonly rank: number } {
  const areas = regions.map((region) => ({ region, area: areaOf(region.polygons) }));
  const total = areas.reduce((sum, { area }) => sum + area, 0);
  const middle = middleOf(regions.flatMap(({ polygons }) => polygons));
  const nearest = regions
    .map(({ polygons }) => middleOf(polygons))
    .sort((a, b) => kmBetween(a, middle) - kmBetween(b, middle));
  const inside = [middle, ...nearest].find((point) => regions.some((region) => holds(region, point)));
  return { ...(inside ?? middle), rank: total * EARTH_KM2 };
}

const areaOf = (polygons: readonly Position[][][]): number =>
  geoArea({ type: 'MultiPolygon', coordinates: [...polygons] });

function middleOf(polygons: readonly Position[][][]): Point {
  const [lon, lat] = geoCentroid({ type: 'MultiPolygon', coordinates: [...polygons] });
  return { lat, lon };
}

/** The gazetteer's settlements whose people GeoNames counts. */
function settlementNames(places: readonly Entity[], cities: readonly City[]): readonly Name[] {
  const large = cities.filter(({ population }) => population >= FEWEST_PEOPLE);
  const byCell = Map.groupBy(large, cellOf);
  return places
    .flatMap(({ kind, id, names, aliases, at }) => {
      if (kind !== 'settlement' || !at) return [];
      const folded = new Set([names.en, names.uk, ...aliases].map(foldName));
      const same = cellsAround(at).flatMap((cell) => byCell.get(cell) ?? []);
      const city = same.find((each) => kmBetween(each, at) < SAME_PLACE_KM && isCalled(each, folded));
      return city ? [{ kind, id, ...names, ...at, rank: city.population } as const] : [];
    })
    .sort(byRank);
}

const isCalled = ({ name, ascii, alternatives }: City, folded: ReadonlySet<string>): boolean =>
  [name, ascii, ...alternatives].some((each) => folded.has(foldName(each)));

/** A tenth of a degree wide and high. */
const cellOf = ({ lat, lon }: Point): string => `${Math.floor(lat * 10)} ${Math.floor(lon * 10)}`;

const cellsAround = ({ lat, lon }: Point): readonly string[] =>
  [-0.1, 0, 0.1].flatMap((dLat) => [-0.1, 0, 0.1].map((dLon) => cellOf({ lat: lat + dLat, lon: lon + dLon })));
