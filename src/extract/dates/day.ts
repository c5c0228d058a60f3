const DAY_MS = 86_400_000;

/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

/** Whole days since 1970-01-01, for arithmetic. */
const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const fromNumber = (days: number): Day => new Date(days * DAY_MS).toISOString().slice(0, 10);

export const addDays = (day: Day, by: number): Day => fromNumber(dayNumber(day) + by);

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** The Monday of the week that holds a day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

export const isoYear = (year: number): string => padded(year, 4);
/** `YYYY-MM`; months beyond 1 to 12 run into the years beside. */
export function isoMonth(year: number, month: number): string {
  const months = year * 12 + month - 1;
  return `${isoYear(Math.floor(months / 12))}-${padded((((months % 12) + 12) % 12) + 1, 2)}`;
}
/** null for a day that its month does not have. */
export function isoDay(year: number, month: number, day: number): Day | null {
  const iso = `${isoMonth(year, month)}-${padded(day, 2)}`;
  const known = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(known.getTime()) && known.toISOString().startsWith(iso) ? iso : null;
}

/** Whether a text is a day that the calendar has. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return day !== undefined && isoDay(Number(year), Number(month), Number(day)) === text;
};
