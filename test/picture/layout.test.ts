import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAP_CONFIRMATIONS, MAP_KINDS, type MapPoint, type PictureSpec } from '../../src/domain/picture.ts';
import { isInside, overlap, padded } from '../../src/picture/box.ts';
import { pictureSvg } from '../../src/picture/draw.ts';
import { ASSETS } from './assets.ts';
import { aCount, aMap, anAid, aPoint, aVisits, SPECS } from './specs.ts';
import { frameOf, textsOf } from './texts.ts';

/** Rows of text that fall over each other, and texts that leave the picture. */
function faultsOf(spec: PictureSpec): readonly string[] {
  const svg = pictureSvg(spec, ASSETS);
  const [texts, frame] = [textsOf(svg), padded(frameOf(svg), 1)];
  expect(texts.length, 'every picture says something').toBeGreaterThan(0);
  const outside = texts.filter(({ box }) => !isInside(box, frame)).map(({ text }) => `outside: ${text}`);
  const over = texts.flatMap((a, n) =>
    texts
      .slice(n + 1)
      .flatMap((b) => (overlap(padded(a.box, -2), padded(b.box, -2)) ? [`${a.text} on ${b.text}`] : [])),
  );
  return [...outside, ...over];
}

const at = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const near = fc.record({
  lat: fc.double({ min: 47, max: 51, noNaN: true }),
  lon: fc.double({ min: 33, max: 38, noNaN: true }),
});
const pointFrom = (place: typeof at): fc.Arbitrary<MapPoint> =>
  fc
    .record({
      place,
      name: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
      kind: fc.constantFrom(...MAP_KINDS),
      confirmation: fc.constantFrom(...MAP_CONFIRMATIONS),
      extent: fc.constantFrom('spot', 'area'),
      count: fc.integer({ min: 1, max: 40 }),
      side: fc.constantFrom(undefined, { code: 'RT', name: 'Ruritania' }, { code: 'NATO', name: 'NATO' }),
    })
    .map(({ place: { lat, lon }, side, ...rest }) => ({ lat, lon, ...rest, ...(side && { side }) }));

describe('no text falls over another or out of the picture', () => {
  test('a few places anywhere', () => {
    fc.assert(
      fc.property(fc.array(pointFrom(at), { maxLength: 6 }), (points) => {
        expect(faultsOf(aMap({ points }))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  test('many places near each other', () => {
    fc.assert(
      fc.property(fc.array(pointFrom(near), { minLength: 5, maxLength: 70 }), (points) => {
        expect(faultsOf(aMap({ points, language: 'uk' }))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  test.for([
    { name: 'no point', points: [] },
    {
      name: 'five hundred points',
      points: Array.from({ length: 500 }, (_, n) =>
        aPoint({ lat: 40 + (n % 23) / 2, lon: 20 + (n % 31), name: `Place ${n}` }),
      ),
    },
    {
      name: 'both sides of the antimeridian',
      points: [aPoint({ lat: -17, lon: 178 }), aPoint({ lat: -14, lon: -172, name: 'Apia' })],
    },
    { name: 'a pole', points: [aPoint({ lat: 90, lon: 0 }), aPoint({ lat: 79, lon: 120, name: 'North' })] },
    { name: 'opposite places', points: [aPoint({ lat: 0, lon: 0 }), aPoint({ lat: 0, lon: 180, name: 'There' })] },
    {
      name: 'the ends of the earth',
      points: [aPoint({ lat: -90, lon: 180 }), aPoint({ lat: 90, lon: -180, name: 'Up' })],
    },
    {
      name: 'giant names',
      points: [
        aPoint({ name: 'W'.repeat(5000) }),
        aPoint({ lat: 50.2, name: 'Ж'.repeat(300), side: { code: 'ABCDE', name: 'x '.repeat(900) } }),
      ],
    },
  ])('a map of $name', ({ points }) => {
    expect(faultsOf(aMap({ points }))).toEqual([]);
  });

  test('bars of many donors and currencies', () => {
    const [panel] = anAid().panels;
    const rows = Array.from({ length: 60 }, (_, n) => ({
      donor: `Donor ${n}`.repeat(1 + n),
      bars: panel!.rows[0]!.bars,
    }));
    const panels = Array.from({ length: 12 }, (_, n) => ({ currency: ['USD', 'EUR', 'SEK', 'XTS'][n % 4]!, rows }));
    expect(faultsOf(anAid({ panels }))).toEqual([]);
  });

  test('figures of many givers on few days', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ n: fc.integer({ min: 0, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }), {
          minLength: 1,
          maxLength: 80,
        }),
        (all) => {
          const points = all.map(({ n, day }) => ({
            day: `2024-02-${String(day).padStart(2, '0')}`,
            low: n,
            high: n + (n % 3),
            op: 'ge' as const,
            by: `Giver ${n}`,
          }));
          expect(faultsOf(aCount({ points }))).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('visits of many on the same days', () => {
    const visits = Array.from({ length: 30 }, (_, n) => ({
      ...aVisits().lanes[0]!.visits[n % 3]!,
      place: `Place ${n}`,
    }));
    expect(
      faultsOf(aVisits({ lanes: Array.from({ length: 40 }, (_, n) => ({ visitor: `Visitor ${n}`, visits })) })),
    ).toEqual([]);
  });
});

describe('words from outside', () => {
  const hostile = fc.oneof(
    fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '&amp;&#0;',
      ']]><!--',
      '"\'><image href="file:///etc/passwd"/>',
      '\u202eabc\u200b\u0000\ud800',
      'بيروت',
      'z\u0301'.repeat(200),
    ),
  );

  test('never break a picture or become a part of it', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const specs = [
          aMap({
            title: words,
            subtitle: words,
            source: words,
            points: [aPoint({ name: words, side: { code: 'RT', name: words } })],
            areas: [{ lat: 49, lon: 36, name: words }],
          }),
          anAid({
            title: words,
            panels: [{ currency: 'USD', rows: [{ donor: words, bars: anAid().panels[0]!.rows[0]!.bars }] }],
          }),
          aCount({ unit: words, points: [{ day: '2024-05-01', low: 1, high: 1, op: 'eq', by: words }] }),
          aVisits({
            lanes: [
              {
                visitor: words,
                visits: [{ from: '2024-05-01', to: '2024-05-01', about: false, place: words, status: 'done' }],
              },
            ],
          }),
        ];
        for (const spec of specs) {
          const svg = pictureSvg(spec, ASSETS);
          expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
          expect(svg).not.toMatch(/<(?:script|image)/);
          expect(svg).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(faultsOf(spec)).toEqual([]);
        }
      }),
      { numRuns: 8 },
    );
  });
});

test.for(SPECS)('a picture of $kind has no letters that are too small for a phone', (spec) => {
  const sizes = textsOf(pictureSvg(spec, ASSETS)).map(({ size }) => size);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(33);
});
