import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayComeAt, quietUntil } from '../../src/track/quiet.ts';

const at = (text: string): number => Date.parse(text);
const hours = (from: string, to: string, zone = 'UTC') => ({ quiet: { from: minute(from), to: minute(to) }, zone });
const minute = (clock: string): number => {
  const [hour = 0, minutes = 0] = clock.split(':').map(Number);
  return hour * 60 + minutes;
};

const CASES: readonly (readonly [name: string, of: ReturnType<typeof hours>, now: string, until: string | null])[] = [
  ['before them', hours('22:00', '07:00'), '2026-02-01T21:59:59Z', null],
  ['as they begin', hours('22:00', '07:00'), '2026-02-01T22:00:00Z', '2026-02-02T07:00:00Z'],
  ['before midnight', hours('22:00', '07:00'), '2026-02-01T23:30:00Z', '2026-02-02T07:00:00Z'],
  ['after midnight', hours('22:00', '07:00'), '2026-02-02T03:00:00Z', '2026-02-02T07:00:00Z'],
  ['as they end', hours('22:00', '07:00'), '2026-02-02T07:00:00Z', null],
  ['within a day', hours('12:00', '13:30'), '2026-02-02T12:10:00Z', '2026-02-02T13:30:00Z'],
  [
    'by a clock far from UTC',
    hours('22:00', '07:00', 'Asia/Kathmandu'),
    '2026-02-01T16:20:00Z',
    '2026-02-02T01:15:00Z',
  ],
  // 29 March 2026: at 03:00 clocks in Kyiv show 04:00. 25 October: at 04:00 they show 03:00 again.
  [
    'a night that is an hour short',
    hours('22:00', '07:00', 'Europe/Kyiv'),
    '2026-03-28T23:00:00Z',
    '2026-03-29T04:00:00Z',
  ],
  [
    'that end where clocks are put forward',
    hours('22:00', '03:30', 'Europe/Kyiv'),
    '2026-03-29T00:30:00Z',
    '2026-03-29T01:00:00Z',
  ],
  ['that would lie in what clocks leave out', hours('03:10', '03:50', 'Europe/Kyiv'), '2026-03-29T01:00:00Z', null],
  [
    'a night that is an hour long',
    hours('22:00', '07:00', 'Europe/Kyiv'),
    '2026-10-25T00:30:00Z',
    '2026-10-25T05:00:00Z',
  ],
  ['that ended when it was first so late', hours('22:00', '03:30', 'Europe/Kyiv'), '2026-10-25T01:15:00Z', null],
];

describe('quiet hours', () => {
  test.for(CASES)('%s', ([, of, now, until]) => {
    expect(quietUntil(of, at(now))).toBe(until === null ? null : at(until));
  });

  test('end once they have begun, and not before', () => {
    const minutes = fc.integer({ min: 0, max: 1_439 });
    const zones = fc.constantFrom('UTC', 'Europe/Kyiv', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe');
    const instants = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2026-12-31T00:00Z') });
    fc.assert(
      fc.property(minutes, minutes, zones, instants, (from, to, zone, now) => {
        fc.pre(from !== to);
        const of = { quiet: { from, to }, zone };
        const until = quietUntil(of, now);
        if (until === null) return;
        expect(until).toBeGreaterThan(now);
        expect(until - now).toBeLessThanOrEqual(25 * 3_600_000);
        expect(quietUntil(of, until)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

test('a message waits for the limit of a day, and then for quiet hours that it falls into', () => {
  const track = { ...hours('22:00', '07:00'), perDay: 2 };
  const [first, second] = [at('2026-02-01T23:00:00Z'), at('2026-02-02T09:00:00Z')];
  const now = at('2026-02-02T12:00:00Z');
  expect(mayComeAt(track, [first], now)).toBe(now);
  expect(mayComeAt(track, [first, second], now)).toBe(at('2026-02-03T07:00:00Z'));
  expect(mayComeAt({ ...track, quiet: null }, [first, second], now)).toBe(at('2026-02-02T23:00:00Z'));
});
