import { expect, test } from 'vitest';
import { faultIn, nextSlots } from '../../src/digest/slots.ts';
import type { Schedule } from '../../src/domain/schedule.ts';
import { runWords, timetableFaultWords, timetableWords } from '../../src/render/schedule-words.ts';

const zone = 'Europe/Kyiv';
const cron = (expression: string): Schedule => ({ kind: 'cron', expression });

test.for<readonly [Schedule, string, string]>([
  [{ kind: 'daily', at: 480 }, 'every day at 08:00', 'щодня о 08:00'],
  [{ kind: 'daily', at: 660 }, 'every day at 11:00', 'щодня об 11:00'],
  [{ kind: 'weekdays', at: 485 }, 'Monday to Friday at 08:05', 'з понеділка до п’ятниці о 08:05'],
  [{ kind: 'weekly', day: 7, at: 0 }, 'every Sunday at 00:00', 'щотижня, неділя, о 00:00'],
  [{ kind: 'hours', every: 1, at: 30 }, 'every hour: 00:30, 01:30, … 23:30', 'щогодини: 00:30, 01:30, … 23:30'],
  [
    { kind: 'hours', every: 2, at: 690 },
    'every 2 hours: 01:30, 03:30, … 23:30',
    'кожні 2 години: 01:30, 03:30, … 23:30',
  ],
  [
    { kind: 'hours', every: 6, at: 540 },
    'every 6 hours: 03:00, 09:00, 15:00, 21:00',
    'кожні 6 годин: 03:00, 09:00, 15:00, 21:00',
  ],
  [cron('30 8 * * *'), 'every day at 08:30', 'щодня; о 08:30'],
  [
    cron('0 8,20 * * sun,1'),
    'on Monday and Sunday at 08:00 and 20:00',
    'дні тижня: понеділок і неділя; о 08:00 і 20:00',
  ],
  [
    cron('*/15 8-18 1,10-15 3,5 *'),
    'on day 1, 10–15 of the month in March and May at minute 0, 15, 30, 45 of the hours 8–18',
    'числа місяця: 1, 10–15; місяці: березень і травень; години: 8–18, хвилини: 0, 15, 30, 45',
  ],
  [
    cron('5 * 1 * mon'),
    'on day 1 of the month or on Monday at minute 5 of every hour',
    'числа місяця: 1 або дні тижня: понеділок; щогодини, хвилини: 5',
  ],
  [
    cron('0 0 */10 * sun'),
    'on day 1, 11, 21, 31 of the month if that is on Sunday at 00:00',
    'числа місяця: 1, 11, 21, 31, якщо це дні тижня: неділя; о 00:00',
  ],
])('%o', ([schedule, en, uk]) => {
  expect(timetableWords({ schedule, zone }, 'en')).toBe(`${en} (Europe/Kyiv time)`);
  expect(timetableWords({ schedule, zone }, 'uk')).toBe(`${uk} (час Europe/Kyiv)`);
});

test('runs are told in local time, with the offset', () => {
  const slots = nextSlots({ schedule: { kind: 'daily', at: 210 }, zone }, Date.parse('2026-10-24T12:00Z'), 2);
  expect(runWords(slots, zone, 'en')).toEqual([
    'Sun, 25 October 2026 at 03:30 GMT+3',
    'Mon, 26 October 2026 at 03:30 GMT+2',
  ]);
  expect(runWords(slots, zone, 'uk')).toEqual([
    'нд, 25 жовтня 2026 р. о 03:30 GMT+3',
    'пн, 26 жовтня 2026 р. о 03:30 GMT+2',
  ]);
});

test.for<readonly [string, string, RegExp, RegExp]>([
  ['0 0 30 2 *', zone, /No day fits/, /жоден день/],
  ['*/5 * * * *', zone, /with 5 minutes between; it must be 15/, /було б 5 хвилин; має бути щонайменше 15/],
  ['* * * * *', zone, /with 1 minute between/, /було б 1 хвилина/],
  ['0 25 * * *', zone, /“25” is nothing that the hour/, /«25» не підходить для поля cron «година»/],
  ['0 8', zone, /has five fields .* this one has 2/, /має п’ять полів .* тут їх 2/],
  [
    '0 8 * * *',
    'Europe/Kiyv',
    /no time zone “Europe\/Kiyv”. Near it: Europe\/Kyiv\./,
    /«Europe\/Kiyv» немає. Схожі: Europe\/Kyiv\./,
  ],
  ['0 8 * * *', 'Nowhere', /such as Europe\/London/, /наприклад, Europe\/London/],
])('"%s" in %s is refused with words', ([expression, inZone, en, uk]) => {
  const fault = faultIn({ schedule: cron(expression), zone: inZone });
  expect(fault && timetableFaultWords(fault, 'en')).toMatch(en);
  expect(fault && timetableFaultWords(fault, 'uk')).toMatch(uk);
});
