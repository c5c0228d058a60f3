/**
 * Builds `gazetteer/settlements-*.tsv` from two of GeoNames' lists: data/README.md says where they come from.
 *
 *     node data/build-gazetteer.ts <ua-postal.tsv> <cities500.txt>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '../src/domain/entity.ts';
import { parseJson } from '../src/store/gazetteer-files.ts';
import { CELL_SEPARATOR, HEADER, settlementId } from '../src/store/gazetteer-row.ts';
import { aliasesFrom, curatedAmong, type Row, readCities, readLines } from './build/geonames.ts';
import { ukraineRows } from './build/ukraine.ts';
import { worldRows } from './build/world.ts';

const DATA = import.meta.dirname;
const CURATED = 'gazetteer/places.json';

const fullId = (row: Row): string => row.id || settlementId(row.en, row.within);

/** Country ids by code, and region ids by GeoNames' `country.region`. */
function readParents(curated: readonly Entity[]): ReadonlyMap<string, string> {
  const countries = curated.flatMap((e) => (e.kind === 'country' && e.code ? [[e.code, e.id] as const] : []));
  const regions = readLines(join(DATA, 'geonames-regions.tsv')).map((line) => {
    const [country, admin1, id = ''] = line.split('\t');
    return [`${country}.${admin1}`, id] as const;
  });
  return new Map([...countries, ...regions]);
}

/** Rows in the order of their ids; all of one id are one, with a point only where they agree on it. */
function onePerId(rows: readonly Row[]): readonly Row[] {
  const byId = Map.groupBy(rows, fullId);
  return [...byId].toSorted(([a], [b]) => compare(a, b)).flatMap(([, same]) => merged(same));
}

function merged(same: readonly Row[]): readonly Row[] {
  const [first, ...more] = same;
  if (!first) return [];
  const agreed = more.every((row) => row.at?.lat === first.at?.lat && row.at?.lon === first.at?.lon);
  const names = more.flatMap((row) => [row.en, row.uk, ...row.aliases]);
  const aliases = aliasesFrom([...first.aliases, ...names], [first.en, first.uk]);
  return [{ ...first, at: agreed ? first.at : null, aliases }];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function lineOf(row: Row): string {
  const point = row.at ? [row.at.lat.toFixed(3), row.at.lon.toFixed(3)].map((n) => String(Number(n))) : ['', ''];
  const uk = row.uk === row.en ? '' : row.uk;
  return [row.id, row.en, uk, row.within, ...point, row.aliases.join(CELL_SEPARATOR)].join('\t');
}

function write(name: string, rows: readonly Row[]): void {
  writeFileSync(join(DATA, 'gazetteer', name), `${[HEADER, ...rows.map(lineOf)].join('\n')}\n`);
  console.log(`${name}: ${rows.length} settlements, ${rows.filter((row) => row.at).length} with a point`);
}

function build(postalPath: string, citiesPath: string): void {
  const curated = parseJson(CURATED, readFileSync(join(DATA, CURATED), 'utf8')).entities;
  const cities = readCities(citiesPath);
  const parents = readParents(curated);
  const isCurated = curatedAmong(curated);
  write('settlements-ukraine.tsv', onePerId(ukraineRows(postalPath, cities, parents, isCurated)));
  write('settlements-world.tsv', onePerId(worldRows(cities, parents, isCurated)));
}

const [postalPath, citiesPath] = process.argv.slice(2);
if (postalPath === undefined || citiesPath === undefined) {
  console.error('usage: node data/build-gazetteer.ts <ua-postal.tsv> <cities500.txt>');
  process.exitCode = 2;
} else build(postalPath, citiesPath);
