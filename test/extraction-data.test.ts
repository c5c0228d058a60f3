import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FRAME_TYPES } from '../src/extract/frames/lexicon.ts';
import { EXTRACTED_LANGUAGES } from '../src/extract/language/taggers.ts';
import { writeWeights } from '../src/extract/learned/linear.ts';
import { readKnowledge, readModel } from '../src/extraction-data.ts';
import { DATA_FOLDER } from '../src/place.ts';

describe('the committed lexicons', () => {
  const knowledge = readKnowledge(DATA_FOLDER, []);

  test('are there for each language that is extracted', () => {
    expect([...knowledge.keys()]).toEqual([...EXTRACTED_LANGUAGES]);
  });

  test.for(EXTRACTED_LANGUAGES)('have words for each type of event in %s', (language) => {
    const triggers = knowledge.get(language)?.frames.triggers;
    for (const type of FRAME_TYPES) expect(triggers?.[type].size).toBeGreaterThan(10);
  });

  test('have vectors of English words, a row each', () => {
    const vectors = knowledge.get('en')?.vectors;
    expect(vectors?.rows.has('village')).toBe(true);
    expect(vectors?.numbers.length).toBe((vectors?.rows.size ?? 0) * (vectors?.size ?? 0));
  });
});

test('a folder without lexicons is refused by the name of what is missing', () => {
  expect(() => readKnowledge(join(DATA_FOLDER, 'nowhere'), [])).toThrow(/nowhere.*actors\.json/);
});

describe('a model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-model-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const THRESHOLDS = Object.fromEntries(
    FRAME_TYPES.map((type) => [type, { detect: 0.4, printed: 0.6, structured: 0.9 }]),
  );
  const FILE = { note: '', step: 0.5, thresholds: THRESHOLDS };

  /** A data folder with a model in it. */
  function dataWith(name: string, model: unknown, weights: readonly number[]): string {
    const data = join(folder, name);
    mkdirSync(join(data, 'extraction'), { recursive: true });
    writeFileSync(join(data, 'extraction', 'model.json'), JSON.stringify(model));
    writeFileSync(join(data, 'extraction', 'weights.bin'), Uint8Array.from(weights));
    return data;
  }

  test('has the weights and thresholds of its files', () => {
    const model = readModel(dataWith('sound', FILE, [9, 0, 0, 0, 254, 255]));
    expect([model.weights.step, [...writeWeights(model.weights)], model.thresholds]).toEqual([
      0.5,
      [9, 0, 0, 0, 254, 255],
      THRESHOLDS,
    ]);
  });

  const { aid: _, ...four } = THRESHOLDS;
  test.for<{ name: string; model: object; weights: readonly number[] }>([
    { name: 'half a weight', model: FILE, weights: [9, 0, 0] },
    { name: 'a type missing', model: { ...FILE, thresholds: four }, weights: [] },
    { name: 'a step of nothing', model: { ...FILE, step: 0 }, weights: [] },
    { name: 'something that nobody knows', model: { ...FILE, extra: 1 }, weights: [] },
  ])('is refused with $name', ({ name, model, weights }) => {
    const data = dataWith(name, model, weights);
    expect(() => readModel(data)).toThrow();
  });

  test('is refused where there is none', () => {
    expect(() => readModel(join(folder, 'nowhere'))).toThrow(/model\.json/);
  });
});

describe('the committed model', () => {
  test('has weights, and a threshold for each type', () => {
    const { weights, thresholds } = readModel(DATA_FOLDER);
    expect(weights.numbers.length).toBeGreaterThan(0);
    for (const type of FRAME_TYPES) {
      expect(thresholds[type].detect).toBeGreaterThan(0);
      expect(thresholds[type].detect).toBeLessThan(1);
      expect(thresholds[type].printed).toBeGreaterThanOrEqual(thresholds[type].detect);
      expect(thresholds[type].structured).toBeGreaterThan(0.5);
    }
  });
});
