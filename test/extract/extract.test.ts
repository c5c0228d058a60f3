import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admit } from '../../src/admit.ts';
import type { ExtractedClaim } from '../../src/domain/extracted-claim.ts';
import type { Reading } from '../../src/extract/document.ts';
import { createExtractor, type Extractor } from '../../src/extract/extract.ts';
import { FRAME_TYPES } from '../../src/extract/frames/lexicon.ts';
import { readWeights } from '../../src/extract/learned/linear.ts';
import type { Model } from '../../src/extract/model.ts';
import { readModel } from '../../src/extraction-data.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { committedEntities, committedKnowledge } from '../support/committed-knowledge.ts';
import { hostileText } from '../support/hostile-text.ts';
import { aReading } from '../support/readings.ts';
import { aText } from './known.ts';

const ENTITIES = committedEntities();
const KNOWLEDGE = committedKnowledge();
const KNOWN = new Set(ENTITIES.flatMap(({ id, code }) => (code === undefined ? [id] : [id, code])));

/** Without weights every sentence is as likely as not to tell an event of each type. */
function unlearned(printed: number, structured: number): Model {
  const thresholds = FRAME_TYPES.map((type) => [type, { detect: 0.5, printed, structured }]);
  return {
    weights: readWeights(1, new Uint8Array()),
    thresholds: Object.fromEntries(thresholds) as Model['thresholds'],
  };
}

/** Sees a claim of each type in every sentence and is sure of all: what comes after detection gets everything there is. */
const credulous = createExtractor(KNOWLEDGE, unlearned(0.5, 0));
const trained = createExtractor(KNOWLEDGE, readModel(DATA_FOLDER));

const ENGLISH = aText(
  [
    'Share this page',
    'Russian troops captured the village of Oldfield on Monday, a Ukrainian official said.',
    'He added that drones had hit a bridge near Kharkiv, killing at least 12 people.',
    '“We did not lose Oldfield,” the governor insisted.',
    'Germany will give Ukraine €30 million and 14 tanks, the chancellor told reporters in Kyiv during a visit.',
  ].join('\n'),
  { title: 'Village lost, says official', publishedOn: '2024-05-15', boilerplate: [{ start: 0, end: 15 }] },
);
const RUSSIAN = aText(
  'Российские войска захватили село Полевое, сообщил чиновник.\nВ городе погибли семь человек. Германия обещала передать 14 танков.',
  { language: 'ru' },
);
const UKRAINIAN = aText(
  'Російські війська обстріляли Харків із артилерії, повідомив речник.\nПрезидент прибув до Берліна. Загинули троє людей.',
  { language: 'uk', publishedOn: '2024-05-15' },
);

/** What every claim must be, whatever the text. */
function expectSound(reading: Reading, claims: readonly ExtractedClaim[]): void {
  for (const { evidence, excerpt } of claims) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { start, end } of evidence) {
      expect(start >= 0 && start < end && end <= reading.text.length).toBe(true);
      expect(reading.boilerplate.some((other) => start < other.end && other.start < end)).toBe(false);
    }
    expect(evidence.some(({ start, end }) => start <= excerpt.start && excerpt.end <= end)).toBe(true);
  }
  if (claims.length === 0) return;
  const { text, language, boilerplate } = reading;
  const given = claims.map(({ withheld: _, ...claim }) => claim);
  const admitted = admit(aReading({ text, language, boilerplate }), given, (ref) => KNOWN.has(ref));
  if (!admitted.ok) throw new Error(admitted.error.problem);
  expect(admitted.value.claims).toHaveLength(claims.length);
}

const MODELS: readonly (readonly [string, Extractor])[] = [
  ['a model that sees claims everywhere', credulous],
  ['the trained model', trained],
];

describe.for(MODELS)('with %s', ([, extract]) => {
  test.for([ENGLISH, RUSSIAN, UKRAINIAN])('claims are sound, and the same for the same text ($language)', (reading) => {
    const claims = extract(reading);
    expect(claims.length).toBeGreaterThan(0);
    expectSound(reading, claims);
    expect(extract({ ...reading })).toEqual(claims);
  });

  test('what was read before leaves no trace', () => {
    const before = extract(ENGLISH);
    extract(RUSSIAN);
    extract({ ...ENGLISH, text: ENGLISH.text.replaceAll('Russian', 'Sudanese') });
    expect(extract(ENGLISH)).toEqual(before);
  });

  test('of a language that is not known nothing is said', () => {
    expect(extract({ ...ENGLISH, language: 'fr' })).toEqual([]);
  });

  test.for(['', ' ', '\n\n \u00a0'])('a text of %j holds nothing', (text) => {
    expect(extract(aText(text))).toEqual([]);
  });

  test('claims of any text are sound', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        expectSound(reading, extract(reading));
      }),
      { numRuns: 60 },
    );
  });
});

test.for<{ name: string; printed: number; structured: number; mode: string; withheld: true | undefined }>([
  {
    name: 'trusts, but finds with doubt, is an excerpt',
    printed: 0.5,
    structured: 0.1,
    mode: 'excerpt',
    withheld: undefined,
  },
  { name: 'is not sure of is an excerpt', printed: 0.5, structured: 0.9, mode: 'excerpt', withheld: undefined },
  { name: 'is hardly there is withheld', printed: 0.9, structured: 0.9, mode: 'excerpt', withheld: true },
])('what a model $name', ({ printed, structured, mode, withheld }) => {
  const claims = createExtractor(KNOWLEDGE, unlearned(printed, structured))(ENGLISH);
  expect(claims.length).toBeGreaterThan(0);
  expect(new Set(claims.map((claim) => claim.mode))).toEqual(new Set([mode]));
  expect(new Set(claims.map((claim) => claim.withheld))).toEqual(new Set([withheld]));
});

/** Pieces of sentences that are read, among any characters. */
const PIECES = [ENGLISH, RUSSIAN, UKRAINIAN].flatMap(({ text }) => text.split(/(?<=[\s,.])/));

const anyText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, hostileText), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    text: anyText,
    title: fc.option(anyText),
    language: fc.constantFrom('en', 'ru', 'uk'),
    publishedOn: fc.option(fc.constantFrom('2024-05-15', '1999-12-31')),
    cut: fc.array(fc.nat(200), { maxLength: 4 }),
  })
  .map(({ cut, ...reading }) => aText(reading.text, { ...reading, boilerplate: boilerplateOf(cut, reading.text) }));

/** Stretches in order and apart from each other, inside the text. */
function boilerplateOf(cut: readonly number[], text: string): Reading['boilerplate'] {
  const [a = 0, b = 0, c = 0, d = 0] = cut.map((at) => Math.min(at, text.length)).toSorted((x, y) => x - y);
  return [
    { start: a, end: b },
    { start: c, end: d },
  ].filter(({ start, end }) => start < end);
}
