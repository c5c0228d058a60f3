import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charsetOf, freshForMs, mediaTypeOf, retryAfterMs, validatorsOf } from '../../src/source/answer.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const headers = (given: Readonly<Record<string, string>>) => (name: string) => given[name] ?? null;

describe('how long an answer stays good', () => {
  test.for([
    { given: {}, ms: null },
    { given: { 'cache-control': 'max-age=300' }, ms: 300_000 },
    { given: { 'cache-control': 'public, Max-Age="300"' }, ms: 300_000 },
    { given: { 'cache-control': 'max-age=300', age: '100' }, ms: 200_000 },
    { given: { 'cache-control': 'max-age=300', age: '400' }, ms: 0 },
    { given: { 'cache-control': 's-maxage=300' }, ms: null },
    { given: { 'cache-control': 'no-cache, max-age=300' }, ms: 0 },
    { given: { 'cache-control': 'no-store' }, ms: 0 },
    { given: { 'cache-control': 'max-age=-1' }, ms: null },
    { given: { 'cache-control': 'max-age=60', expires: 'Thu, 15 Jan 2026 13:00:00 GMT' }, ms: 60_000 },
    { given: { expires: 'Thu, 15 Jan 2026 13:00:00 GMT' }, ms: 3_600_000 },
    { given: { expires: 'Thursday, 15-Jan-26 13:00:00 GMT' }, ms: 3_600_000 },
    { given: { expires: 'Thu Jan 15 13:00:00 2026' }, ms: 3_600_000 },
    // The server's clock is an hour ahead, in both.
    { given: { expires: 'Thu, 15 Jan 2026 13:30:00 GMT', date: 'Thu, 15 Jan 2026 13:00:00 GMT' }, ms: 1_800_000 },
    { given: { expires: 'Wed, 14 Jan 2026 13:00:00 GMT' }, ms: 0 },
    { given: { expires: '0' }, ms: 0 },
    { given: { expires: '-1' }, ms: 0 },
    { given: { expires: 'never' }, ms: 0 },
  ])('$given: $ms ms', ({ given, ms }) => {
    expect(freshForMs(headers(given), NOW)).toBe(ms);
  });
});

describe('how long a server asks to be left alone', () => {
  test.for([
    { given: {}, ms: null },
    { given: { 'retry-after': '30' }, ms: 30_000 },
    { given: { 'retry-after': ' 30 ' }, ms: 30_000 },
    { given: { 'retry-after': '-30' }, ms: null },
    { given: { 'retry-after': '1.5' }, ms: null },
    { given: { 'retry-after': 'Thu, 15 Jan 2026 12:00:10 GMT' }, ms: 10_000 },
    { given: { 'retry-after': 'Thu, 15 Jan 2026 11:00:00 GMT' }, ms: 0 },
    { given: { 'retry-after': 'tomorrow' }, ms: null },
  ])('$given: $ms ms', ({ given, ms }) => {
    expect(retryAfterMs(headers(given), NOW)).toBe(ms);
  });
});

describe('content type', () => {
  test.for([
    { header: null, type: null, charset: null },
    { header: '', type: null, charset: null },
    { header: 'text/XML', type: 'text/xml', charset: null },
    { header: 'text/xml; charset=utf-8', type: 'text/xml', charset: 'utf-8' },
    { header: 'text/xml;CHARSET="koi8-u"; x=y', type: 'text/xml', charset: 'koi8-u' },
    { header: "text/xml; x=y; charset='cp1251'", type: 'text/xml', charset: 'cp1251' },
    { header: '; charset=utf-8', type: null, charset: 'utf-8' },
    { header: 'text/xml; notcharset=a', type: 'text/xml', charset: null },
  ])('$header', ({ header, type, charset }) => {
    expect([mediaTypeOf(header), charsetOf(header)]).toEqual([type, charset]);
  });
});

test('whatever a header holds, it is read as a number of ms or as nothing', () => {
  const value = fc.oneof(
    fc.string(),
    fc.nat().map(String),
    fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
  );
  const given = fc.record({ 'cache-control': value, expires: value, age: value, date: value, 'retry-after': value });
  fc.assert(
    fc.property(given, (fields) => {
      for (const ms of [freshForMs(headers(fields), NOW), retryAfterMs(headers(fields), NOW)])
        expect(ms === null || (Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
      expect(validatorsOf(headers(fields))).toEqual({ etag: null, lastModified: null });
    }),
  );
});
