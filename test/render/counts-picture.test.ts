import { describe, expect, test } from 'vitest';
import type { Account, Brief, Line } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import type { Language } from '../../src/domain/language.ts';
import { type Block, richOf } from '../../src/domain/page.ts';
import { type CountsPicture, PictureSpec } from '../../src/domain/picture.ts';
import { renderBrief } from '../../src/render/brief-page.ts';
import { countsBlocks } from '../../src/render/counts-picture.ts';
import { aBrief, aLine, aSection, LABELS } from '../support/briefs.ts';
import { aClaim, anExcerpt } from '../support/claims.ts';

type Harm = Parameters<typeof aClaim<'impact'>>[0];

const on = (iso: string) => ({ date: { text: 'that day', iso } });
/** So many killed people on 10 May 2024. */
const killed = (value: number, over: Harm = {}) =>
  aClaim({ type: 'impact', count: { value, op: 'eq', unit: 'people' }, ...on('2024-05-10'), ...over });
const FIVE = aLine(killed(5));
const NINE = aLine(killed(9, on('2024-05-12')), { citations: [2] });

const anAccount = (claim: Claim, over: Partial<Account> = {}): Account => ({
  relation: 'account',
  backing: [{ citation: 1, claim, quotes: [] }],
  ...over,
});

/** An answer to `/summary about: civilians`. */
const anAnswer = (lines: readonly Line[], ask: Partial<Brief['question']> = {}, over: Partial<Brief> = {}): Brief =>
  aBrief({ ask: { about: 'civilians', ...ask }, sections: [aSection('civilians', lines)], ...over });

function specIn(blocks: readonly Block[]): CountsPicture | null {
  const [picture] = blocks.filter((block) => block.kind === 'picture');
  const spec = picture ? PictureSpec.parse(picture.spec) : null;
  return spec?.kind === 'counts' ? spec : null;
}

const specOf = (lines: readonly Line[], language: Language = 'en') =>
  specIn(countsBlocks(anAnswer(lines, { language })));

/** What a line adds to the chart of two others. */
const pointsOf = (line: Line) =>
  specOf([FIVE, NINE, line])?.points.filter(({ day, low }) => `${day} ${low}` !== '2024-05-10 5' && low !== 9);

const wordsIn = (blocks: readonly Block[]) =>
  blocks.filter(({ kind }) => kind === 'small').flatMap((block) => richOf(block).map(({ text }) => text));

test('each figure has its day and who gives it, in order of time', () => {
  const spec = specOf([NINE, FIVE]);
  expect(spec?.unit).toBe('Killed: people');
  expect(spec?.points).toEqual([
    { day: '2024-05-10', low: 5, high: 5, op: 'eq', by: 'Outlet 1' },
    { day: '2024-05-12', low: 9, high: 9, op: 'eq', by: 'Outlet 2' },
  ]);
});

describe('what a figure is in the chart', () => {
  const officials = { epi: 'claimed', attr: { who: 'officials', side: 'UA', via: 'The Daily' } } as const;
  test.for<{ name: string; line: Line; points: readonly object[] }>([
    {
      name: 'a range, about',
      line: aLine(killed(0, { count: { value: 20, valueMax: 30, op: 'about', unit: 'people' } })),
      points: [{ low: 20, high: 30, op: 'about' }],
    },
    {
      name: 'a bound',
      line: aLine(killed(0, { count: { value: 20, op: 'ge', unit: 'People' } })),
      points: [{ low: 20, high: 20, op: 'ge' }],
    },
    { name: 'of a speaker', line: aLine(killed(20, officials)), points: [{ by: 'Officials (Ukraine)' }] },
    {
      name: 'of several outlets',
      line: aLine(killed(20), { citations: [1, 2] }),
      points: [{ by: 'Outlet 1, Outlet 2' }],
    },
    {
      name: 'and what others give for the same event',
      line: aLine(killed(20), { accounts: [anAccount(killed(25, officials)), anAccount(killed(20, officials))] }),
      points: [
        { low: 20, by: 'Outlet 1' },
        { low: 25, by: 'Officials (Ukraine)' },
      ],
    },
    {
      name: 'what others give, where the line itself gives none',
      line: aLine(killed(0, { count: { vague: 'several' } }), { accounts: [anAccount(killed(25))] }),
      points: [{ low: 25 }],
    },
  ])('$name', ({ line, points }) => {
    expect(pointsOf(line)).toMatchObject(points);
  });
});

