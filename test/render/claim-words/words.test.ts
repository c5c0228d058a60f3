import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { LANGUAGES, type Language } from '../../../src/domain/language.ts';
import { canBeSaid } from '../../../src/domain/own-words.ts';
import { structuredWords } from '../../../src/render/claim-words/words.ts';
import { leadWords } from '../../../src/render/line-lead.ts';
import { LABELS } from '../../support/briefs.ts';
import { aStructured } from '../../support/claims.ts';
import { expectGolden } from '../../support/golden.ts';
import { plainSpaces } from '../../support/spaces.ts';
import { ACTIONS, anyStructured, KINDS, REALIS, STAGES, VISITS } from './slots.ts';

const words = (claim: Claim, language: Language = 'en', written = 'en'): string =>
  plainSpaces(structuredWords(claim, { labels: LABELS, language, written }));
const line = (claim: Claim, language: Language): string =>
  plainSpaces(`${leadWords(claim, LABELS, language)} ${words(claim, language)}`.trim());

const TROOPS = { count: { value: 3_000, op: 'ge', unit: 'soldiers' } } as const;
const DEAD = { count: { value: 12, op: 'gt', unit: 'people' } } as const;

/** Every action, stage, status and kind, with and without whoever did it; every realis, said to be so and not to be. */
const EVERY: readonly Claim[] = [
  ...ACTIONS.flatMap((action) =>
    [
      { actor: 'RU', place: ['kharkiv'] },
      { actor: 'RU', place: ['kharkiv-oblast'] },
      { actor: null, place: ['kharkiv'] },
    ].map((slots) => aStructured({ type: 'move', action, ...slots })),
  ),
  ...ACTIONS.map((action) => aStructured({ type: 'move', action, place: ['kharkiv'], ...TROOPS })),
  ...REALIS.flatMap((realis) =>
    [false, true].flatMap((neg) => [
      aStructured({ type: 'move', action: 'capture', place: ['kharkiv'], realis, neg }),
      aStructured({ type: 'strike', actor: null, realis, neg }),
    ]),
  ),
  ...STAGES.flatMap((status) =>
    [['US'], []].map((donor) =>
      aStructured({ type: 'aid', status, donor, amount: { value: 61e9, cur: 'USD', op: 'about' }, kind: 'military' }),
    ),
  ),
  aStructured({ type: 'aid', status: 'requested', requester: 'UA', donor: ['US'], items: ['shells', 'military aid'] }),
  aStructured({ type: 'aid', status: 'delivered', items: [], count: { vague: 'dozens', unit: 'tanks' } }),
  aStructured({ type: 'strike', weapon: ['missile', 'drone'], target: 'a power station', ...TROOPS }),
  aStructured({ type: 'strike', actor: null, place: [], target: 'a power station' }),
  ...VISITS.map((status) => aStructured({ type: 'visit', status, place: ['kharkiv'], host: ['volodymyr-zelenskyy'] })),
  aStructured({ type: 'visit', place: [], host: ['volodymyr-zelenskyy'], purpose: 'talks' }),
  aStructured({ type: 'visit', visitor: ['antony-blinken', 'volodymyr-zelenskyy'], place: ['kharkiv'] }),
  ...KINDS.flatMap((kind) => [
    aStructured({ type: 'impact', kind: [kind], who: 'civilians', cause: 'a fire' }),
    aStructured({ type: 'impact', kind: [kind], ...DEAD }),
    aStructured({ type: 'impact', kind: [kind], neg: true }),
  ]),
  aStructured({ type: 'impact', kind: ['killed', 'injured'], count: { value: 1, op: 'eq', unit: 'person' } }),
  aStructured({ type: 'statement', topic: 'the front' }),
];

test.for(LANGUAGES)('every kind of claim in our own words, in %s', (language) => {
  expectGolden(`claim-words-${language}.txt`, `${EVERY.map((claim) => line(claim, language)).join('\n')}\n`);
});

