import { foldName } from '../../src/domain/entity.ts';
import { aliasesFrom, type City, type IsCurated, likeness, type Row } from './geonames.ts';
import { latinised, ukrainianNameOf } from './ukrainian-names.ts';

/** Countries of today's crises: settlements from 5,000 people on; elsewhere from 100,000. */
const CRISES = new Set(['RU', 'SD', 'PS', 'IL', 'LB', 'SY', 'YE', 'CD', 'MM', 'HT', 'ET', 'AM', 'AZ', 'GE', 'TW']);
const CRISIS_PEOPLE = 5_000;
const WORLD_PEOPLE = 100_000;
/** Latin spellings kept of a settlement in a crisis country, and Cyrillic ones anywhere. */
const LATIN_ALIASES = 5;
const CYRILLIC_ALIASES = 2;

/** Settlements outside Ukraine, each in its region where the region is known, else in its country. */
export function worldRows(
  cities: readonly City[],
  parents: ReadonlyMap<string, string>,
  isCurated: IsCurated,
): readonly Row[] {
  return cities.flatMap((city) => {
    const within = parents.get(city.region) ?? parents.get(city.country);
    if (city.country === 'UA' || !isLarge(city) || within === undefined) return [];
    return isCurated([city.name, city.ascii], within, city) ? [] : [rowOf(city, within)];
  });
}

const isLarge = (city: City): boolean => city.population >= (CRISES.has(city.country) ? CRISIS_PEOPLE : WORLD_PEOPLE);

function rowOf(city: City, within: string): Row {
  const en = englishName(city);
  const uk = ukrainianNameOf(city.alternatives, en) ?? en;
  return { id: idOf(city, en, within), en, uk, within, at: city, aliases: aliasesFrom(otherNames(city, en), [en, uk]) };
}

/** '' where the English name makes one; letters that do not fold to a to z need GeoNames' own ASCII form. */
function idOf(city: City, en: string, within: string): string {
  return /^[a-z0-9 ]+$/.test(foldName(en)) ? '' : `${foldName(city.ascii).replaceAll(' ', '-')}-${within}`;
}

/** Letters of scholarly transliteration, which English texts leave out. */
const SCHOLARLY = /[āēīōūĀĒĪŌŪḨḩŢţḐḑẔẕḤḥṢṣṬṭḌḍẖ‘’ʼ`]|\u0327|\u0331/u;
const englishName = (city: City): string => (SCHOLARLY.test(city.name) ? city.ascii.replace(/[`'’]/g, '') : city.name);

/** Further names: GeoNames' own, Russian and Ukrainian ones, and in crisis countries Latin ones, each the likest to the name. */
function otherNames(city: City, en: string): readonly string[] {
  const cyrillic = city.alternatives.filter((n) => /^[А-ЯЁІЇЄҐ][А-Яа-яЁёІіЇїЄєҐґ’' -]+$/.test(n));
  const latin = city.alternatives.filter((n) => /^[A-Z][A-Za-z' -]{3,}$/.test(n) && n !== n.toUpperCase());
  return [
    ...[city.name, city.ascii],
    ...likest(cyrillic, en, CYRILLIC_ALIASES),
    ...(CRISES.has(city.country) ? likest(latin, en, LATIN_ALIASES) : []),
  ];
}

/** Those of the names that are most like the one given, at least by half of their letters; the given name not among them. */
function likest(names: readonly string[], en: string, atMost: number): readonly string[] {
  return aliasesFrom(names, [en])
    .map((name) => ({ name, like: likeness(latinised(name), en) }))
    .filter(({ like }) => like >= 0.5)
    .sort((a, b) => b.like - a.like || (a.name < b.name ? -1 : 1))
    .slice(0, atMost)
    .map(({ name }) => name);
}
