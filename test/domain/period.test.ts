import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, parsePeriod, spanOf } from '../../src/domain/period.ts';

test.for([
  ['24h', { lastHours: 24 }],
  ['7 d', { lastHours: 168 }],
  ['30D', { lastHours: 720 }],
  ['all', { everything: true }],
  ['everything', { everything: true }],
  ['2024-05-15', { from: '2024-05-15', to: '2024-05-15' }],
  ['2024-05-10..2024-05-15', { from: '2024-05-10', to: '2024-05-15' }],
  [' 2024-05-10 to 2024-05-15 ', { from: '2024-05-10', to: '2024-05-15' }],
  ['2024-05-10 2024-05-15', { from: '2024-05-10', to: '2024-05-15' }],
  ['2024-05-10–2024-05-15', { from: '2024-05-10', to: '2024-05-15' }],
  ['2024-05-15..2024-05-10', null],
  ['2024-02-30', null],
  ['yesterday', null],
  ['', null],
] as const)('%s', ([text, period]) => {
  expect(parsePeriod(text)).toEqual(period);
});

test('any text is a period or none, never an exception', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void parsePeriod(text)));
});

test('days include both ends, hours end now, everything has no bounds', () => {
  const nowMs = Date.parse('2024-05-16T10:00:00Z');
  expect(spanOf({ from: '2024-05-10', to: '2024-05-15' }, nowMs)).toEqual({
    fromMs: Date.parse('2024-05-10'),
    toMs: Date.parse('2024-05-15') + DAY_MS,
  });
  expect(spanOf({ lastHours: 24 }, nowMs)).toEqual({ fromMs: nowMs - 24 * HOUR_MS, toMs: nowMs + 1 });
  expect(spanOf({ everything: true }, nowMs)).toBeNull();
});
