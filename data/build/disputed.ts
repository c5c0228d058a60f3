/**
 * Where Natural Earth's borders, which follow control on the ground, differ from those that the United Nations General
 * Assembly goes by, and where no border is agreed on. docs/pictures.md says it in words.
 */
import type { DisputedClass } from '../../src/picture/map/borders.ts';

/** Regions that are one country's on the ground and another's by the General Assembly, by Natural Earth's code for the area. */
interface Held {
  /** Natural Earth's country code and name of the region. */
  readonly country: string;
  readonly name: RegExp;
  /** Country on the ground; a name of its own where it is a state that hardly anyone recognises. */
  readonly control: string;
  readonly un: string;
}

const HELD: readonly Held[] = [
  { country: 'RU', name: /^(?:Crimea|Sevastopol)$/, control: 'RU', un: 'UA' },
  { country: 'GE', name: /^Abkhazia$/, control: 'abkhazia', un: 'GE' },
  { country: '-1', name: /^Northern Cyprus$/, control: 'northern-cyprus', un: 'CY' },
  { country: '-1', name: /^Somaliland$/, control: 'somaliland', un: 'SO' },
  { country: '-1', name: /^Baykonur/, control: 'KZ', un: 'KZ' },
];

export interface Countries {
  readonly control: string;
  readonly un: string;
}

/** Whose a region is: ISO 3166-1 codes, or a name for what has none. */
export function countriesOf(iso: string, name: string): Countries {
  const held = HELD.find((each) => each.country === iso && each.name.test(name));
  const code = iso === '-1' ? name : iso;
  return held ?? { control: code, un: code };
}

/** Pairs of countries between which a line is kept that nobody has agreed to as a border. */
const OPEN_PAIRS: ReadonlySet<string> = new Set(['IL PS', 'RS XK']);
/** Pairs whose whole line is one of control alone; the other one comes from Natural Earth's claim lines. */
const CONTROL_PAIRS: ReadonlySet<string> = new Set(['IL SY', 'EH MA']);
/** Kashmir: the lines between the states that hold parts of it. */
const KASHMIR: ReadonlySet<string> = new Set(['Jammu and Kashmir', 'Azad Kashmir', 'Northern Areas', 'Kashmir']);

interface Side extends Countries {
  readonly name: string;
}

/** What the border between two regions is. */
export function classOf(a: Side, b: Side): DisputedClass | 'country' | 'region' {
  const pair = [a.control, b.control].sort().join(' ');
  if (OPEN_PAIRS.has(pair)) return 'open';
  if (CONTROL_PAIRS.has(pair)) return 'control';
  if (a.control !== b.control && KASHMIR.has(a.name) && KASHMIR.has(b.name)) return 'open';
  if (a.control !== b.control) return a.un === b.un ? 'control' : 'country';
  return a.un === b.un ? 'region' : 'un';
}

/** Natural Earth's claim lines that are not the claim of one state alone, by the name of the claim and the country they run in. */
const LINES: Readonly<Record<string, DisputedClass | null>> = {
  'Syrian claim, Israel': 'un',
  'Western Saharan claim, Morocco': 'un',
  'Moldovan claim, Moldova': 'control',
  'Georgian claim, Georgia': 'control',
  // The regions' own border says the same.
  'Ukrainian claim, Ukraine': null,
  // Nobody holds or demands these any more.
  'Former USSR oblast in 1991, Azerbaijan': null,
  'Ceasefire Line 1994, Azerbaijan': null,
};

/** null for a line that is left out. */
export const classOfLine = (claim: string, country: string): DisputedClass | null => {
  const known = LINES[`${claim}, ${country}`];
  return known === undefined ? 'claim' : known;
};
