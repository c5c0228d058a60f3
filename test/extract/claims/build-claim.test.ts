import { describe, expect, test } from 'vitest';
import type { ExtractedClaim } from '../../../src/domain/extracted-claim.ts';
import type { Analysis } from '../../../src/extract/analysis.ts';
import { buildClaim } from '../../../src/extract/claims/build-claim.ts';
import type { FrameType } from '../../../src/extract/frames/lexicon.ts';
import type { Filler } from '../../../src/extract/slots/filling.ts';
import { SLOTS, triggersFor } from '../../../src/extract/slots/options.ts';
import { analysedText, english } from '../known.ts';

type Values = Readonly<Record<string, string | null>>;

/** A slot filled by a value, with the words of the sentence that name it. */
function fillerOf(value: string | null, at: number, { mentions }: Analysis): Filler {
  const mention = mentions.get(at)?.find(({ id }) => id === value) ?? null;
  return { value, mention, share: 1, lead: 1 };
}

/** The claim that the last sentence of a text tells, its learned slots as given, at the first trigger that suggests one of them. */
function built(type: FrameType, text: string, values: Values, publishedOn: string | null = null): ExtractedClaim {
  const analysis = analysedText([text], { publishedOn });
  const sentence = analysis.document.sentences.at(-1);
  if (sentence === undefined) throw new Error('nothing to read');
  const triggers = triggersFor(type, sentence.index, analysis);
  const suggests = (value: string): boolean => Object.values(values).includes(value);
  const trigger = triggers.find((each) => each?.hits.some(({ tag }) => suggests(tag))) ?? triggers[0] ?? null;
  const slots = SLOTS[type].map(
    ({ name }) => [name, fillerOf(values[name] ?? null, sentence.index, analysis)] as const,
  );
  const filling = { trigger, slots: Object.fromEntries(slots) };
  return buildClaim(type, { sentence, filling, analysis, countries: english().names.byCode }, 'structured');
}

const MOVE = { actor: 'RU', action: 'capture', place: 'oldfield' };
const STRIKE = { actor: 'RU', weapon: 'none', place: 'oldfield' };
const IMPACT = { kind: 'killed', place: 'oldfield' };
const AID = { donor: 'DE', recipient: 'UA', status: 'pledged', kind: 'military' };
const VISIT = { visitor: 'DE', host: 'UA', place: 'UA', status: 'done' };

interface Case {
  readonly name: string;
  readonly type: FrameType;
  readonly text: string;
  readonly values: Values;
  readonly publishedOn?: string;
  readonly claim: object;
}

