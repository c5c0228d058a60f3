import type { Result } from '../domain/failure.ts';
import { DAY_MS } from '../domain/period.ts';
import { LEAST_PAUSE_MINUTES, type Timetable, type TimetableFault } from '../domain/schedule.ts';
import { DAY_MINUTES, type Pattern, patternOf } from './pattern.ts';
import { zoneOf } from './zone.ts';
import { zoneNamed, zonesNear } from './zone-names.ts';

/** In so many days every date meets every weekday, 29 February included. */
const ALL_DAYS = 28 * 365 + 7;
/** The first of them: 1 January 2001. */
const FIRST_DAY = 11_323;
/** A day that fits comes within so many days, if ever: 29 February on a given weekday may be 40 years away. */
const SEARCHED_DAYS = 41 * 366;

/** Why nothing can be done by a timetable; null: something can. */
export function faultIn({ schedule, zone }: Timetable): TimetableFault | null {
  if (zoneNamed(zone) === null) return { kind: 'no-zone', zone, near: zonesNear(zone) };
  const pattern = patternOf(schedule);
  return pattern.ok ? paceFault(pattern.value) : pattern.error;
}

function paceFault({ fits, minutes }: Pattern): TimetableFault | null {
  const days = Array.from({ length: ALL_DAYS }, (_, at) => FIRST_DAY + at).filter(fits);
  if (days.length === 0) return { kind: 'never' };
  const isOnNeighbours = days.some((day, at) => days[at + 1] === day + 1);
  const overnight = isOnNeighbours ? DAY_MINUTES + (minutes[0] ?? 0) - (minutes.at(-1) ?? 0) : DAY_MINUTES;
  const pauses = minutes.slice(1).map((minute, at) => minute - (minutes[at] ?? 0));
  const shortest = Math.min(overnight, ...pauses);
  return shortest < LEAST_PAUSE_MINUTES ? { kind: 'too-often', minutes: shortest } : null;
}

/**
 * The next `n` slots after an instant, ascending, in Unix ms. A time that the clocks skip falls on the instant at which they
 * are put forward, together with what falls there anyway; of a time that they show twice the first counts.
 * @returns [] for a timetable with a fault
 */
export function nextSlots(timetable: Timetable, afterMs: number, n: number): readonly number[] {
  return [...slotsFrom(timetable, afterMs).take(n)];
}

/** The slots in `(fromMs, toMs]`, ascending, in Unix ms, as `nextSlots` gives them. */
export function slotsBetween(timetable: Timetable, fromMs: number, toMs: number): readonly number[] {
  const slots: number[] = [];
  for (const slot of slotsFrom(timetable, fromMs)) {
    if (slot > toMs) break;
    slots.push(slot);
  }
  return slots;
}

function* slotsFrom({ schedule, zone: name }: Timetable, afterMs: number): Generator<number, void> {
  const pattern: Result<Pattern, TimetableFault> = patternOf(schedule);
  if (!pattern.ok || zoneNamed(name) === null) return;
  const { fits, minutes } = pattern.value;
  const zone = zoneOf(name);
  // What clocks skipped at the end of a day falls on the next.
  const first = Math.floor(zone.wallOf(afterMs) / DAY_MS) - 1;
  let last = afterMs;
  for (let day = first; day < first + SEARCHED_DAYS; day++) {
    if (!fits(day)) continue;
    const instantOf = zone.instantsOn(day);
    for (const minute of minutes) {
      const slot = instantOf(day * DAY_MS + minute * 60_000);
      if (slot > last) yield slot;
      last = Math.max(last, slot);
    }
  }
}
