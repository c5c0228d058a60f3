import { expect, test } from 'vitest';
import { foldOf } from '../../src/train/cross-validate.ts';

test('a cluster stays in its fold for ever: other folds would be another measurement', () => {
  const folds = ['kharkiv-2024', 'sudan', 'pool 17', 'Ґ', ''].map((cluster) => foldOf(cluster, 5));
  expect(folds).toEqual([1, 2, 0, 2, 3]);
});

test('folds are of about one size', () => {
  const sizes = [0, 0, 0, 0, 0];
  for (let at = 0; at < 1_000; at += 1) {
    const fold = foldOf(`cluster ${at}`, 5);
    sizes[fold] = (sizes[fold] ?? Number.NaN) + 1;
  }
  expect(sizes.every((size) => size > 150 && size < 250)).toBe(true);
});
