import { plurals } from './plural.ts';
import type { ScheduleMessages } from './schedule-messages.ts';

const plural = plurals('en');

export const enSchedule: ScheduleMessages = {
  at: (_, list) => `at ${list}`,
  atMinutes: (minutes, hours) => `at minute ${minutes} of ${hours === null ? 'every hour' : `the hours ${hours}`}`,
  daily: 'every day',
  weekdays: 'Monday to Friday',
  weekly: (day) => `every ${day}`,
  hours: (every, times) => `every ${every === 1 ? 'hour' : `${every} hours`}: ${times}`,
  dates: (days) => `on day ${days} of the month`,
  weekdaysNamed: (days) => `on ${days}`,
  either: (dates, weekdays) => `${dates} or ${weekdays}`,
  both: (dates, weekdays) => `${dates} if that is ${weekdays}`,
  months: (months) => `in ${months}`,
  between: ' ',
  inZone: (words, zone) => `${words} (${zone} time)`,
  fault: {
    noZone: (zone, near) =>
      `There is no time zone “${zone}”. ${near.length > 0 ? `Near it: ${near.join(', ')}.` : 'Time zones have names such as Europe/London.'}`,
    noCron: ({ fields }) =>
      `A cron expression has five fields (minute, hour, day, month, weekday); this one has ${fields}. Example: 30 8 * * 1-5.`,
    noCronField: (field, text) =>
      `“${text}” is nothing that the ${field} of a cron expression can be. Numbers, names, lists (1,15), ranges (1-5), steps (*/2) and * can be.`,
    never: 'No day fits this schedule, so it would never run.',
    tooOften: ({ minutes }, least) =>
      `This would run with ${minutes} ${plural(minutes, { one: 'minute', other: 'minutes' })} between; it must be ${least} minutes at least.`,
  },
  input: {
    daily: ['daily', 'day', 'days'],
    weekdays: ['weekdays', 'weekday', 'workdays', 'working days', 'monday to friday', 'mon-fri'],
    hourly: ['hourly', 'hour'],
    hours: ['h', 'hr', 'hrs', 'hour', 'hours'],
    minutes: ['m', 'min', 'mins', 'minute', 'minutes'],
    filler: ['every', 'each', 'at', 'on', 'the', 'weekly', 'from'],
  },
  field: { minute: 'minute', hour: 'hour', day: 'day', month: 'month', weekday: 'weekday' },
};
