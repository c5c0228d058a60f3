import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/ingest/date-time.ts';
import { lexicon } from './support.ts';

const { months } = lexicon;

describe('a date', () => {
  test.for([
    // ISO 8601 and what is near it
    ['2024-05-15', '2024-05-15'],
    ['20240515', '2024-05-15'],
    ['2024-05-15T10:30:00+03:00', '2024-05-15T10:30:00+03:00'],
    ['2024-05-15T10:30:00.123456Z', '2024-05-15T10:30:00Z'],
    ['2024-05-15T10:30Z', '2024-05-15T10:30:00Z'],
    ['2024-05-15t10:30:00z', '2024-05-15T10:30:00Z'],
    ['20240515T103000Z', '2024-05-15T10:30:00Z'],
    ['2024-05-15 10:30:05 +0300', '2024-05-15T10:30:05+03:00'],
    ['2024-05-15 10:30:05.5 UTC', '2024-05-15T10:30:05Z'],
    ['2024-05-15T10:30:00+03', '2024-05-15T10:30:00+03:00'],
    ['2024-05-15T10:30:00-00:30', '2024-05-15T10:30:00-00:30'],
    ['2024/05/15 10:30:00 GMT', '2024-05-15T10:30:00Z'],
    // mail
    ['Wed, 15 May 2024 10:30:00 +0300', '2024-05-15T10:30:00+03:00'],
    ['Wed, 15 May 2024 00:30:00 +0300', '2024-05-15T00:30:00+03:00'],
    ['Wed, 15 May 2024 10:30:00 GMT', '2024-05-15T10:30:00Z'],
    ['Wed, 15 May 2024 10:30:00 GMT+3', '2024-05-15T10:30:00+03:00'],
    ['15 May 2024 10:30 EST', '2024-05-15T10:30:00-05:00'],
    ['Wed, 15 May 24 10:30:00 Z', '2024-05-15T10:30:00Z'],
    ['Sat, 15 May 99 10:30:00 PDT', '1999-05-15T10:30:00-07:00'],
    ['Wednesday, 15-May-24 10:30:00 UTC', '2024-05-15T10:30:00Z'],
    ['Wed, 15 May 2024 10:30:00 -0500 (EST)', '2024-05-15T10:30:00-05:00'],
    ['Wed,15 May 2024 9:05:00 CEST', '2024-05-15T09:05:00+02:00'],
    ['Mon, 15 May 2024 10:30:00 MSK', '2024-05-15T10:30:00+03:00'],
    // C, and words
    ['Wed May 15 10:30:00 2024', '2024-05-15T10:30:00Z'],
    ['Wed May 15 10:30:00 EDT 2024', '2024-05-15T10:30:00-04:00'],
    ['May 15, 2024 7:48 PM EST', '2024-05-15T19:48:00-05:00'],
    ['May 15, 2024, 12:05 a.m.', '2024-05-15T00:05:00Z'],
    ['15 травня 2024, 10:30', '2024-05-15T10:30:00Z'],
    ['15.05.2024 10:30', '2024-05-15T10:30:00Z'],
    ['10:30, 15.05.2024', '2024-05-15T10:30:00Z'],
    ['May 15, 2024', '2024-05-15'],
    // a day that is right where the time of day is not
    ['2024-05-15T99:30:00Z', '2024-05-15'],
    ['2024-05-15T24:00:00Z', '2024-05-15'],
    ['Wed, 15 May 2024 10:61:00 GMT', '2024-05-15'],
    ['2024-05-15T10:30:00+99:00', '2024-05-15T10:30:00Z'],
    ['Wed, 15 May 2024 10:30:00 XYZ', '2024-05-15T10:30:00Z'],
    // none
    ['2024-02-30', null],
    ['2024-05', null],
    ['05/06/2024', null],
    ['0000-00-00 00:00:00', null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', null],
    ['yesterday at 10:30', null],
    ['10:30', null],
    ['', null],
  ] as const)('%s is %s', ([value, iso]) => {
    expect(readDate(value, months, 'Z')).toBe(iso);
  });

  test.for([
    ['2024-05-15T10:30:00', '2024-05-15'],
    ['15 травня 2024, 10:30', '2024-05-15'],
    ['Wed, 15 May 2024 10:30:00 XYZ', '2024-05-15'],
    ['2024-05-15T10:30:00Z', '2024-05-15T10:30:00Z'],
  ] as const)('%s is %s where no zone is assumed', ([value, iso]) => {
    expect(readDate(value, months, null)).toBe(iso);
  });
});

test('every instant is read back from every form of it, whatever zone it is written in', () => {
  const instant = fc.date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
  const NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  fc.assert(
    fc.property(instant, fc.integer({ min: -14, max: 14 }), (date, hours) => {
      const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}`;
      const [day = '', time = ''] = new Date(date.getTime() + hours * 3_600_000).toISOString().slice(0, 19).split('T');
      const [year, month = '', date2] = day.split('-');
      const name = NAMES[Number(month) - 1];
      const forms = [
        `${day}T${time}${zone}:00`,
        `${day} ${time} ${zone}00`,
        `${date2} ${name} ${year} ${time} ${zone}00`,
        `${name} ${date2}, ${year} ${time} GMT${zone}:00`,
        `${name} ${date2} ${time} UTC${zone} ${year}`,
      ];
      const second = Math.floor(date.getTime() / 1_000) * 1_000;
      expect(forms.map((form) => Date.parse(readDate(form, months, null) ?? ''))).toEqual(forms.map(() => second));
    }),
    { numRuns: 200 },
  );
});

test('whatever stands for a date, an ISO date or nothing is read', () => {
  const piece = fc.constantFrom(
    '15',
    '05',
    '2024',
    ':',
    '-',
    '+',
    'May',
    'травня',
    'GMT',
    'T',
    'Z',
    ' ',
    ',',
    'pm',
    '99',
    '(',
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(value, (text) => {
      const iso = readDate(text, months, 'Z');
      expect(iso === null || !Number.isNaN(Date.parse(iso))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
