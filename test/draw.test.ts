import { expect, test } from 'vitest';
import type { PictureSpec } from '../src/domain/picture.ts';
import { createDraw } from '../src/draw.ts';
import { DATA_FOLDER } from '../src/place.ts';

const AID: PictureSpec = {
  kind: 'aid',
  theme: 'dark',
  language: 'en',
  title: 'Aid',
  subtitle: '',
  source: '',
  panels: [{ currency: 'EUR', rows: [{ donor: 'A', bars: [{ status: 'pledged', low: 5, high: 5, op: 'eq' }] }] }],
  withoutSum: 0,
};

test('draws a PNG with what is in the data folder, the same each time', async () => {
  const draw = createDraw(DATA_FOLDER);
  const [first = new Uint8Array(), again] = await Promise.all([draw(AID), draw(AID)]);
  expect(Buffer.from(first.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(again).toEqual(first);
});

test('rejects where the data folder has nothing to draw with', async () => {
  await expect(createDraw('/nowhere')(AID)).rejects.toThrow(/ENOENT/);
});
