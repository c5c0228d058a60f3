import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { EVERY_HOURS, Schedule } from '../../src/domain/schedule.ts';
import { readSchedule, scheduleCode, schedulesLike } from '../../src/render/schedule-input.ts';
import { scheduleWords } from '../../src/render/schedule-words.ts';

const at = fc.integer({ min: 0, max: 1_439 });
const oneADay: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), at }),
  fc.record({ kind: fc.constant('weekdays' as const), at }),
  fc.record({ kind: fc.constant('weekly' as const), day: fc.constantFrom(1, 2, 3, 4, 5, 6, 7), at }),
);
const several: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ kind: fc.constant('hours' as const), every: fc.constantFrom(...EVERY_HOURS), at }),
  fc.record({
    kind: fc.constant('cron' as const),
    expression: fc.constantFrom('30 8 * * *', '*/15 8-18 1,10-15 3,5 *', '5 * 1 * mon', '0 0 30 2 *'),
  }),
);

describe('a schedule', () => {
  test.for<readonly [string, Schedule]>([
    ['', { kind: 'daily', at: 540 }],
    ['9', { kind: 'daily', at: 540 }],
    ['7:45 PM', { kind: 'daily', at: 1_185 }],
    ['12am', { kind: 'daily', at: 0 }],
    ['Every day at 08.05', { kind: 'daily', at: 485 }],
    ['щодня о 8:05', { kind: 'daily', at: 485 }],
    ['weekdays', { kind: 'weekdays', at: 540 }],
    ['Mon-Fri 10', { kind: 'weekdays', at: 600 }],
    ['по буднях 10', { kind: 'weekdays', at: 600 }],
    ['weekly, on Sundays, at 18:30', { kind: 'weekly', day: 7, at: 1_110 }],
    ['tue', { kind: 'weekly', day: 2, at: 540 }],
    ['щосереди 10', { kind: 'weekly', day: 3, at: 600 }],
    ["у п'ятницю о 7", { kind: 'weekly', day: 5, at: 420 }],
    ['every 6 hours', { kind: 'hours', every: 6, at: 540 }],
    ['6h at 8', { kind: 'hours', every: 6, at: 480 }],
    ['щогодини', { kind: 'hours', every: 1, at: 540 }],
    ['кожні 12 годин о 7:00', { kind: 'hours', every: 12, at: 420 }],
    ['every 30 minutes', { kind: 'cron', expression: '*/30 * * * *' }],
    ['кожні 5 хв', { kind: 'cron', expression: '*/5 * * * *' }],
    ['  30  8 * * MON-FRI ', { kind: 'cron', expression: '30 8 * * mon-fri' }],
  ])('“%s” is read', ([typed, schedule]) => {
    expect(readSchedule(typed)).toEqual(schedule);
  });

  test.for(['25:00', '9:60', '13pm', 'every month', 'every 5 hours', 'every 7 minutes', 'whenever', 'monday tuesday'])(
    '“%s” is none',
    (typed) => {
      expect(readSchedule(typed)).toBeNull();
    },
  );

  test('is read back from its code, and from what it is called where it comes once a day', () => {
    const codes = fc.property(fc.oneof(oneADay, several), (one) => {
      expect(readSchedule(scheduleCode(one))).toEqual(one);
    });
    const names = fc.property(oneADay, fc.constantFrom(...LANGUAGES), (one, language) => {
      expect(readSchedule(scheduleWords(one, language))).toEqual(one);
    });
    fc.assert(codes);
    fc.assert(names);
  });

  test('whatever is typed, what is read is one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d* :,/a-zа-я-]{0,30}$/)), (typed) => {
        const read = readSchedule(typed);
        expect(read === null || Schedule.safeParse(read).success).toBe(true);
      }),
    );
  });
});

describe('while a schedule is typed', () => {
  test('a time offers what may come at it, and nothing typed the usual time', () => {
    expect(schedulesLike('7:30').map(scheduleCode)).toEqual([
      'daily 07:30',
      'weekdays 07:30',
      'monday 07:30',
      'every 12 hours 07:30',
      'every 6 hours 07:30',
    ]);
    expect(schedulesLike('')[0]).toEqual({ kind: 'daily', at: 540 });
  });

  test('what can be read is offered alone, and nothing for what cannot', () => {
    expect(schedulesLike('friday 7')).toEqual([{ kind: 'weekly', day: 5, at: 420 }]);
    for (const typed of ['whenever', '25:00']) expect(schedulesLike(typed)).toEqual([]);
  });
});
