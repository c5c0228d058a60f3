import { describe, expect, test } from 'vitest';
import { Claim } from '../../../src/domain/claim.ts';
import { FRAME_TYPES, type FrameType } from '../../../src/extract/frames/lexicon.ts';
import { type Option, optionsOf, SLOTS, type SlotSpec, triggersFor } from '../../../src/extract/slots/options.ts';
import { aClaim } from '../../support/claims.ts';
import { analysedText } from '../known.ts';

const ANALYSIS = analysedText(['Russian troops captured Oldfield village and advanced near Ukraine.', 'It rained.']);

const hashesOf = (option: Option | undefined) => option?.features.flatMap(({ hashes }) => hashes);

function options(type: FrameType, slot: string, at: number) {
  const spec = SLOTS[type].find(({ name }) => name === slot);
  if (spec === undefined) throw new Error(`no slot ${slot}`);
  return optionsOf(spec, type, at, triggersFor(type, at, ANALYSIS), ANALYSIS);
}

describe('a slot for names', () => {
  test('may be filled by each candidate and by nobody, once for each trigger', () => {
    const read = options('move', 'actor', 0);
    expect(triggersFor('move', 0, ANALYSIS).length).toBe(2);
    for (const trigger of [0, 1]) {
      const values = read.filter((option) => option.trigger === trigger).map(({ value }) => value);
      expect(values.slice(0, 2)).toEqual(['RU', 'UA']);
      expect(values.filter((value) => value === null)).toEqual([null]);
      expect(values.at(-1)).toBeNull();
    }
  });

  test('tells a candidate beside one trigger from the same beside the other', () => {
    const [first, second] = options('move', 'actor', 0).filter(({ value, mention }) => value === 'RU' && mention);
    expect(hashesOf(first)).not.toEqual(hashesOf(second));
  });

  test('can be left empty where nothing tells of the event', () => {
    expect(triggersFor('visit', 1, ANALYSIS)).toEqual([null]);
    expect(options('visit', 'place', 1).at(-1)).toMatchObject({ value: null, trigger: 0 });
  });
});

test('a slot with closed values may have each of them, with each trigger', () => {
  const read = options('move', 'action', 0);
  const spec = SLOTS.move.find(({ name }) => name === 'action');
  const values = spec && 'values' in spec ? spec.values : [];
  expect(read.map(({ value, trigger }) => `${trigger} ${value}`)).toEqual(
    [0, 1].flatMap((trigger) => values.map((value) => `${trigger} ${value}`)),
  );
});

const closed = FRAME_TYPES.flatMap((type) =>
  SLOTS[type].flatMap((spec: SlotSpec) =>
    'values' in spec ? spec.values.map((value) => ({ type, slot: spec.name, value })) : [],
  ),
);

test.for(closed)('a claim of type $type may have the $slot "$value"', ({ type, slot, value }) => {
  const given =
    slot === 'weapon' ? (value === 'none' ? [] : [value]) : slot === 'kind' && type === 'impact' ? [value] : value;
  expect(Claim.safeParse({ ...aClaim({ type }), [slot]: given }).success).toBe(true);
});
