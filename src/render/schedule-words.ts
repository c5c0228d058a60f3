import { type Cron, parseCron } from '../domain/cron.ts';
import type { Language } from '../domain/language.ts';
import { DAY_MS } from '../domain/period.ts';
import { LEAST_PAUSE_MINUTES, type Schedule, type Timetable, type TimetableFault } from '../domain/schedule.ts';
import { messagesIn } from './messages/in-language.ts';
import type { ScheduleMessages } from './messages/schedule-messages.ts';
import { perLanguage } from './per-language.ts';

const weekdays = perLanguage((locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }));
const months = perLanguage((locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }));
const lists = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const locale = perLanguage((tag) => tag);

/** Times of one day that are listed. */
const TIMES_AT_MOST = 8;

/** A timetable said back: "every day at 08:00 (Europe/Kyiv time)". */
export function timetableWords({ schedule, zone }: Timetable, language: Language): string {
  return messagesIn(language).schedule.inZone(scheduleWords(schedule, language), zone);
}

/** Without the zone. */
export function scheduleWords(schedule: Schedule, language: Language): string {
  const words = messagesIn(language).schedule;
  switch (schedule.kind) {
    case 'daily':
    case 'weekdays':
      return `${words[schedule.kind]} ${timesWords([schedule.at], language)}`;
    case 'weekly':
      return `${words.weekly(weekdayName(schedule.day, language))} ${timesWords([schedule.at], language)}`;
    case 'hours':
      return words.hours(schedule.every, hoursWords(schedule.every, schedule.at));
    case 'cron': {
      const cron = parseCron(schedule.expression);
      return cron.ok ? cronWords(cron.value, language) : schedule.expression;
    }
  }
}

/** A minute of the day: "08:00". */
export const timeWords = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function timesWords(minutes: readonly number[], language: Language): string {
  const times = minutes.map(timeWords);
  return messagesIn(language).schedule.at(times, lists(language).format(times));
}

/** All times of a day, or how they begin and end. */
function hoursWords(every: number, at: number): string {
  const pause = every * 60;
  const times = Array.from({ length: 24 / every }, (_, n) => timeWords((at % pause) + n * pause));
  return times.length <= TIMES_AT_MOST ? times.join(', ') : `${times.slice(0, 2).join(', ')}, … ${times.at(-1)}`;
}

function cronWords(cron: Cron, language: Language): string {
  const words = messagesIn(language).schedule;
  const inMonths =
    cron.month.length < 12
      ? [
          words.months(
            namesOf(
              cron.month.map((month) => monthName(month, language)),
              language,
            ),
          ),
        ]
      : [];
  return [cronDays(cron, language), ...inMonths, cronTimes(cron, language)].join(words.between);
}

function cronDays({ day, weekday, needsBoth }: Cron, language: Language): string {
  const words = messagesIn(language).schedule;
  const [anyDate, anyWeekday] = [day.length === 31, new Set(weekday).size === 7];
  const dates = words.dates(rangesOf(day));
  const named = words.weekdaysNamed(
    namesOf(
      weekday.toSorted().map((one) => weekdayName(one, language)),
      language,
    ),
  );
  if (needsBoth) {
    if (anyDate) return anyWeekday ? words.daily : named;
    return anyWeekday ? dates : words.both(dates, named);
  }
  return anyDate || anyWeekday ? words.daily : words.either(dates, named);
}

function cronTimes({ minute, hour }: Cron, language: Language): string {
  const words: ScheduleMessages = messagesIn(language).schedule;
  const minutes = hour.flatMap((h) => minute.map((m) => h * 60 + m));
  if (minutes.length <= TIMES_AT_MOST) return timesWords(minutes, language);
  return words.atMinutes(rangesOf(minute), hour.length === 24 ? null : rangesOf(hour));
}

const namesOf = (names: readonly string[], language: Language): string => lists(language).format(names);

/** "1–5, 10": runs of three and more are drawn together. */
function rangesOf(values: readonly number[]): string {
  const runs: number[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run?.at(-1) === value - 1) run.push(value);
    else runs.push([value]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}

/** 5 January 1970 was a Monday. */
const weekdayName = (day: number, language: Language): string => weekdays(language).format((day + 3) * DAY_MS);
const monthName = (month: number, language: Language): string => months(language).format(Date.UTC(1970, month - 1, 1));

/** Runs of a timetable in its own local time, each with its offset from UTC, which tells two of one name apart. */
export function runWords(slots: readonly number[], zone: string, language: Language): readonly string[] {
  const clock = new Intl.DateTimeFormat(locale(language), {
    timeZone: zone,
    ...{ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZoneName: 'shortOffset',
  });
  return slots.map((slot) => clock.format(slot));
}

/** Why a timetable cannot be kept, for whoever asked for it. */
export function timetableFaultWords(fault: TimetableFault, language: Language): string {
  const { fault: words, field } = messagesIn(language).schedule;
  switch (fault.kind) {
    case 'no-zone':
      return words.noZone(fault.zone, fault.near);
    case 'no-cron':
      return words.noCron(fault);
    case 'no-cron-field':
      return words.noCronField(field[fault.field], fault.text);
    case 'never':
      return words.never;
    case 'too-often':
      return words.tooOften(fault, LEAST_PAUSE_MINUTES);
  }
}
