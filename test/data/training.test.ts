import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GoldClaim } from '../../src/train/gold.ts';

const DATA = join(import.meta.dirname, '../../data');
const Line = z.strictObject({ id: z.string(), claims: z.array(GoldClaim.loose()) });
const LINES = readFileSync(join(DATA, 'training/annotations.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => Line.parse(JSON.parse(line)));

/** Every text in a value, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const wordsOf = (text: string): number => text.split(/\s+/).length;

describe('the annotations for training', () => {
  test('have each article once', () => {
    expect(LINES.length).toBeGreaterThan(0);
    expect(new Set(LINES.map(({ id }) => id)).size).toBe(LINES.length);
  });

  test('say where each claim stands', () => {
    const spans = LINES.flatMap(({ claims }) => claims.map((claim) => claim.spans));
    expect(spans.filter((each) => each.length === 0)).toEqual([]);
    expect(spans.flat().filter(([from, to]) => !(Number.isInteger(from) && from >= 0 && to > from))).toEqual([]);
  });

  test('hold names and values and no words of the articles', () => {
    expect(textsIn(LINES).filter((text) => wordsOf(text) > 1)).toEqual([]);
  });
});

test('no entry of a lexicon is long enough to be taken from an article', () => {
  const files = globSync('**/*.json', { cwd: join(DATA, 'lexicon') });
  expect(files.length).toBeGreaterThan(0);
  const entries = files.flatMap((file) => {
    const { note: _, ...lexicon } = JSON.parse(readFileSync(join(DATA, 'lexicon', file), 'utf8'));
    return textsIn(lexicon);
  });
  expect(entries.filter((entry) => wordsOf(entry) > 7)).toEqual([]);
});

test('what was learned is a few megabytes', () => {
  const sizes = globSync('*', { cwd: join(DATA, 'extraction') }).map(
    (file) => statSync(join(DATA, 'extraction', file)).size,
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
});
