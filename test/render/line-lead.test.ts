import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import { rememberedDays } from '../../src/render/date-words.ts';
import { lineParts } from '../../src/render/line.ts';
import { leadWords } from '../../src/render/line-lead.ts';
import { speakerWords } from '../../src/render/speaker.ts';
import { aLine, anyClaim, LABELS } from '../support/briefs.ts';
import { aClaim } from '../support/claims.ts';
import { expectGolden } from '../support/golden.ts';

const RU = { who: 'RU' };
const lead = (claim: Partial<Claim>, language: Language = 'en'): string =>
  leadWords(aClaim(claim as Partial<ReturnType<typeof aClaim>>), LABELS, language);

describe('the words in front of a sentence', () => {
  test.for<{ claim: Partial<Claim>; en: string; uk: string }>([
    { claim: {}, en: '', uk: '' },
    { claim: { confirmation: 'unconfirmed' }, en: 'Not confirmed:', uk: 'Не підтверджено:' },
    { claim: { confirmation: 'denied' }, en: 'Denied by others:', uk: 'Інші це заперечують:' },
    { claim: { realis: 'planned' }, en: 'Planned:', uk: 'Заплановано:' },
    { claim: { realis: 'attempted' }, en: 'Attempt:', uk: 'Спроба:' },
    { claim: { realis: 'attempted', neg: true }, en: '', uk: '' },
    { claim: { realis: 'hypothetical' }, en: 'Possible, not certain:', uk: 'Можливо, але не певно:' },
    { claim: { attr: RU, epi: 'attributed' }, en: 'Russia:', uk: 'Росія:' },
    { claim: { attr: { who: 'governor' }, epi: 'attributed' }, en: 'Governor:', uk: 'Governor:' },
    { claim: { attr: { who: 'губернатор' }, epi: 'attributed' }, en: 'Губернатор:', uk: 'Губернатор:' },
    { claim: { attr: RU, epi: 'acknowledged' }, en: 'Russia:', uk: 'Росія:' },
    {
      claim: { attr: RU, epi: 'claimed' },
      en: 'Claim by Russia, not confirmed:',
      uk: 'Росія, непідтверджене твердження:',
    },
    {
      claim: { attr: RU, epi: 'claimed', confirmation: 'unconfirmed' },
      en: 'Claim by Russia, not confirmed by others:',
      uk: 'Росія, не підтверджене іншими твердження:',
    },
    {
      claim: { attr: RU, epi: 'claimed', confirmation: 'denied' },
      en: 'Claim by Russia, denied by others:',
      uk: 'Росія, твердження, яке заперечують:',
    },
    {
      claim: { attr: RU, epi: 'claimed', confirmation: 'confirmed' },
      en: 'Claim by Russia, confirmed:',
      uk: 'Росія, підтверджене твердження:',
    },
    // The sentence holds the "not" itself.
    { claim: { attr: RU, epi: 'denied', neg: true }, en: 'Denial by Russia:', uk: 'Росія, заперечення:' },
    {
      claim: { attr: RU, epi: 'denied', neg: false },
      en: 'Denied by Russia:',
      uk: 'Росія, заперечення такого твердження:',
    },
    {
      claim: { attr: { who: 'volodymyr-zelenskyy', side: 'UA', via: 'BBC' }, epi: 'attributed', realis: 'planned' },
      en: 'Volodymyr Zelenskyy (Ukraine), via BBC · planned:',
      uk: 'Володимир Зеленський (Україна), за BBC · заплановано:',
    },
    {
      claim: { attr: { who: 'volodymyr-zelenskyy', side: 'UA' }, epi: 'claimed', confirmation: 'unconfirmed' },
      en: 'Claim by Volodymyr Zelenskyy (Ukraine), not confirmed by others:',
      uk: 'Володимир Зеленський (Україна), не підтверджене іншими твердження:',
    },
    {
      claim: { attr: { who: 'volodymyr-zelenskyy' }, epi: 'attributed' },
      en: 'Volodymyr Zelenskyy:',
      uk: 'Володимир Зеленський:',
    },
    {
      claim: { attr: { who: 'volodymyr-zelenskyy', side: 'XX' }, epi: 'attributed' },
      en: 'Volodymyr Zelenskyy (XX):',
      uk: 'Володимир Зеленський (XX):',
    },
    {
      claim: { attr: { who: 'officials', side: 'UA' }, epi: 'attributed' },
      en: 'Officials (Ukraine):',
      uk: 'Посадовці (Україна):',
    },
    {
      claim: { attr: { who: 'us-officials', side: 'US' }, epi: 'attributed' },
      en: 'US officials:',
      uk: 'Американські посадовці:',
    },
    { claim: { suspect: { en: 'why', uk: 'чому' } }, en: '⚠', uk: '⚠' },
    { claim: { realis: 'planned', suspect: { en: 'why', uk: 'чому' } }, en: '⚠ Planned:', uk: '⚠ Заплановано:' },
    {
      claim: { attr: { who: 'unspecified' }, epi: 'attributed' },
      en: 'Reportedly (nobody named):',
      uk: 'Як повідомляють (без імені):',
    },
    {
      claim: { attr: RU, epi: 'claimed', suspect: { en: 'why', uk: 'чому' } },
      en: '⚠ Claim by Russia, not confirmed:',
      uk: '⚠ Росія, непідтверджене твердження:',
    },
    { claim: { attr: { who: 'not-labelled' }, epi: 'attributed' }, en: 'Not-labelled:', uk: 'Not-labelled:' },
    { claim: { attr: RU, epi: 'asserted' }, en: 'Russia:', uk: 'Росія:' },
  ])('$en', ({ claim, en, uk }) => {
    expect({ en: lead(claim, 'en'), uk: lead(claim, 'uk') }).toEqual({ en, uk });
  });

  test('a statement about the future is not itself planned', () => {
    expect(leadWords(aClaim({ type: 'statement', realis: 'planned' }), LABELS, 'en')).toBe('');
  });

  test.for(LANGUAGES)('every voice, in %s', (language) => {
    const rows = everyVoice().map(([name, claim]) => `${name.padEnd(48)} ${lead(claim, language) || '(nothing)'}`);
    expectGolden(`leads-${language}.txt`, `${rows.join('\n')}\n`);
  });

  test('says by whom, and that it is a claim or a denial, before the sentence begins', () => {
    fc.assert(
      fc.property(anyClaim, fc.constantFrom(...LANGUAGES), (claim, language) => {
        const context = {
          labels: LABELS,
          sources: new Map(),
          language,
          reportingDays: true,
          namesOutlets: false,
          dayOf: rememberedDays(language),
        };
        const { lead: front } = lineParts(aLine(claim), context);
        const words = front
          .map((run) => run.text)
          .join('')
          .toLowerCase();
        if (claim.attr) expect(words).toContain(speakerWords(claim.attr, LABELS, language).toLowerCase());
        if (claim.epi === 'claimed') expect(words).toMatch(/claim|твердження/);
        if (claim.epi === 'denied') expect(words).toMatch(/denial|denied|заперечення/);
        if (claim.confirmation && claim.epi !== 'denied')
          expect(words).toMatch(/confirmed|denied|підтверджен|заперечу/);
        if (claim.realis === 'planned') expect(words).toMatch(/planned|заплановано/);
        expect(words.startsWith('⚠ ')).toBe(claim.suspect !== undefined);
      }),
    );
  });
});

function everyVoice(): readonly (readonly [string, Partial<Claim>])[] {
  return (['asserted', 'attributed', 'claimed', 'acknowledged', 'denied'] as const).flatMap((epi) =>
    ([undefined, 'unconfirmed', 'denied', 'confirmed'] as const).flatMap((confirmation) =>
      (['actual', 'ongoing', 'attempted', 'planned', 'hypothetical'] as const).flatMap((realis) =>
        [false, true].map((neg): readonly [string, Partial<Claim>] => {
          const attr = epi === 'asserted' ? null : RU;
          const name = `${epi} ${confirmation ?? '-'} ${realis}${neg ? ' not' : ''}`;
          return [name, { epi, realis, neg, attr, ...(confirmation && { confirmation }) }];
        }),
      ),
    ),
  );
}
