import { describe, expect, test } from 'vitest';
import { nextSlots, slotsBetween } from '../../src/digest/slots.ts';
import type { Schedule } from '../../src/domain/schedule.ts';

/** All that is tested falls on multiples of it, and so does every change of these clocks; 1 looks at every minute. */
const STEP_MS = Number(process.env.SLOT_STEP_MINUTES ?? 15) * 60_000;
const [FROM, TO] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
const STEPS_BEFORE = 86_400_000 / STEP_MS;

/** A wall time, and when a clock on the wall came to it, or jumped over it, for the first time. */
interface Seen {
  readonly atMs: number;
  readonly wall: Date;
}

/** The year and the day before it as somebody in front of the clock sees it, read off `Intl` step by step: nothing is computed. */
function yearIn(zone: string): readonly Seen[] {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' },
  });
  const seen: Seen[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let atMs = FROM - STEPS_BEFORE * STEP_MS; atMs < TO; atMs += STEP_MS) {
    const [month = 0, day, year = 0, hour, minute] = clock.format(atMs).split(/\D+/).map(Number);
    const wallMs = Date.UTC(year, month - 1, day, hour, minute);
    for (let passed = Math.max(last + STEP_MS, wallMs - 2 * 3_600_000); passed <= wallMs; passed += STEP_MS)
      seen.push({ atMs, wall: new Date(passed) });
    last = Math.max(last, wallMs);
  }
  return seen;
}

/** Whatever time the clock has come to for the first time is due then; what is due at one instant is due once. */
function watched(year: readonly Seen[], isDue: (wall: Date) => boolean): readonly number[] {
  const due = year.filter(({ atMs, wall }) => atMs >= FROM && isDue(wall));
  return [...new Set(due.map(({ atMs }) => atMs))];
}

const isAt = (hour: number, minute: number) => (wall: Date) =>
  wall.getUTCHours() === hour && wall.getUTCMinutes() === minute;
const isWorkday = (wall: Date): boolean => wall.getUTCDay() !== 0 && wall.getUTCDay() !== 6;

const cron = (expression: string): Schedule => ({ kind: 'cron', expression });
const daily = (hour: number, minute: number): readonly [string, Schedule, (wall: Date) => boolean] => [
  `daily at ${hour}:${minute}`,
  { kind: 'daily', at: hour * 60 + minute },
  isAt(hour, minute),
];

const CASES: readonly (readonly [string, Schedule, (wall: Date) => boolean])[] = [
  ...[0, 1, 2, 3, 4].flatMap((hour) => [0, 15, 30, 45].map((minute) => daily(hour, minute))),
  daily(9, 0),
  daily(23, 45),
  ['weekdays at 2:15', { kind: 'weekdays', at: 135 }, (w) => isWorkday(w) && isAt(2, 15)(w)],
  ['weekdays at 18:30', { kind: 'weekdays', at: 1_110 }, (w) => isWorkday(w) && isAt(18, 30)(w)],
  ['Sundays at 3:30', { kind: 'weekly', day: 7, at: 210 }, (w) => w.getUTCDay() === 0 && isAt(3, 30)(w)],
  ['Sundays at 1:30', { kind: 'weekly', day: 7, at: 90 }, (w) => w.getUTCDay() === 0 && isAt(1, 30)(w)],
  ['Wednesdays at 7:15', { kind: 'weekly', day: 3, at: 435 }, (w) => w.getUTCDay() === 3 && isAt(7, 15)(w)],
  ['every hour', { kind: 'hours', every: 1, at: 0 }, (w) => w.getUTCMinutes() === 0],
  ['every hour at 30', { kind: 'hours', every: 1, at: 630 }, (w) => w.getUTCMinutes() === 30],
  ['every 2 hours', { kind: 'hours', every: 2, at: 0 }, (w) => w.getUTCHours() % 2 === 0 && w.getUTCMinutes() === 0],
  ['every 6 hours', { kind: 'hours', every: 6, at: 540 }, (w) => w.getUTCHours() % 6 === 3 && w.getUTCMinutes() === 0],
  ['*/15', cron('*/15 * * * *'), (w) => w.getUTCMinutes() % 15 === 0],
  ['15,45 0-4', cron('15,45 0-4 * * *'), (w) => w.getUTCHours() <= 4 && [15, 45].includes(w.getUTCMinutes())],
  ['the 29th', cron('30 2 29 * *'), (w) => w.getUTCDate() === 29 && isAt(2, 30)(w)],
  ['the 1st or a Sunday', cron('30 1 1 * sun'), (w) => (w.getUTCDate() === 1 || w.getUTCDay() === 0) && isAt(1, 30)(w)],
  [
    'weekdays of two months',
    cron('30 2 * oct,mar mon-fri'),
    (w) => [2, 9].includes(w.getUTCMonth()) && isWorkday(w) && isAt(2, 30)(w),
  ],
];

describe.for(['Europe/Kyiv', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'])('a year in %s', (zone) => {
  const year = yearIn(zone);

  test.for(CASES)('%s', ([, schedule, isDue]) => {
    const expected = watched(year, isDue);
    expect(slotsBetween({ schedule, zone }, FROM - 1, TO - 1)).toEqual(expected);
    expect(nextSlots({ schedule, zone }, FROM - 1, expected.length)).toEqual(expected);
  });
});
