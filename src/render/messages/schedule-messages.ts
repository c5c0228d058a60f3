import type { CronField, TimetableFault } from '../../domain/schedule.ts';

type Fault<K extends TimetableFault['kind']> = Extract<TimetableFault, { readonly kind: K }>;

/** Words of schedules. A time is "08:00"; `day`, `days` and `months` are names in the nominative, `list` joins what it is given. */
export interface ScheduleMessages {
  /** Of one time or several. */
  readonly at: (times: readonly string[], list: string) => string;
  /** `minutes`, `hours`: such as "0, 30" and "8–18"; null: every hour. */
  readonly atMinutes: (minutes: string, hours: string | null) => string;
  readonly daily: string;
  readonly weekdays: string;
  readonly weekly: (day: string) => string;
  readonly hours: (every: number, times: string) => string;
  /** Numbers of days in a month. */
  readonly dates: (days: string) => string;
  readonly weekdaysNamed: (days: string) => string;
  readonly either: (dates: string, weekdays: string) => string;
  readonly both: (dates: string, weekdays: string) => string;
  readonly months: (months: string) => string;
  /** Between days, months and times. */
  readonly between: string;
  readonly inZone: (words: string, zone: string) => string;
  readonly fault: {
    readonly noZone: (zone: string, near: readonly string[]) => string;
    readonly noCron: (fault: Fault<'no-cron'>) => string;
    readonly noCronField: (field: string, text: string) => string;
    readonly never: string;
    readonly tooOften: (fault: Fault<'too-often'>, least: number) => string;
  };
  /** How people write schedules, in small letters; `filler` means nothing by itself. */
  readonly input: Readonly<Record<'daily' | 'weekdays' | 'hourly' | 'hours' | 'minutes' | 'filler', readonly string[]>>;
  readonly field: Readonly<Record<CronField, string>>;
}
