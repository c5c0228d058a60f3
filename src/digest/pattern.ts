import { type Cron, parseCron } from '../domain/cron.ts';
import type { Result } from '../domain/failure.ts';
import { DAY_MS } from '../domain/period.ts';
import type { Schedule, TimetableFault } from '../domain/schedule.ts';

/** A day of the calendar, as days since 1 January 1970. */
export type Day = number;

export const DAY_MINUTES = 1_440;

/** When a schedule runs, on the calendar and by the clock on the wall. */
export interface Pattern {
  readonly fits: (day: Day) => boolean;
  /** Minutes of each day that fits, ascending, at least one. */
  readonly minutes: readonly number[];
}

/** Fails as `parseCron` does. */
export function patternOf(schedule: Schedule): Result<Pattern, TimetableFault> {
  switch (schedule.kind) {
    case 'daily':
      return { ok: true, value: { fits: () => true, minutes: [schedule.at] } };
    case 'weekdays':
      return { ok: true, value: { fits: (day) => weekdayOf(day) <= 5, minutes: [schedule.at] } };
    case 'weekly':
      return { ok: true, value: { fits: (day) => weekdayOf(day) === schedule.day, minutes: [schedule.at] } };
    case 'hours':
      return { ok: true, value: { fits: () => true, minutes: everyHours(schedule.every * 60, schedule.at) } };
    case 'cron': {
      const cron = parseCron(schedule.expression);
      return cron.ok ? { ok: true, value: cronPattern(cron.value) } : cron;
    }
  }
}

/** 1: Monday. */
const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

const everyHours = (pause: number, at: number): readonly number[] =>
  Array.from({ length: DAY_MINUTES / pause }, (_, n) => (at % pause) + n * pause);

function cronPattern({ minute, hour, day: days, month: months, weekday, needsBoth }: Cron): Pattern {
  const fits = (day: Day): boolean => {
    const date = new Date(day * DAY_MS);
    if (!months.includes(date.getUTCMonth() + 1)) return false;
    const [isDate, isWeekday] = [days.includes(date.getUTCDate()), weekday.includes(weekdayOf(day))];
    return needsBoth ? isDate && isWeekday : isDate || isWeekday;
  };
  return { fits, minutes: hour.flatMap((h) => minute.map((m) => h * 60 + m)) };
}
