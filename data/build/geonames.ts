import { readFileSync } from 'node:fs';
import { type Entity, foldName } from '../../src/domain/entity.ts';
import { CELL_SEPARATOR } from '../../src/store/gazetteer-row.ts';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

export interface City extends Point {
  readonly geonameId: string;
  readonly name: string;
  readonly ascii: string;
  readonly alternatives: readonly string[];
  readonly country: string;
  /** Country and first-level code, as in `data/geonames-regions.tsv`. */
  readonly region: string;
  readonly population: number;
}

/** A settlement to be written down. */
export interface Row {
  /** '' where the row's names give it. */
  readonly id: string;
  readonly en: string;
  readonly uk: string;
  readonly within: string;
  readonly at: Point | null;
  readonly aliases: readonly string[];
}

/** Parts of a settlement, and settlements that are gone: https://www.geonames.org/export/codes.html */
const NO_SETTLEMENT = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

export const readLines = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** Settlements of GeoNames' table: https://download.geonames.org/export/dump/readme.txt */
export function readCities(path: string): readonly City[] {
  return readLines(path)
    .map((line) => line.split('\t'))
    .filter((cells) => !NO_SETTLEMENT.has(cells[7] ?? ''))
    .map((cells) => ({
      geonameId: cells[0] ?? '',
      name: cells[1] ?? '',
      ascii: cells[2] ?? '',
      alternatives: (cells[3] ?? '').split(',').filter((n) => n !== '' && !n.includes(CELL_SEPARATOR)),
      lat: Number(cells[4]),
      lon: Number(cells[5]),
      country: cells[8] ?? '',
      region: `${cells[8]}.${cells[10]}`,
      population: Number(cells[14]),
    }));
}

/** Great-circle distance on a sphere of 6,371 km. */
export function kmBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const sine = (degrees: number): number => Math.sin((degrees * rad) / 2) ** 2;
  const h = sine(b.lat - a.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * sine(b.lon - a.lon);
  return 2 * 6_371 * Math.asin(Math.sqrt(h));
}

/** Further names worth keeping: each fold once, none that the `names` fold to, in the order given. */
export function aliasesFrom(candidates: readonly string[], names: readonly string[]): readonly string[] {
  const seen = new Set(['', ...names.map(foldName)]);
  return candidates.filter((name) => !seen.has(foldName(name)) && seen.add(foldName(name)));
}

export type IsCurated = (names: readonly string[], within: string, at: Point | null) => boolean;

/** Two records of one name this near are one settlement, whatever region each is put in. */
const SAME_KM = 30;

/** Whether a place is among the curated ones: under one of its names in the same place or near by, or at the very point. */
export function curatedAmong(curated: readonly Entity[]): IsCurated {
  const settlements = curated.filter((e) => e.kind === 'settlement');
  const spot = (at: Point): string => `${at.lat.toFixed(3)},${at.lon.toFixed(3)}`;
  const spots = new Set(settlements.flatMap((e) => (e.at ? [spot(e.at)] : [])));
  const byName = new Map<string, Entity[]>();
  for (const e of settlements)
    for (const name of new Set([e.names.en, e.names.uk, ...e.aliases].map(foldName)))
      byName.set(name, [...(byName.get(name) ?? []), e]);
  return (candidates, within, at) =>
    (at !== null && spots.has(spot(at))) ||
    candidates
      .flatMap((name) => byName.get(foldName(name)) ?? [])
      .some((e) => e.within.includes(within) || (at && e.at && kmBetween(e.at, at) < SAME_KM));
}

const pairs = (name: string): ReadonlySet<string> =>
  new Set([...foldName(name)].map((c, at, all) => c + (all[at + 1] ?? '')));

/** How alike two Latin spellings are: Dice's coefficient of their pairs of letters, from 0 to 1. */
export function likeness(a: string, b: string): number {
  return (2 * pairs(a).intersection(pairs(b)).size) / (pairs(a).size + pairs(b).size);
}