describe('in English', () => {
  test.for<{ name: string; claim: Claim; says: string }>([
    {
      name: 'ground in a region is not the region',
      claim: aStructured({ type: 'move', action: 'capture', place: ['kharkiv-oblast'] }),
      says: 'Russia captured ground in Kharkiv Oblast.',
    },
    {
      name: 'a group is several',
      claim: aStructured({
        type: 'move',
        actor: 'us-officials',
        action: 'withdraw',
        place: ['kharkiv'],
        realis: 'planned',
      }),
      says: 'US officials plan to withdraw from Kharkiv.',
    },
    {
      name: 'who did it stays in front, where they are attacked stays behind',
      claim: aStructured({ type: 'strike', actor: 'UA', place: ['RU'] }),
      says: 'Ukraine attacked targets in Russia with missiles.',
    },
    {
      name: 'a pledge is a pledge, whatever becomes of it',
      claim: aStructured({ type: 'aid', status: 'pledged', realis: 'planned', items: [] }),
      says: 'The United States pledged aid to Ukraine.',
    },
    {
      name: 'aid of which the article does not say the kind has none',
      claim: aStructured({ type: 'aid', kind: 'financial', items: ['aid'] }),
      says: 'The United States announced aid for Ukraine.',
    },
    {
      name: 'nor has a package',
      claim: aStructured({ type: 'aid', kind: 'military', items: ['package'] }),
      says: 'The United States announced aid (package) for Ukraine.',
    },
    {
      name: 'aid of which it says another kind has that one',
      claim: aStructured({ type: 'aid', kind: 'financial', items: ['military-aid'] }),
      says: 'The United States announced aid (military aid) for Ukraine.',
    },
    {
      name: 'aid of which it says what it is has its kind',
      claim: aStructured({ type: 'aid', kind: 'military', items: ['tanks'] }),
      says: 'The United States announced military aid (tanks) for Ukraine.',
    },
    {
      name: 'who strikes somebody in a country does not strike the country',
      claim: aStructured({
        type: 'strike',
        actor: 'US',
        place: ['UA'],
        target: 'rebels',
        weapon: [],
        realis: 'planned',
      }),
      says: 'The United States plans to attack a target in Ukraine (rebels).',
    },
    {
      name: 'whom a visit was with need not be the host',
      claim: aStructured({ type: 'visit', place: ['kharkiv'], host: ['US'], status: 'planned', neg: true }),
      says: 'Antony Blinken does not plan to visit Kharkiv (counterpart: the United States).',
    },
    {
      name: 'nobody',
      claim: aStructured({ type: 'impact', kind: ['killed', 'injured'], neg: true }),
      says: 'Nobody was killed or injured in Kharkiv.',
    },
    {
      name: 'a name that nobody knows stands as it is labelled, or by its id',
      claim: aStructured({ type: 'strike', actor: 'houthis', place: ['eilat'], realis: 'ongoing' }),
      says: 'Houthis are attacking eilat with missiles.',
    },
  ])('$name', ({ claim, says }) => {
    expect(words(claim)).toBe(says);
  });
});

test('words of an article in another language than the reader’s stand in quotation marks', () => {
  const claim = aStructured({ type: 'strike', target: 'електростанція' });
  expect(words(claim, 'en', 'uk')).toContain('a target in Kharkiv with missiles (“електростанція”)');
  expect(words(claim, 'uk', 'uk')).toContain('ціль: електростанція');
});

const NEGATION: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:not|no|nobody|nothing)\b/i,
  uk: /\b(?:не|немає)(?!\p{L})|(?<!\p{L})(?:не|немає|скасування)(?!\p{L})/iu,
};

describe.for(LANGUAGES)('any structured claim, in %s', (language) => {
  test('keeps its "not", and has none of its own but in what did not take place', () => {
    fc.assert(
      fc.property(anyStructured, (claim) => {
        const cancelled = claim.type === 'visit' && claim.status === 'cancelled';
        expect(NEGATION[language].test(words(claim, language))).toBe(claim.neg || cancelled);
      }),
    );
  });

  test('that is not so yet says so before or in the sentence', () => {
    const marks = {
      en: /planned|plan|possible|might|attempt|tried|request|ask|propos|pledg|approv|announc|no statement/i,
      uk: /заплановано|планують|можливо|може|спроба|не було|запит|пропозиці|обіцянк|схвалення|оголошення|заяв/iu,
    };
    const open = anyStructured.filter(({ realis }) => realis !== 'actual' && realis !== 'ongoing').filter(canBeSaid);
    fc.assert(
      fc.property(open, (claim) => {
        expect(line(claim, language)).toMatch(marks[language]);
      }),
    );
  });

  test('names everybody its key slots name, in one sentence', () => {
    fc.assert(
      fc.property(anyStructured, (claim) => {
        const said = words(claim, language);
        for (const ref of namedBy(claim))
          expect(said.toLowerCase()).toContain((LABELS[ref]?.names[language] ?? ref).toLowerCase());
        expect(said).toMatch(/^[^\n]+\.$/u);
      }),
    );
  });
});

function namedBy(claim: Claim): readonly string[] {
  switch (claim.type) {
    case 'aid':
      return [...claim.donor, ...(claim.recipient ? [claim.recipient] : [])];
    case 'move':
    case 'strike':
      return [...(claim.actor ? [claim.actor] : []), ...claim.place];
    case 'visit':
      return [...claim.visitor, ...claim.place, ...claim.host];
    case 'impact':
      return claim.place;
    case 'statement':
      return [];
  }
}
