import { describe, expect, test } from 'vitest';
import type { Brief, Line } from '../../src/domain/brief.ts';
import type { Language } from '../../src/domain/language.ts';
import { type Block, richOf } from '../../src/domain/page.ts';
import { PictureSpec, type VisitsPicture } from '../../src/domain/picture.ts';
import { visitsBlocks } from '../../src/render/visits-picture.ts';
import { aBrief, aLine, aSection } from '../support/briefs.ts';
import { aClaim, anExcerpt } from '../support/claims.ts';

const aVisit = (over: Parameters<typeof aClaim<'visit'>>[0] = {}) =>
  aClaim({ type: 'visit', place: ['kharkiv'], date: { text: 'on Tuesday', iso: '2024-05-14' }, ...over });
const BLINKEN = aLine(aVisit());
const PLANNED = aLine(
  aVisit({
    ...{ visitor: ['volodymyr-zelenskyy'], place: [], host: ['US'], status: 'planned', realis: 'planned' },
    date: { text: 'in June', iso: '2024-06' },
  }),
);

const anAnswer = (lines: readonly Line[], over: Partial<Brief> = {}, language: Language = 'en'): Brief =>
  aBrief({
    ask: { form: 'visits', subject: { kind: 'all' }, language },
    sections: [aSection('visits', lines)],
    ...over,
  });

function specIn(blocks: readonly Block[]): VisitsPicture | null {
  const [picture] = blocks.filter((block) => block.kind === 'picture');
  const spec = picture ? PictureSpec.parse(picture.spec) : null;
  return spec?.kind === 'visits' ? spec : null;
}

test('each visitor has a lane, in order of time', () => {
  const spec = specIn(
    visitsBlocks(anAnswer([PLANNED, BLINKEN, aLine(aVisit({ date: { text: '', iso: '2024-03-01' } }))])),
  );
  expect(spec?.lanes).toEqual([
    {
      visitor: 'Antony Blinken',
      visits: [
        { from: '2024-03-01', to: '2024-03-01', about: false, place: 'Kharkiv', status: 'done' },
        { from: '2024-05-14', to: '2024-05-14', about: false, place: 'Kharkiv', status: 'done' },
      ],
    },
    {
      visitor: 'Volodymyr Zelenskyy',
      visits: [{ from: '2024-06-01', to: '2024-06-30', about: true, place: 'United States', status: 'planned' }],
    },
  ]);
});

test.for([
  { name: 'years later', askedAtMs: Date.UTC(2026, 5, 1), today: undefined },
  { name: 'in between', askedAtMs: Date.UTC(2024, 4, 20, 12), today: '2024-05-20' },
])('today is drawn where it is near: $name', ({ askedAtMs, today }) => {
  expect(specIn(visitsBlocks(anAnswer([BLINKEN, PLANNED], { askedAtMs })))?.today).toBe(today);
});

test('in words, in both languages', () => {
  const alt = (language: Language) =>
    visitsBlocks(anAnswer([BLINKEN, PLANNED], {}, language)).map((block) =>
      block.kind === 'picture' ? block.alt : '',
    );
  expect(alt('en')).toEqual([
    'Timeline: Visits. Antony Blinken, Kharkiv, 14 May (done); Volodymyr Zelenskyy, United States, around 1 Jun – 30 Jun (planned).',
  ]);
  expect(alt('uk')).toEqual([
    'Часова шкала: Візити. Ентоні Блінкен, Харків, 14 трав. (відбувся); Володимир Зеленський, США, приблизно 1 черв. – 30 черв. (заплановано).',
  ]);
});

describe('what is left out is told', () => {
  test.for<{ name: string; line: Line; told: string }>([
    { name: 'no day', line: aLine(aClaim({ type: 'visit' })), told: '1 without a day that can be shown' },
    { name: 'said not to be', line: aLine(aVisit({ neg: true })), told: '1 not carried out, or not yet' },
    { name: 'denied', line: aLine(aVisit({ epi: 'denied', neg: true })), told: '1 not carried out, or not yet' },
    {
      name: 'a plan that is denied',
      line: aLine(aVisit({ status: 'planned', realis: 'planned', epi: 'denied' })),
      told: '1 not carried out, or not yet',
    },
    {
      name: 'perhaps called off',
      line: aLine(aVisit({ status: 'cancelled', realis: 'hypothetical' })),
      told: '1 not carried out, or not yet',
    },
    { name: 'possible', line: aLine(aVisit({ realis: 'hypothetical' })), told: '1 not carried out, or not yet' },
    { name: 'quoted', line: aLine(anExcerpt({ start: 0, end: 9 }, { type: 'visit' })), told: '1 quoted only' },
    { name: 'nowhere', line: aLine(aVisit({ place: [] })), told: '1 without a place that can be shown' },
  ])('$name', ({ line, told }) => {
    const blocks = visitsBlocks(anAnswer([BLINKEN, PLANNED, line]));
    const words = blocks.slice(1).flatMap((block) => richOf(block).map(({ text }) => text));
    expect(words).toEqual([`Not in the picture: ${told}.`]);
  });

  test('one visit is no picture', () => {
    expect(visitsBlocks(anAnswer([BLINKEN]))).toEqual([]);
  });
});
