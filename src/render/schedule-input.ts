import { LANGUAGES } from '../domain/language.ts';
import { DAY_MS } from '../domain/period.ts';
import { Schedule } from '../domain/schedule.ts';
import { messagesIn } from './messages/in-language.ts';
import { timeWords } from './schedule-words.ts';

/** What a schedule without a time is taken to mean, in minutes of the day. */
const USUAL_MINUTE = 9 * 60;
const HOUR_MINUTES = 60;

/**
 * Reads a schedule as people write it, in any of our languages: `daily 9:00`, `weekdays 8:30 pm`, `Monday 10`, `every 6 hours`,
 * `every 30 minutes`, a time alone, or a cron expression of five fields; without a time, 09:00 is meant.
 * @returns null for what is none of these; a cron expression is not looked into
 */
export function readSchedule(typed: string): Schedule | null {
  const words = plainOf(typed);
  if (isCron(words)) return valid({ kind: 'cron', expression: words });
  const { at, rest } = timeIn(words);
  if (rest === null || at === null) return null;
  return valid(kindOf(rest, at));
}

const plainOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['ʼ`]/g, '’')
    .replace(/[,;]\s/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const isCron = (words: string): boolean => words.split(' ').length === 5 && /^[\d*][\d*,/-]* [\d*]/.test(words);

function valid(schedule: unknown): Schedule | null {
  const parsed = Schedule.safeParse(schedule);
  return parsed.success ? parsed.data : null;
}

const TIME = /(?:^|\s)(\d{1,2})(?:[:.](\d{2}))?(?:\s?(am|pm))?$/;

/** The time at the end, and what stands before it; `at` null: the time is none. */
function timeIn(words: string): { readonly at: number | null; readonly rest: string | null } {
  const found = TIME.exec(words);
  if (!found) return { at: USUAL_MINUTE, rest: words };
  const [, hour = '', minute = '0', half] = found;
  return { at: minuteOfDay(Number(hour), Number(minute), half), rest: words.slice(0, found.index).trim() };
}

function minuteOfDay(hour: number, minute: number, half: string | undefined): number | null {
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null;
  return (half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour) * HOUR_MINUTES + minute;
}

const inputs = LANGUAGES.map((language) => messagesIn(language).schedule.input);
const isAmong = (word: string, of: 'daily' | 'weekdays' | 'hourly' | 'filler'): boolean =>
  inputs.some((input) => input[of].includes(word));

function kindOf(rest: string, at: number): unknown {
  const words = rest.split(' ').filter((word) => word !== '' && !isAmong(word, 'filler'));
  const named = words.join(' ');
  if (named === '' || isAmong(named, 'daily')) return { kind: 'daily', at };
  if (isAmong(named, 'weekdays')) return { kind: 'weekdays', at };
  if (isAmong(named, 'hourly')) return { kind: 'hours', every: 1, at };
  const pause = pauseIn(named);
  if (pause) return pause.unit === 'hours' ? { kind: 'hours', every: pause.n, at } : everyMinutes(pause.n);
  const day = named.includes(' ') ? null : weekdayOf(named);
  return day === null ? null : { kind: 'weekly', day, at };
}

function pauseIn(words: string): { readonly n: number; readonly unit: 'hours' | 'minutes' } | null {
  const [, n = '', name = ''] = /^(\d{1,3}) ?([^\d\s]+)$/.exec(words) ?? [];
  for (const unit of ['hours', 'minutes'] as const)
    if (inputs.some((input) => input[unit].includes(name))) return { n: Number(n), unit };
  return null;
}

/** Pauses that go into an hour without a rest. */
const everyMinutes = (n: number): unknown =>
  n > 0 && n < HOUR_MINUTES && HOUR_MINUTES % n === 0 ? { kind: 'cron', expression: `*/${n} * * * *` } : null;

/** 5 January 1970 was a Monday. */
const nameOfDay = (language: string, day: number, weekday: 'long' | 'short'): string =>
  plainOf(new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format((day + 3) * DAY_MS));

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
  LANGUAGES.map((language) => ({
    day,
    long: nameOfDay(language, day, 'long'),
    short: nameOfDay(language, day, 'short'),
  })),
);

/** 1: Monday. Knows a name by its beginning, and by its stem with any ending. */
function weekdayOf(word: string): number | null {
  // "щопонеділка"
  const stem = word.replace(/^що/, '');
  const found = WEEKDAYS.find(
    ({ long, short }) =>
      stem === short || (stem.length >= 3 && long.startsWith(stem)) || stem.startsWith(long.slice(0, -2)),
  );
  return found?.day ?? null;
}

/** A schedule as `readSchedule` reads it back: at most 100 characters. */
export function scheduleCode(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'daily':
    case 'weekdays':
      return `${schedule.kind} ${timeWords(schedule.at)}`;
    case 'weekly':
      return `${nameOfDay('en', schedule.day, 'long')} ${timeWords(schedule.at)}`;
    case 'hours':
      return `every ${schedule.every} hours ${timeWords(schedule.at)}`;
    case 'cron':
      return schedule.expression;
  }
}

/** What may be meant by what is typed so far, the likeliest first. */
export function schedulesLike(typed: string): readonly Schedule[] {
  const read = readSchedule(typed);
  const { at, rest } = timeIn(plainOf(typed));
  if (rest !== '' || at === null) return read ? [read] : [];
  return [
    { kind: 'daily', at },
    { kind: 'weekdays', at },
    { kind: 'weekly', day: 1, at },
    { kind: 'hours', every: 12, at },
    { kind: 'hours', every: 6, at },
  ];
}
