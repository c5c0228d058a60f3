import { z } from 'zod';

/** Minute of a day by the clock on the wall, from 0; 1,440 minutes whatever the day's length. */
const MinuteOfDay = z.int().min(0).max(1_439);

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** Pauses that go into a day without a rest, so that every day has the same hours. */
export const EVERY_HOURS = [1, 2, 3, 4, 6, 8, 12] as const;

/** Shortest pause between two runs, in minutes by the clock on the wall. */
export const LEAST_PAUSE_MINUTES = 15;

/** Longest cron expression. */
const CRON_CHARS = 100;

/** When something is to be done, by the clock on a wall in some time zone. */
export const Schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily'), at: MinuteOfDay }).readonly(),
  /** Monday to Friday. */
  z.strictObject({ kind: z.literal('weekdays'), at: MinuteOfDay }).readonly(),
  z.strictObject({ kind: z.literal('weekly'), day: z.literal(WEEK), at: MinuteOfDay }).readonly(),
  /** At `at` and every so many hours before and after it, the same on every day. */
  z.strictObject({ kind: z.literal('hours'), every: z.literal(EVERY_HOURS), at: MinuteOfDay }).readonly(),
  /** Minute, hour, day of month, month, day of week (crontab(5)). */
  z.strictObject({ kind: z.literal('cron'), expression: z.string().min(1).max(CRON_CHARS) }).readonly(),
]);
export type Schedule = z.infer<typeof Schedule>;

/** A schedule in a time zone, by its IANA name. */
export const Timetable = z.strictObject({ schedule: Schedule, zone: z.string().min(1).max(60) }).readonly();
export type Timetable = z.infer<typeof Timetable>;

/** The fields of a cron expression, in the order in which they stand. */
export const CRON_FIELDS = ['minute', 'hour', 'day', 'month', 'weekday'] as const;
export type CronField = (typeof CRON_FIELDS)[number];

/** Why nothing can be done by a timetable. */
export type TimetableFault =
  /** `near`: the nearest names, best first. */
  | { readonly kind: 'no-zone'; readonly zone: string; readonly near: readonly string[] }
  | { readonly kind: 'no-cron'; readonly fields: number }
  | { readonly kind: 'no-cron-field'; readonly field: CronField; readonly text: string }
  /** No day ever fits, such as 30 February. */
  | { readonly kind: 'never' }
  /** `minutes`: the shortest pause between two runs. */
  | { readonly kind: 'too-often'; readonly minutes: number };
