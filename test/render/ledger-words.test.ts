import { describe, expect, test } from 'vitest';
import type { LedgerSum, LeftOut } from '../../src/domain/ledger.ts';
import { ledgerRow, leftOutWords, sumWords } from '../../src/render/ledger-words.ts';
import { LABELS } from '../support/briefs.ts';
import { aClaim, anExcerpt, aStructured, type ParaphraseOf } from '../support/claims.ts';
import { plainSpaces } from '../support/spaces.ts';

const row = (over: Partial<ParaphraseOf<'aid'>>, language: 'en' | 'uk' = 'en'): string | null => {
  const words = ledgerRow(aClaim({ type: 'aid', items: [], ...over }), { labels: LABELS, language, written: 'en' });
  return words === null ? null : plainSpaces(words);
};
const TWO_BILLION = { value: 2_000_000_000, cur: 'USD', op: 'gt' } as const;

describe('a row', () => {
  test.for<{ over: Partial<ParaphraseOf<'aid'>>; en: string; uk: string }>([
    {
      over: { amount: TWO_BILLION, kind: 'military', items: ['shells', 'mines'] },
      en: 'more than $2 billion, announced · military aid · for Ukraine · shells and mines',
      uk: 'понад 2 мільярди доларів США, оголошено · військова допомога · отримувач: Україна · «shells» і «mines»',
    },
    {
      over: { count: { value: 31, op: 'eq', unit: 'tanks' }, items: ['tanks'], recipient: null, status: 'delivered' },
      en: '31 tanks, delivered',
      uk: '31 «tanks», доставлено',
    },
    {
      over: {
        amount: { value: 5, valueMax: 7, cur: 'EUR', op: 'about' },
        count: { value: 3, op: 'eq', unit: 'ships' },
        status: 'requested',
      },
      en: 'about €5 – €7, requested · for Ukraine · 3 ships',
      uk: 'приблизно 5 євро – 7 євро, просять · отримувач: Україна · 3 «ships»',
    },
  ])('$en', ({ over, en, uk }) => {
    expect([row(over), row(over, 'uk')]).toEqual([en, uk]);
  });

  test.for<{ name: string; over: Partial<ParaphraseOf<'aid'>> }>([
    { name: 'has no figure', over: {} },
    { name: 'has only a word for one', over: { count: { vague: 'several', unit: 'tanks' } } },
    { name: 'is said not to be', over: { amount: TWO_BILLION, neg: true } },
    { name: 'is denied', over: { amount: TWO_BILLION, epi: 'denied', attr: { who: 'RU' } } },
    { name: 'was only tried', over: { amount: TWO_BILLION, realis: 'attempted' } },
  ])('is not made of what $name', ({ over }) => {
    expect(row(over)).toBeNull();
  });

  test('has no kind that was guessed: where the article says "aid" alone', () => {
    const context = { labels: LABELS, language: 'en', written: 'en' } as const;
    const kindOf = (items: readonly string[]) =>
      ledgerRow(aStructured({ type: 'aid', amount: TWO_BILLION, kind: 'financial', items: [...items] }), context);
    expect(kindOf(['aid'])).not.toContain('financial');
    expect(kindOf(['financial-aid'])).toContain('financial aid');
  });

  test('is made of no excerpt and of no other type', () => {
    const context = { labels: LABELS, language: 'en', written: 'en' } as const;
    expect(ledgerRow(anExcerpt({ start: 0, end: 5 }, { type: 'aid', amount: TWO_BILLION }), context)).toBeNull();
    expect(ledgerRow(aClaim({ type: 'move' }), context)).toBeNull();
  });
});

const aSum = (over: Partial<LedgerSum>): LedgerSum => ({
  ...{ recipient: 'UA', currency: 'EUR', status: 'pledged', total: null, added: [], contested: [], leftOut: [] },
  ...over,
});

describe('a sum', () => {
  test.for<{ over: Partial<LedgerSum>; several?: boolean; en: string | null; uk: string | null }>([
    {
      over: { total: { low: 3_000_000, high: 3_000_000, op: 'ge', about: true } },
      en: 'Pledged: at least about €3 million',
      uk: 'Обіцяно: щонайменше приблизно 3 мільйони євро',
    },
    {
      over: { contested: [{ line: 'a', low: 1, high: 2 }], total: { low: 5, high: 5, op: 'eq', about: false } },
      several: true,
      en: 'Pledged (Ukraine): €5; not added, since disputed: €1 – €2',
      uk: 'Обіцяно (Україна): 5 євро; не додано, бо дані різняться: 1 євро – 2 євро',
    },
    { over: { leftOut: [{ line: 'a', why: 'doubted' }] }, en: null, uk: null },
  ])('$en', ({ over, several = false, en, uk }) => {
    const words = (['en', 'uk'] as const).map((language) => sumWords(aSum(over), several, LABELS, language));
    expect(words.map((each) => each && plainSpaces(each))).toEqual([en, uk]);
  });
});

const leftOut = (n: number, why: LeftOut['why']) =>
  aSum({ leftOut: Array.from({ length: n }, (_, at) => ({ line: `${at}`, why })) });

test.for([
  { n: 1, en: '1 amount', uk: '1 сума' },
  { n: 2, en: '2 amounts', uk: '2 суми' },
  { n: 5, en: '5 amounts', uk: '5 сум' },
  { n: 21, en: '21 amounts', uk: '21 сума' },
])('$n left out have the right plural', ({ n, en, uk }) => {
  const sums = [leftOut(n, 'perhaps_part'), leftOut(1, 'unproven')];
  expect(leftOutWords({ sums }, 'en')).toBe(
    `In no sum: ${en} that may be part of another, or the same; 1 amount only claimed, or denied by others.`,
  );
  expect(leftOutWords({ sums }, 'uk')).toBe(
    `Не додано: ${uk}, можливо, у складі іншої або та сама; 1 сума лише зі слів однієї сторони або з тих, які заперечують.`,
  );
});

test('nothing left out needs no words', () => {
  expect(leftOutWords({ sums: [aSum({})] }, 'en')).toBeNull();
});