const CASES: readonly Case[] = [
  {
    name: 'a belligerent’s word of its own success',
    type: 'move',
    text: 'Russia said its troops captured the village of Oldfield.',
    values: MOVE,
    claim: { actor: 'RU', epi: 'claimed', attr: { who: 'RU' } },
  },
  {
    name: 'a belligerent’s word of its own loss',
    type: 'move',
    text: 'Russia said its troops lost the village of Oldfield.',
    values: { ...MOVE, action: 'lose' },
    claim: { actor: 'RU', epi: 'acknowledged' },
  },
  {
    name: 'a belligerent’s word of what it plans',
    type: 'move',
    text: 'Russia said its troops will capture the village of Oldfield.',
    values: MOVE,
    claim: { actor: 'RU', epi: 'attributed', realis: 'planned' },
  },
  {
    name: 'one side’s word of the other’s success',
    type: 'move',
    text: 'Ukraine said Russian troops captured the village of Oldfield.',
    values: MOVE,
    claim: { actor: 'RU', epi: 'attributed', attr: { who: 'UA' } },
  },
  {
    name: 'what the article says itself',
    type: 'move',
    text: 'Russian troops captured the village of Oldfield.',
    values: MOVE,
    claim: {
      actor: 'RU',
      action: 'capture',
      place: ['oldfield'],
      attr: null,
      epi: 'asserted',
      realis: 'actual',
      neg: false,
    },
  },
  {
    name: 'what a speaker says',
    type: 'move',
    text: 'Russian troops captured the village of Oldfield, the mayor said.',
    values: MOVE,
    claim: { attr: { cue: 'said', surface: 'mayor', who: 'mayor' }, epi: 'attributed' },
  },
  {
    name: 'what a speaker denies',
    type: 'move',
    text: 'The mayor denied that Russian troops captured the village of Oldfield.',
    values: MOVE,
    claim: { epi: 'denied', neg: true },
  },
  {
    name: 'what did not happen',
    type: 'move',
    text: 'Russian troops did not capture the village of Oldfield.',
    values: MOVE,
    claim: { neg: true, epi: 'asserted' },
  },
  {
    name: 'what is planned',
    type: 'move',
    text: 'Russian troops plan to capture the village of Oldfield.',
    values: MOVE,
    claim: { realis: 'planned', neg: false },
  },
  {
    name: 'a day, against the publication',
    type: 'move',
    text: 'Russian troops captured the village of Oldfield on Monday.',
    values: MOVE,
    publishedOn: '2024-05-15',
    claim: { date: { text: expect.stringContaining('Monday'), iso: '2024-05-13' } },
  },
  {
    name: 'a day that nobody can tell',
    type: 'move',
    text: 'Russian troops captured the village of Oldfield on Monday.',
    values: MOVE,
    claim: { date: { text: expect.stringContaining('Monday') } },
  },
  {
    name: 'how many, of people',
    type: 'impact',
    text: 'The blast killed at least 12 people in the village of Oldfield.',
    values: IMPACT,
    claim: { kind: ['killed'], place: ['oldfield'], count: { value: 12, op: 'ge', unit: expect.any(String) } },
  },
  {
    name: 'a weapon',
    type: 'strike',
    text: 'Russian forces shelled the village of Oldfield.',
    values: { ...STRIKE, weapon: 'artillery' },
    claim: { weapon: ['artillery'] },
  },
  {
    name: 'no weapon and no attacker',
    type: 'strike',
    text: 'Somebody shelled the village of Oldfield.',
    values: { ...STRIKE, actor: null },
    claim: { weapon: [], actor: null },
  },
  {
    name: 'a sum of money',
    type: 'aid',
    text: 'Germany pledged €30 million to Ukraine.',
    values: AID,
    claim: { donor: ['DE'], recipient: 'UA', status: 'pledged', amount: { value: 30_000_000, cur: 'EUR', op: 'eq' } },
  },
  {
    name: 'what is given, and how many of it',
    type: 'aid',
    text: 'Germany pledged 14 howitzers with ammunition and an S-300 launcher to Ukraine.',
    values: AID,
    claim: { items: expect.arrayContaining(['ammunition', 's-300']), count: { value: 14, op: 'eq' } },
  },
  {
    name: 'what is given where a verb alone tells it',
    type: 'aid',
    text: 'Germany will train Ukrainian pilots.',
    values: AID,
    claim: { items: ['training'] },
  },
  {
    name: 'what is given where it is only called aid',
    type: 'aid',
    text: 'Germany pledged military aid to Ukraine.',
    values: AID,
    claim: { items: ['military-aid'] },
  },
  {
    name: 'a country as a place goes by its name',
    type: 'visit',
    text: 'Germany visited Sudan.',
    values: { ...VISIT, host: null, place: 'SD' },
    claim: { place: ['sudan'], visitor: ['DE'], host: [] },
  },
  {
    name: 'nobody receives himself',
    type: 'visit',
    text: 'Germany visited Ukraine.',
    values: { ...VISIT, host: 'DE' },
    claim: { visitor: ['DE'], host: [] },
  },
];

test.for(CASES)('a claim has $name', ({ type, text, values, publishedOn = null, claim }) => {
  expect(built(type, text, values, publishedOn)).toMatchObject(claim);
});

describe('a claim', () => {
  test('has no date, sum or count where its sentence has none', () => {
    const claim = built('aid', 'Germany pledged help to Ukraine.', AID);
    for (const slot of ['date', 'amount', 'count']) expect(claim).not.toHaveProperty(slot);
  });

  test('has no resolved day where the article has no date', () => {
    const claim = built('move', 'Russian troops captured the village of Oldfield on Monday.', MOVE);
    expect(claim.date).not.toHaveProperty('iso');
  });

  test('has its whole sentence as evidence, and the article’s spelling of names', () => {
    const text = 'Russian troops captured the village of Oldfield.';
    const claim = built('move', text, MOVE);
    expect(claim.evidence).toEqual([{ start: 0, end: text.length }]);
    expect(claim.surface).toMatchObject({ oldfield: 'Oldfield' });
  });
});
