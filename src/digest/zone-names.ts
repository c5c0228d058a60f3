import { farthest, spellingDistance } from '../domain/spelling.ts';

/** What `Intl` lists under a name that is no longer the zone's first. @see https://data.iana.org/time-zones/tzdb/backward */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Every zone by its current name, and UTC. */
export const ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').map((name) => RENAMED[name] ?? name),
];

const byFolded = new Map(ZONES.map((name) => [folded(name), name]));

/** The zone as it is spelt; null: there is none of that name. Offsets such as `+02:00` name none. */
export function zoneNamed(name: string): string | null {
  const known = byFolded.get(folded(name));
  if (known !== undefined) return known;
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return RENAMED[spelt(name)] ?? spelt(name);
  } catch {
    return null;
  }
}

/** Throws `RangeError` for what is no zone. */
const spelt = (name: string): string => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;

/** Zones offered where one was not found. */
const NEAR_AT_MOST = 3;

/** The zones that may have been meant, nearest first; those whose names begin with what is typed stand before all others. */
export function zonesNear(typed: string, atMost: number = NEAR_AT_MOST): readonly string[] {
  const wanted = folded(typed);
  const place = placeOf(wanted);
  return ZONES.map((name) => ({ name, distance: distanceOf(folded(name), wanted, place) }))
    .filter(({ distance }) => distance <= farthest(place))
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name, 'en'))
    .slice(0, atMost)
    .map(({ name }) => name);
}

function distanceOf(name: string, wanted: string, place: string): number {
  if (name.startsWith(wanted) || placeOf(name).startsWith(wanted)) return -1;
  return spellingDistance(placeOf(name), place);
}

function folded(name: string): string {
  return name.trim().toLowerCase().replaceAll(' ', '_');
}

const placeOf = (name: string): string => name.split('/').at(-1) ?? name;