describe('one chart counts one thing: what most events have figures of', () => {
  const injured = (value: number, iso: string) => aLine(killed(value, { kind: ['injured'], ...on(iso) }));
  const troops = (value: number, iso: string) =>
    aLine(killed(value, { who: 'Malian troops', count: { value, op: 'eq', unit: 'troops' }, ...on(iso) }));

  test.for<{ name: string; lines: readonly Line[]; unit: string; lows: readonly number[] }>([
    {
      name: 'another harm',
      lines: [injured(7, '2024-05-11'), FIVE, NINE],
      unit: 'Killed: people',
      lows: [5, 9],
    },
    {
      name: 'of two, the first',
      lines: [injured(7, '2024-05-11'), FIVE, NINE, injured(8, '2024-05-12')],
      unit: 'Injured: people',
      lows: [7, 8],
    },
    {
      name: 'other people',
      lines: [FIVE, NINE, troops(1, '2024-05-11'), troops(2, '2024-05-12'), troops(3, '2024-05-13')],
      unit: 'Killed: troops (Malian troops)',
      lows: [1, 2, 3],
    },
  ])('$name', ({ lines, unit, lows }) => {
    const spec = specOf(lines);
    expect(spec?.unit).toBe(unit);
    expect(spec?.points.map(({ low }) => low)).toEqual(lows);
  });

  test('in one event that has both, too', () => {
    const both = aLine(killed(6), { accounts: [anAccount(killed(40, { kind: ['injured'] }))] });
    const blocks = countsBlocks(anAnswer([both, NINE]));
    expect(specIn(blocks)?.points.map(({ low }) => low)).toEqual([6, 9]);
    expect(wordsIn(blocks)).toEqual(['Not in the picture: 1 that counts something else.']);
  });
});

test('in words, in both languages', () => {
  const alt = (language: Language) =>
    countsBlocks(anAnswer([FIVE, NINE], { language })).map((block) => (block.kind === 'picture' ? block.alt : ''));
  expect(alt('en')).toEqual([
    'Chart: Kharkiv Oblast · Civilians (Killed: people). 10 May: 5 (Outlet 1); 12 May: 9 (Outlet 2).',
  ]);
  expect(alt('uk')).toEqual([
    'Діаграма: Харківська область · Цивільні (Загиблі: «people»). 10 трав.: 5 (Outlet 1); 12 трав.: 9 (Outlet 2).',
  ]);
});

describe('what is left out is told', () => {
  const suspect = { en: 'It cannot be so many.', uk: 'Стільки бути не може.' };
  const revised = anAccount(killed(3), { relation: 'superseded' });
  test.for<{ name: string; line: Line; en: string; uk: string }>([
    {
      name: 'no day',
      line: aLine(aClaim({ type: 'impact', count: { value: 3, op: 'eq', unit: 'people' } })),
      en: '1 without a day that can be shown',
      uk: 'без дня, який можна показати, – 1',
    },
    {
      name: 'no more than a month',
      line: aLine(killed(3, on('2024-05'))),
      en: '1 without a day that can be shown',
      uk: 'без дня, який можна показати, – 1',
    },
    {
      name: 'no number',
      line: aLine(killed(3, { count: { vague: 'dozens' } })),
      en: '1 without a number',
      uk: 'без числа – 1',
    },
    {
      name: 'another unit',
      line: aLine(killed(3, { count: { value: 3, op: 'eq', unit: 'families' } })),
      en: '1 that counts something else',
      uk: 'з числом чогось іншого – 1',
    },
    {
      name: 'revised by whom it is from',
      line: aLine(killed(4), { accounts: [revised] }),
      en: '1 revised since by the same source',
      uk: 'уточнено згодом тим самим джерелом – 1',
    },
    ...[{ neg: true }, { suspect }, { confirmation: 'unconfirmed' } as const, { confirmation: 'denied' } as const].map(
      (over) => ({
        name: `denied or doubted: ${Object.keys(over)}`,
        line: aLine(killed(3, over)),
        en: '1 denied or doubted',
        uk: 'заперечено або під сумнівом – 1',
      }),
    ),
    {
      name: 'denied by a speaker',
      line: aLine(killed(3, { epi: 'denied', attr: { who: 'RU' } })),
      en: '1 denied or doubted',
      uk: 'заперечено або під сумнівом – 1',
    },
    {
      name: 'only possible',
      line: aLine(killed(3, { realis: 'hypothetical' })),
      en: '1 not carried out, or not yet',
      uk: 'не здійснено або ще не здійснено – 1',
    },
    {
      name: 'quoted',
      line: aLine(anExcerpt({ start: 0, end: 9 }, killed(3))),
      en: '1 quoted only',
      uk: 'лише дослівно – 1',
    },
  ])('$name', ({ line, en, uk }) => {
    const told = (language: Language) => wordsIn(countsBlocks(anAnswer([FIVE, NINE, line], { language })));
    expect(told('en')).toEqual([`Not in the picture: ${en}.`]);
    expect(told('uk')).toEqual([`Не показано на зображенні: ${uk}.`]);
    expect(pointsOf(line)?.map(({ low }) => low)).not.toContain(3);
  });

  test('nothing, where all is in it', () => {
    expect(wordsIn(countsBlocks(anAnswer([FIVE, NINE])))).toEqual([]);
  });
});

