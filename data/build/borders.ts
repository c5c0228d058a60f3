import { geoArea } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, MultiLineString, MultiPolygon, Position } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import { BordersFile, type LineClass } from '../../src/picture/map/borders.ts';
import { classOf, classOfLine, countriesOf } from './disputed.ts';
import { readMultiLines, readMultiPolygons } from './gpkg.ts';
import type { Region } from './region.ts';

/** Corners whose triangle is smaller go, and so do smaller islands, in square kilometres. */
const DETAIL_KM2 = 2;
const ISLAND_KM2 = 4;
const EARTH_KM2 = 6371 ** 2;
/** Steps that longitudes and latitudes are rounded to: some 270 m at the equator. */
const STEPS = 1.5e5;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** First-level units of all countries, from QGIS's world map, which has them from Natural Earth. */
export function readRegions(worldPath: string): readonly Region[] {
  return readMultiPolygons(worldPath, 'states_provinces').map(({ columns, geometry }) => {
    const name = text(columns.name);
    return { name, ...countriesOf(text(columns.iso_a2), name), polygons: withoutIslands(geometry) };
  });
}

/** The largest polygon stays, however small. */
function withoutIslands(polygons: readonly Position[][][]): readonly Position[][][] {
  const areas = polygons.map((coordinates) => geoArea({ type: 'Polygon', coordinates }) * EARTH_KM2);
  return polygons.filter((_, n) => (areas[n] ?? 0) >= Math.min(ISLAND_KM2, Math.max(...areas)));
}

/** Regions, and the lines between them and along the coasts, without details that no picture shows. */
export function buildBorders(regions: readonly Region[], worldPath: string): BordersFile {
  const whole = topology({
    regions: collected(regions.map(regionFeature)),
    lines: collected(claimFeatures(worldPath)),
  });
  const weighed = presimplify(whole as Topology<Objects<Properties>>, sphericalTriangleArea);
  const { objects, ...rest } = quantize(simplify(weighed, DETAIL_KM2 / EARTH_KM2), STEPS);
  const borders = BordersFile.parse({ ...rest, objects });
  const claims = borders.objects.lines.geometries;
  const lines = { ...borders.objects.lines, geometries: [...claims, ...linesOf(borders, regions)] };
  return { ...borders, objects: { ...borders.objects, lines } };
}

type Properties = Readonly<Record<string, string>>;

const collected = <G extends Geometry>(features: Feature<G, Properties>[]): FeatureCollection<G, Properties> => ({
  type: 'FeatureCollection',
  features,
});

const regionFeature = ({ control, un, id, polygons }: Region): Feature<MultiPolygon, Properties> => ({
  type: 'Feature',
  properties: { country: control, ...(un !== control && { un }), ...(id !== undefined && { id }) },
  geometry: { type: 'MultiPolygon', coordinates: [...polygons] },
});

function claimFeatures(worldPath: string): Feature<MultiLineString, Properties>[] {
  return readMultiLines(worldPath, 'disputed_borders').flatMap(({ columns, geometry }) => {
    const kind = classOfLine(text(columns.name), text(columns.adm0_left));
    return kind === null ? [] : [lineFeature(kind, geometry)];
  });
}

const lineFeature = (kind: LineClass, coordinates: Position[][]): Feature<MultiLineString, Properties> => ({
  type: 'Feature',
  properties: { class: kind },
  geometry: { type: 'MultiLineString', coordinates },
});

type LineArcs = BordersFile['objects']['lines']['geometries'][number];

/** Every arc that a region has, by what it is: a coast where one region alone has it. */
function linesOf(borders: BordersFile, regions: readonly Region[]): readonly LineArcs[] {
  const owners = new Map<number, Region[]>();
  borders.objects.regions.geometries.forEach(({ arcs }, n) => {
    const region = regions[n];
    // A negative index is an arc that is walked backwards: the complement of its number.
    for (const arc of arcs.flat(2)) if (region) push(owners, arc < 0 ? ~arc : arc, region);
  });
  const byClass = Map.groupBy([...owners], ([, [a, b]]) => (a && b ? classOf(a, b) : 'coast'));
  return [...byClass].flatMap(([kind, arcs]) =>
    kind === 'region'
      ? []
      : [
          {
            type: 'MultiLineString',
            properties: { class: kind },
            arcs: arcs.map(([arc]) => [arc]),
          },
        ],
  );
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
