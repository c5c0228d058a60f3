import { DAY_MS } from '../domain/period.ts';
import type { Day } from './pattern.ts';

const MINUTE_MS = 60_000;

/** What the clocks of a time zone show. Wall times are in ms, as if the wall's date and time were UTC. */
export interface Zone {
  readonly wallOf: (atMs: number) => number;
  /**
   * The instants of a day's wall times, in Unix ms: the first of two where the clocks are put back over a time, and where they
   * are put forward over it the instant at which they are. Never falls as the wall time grows, be it from day to day.
   */
  readonly instantsOn: (day: Day) => (wallMs: number) => number;
}

const zones = new Map<string, Zone>();

/** Throws `RangeError` for a name that `Intl` does not know. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const made = makeZone(name);
  zones.set(name, made);
  return made;
}

function makeZone(name: string): Zone {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
  // "2026-03-29 04:00:00"; what stands behind the second of an instant is cut off.
  const wallOf = (atMs: number): number => Date.parse(`${clock.format(atMs).replace(' ', 'T')}Z`);
  const offsetAt = (atMs: number): number => wallOf(atMs) - Math.floor(atMs / 1_000) * 1_000;
  return {
    wallOf,
    instantsOn: (day) => {
      // So far before and after are on either side of any change near the day, wherever the zone lies.
      const [fromMs, toMs] = [(day - 1) * DAY_MS, (day + 2) * DAY_MS];
      const [before, after] = [offsetAt(fromMs), offsetAt(toMs)];
      if (before === after) return (wallMs) => wallMs - before;
      const endMs = changeBetween(fromMs, toMs, offsetAt);
      return (wallMs) => firstOf([wallMs - before, wallMs - after], (atMs) => wallOf(atMs) === wallMs) ?? endMs;
    },
  };
}

const firstOf = (instants: readonly number[], isRight: (atMs: number) => boolean): number | undefined =>
  instants.filter(isRight).sort((a, b) => a - b)[0];

/** The instant, to the minute, at which the offset becomes that of `toMs`. */
function changeBetween(fromMs: number, toMs: number, offsetAt: (atMs: number) => number): number {
  const goal = offsetAt(toMs);
  let [low, high] = [Math.floor(fromMs / MINUTE_MS), Math.ceil(toMs / MINUTE_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE_MS) === goal) high = middle;
    else low = middle;
  }
  return high * MINUTE_MS;
}
