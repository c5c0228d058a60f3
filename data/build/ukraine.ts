import { foldName } from '../../src/domain/entity.ts';
import {
  aliasesFrom,
  type City,
  type IsCurated,
  kmBetween,
  likeness,
  type Point,
  type Row,
  readLines,
} from './geonames.ts';
import { formerSpelling, nameInUkraine, romanise, romaniseWithY } from './ukrainian-names.ts';

/** GeoNames' mark, of its postal accuracies, for a settlement's own point. */
const EXACT = '4';
/** A point is kept where a known place of the same oblast is this near and among the three nearest. */
const NEAR_KM = 40;
/** Places that the postal list lacks (all of Crimea, cities beyond the front) come from the cities, from this size on. */
const PEOPLE = 1_000;

interface Known extends Point {
  readonly within: string;
  readonly city: City;
}

/** All postal lines of one name in one oblast. */
interface Postal {
  readonly uk: string;
  readonly within: string;
  readonly lines: readonly { readonly district: string; readonly point: string; readonly exact: boolean }[];
}

/** Ukraine's settlements by oblast: one entity for all of one name in one oblast. */
export function ukraineRows(
  postalPath: string,
  cities: readonly City[],
  parents: ReadonlyMap<string, string>,
  isCurated: IsCurated,
): readonly Row[] {
  const known = cities
    .filter((c) => c.country === 'UA')
    .map((city) => ({ city, lat: city.lat, lon: city.lon, within: parents.get(city.region) ?? 'ukraine' }));
  const postal = readPostal(postalPath, parents);
  const shared = sharedPoints(postal);
  const byName = knownByName(known);
  const villages = postal
    .map((p) => villageRow(p, pointOf(p, shared, known), byName.get(key(p.uk, p.within)) ?? []))
    .filter((row) => !isCurated([row.uk, row.en], row.within, null));
  const listed = new Set(postal.flatMap((p) => [key(p.uk, p.within), key(romanise(p.uk), p.within)]));
  const others = known.filter((k) => k.city.population >= PEOPLE).flatMap((k) => otherRow(k, listed, isCurated));
  return [...villages, ...others];
}

const key = (name: string, within: string): string => `${foldName(name)} in ${within}`;
const HOMOGLYPHS: Readonly<Record<string, string>> = { c: 'с', o: 'о', e: 'е', C: 'С' };

/** The name without notes in brackets, stress marks and Latin letters that look Cyrillic; null where it is no name. */
function cleanName(name: string): string | null {
  const clean = name
    .replace(/\s*\([^)]*\)?/g, '')
    .replace(/\u0301/g, '')
    .replace(/['`‘’]/g, '’')
    .replace(/[coeC]/g, (letter) => HOMOGLYPHS[letter] ?? letter)
    .trim();
  return /^[А-ЩЬЮЯЄІЇҐ][А-ЩЬЮЯЄІЇҐа-щьюяєіїґ’ -]+$/.test(clean) ? clean : null;
}

/** GeoNames' postal list: https://download.geonames.org/export/zip/readme.txt. Kyiv itself, one place, is left out. */
function readPostal(path: string, parents: ReadonlyMap<string, string>): readonly Postal[] {
  const found = new Map<string, Postal>();
  for (const line of readLines(path)) {
    const [, , name = '', , code = '', district = '', , , , lat, lon, accuracy] = line.split('\t');
    const uk = cleanName(name);
    // This list numbers Kyiv 13 and its oblast 12, GeoNames' cities the other way round.
    const within = code === '13' ? undefined : parents.get(`UA.${code === '12' ? '13' : code}`);
    if (uk === null || within === undefined) continue;
    const entry = { district, point: `${lat},${lon}`, exact: accuracy === EXACT };
    found.set(key(uk, within), { uk, within, lines: [...(found.get(key(uk, within))?.lines ?? []), entry] });
  }
  return [...found.values()];
}

/** Points that several names share: a district's middle, and no settlement's. */
function sharedPoints(postal: readonly Postal[]): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const { uk, lines } of postal)
    for (const { point } of lines) names.set(point, (names.get(point) ?? new Set<string>()).add(uk));
  return new Set([...names].filter(([, of]) => of.size > 1).map(([point]) => point));
}

/** The point of a name that stands for one settlement, where it proves to lie in its oblast. */
function pointOf(postal: Postal, shared: ReadonlySet<string>, known: readonly Known[]): Point | null {
  const [line, ...more] = postal.lines;
  if (!line?.exact || shared.has(line.point)) return null;
  if (more.some((m) => m.point !== line.point || m.district !== line.district)) return null;
  const [lat = Number.NaN, lon = Number.NaN] = line.point.split(',').map(Number);
  return liesIn(postal.within, { lat, lon }, known) ? { lat, lon } : null;
}

/** Whether one of the three known places nearest to a point is of that oblast, and near. */
function liesIn(within: string, point: Point, known: readonly Known[]): boolean {
  return known
    .map((k) => ({ within: k.within, km: kmBetween(k, point) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, 3)
    .some((n) => n.within === within && n.km < NEAR_KM);
}

/** Cities by each of their names with the oblast they lie in. */
function knownByName(known: readonly Known[]): ReadonlyMap<string, readonly City[]> {
  const found = new Map<string, City[]>();
  for (const { city, within } of known)
    for (const name of new Set([city.name, ...city.alternatives].map((n) => key(n, within)))) {
      const named = found.get(name);
      if (named) named.push(city);
      else found.set(name, [city]);
    }
  return found;
}

function villageRow({ uk, within }: Postal, point: Point | null, cities: readonly City[]): Row {
  const en = romanise(uk);
  const [city, ...more] = cities;
  // A city may be listed under the name of the village that it grew from: that is another place.
  const one = city && more.length === 0 && likeness(city.name, en) >= 0.5 ? city : null;
  const spellings = [
    romaniseWithY(uk),
    formerSpelling(uk),
    ...(one ? [one.name, ...one.alternatives.filter(isRussian)] : []),
  ];
  return { id: '', en, uk, within, at: point ?? one, aliases: aliasesFrom(spellings, [en, uk]) };
}

const isRussian = (name: string): boolean => /^[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё]+)*$/.test(name);

/** A city that the postal list lacks; [] where its Ukrainian name is not known, or it is there already. */
function otherRow({ city, within }: Known, listed: ReadonlySet<string>, isCurated: IsCurated): readonly Row[] {
  const uk = nameInUkraine(city.alternatives, city.name);
  if (uk === null || isCurated([uk, city.name, romanise(uk)], within, city)) return [];
  const en = romanise(uk);
  if ([uk, en, city.name, ...city.alternatives].some((n) => listed.has(key(n, within)))) return [];
  const spellings = [city.name, romaniseWithY(uk), formerSpelling(uk), ...city.alternatives.filter(isRussian)];
  return [{ id: '', en, uk, within, at: city, aliases: aliasesFrom(spellings, [en, uk]) }];
}
