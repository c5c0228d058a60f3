import { expect, test } from 'vitest';
import { planOf } from '../../src/digest/plan.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { DueDigest } from '../../src/store/digest-contract.ts';
import { someDigest } from '../support/digests.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(`${text}:00Z`);
const day = (n: number): number => at(`2026-06-${String(n).padStart(2, '0')}T08:00`);

const due = (change: Partial<DueDigest>, digest: Partial<Digest> = {}): DueDigest => ({
  digest: someDigest({
    timetable: { schedule: { kind: 'daily', at: 480 }, zone: 'UTC' },
    fromMs: at('2026-06-01T12:00'),
    ...digest,
  }),
  version: 0,
  decidedMs: null,
  ahead: [],
  ...change,
});

test.for<readonly [string, DueDigest, string, { take: number | null; missed: readonly number[]; wake: string | null }]>(
  [
    ['waits for the first slot', due({}), '2026-06-01T13:00', { take: null, missed: [], wake: '2026-06-02T07:58' }],
    ['begins two minutes before', due({}), '2026-06-02T07:58', { take: day(2), missed: [], wake: '2026-06-03T07:58' }],
    [
      'begins earlier where moderators look first',
      due({}, { vetoMinutes: 60 }),
      '2026-06-02T06:58',
      { take: day(2), missed: [], wake: '2026-06-03T06:58' },
    ],
    [
      'catches up with a slot within six hours',
      due({}),
      '2026-06-02T13:59',
      { take: day(2), missed: [], wake: '2026-06-03T07:58' },
    ],
    ['misses it after that', due({}), '2026-06-02T14:00', { take: null, missed: [day(2)], wake: '2026-06-03T07:58' }],
    [
      'catches up once, with the last',
      due({}),
      '2026-06-04T09:00',
      { take: day(4), missed: [day(2), day(3)], wake: '2026-06-05T07:58' },
    ],
    [
      'begins the next though others were missed',
      due({}),
      '2026-06-04T07:59',
      { take: day(4), missed: [day(2), day(3)], wake: '2026-06-05T07:58' },
    ],
    [
      'leaves what is decided',
      due({ decidedMs: day(3) }),
      '2026-06-04T07:00',
      { take: null, missed: [], wake: '2026-06-04T07:58' },
    ],
    [
      'leaves what was done while the clock was fast',
      due({ decidedMs: day(3), ahead: [day(4), day(6)] }),
      '2026-06-04T07:59',
      { take: null, missed: [], wake: '2026-06-05T07:58' },
    ],
    [
      'counts from now where it was made by a fast clock',
      due({}, { fromMs: at('2030-01-01T00:00') }),
      '2026-06-04T07:59',
      { take: day(4), missed: [], wake: '2026-06-05T07:58' },
    ],
    [
      'has nothing to wait for where no slot is left',
      due({}, { timetable: { schedule: { kind: 'cron', expression: '0 0 30 2 *' }, zone: 'UTC' } }),
      '2026-06-04T07:59',
      { take: null, missed: [], wake: null },
    ],
  ],
)('%s', ([, one, now, { wake, ...plan }]) => {
  expect(planOf(one, at(now), 6 * HOUR)).toEqual({ ...plan, wakeAtMs: wake === null ? null : at(wake) });
});
