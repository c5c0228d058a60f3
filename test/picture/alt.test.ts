import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { altText } from '../../src/picture/alt.ts';
import { aCount, aMap, anAid, aPoint, aVisits } from './specs.ts';

const ruritania = { code: 'RT', name: 'Ruritania' };

describe('altText says what the picture says', () => {
  test.for([
    {
      name: 'a map',
      spec: aMap({
        points: [
          aPoint({ side: ruritania, confirmation: 'claimed', count: 3, action: 'shelling' }),
          aPoint({ lat: 48, name: 'Oblast', kind: 'impact', extent: 'area' }),
        ],
      }),
      says: 'Map: A title. May 2024. 4 events at 2 places: Kharkiv: 3 × strike: shelling (Ruritania, claimed by one side); Oblast: harm to people (reported, somewhere in the area).',
    },
    { name: 'an empty map', spec: aMap({ points: [] }), says: 'Map: A title. May 2024. No place to show.' },
    {
      name: 'a map in Ukrainian',
      spec: aMap({
        language: 'uk',
        title: 'Назва',
        subtitle: 'травень 2024 р.',
        points: [aPoint({ name: 'Харків', confirmation: 'denied' })],
      }),
      says: 'Карта: Назва. травень 2024 р. 1 подія, 1 місце: Харків: удар (заперечено).',
    },
    {
      name: 'aid',
      spec: anAid(),
      says: 'Bar chart: A title. May 2024. 2 packages without a sum not shown. Ruritania: ≈ 60bn–61bn USD pledged, 1bn USD delivered; Freedonia: ≥ 5 EUR refused.',
    },
    {
      name: 'counts',
      spec: aCount(),
      says: 'Chart: A title (people). May 2024. 1 May: 4–9 (The mayor); 1 May: ≥ 5 (An agency); 9 May: ≈ 12 (The mayor).',
    },
    {
      name: 'counts of several years',
      spec: aCount({
        points: [
          { day: '2023-12-30', low: 4, high: 4, op: 'eq', by: 'The mayor' },
          { day: '2024-12-30', low: 5, high: 5, op: 'eq', by: 'The mayor' },
        ],
      }),
      says: 'Chart: A title (people). May 2024. 30 Dec 23: 4 (The mayor); 30 Dec 24: 5 (The mayor).',
    },
    {
      name: 'visits',
      spec: aVisits(),
      says: 'Timeline: A title. May 2024. A minister, Strelsau, 2 May – 3 May (done); A minister, Zenda, around 20 May – 27 May (planned); A minister, Hentzau, 12 May (cancelled).',
    },
  ])('$name', ({ spec, says }) => {
    expect(altText(spec)).toBe(says);
  });

  test('what has no room is counted', () => {
    const points = Array.from({ length: 200 }, (_, n) => aPoint({ lat: n / 10, name: `Place ${n}` }));
    expect(altText(aMap({ points }))).toMatch(/; and 1\d\d more places\.$/);
  });

  test('it is never too long, and holds nothing that cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 600 }), (words) => {
        for (const spec of [
          aMap({
            title: words,
            subtitle: words,
            points: [aPoint({ name: words, action: words, side: { code: 'RT', name: words } })],
          }),
          aCount({ unit: words }),
          anAid({ title: words }),
          aVisits({ subtitle: words }),
        ]) {
          const text = altText(spec);
          expect(text.length).toBeLessThanOrEqual(1024);
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        }
      }),
      { numRuns: 20 },
    );
  });
});
