import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultIn, nextSlots, slotsBetween } from '../../src/digest/slots.ts';
import { ZONES } from '../../src/digest/zone-names.ts';
import { EVERY_HOURS, type Schedule, type Timetable } from '../../src/domain/schedule.ts';

const iso = (slots: readonly number[]): readonly string[] =>
  slots.map((slot) => new Date(slot).toISOString().slice(0, 16));
const daily = (at: number, zone: string): Timetable => ({ schedule: { kind: 'daily', at }, zone });
const cron = (expression: string): Timetable => ({ schedule: { kind: 'cron', expression }, zone: 'Europe/Kyiv' });

describe('slots through changes of the clocks', () => {
  test.for([
    [
      'a time that is skipped falls on the end of the gap',
      daily(210, 'Europe/Kyiv'),
      '2026-03-28T12:00Z',
      ['2026-03-29T01:00', '2026-03-30T00:30'],
    ],
    [
      'a time that comes twice counts once, the first time',
      daily(210, 'Europe/Kyiv'),
      '2026-10-24T12:00Z',
      ['2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'a gap of half an hour',
      daily(135, 'Australia/Lord_Howe'),
      '2026-10-03T00:00Z',
      ['2026-10-03T15:30', '2026-10-04T15:15'],
    ],
    ['a gap at midnight', daily(15, 'America/Santiago'), '2026-09-05T12:00Z', ['2026-09-06T04:00', '2026-09-07T03:15']],
    [
      'the day that Samoa left out',
      daily(540, 'Pacific/Apia'),
      '2011-12-29T12:00Z',
      ['2011-12-29T19:00', '2011-12-30T10:00', '2011-12-30T19:00'],
    ],
  ] as const)('%s', ([, timetable, after, expected]) => {
    expect(iso(nextSlots(timetable, Date.parse(after), expected.length))).toEqual(expected);
  });

  test('what falls on the end of the gap anyway comes once', () => {
    const timetable: Timetable = { schedule: { kind: 'hours', every: 1, at: 0 }, zone: 'Europe/Kyiv' };
    expect(iso(slotsBetween(timetable, Date.parse('2026-03-29T00:00Z'), Date.parse('2026-03-29T02:00Z')))).toEqual([
      '2026-03-29T01:00',
      '2026-03-29T02:00',
    ]);
  });

  const someTimetable = fc.record({
    schedule: fc.oneof<fc.Arbitrary<Schedule>[]>(
      fc.record({ kind: fc.constant('daily' as const), at: fc.integer({ min: 0, max: 1_439 }) }),
      fc.record({
        kind: fc.constant('hours' as const),
        every: fc.constantFrom(...EVERY_HOURS),
        at: fc.integer({ min: 0, max: 1_439 }),
      }),
    ),
    zone: fc.constantFrom(...ZONES),
  });

  test('in any zone slots ascend, and asking from any instant on gives the same ones', () => {
    const instant = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(someTimetable, instant, fc.nat(9), (timetable, after, at) => {
        const slots = nextSlots(timetable, after, 10);
        expect(slots).toHaveLength(10);
        expect(slots).toEqual([...new Set(slots)].sort((a, b) => a - b));
        expect(slots[0]).toBeGreaterThan(after);
        const [first = 0, middle = 0, last = 0] = [slots[0], slots[at], slots[9]];
        expect(nextSlots(timetable, middle - 1, 10 - at)).toEqual(slots.slice(at));
        expect(slotsBetween(timetable, first - 1, last)).toEqual(slots);
      }),
      { numRuns: 60 },
    );
  });
});

describe('timetables that cannot be kept', () => {
  test.for([
    ['0 0 30 2 *', { kind: 'never' }],
    ['0 0 31 4,6,9,11 *', { kind: 'never' }],
    ['* * * * *', { kind: 'too-often', minutes: 1 }],
    ['*/14 * * * *', { kind: 'too-often', minutes: 4 }],
    ['0,59 0,23 * * *', { kind: 'too-often', minutes: 1 }],
    ['0 8 * *', { kind: 'no-cron', fields: 4 }],
    ['', { kind: 'no-cron', fields: 1 }],
    ['60 8 * * *', { kind: 'no-cron-field', field: 'minute', text: '60' }],
    ['0 8-2 * * *', { kind: 'no-cron-field', field: 'hour', text: '8-2' }],
    ['0 8 L * *', { kind: 'no-cron-field', field: 'day', text: 'l' }],
    ['0 8 * 13 *', { kind: 'no-cron-field', field: 'month', text: '13' }],
    ['0 8 * * mon#2', { kind: 'no-cron-field', field: 'weekday', text: 'mon#2' }],
    ['*/0 8 * * *', { kind: 'no-cron-field', field: 'minute', text: '*/0' }],
    ['0 8,,9 * * *', { kind: 'no-cron-field', field: 'hour', text: '8,,9' }],
  ] as const)('%s', ([expression, fault]) => {
    expect(faultIn(cron(expression))).toEqual(fault);
  });

  test.for(['0 0 29 2 *', '0,59 0,23 1 * *', '*/15 * * * *', '0 8 * * 7', '0 8 * * fri-sun,1', '0 0 1-31/3 */2 *'])(
    '%s can be',
    (expression) => {
      const expected = expression.includes('fri-sun')
        ? { kind: 'no-cron-field', field: 'weekday', text: 'fri-sun,1' }
        : null;
      expect(faultIn(cron(expression))).toEqual(expected);
    },
  );

  test('a leap day is found however far it is', () => {
    expect(iso(nextSlots(cron('0 12 29 2 *'), Date.parse('2096-03-01T00:00Z'), 1))).toEqual(['2104-02-29T10:00']);
  });

  test('any text is either refused or has slots', () => {
    const piece = fc.constantFrom('*', '*/2', '1', '30', 'mon', '1-5', '0,30', '/', '-', 'x', '99');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 4, maxLength: 6 }), (pieces) => {
        const timetable = cron(pieces.join(' '));
        expect(nextSlots(timetable, 0, 1).length > 0).toBe(['too-often', undefined].includes(faultIn(timetable)?.kind));
      }),
      { numRuns: 40 },
    );
  });

  test.for([
    ['Europe/Kiyv', ['Europe/Kyiv']],
    ['Kyiv', ['Europe/Kyiv']],
    ['Asia/Kyiv', ['Europe/Kyiv']],
    ['new york', ['America/New_York']],
    ['+02:00', []],
    ['Mars/Olympus Mons', []],
  ] as const)('no zone is called %s', ([zone, near]) => {
    expect(faultIn(daily(0, zone))).toEqual({ kind: 'no-zone', zone, near });
    expect(nextSlots(daily(0, zone), 0, 1)).toEqual([]);
  });

  test.for(['Europe/Kiev', 'europe/kyiv', 'UTC', 'Etc/GMT+2', 'Asia/Kathmandu', 'US/Eastern'])(
    '%s is a zone',
    (zone) => {
      expect(faultIn(daily(0, zone))).toBeNull();
    },
  );
});