describe('where there is a chart', () => {
  const limits = { budget: Infinity, blocks: Infinity, glance: Infinity, costOf: () => 1 };
  const at = { kind: 'settlement', at: { lat: 49.98, lon: 36.25 } };
  const labels = {
    ...LABELS,
    kharkiv: { names: { en: 'Kharkiv', uk: 'Харків' }, ...at },
    izium: { names: { en: 'Izium', uk: 'Ізюм' }, ...at },
  };
  const IZIUM = aLine(killed(7, { place: ['izium'] }));
  const page = (
    lines: readonly Line[],
    ask: Partial<Brief['question']> = {},
    view: 'overview' | 'chart' = 'overview',
  ) => renderBrief(anAnswer(lines, ask, { labels }), { view, page: 1, private: false }, limits);
  const button = (lines: readonly Line[], ask: Partial<Brief['question']> = {}) =>
    page(lines, ask)
      .actions.flat()
      .flatMap(({ label }) => (['Map', 'Chart', 'Карта', 'Графік'].includes(label) ? [label] : []));

  test.for<{ name: string; is: readonly string[]; label: string | undefined }>([
    { name: 'figures of two days', is: button([FIVE, NINE]), label: 'Chart' },
    { name: 'in Ukrainian', is: button([FIVE, NINE], { language: 'uk' }), label: 'Графік' },
    { name: 'of a topic across all places', is: button([FIVE, NINE], { subject: { kind: 'all' } }), label: 'Chart' },
    { name: 'rather than the map', is: button([FIVE, NINE, IZIUM]), label: 'Chart' },
    { name: 'figures of one day: the map', is: button([FIVE, IZIUM]), label: 'Map' },
    { name: 'of one place: nothing', is: button([FIVE]), label: undefined },
    { name: 'about everything: the map', is: button([FIVE, NINE, IZIUM], { about: 'everything' }), label: 'Map' },
    { name: 'another form', is: button([FIVE, NINE], { form: 'timeline' }), label: undefined },
    { name: 'a server can do without', is: button([FIVE, NINE], { withoutPictures: true }), label: undefined },
  ])('$name', ({ is, label }) => {
    expect(is).toEqual(label === undefined ? [] : [label]);
  });

  test('the button leads to the chart and back', () => {
    const chart = page([FIVE, NINE], {}, 'chart');
    expect(chart.blocks.map(({ kind }) => kind)).toEqual(['title', 'picture', 'small']);
    expect(chart.actions.flat().map(({ label }) => label)).toEqual([
      'Back to the answer',
      'Evidence',
      'Sources',
      'Report a mistake',
    ]);
  });

  test('where there is none, its view is the overview', () => {
    expect(page([FIVE], {}, 'chart').blocks).toEqual(page([FIVE]).blocks);
  });
});
