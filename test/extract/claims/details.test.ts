import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/extract/analyse.ts';
import { buildClaim } from '../../../src/extract/claims/build-claim.ts';
import type { FrameType } from '../../../src/extract/frames/lexicon.ts';
import { SLOTS, triggersFor } from '../../../src/extract/slots/options.ts';
import { aText, KNOWLEDGE } from '../known.ts';

const NOBODY = { value: null, mention: null, share: 1, lead: 1 };

/** The claim of a type that a sentence tells, at the first trigger with this tag, with no learned slot but the action filled. */
function told(type: FrameType, tag: string, text: string, language: string) {
  const knowledge = KNOWLEDGE.get(language);
  if (knowledge === undefined) throw new Error(`${language} is not known`);
  const analysis = analyse(aText(text, { language }), knowledge);
  const [sentence] = analysis.document.sentences;
  if (sentence === undefined) throw new Error('nothing to read');
  const trigger = triggersFor(type, 0, analysis).find((each) => each?.hits.some((hit) => hit.tag === tag)) ?? null;
  const slots = Object.fromEntries(SLOTS[type].map(({ name }) => [name, NOBODY]));
  const filling = { trigger, slots: { ...slots, action: { ...NOBODY, value: tag } } };
  return buildClaim(type, { sentence, filling, analysis, countries: knowledge.names.byCode }, 'excerpt');
}

interface Case {
  readonly type: FrameType;
  readonly tag: string;
  readonly text: string;
  readonly language?: string;
  readonly claim: Readonly<Record<string, unknown>>;
}

const CASES: readonly Case[] = [
  { type: 'aid', tag: 'requested', text: 'Ukraine asked Germany for two batteries.', claim: { requester: 'UA' } },
  { type: 'aid', tag: 'delivering', text: 'Ukraine urged Germany to send tanks.', claim: { requester: 'UA' } },
  { type: 'aid', tag: 'delivering', text: 'Germany sent tanks to Ukraine.', claim: { requester: undefined } },
  {
    type: 'move',
    tag: 'deploy',
    text: 'Germany moved 500 troops from Ukraine to Sudan.',
    claim: { from: ['ukraine'], to: ['sudan'], count: { value: 500, op: 'eq', unit: 'troops' } },
  },
  { type: 'move', tag: 'withdraw', text: 'Troops withdrew from Ukraine.', claim: { from: ['ukraine'], to: undefined } },
  {
    type: 'move',
    tag: 'deploy',
    text: 'Russia sent a general to Ukraine, where a brigade stood.',
    claim: { count: { value: 1, op: 'eq', unit: 'general' } },
  },
  { type: 'move', tag: 'deploy', text: 'Near a base in Sudan, Russia deployed missiles.', claim: { count: undefined } },
  { type: 'strike', tag: 'strike', text: 'Drones hit a power plant near the river.', claim: { target: 'power plant' } },
  { type: 'strike', tag: 'strike', text: 'The attack on the school lasted an hour.', claim: { target: 'school' } },
  { type: 'strike', tag: 'strike', text: 'Drones hit the enemy at dawn.', claim: { target: undefined } },
  {
    type: 'visit',
    tag: 'visit',
    text: 'The minister flew to Ukraine to discuss the repair of bridges on Friday.',
    claim: { purpose: 'discuss the repair of bridges' },
  },
  {
    type: 'visit',
    tag: 'visit',
    text: 'The minister visited Sudan for talks with rebels, the office said.',
    claim: { purpose: 'talks with rebels' },
  },
  { type: 'visit', tag: 'visit', text: 'The minister visited Sudan for two days.', claim: { purpose: undefined } },
  {
    type: 'visit',
    tag: 'visit',
    text: 'The minister made four trips to Ukraine.',
    claim: { count: { value: 4, op: 'eq', unit: 'trips' } },
  },
  {
    type: 'impact',
    tag: 'killed',
    text: 'Two Sudanese soldiers were killed in an air strike near the port.',
    claim: { who: 'Sudanese soldiers', cause: 'air strike' },
  },
  {
    type: 'impact',
    tag: 'killed',
    text: 'The shelling of the town killed hundreds of civilians.',
    claim: { who: 'civilians', cause: 'shelling' },
  },
  {
    type: 'impact',
    tag: 'killed',
    text: 'Five people died in the night.',
    claim: { who: undefined, cause: undefined },
  },
  { type: 'impact', tag: 'killed', text: 'It killed them.', claim: { who: undefined, cause: undefined } },
  {
    type: 'impact',
    tag: 'killed',
    language: 'ru',
    text: 'Три мирных жителя погибли в результате обстрела.',
    claim: { who: 'мирных жителя', cause: 'обстрела' },
  },
  { type: 'strike', tag: 'strike', language: 'ru', text: 'Войска ударили по больнице.', claim: { target: 'больнице' } },
  {
    type: 'visit',
    tag: 'visit',
    language: 'ru',
    text: 'Министр прибыл в столицу для переговоров.',
    claim: { purpose: 'переговоров' },
  },
  {
    type: 'aid',
    tag: 'requested',
    language: 'uk',
    text: 'Україна попросила у Німеччини дві батареї.',
    claim: { requester: 'UA' },
  },
  {
    type: 'impact',
    tag: 'killed',
    language: 'uk',
    text: 'Мирні жителі загинули під час обстрілу.',
    claim: { who: 'Мирні жителі' },
  },
  {
    type: 'visit',
    tag: 'visit',
    language: 'uk',
    text: 'Міністр прибув до Судану для переговорів.',
    claim: { purpose: 'переговорів' },
  },
  {
    type: 'move',
    tag: 'withdraw',
    language: 'uk',
    text: 'Війська відступили з України.',
    claim: { from: ['ukraine'] },
  },
  { type: 'strike', tag: 'strike', language: 'uk', text: 'Війська вдарили по лікарні.', claim: { target: 'лікарні' } },
];

describe('slots that the clause tells', () => {
  test.for(CASES)('$language $type: $text', ({ type, tag, text, language = 'en', claim }) => {
    const built: Readonly<Record<string, unknown>> = { ...told(type, tag, text, language) };
    expect(Object.fromEntries(Object.keys(claim).map((slot) => [slot, built[slot]]))).toEqual(claim);
  });
});
