import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PictureSpec } from '../../src/domain/picture.ts';
import { drawPicture, pictureSvg } from '../../src/picture/draw.ts';
import { createDrawing } from '../../src/picture/thread.ts';
import { ASSETS } from './assets.ts';
import { aCount, aMap, anAid, aPoint, aVisits, SPECS } from './specs.ts';

const DATA = join(import.meta.dirname, '../../data');
const PNG_SIGNATURE = '89504e470d0a1a0a';
const MOST_BYTES = 400_000;
const hex = (png: Uint8Array): string => Buffer.from(png).toString('hex');
const widthOf = (png: Uint8Array): number => new DataView(png.buffer, png.byteOffset).getUint32(16);

test.for(SPECS)('a picture of $kind is a PNG, the same every time', async (spec) => {
  const png = await drawPicture(spec, ASSETS);
  expect([hex(png.subarray(0, 8)), widthOf(png)]).toEqual([PNG_SIGNATURE, 1200]);
  expect(hex(await drawPicture(structuredClone(spec), ASSETS))).toBe(hex(png));
});

test('the fullest map is small enough to send', async () => {
  const points = Array.from({ length: 500 }, (_, n) =>
    aPoint({ lat: 36 + ((n * 7) % 200) / 10, lon: -8 + ((n * 13) % 400) / 10, name: `Place ${n}`, count: 1 + (n % 5) }),
  );
  expect((await drawPicture(aMap({ points }), ASSETS)).length).toBeLessThan(MOST_BYTES);
});

describe('what is no picture is refused', () => {
  const bar = { status: 'pledged', low: 2, high: 1, op: 'eq' } as const;
  test.for([
    { name: 'no number', spec: aMap({ points: [aPoint({ lat: Number.NaN })] }) },
    { name: 'a latitude off the globe', spec: aMap({ points: [aPoint({ lat: 90.1 })] }) },
    { name: 'a longitude off the globe', spec: aMap({ points: [aPoint({ lon: -181 })] }) },
    { name: 'infinity', spec: aMap({ points: [aPoint({ lon: Number.POSITIVE_INFINITY })] }) },
    { name: 'too many points', spec: aMap({ points: Array.from({ length: 501 }, () => aPoint()) }) },
    {
      name: 'a range upside down',
      spec: anAid({ panels: [{ currency: 'USD', rows: [{ donor: 'x', bars: [bar] }] }] }),
    },
    {
      name: 'a day that is none',
      spec: aCount({ points: [{ day: '2024-02-30', low: 1, high: 1, op: 'eq', by: 'x' }] }),
    },
    {
      name: 'a visit that ends before it begins',
      spec: aVisits({
        lanes: [
          {
            visitor: 'x',
            visits: [{ from: '2024-05-02', to: '2024-05-01', about: false, place: 'y', status: 'done' }],
          },
        ],
      }),
    },
  ])('$name', ({ spec }) => {
    expect(PictureSpec.safeParse(spec).success).toBe(false);
    expect(() => pictureSvg(spec, ASSETS)).toThrow();
  });
});

describe('borders that are not agreed on', () => {
  const DASHES = 'stroke-dasharray="14 9"';
  /** Lines of the map that are drawn dashed, and solid ones between countries. */
  const linesOf = (lat: number, lon: number, disputed: 'dashed' | 'un' | 'control') => {
    const svg = pictureSvg(aMap({ points: [aPoint({ lat, lon })] }), { ...ASSETS, disputed });
    const paths = [...svg.matchAll(/<path d="([^"]*)"[^>]*stroke-width="3.5"[^>]*>/g)];
    const length = (isDashed: boolean) =>
      paths.filter(([path]) => path.includes(DASHES) === isDashed).reduce((sum, [, d = '']) => sum + d.length, 0);
    return { dashed: length(true) > 0, solid: length(false) > 0 };
  };

  test.for([
    {
      name: 'Perekop, between Crimea and the mainland',
      lat: 46.16,
      lon: 33.69,
      dashed: { dashed: true, solid: false },
      un: { dashed: false, solid: false },
      control: { dashed: false, solid: true },
    },
    {
      name: 'the Zbruch, between two oblasts',
      lat: 49.3,
      lon: 26.2,
      dashed: { dashed: false, solid: false },
      un: { dashed: false, solid: false },
      control: { dashed: false, solid: false },
    },
  ])('$name', ({ lat, lon, dashed, un, control }) => {
    expect({
      dashed: linesOf(lat, lon, 'dashed'),
      un: linesOf(lat, lon, 'un'),
      control: linesOf(lat, lon, 'control'),
    }).toEqual({ dashed, un, control });
  });
});

describe('the drawing thread', () => {
  const draw = createDrawing({ dataDir: DATA, disputed: 'dashed' });

  test('draws as this one does', async () => {
    const pngs = await Promise.all(SPECS.map(draw));
    expect(pngs.map(hex)).toEqual(await Promise.all(SPECS.map(async (spec) => hex(await drawPicture(spec, ASSETS)))));
  });

  test('draws borders as it is set up to', async () => {
    const perekop = aMap({ points: [aPoint({ lat: 46.16, lon: 33.69 })] });
    const asControlled = await createDrawing({ dataDir: DATA, disputed: 'control' })(perekop);
    expect(hex(asControlled)).toBe(hex(await drawPicture(perekop, { ...ASSETS, disputed: 'control' })));
    expect(hex(asControlled)).not.toBe(hex(await draw(perekop)));
  });

  test('refuses what is no picture', async () => {
    await expect(draw(aMap({ points: [aPoint({ lat: 91 })] }))).rejects.toThrow();
  });

  test('fails where there is nothing to draw with, and does not hang', async () => {
    const lost = createDrawing({ dataDir: join(DATA, 'nowhere'), disputed: 'dashed' });
    await expect(lost(aMap())).rejects.toThrow();
  });
});
