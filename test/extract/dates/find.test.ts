import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/extract/dates/find.ts';
import { resolveDate } from '../../../src/extract/dates/resolve.ts';
import { textNear } from '../quantities/any-text.ts';
import { dates, LANGUAGES, type Written } from '../quantities/lexicons.ts';

const LEXICONS = { en: dates('en'), ru: dates('ru'), uk: dates('uk') };
/** A Wednesday. */
const WEDNESDAY = '2024-05-15';

const resolved = (
  language: Written,
  text: string,
  tense: 'past' | 'future' = 'past',
  publishedOn: string | null = WEDNESDAY,
): readonly (string | null)[] =>
  findDates(text, LEXICONS[language]).map((mention) => resolveDate(mention, { publishedOn, tense }));

describe('against the day of publication', () => {
  test.for<[string, string, string]>([
    ['on Friday', '2024-05-10', '2024-05-17'],
    ['on Wednesday', WEDNESDAY, WEDNESDAY],
    ['last Wednesday', '2024-05-08', '2024-05-08'],
    ['last Friday', '2024-05-10', '2024-05-10'],
    ['next Friday', '2024-05-17', '2024-05-17'],
    ['Friday last week', '2024-05-10', '2024-05-10'],
    ['Tuesday night', '2024-05-14', '2024-05-21'],
    ['late Tuesday', '2024-05-14', '2024-05-21'],
    ['Sunday’s strike', '2024-05-12', '2024-05-19'],
    ['on Monday and Tuesday', '2024-05-13/2024-05-14', '2024-05-20/2024-05-21'],
    ['on Wednesday and Thursday', '2024-05-08/2024-05-09', '2024-05-15/2024-05-16'],
    ['from Thursday through Saturday', '2024-05-09/2024-05-11', '2024-05-16/2024-05-18'],
    ['this week', '2024-05-13/2024-05-15', '2024-05-13/2024-05-19'],
    ['last week', '2024-05-06/2024-05-12', '2024-05-06/2024-05-12'],
    ['next week', '2024-05-20/2024-05-26', '2024-05-20/2024-05-26'],
    ['over the weekend', '2024-05-11/2024-05-12', '2024-05-18/2024-05-19'],
    ['yesterday', '2024-05-14', '2024-05-14'],
    ['overnight', '2024-05-14/2024-05-15', '2024-05-14/2024-05-15'],
    ['overnight into Tuesday', '2024-05-13/2024-05-14', '2024-05-20/2024-05-21'],
    ['earlier this month', '2024-05', '2024-05'],
    ['late last month', '2024-04', '2024-04'],
    ['in late May', '2024-05', '2024-05'],
    ['in October', '2023-10', '2024-10'],
    ['in June', '2024-06', '2024-06'],
    ['last June', '2023-06', '2023-06'],
    ['in November last year', '2023-11', '2023-11'],
    ['in May or early June', '2024-05/2024-06', '2024-05/2024-06'],
    ['this summer', '2024-06/2024-08', '2024-06/2024-08'],
    ['on May 9', '2024-05-09', '2024-05-09'],
    ['on Oct. 7', '2023-10-07', '2024-10-07'],
    ['from 12 to 15 March', '2024-03-12/2024-03-15', '2025-03-12/2025-03-15'],
    ['March 26-27', '2024-03-26/2024-03-27', '2025-03-26/2025-03-27'],
    ['two weeks ago', '2024-05-01', '2024-05-01'],
    ['two years ago', '2022', '2022'],
    ['since February', '2024-02/', '2024-02/'],
    ['since the siege began in February', '2024-02/', '2024-02/'],
    ['by the end of next year', '/2025-12-31', '/2025-12-31'],
    ['over the past 24 hours', '2024-05-14/2024-05-15', '2024-05-14/2024-05-15'],
    ['in the last two weeks', '2024-05-01/2024-05-15', '2024-05-01/2024-05-15'],
    ['on Christmas Day', '2023-12-25', '2024-12-25'],
  ])('%s', ([text, past, future]) => {
    expect([resolved('en', text, 'past'), resolved('en', text, 'future')]).toEqual([[past], [future]]);
  });

  test.for<[Written, string, string]>([
    ['ru', 'вчера', '2024-05-14'],
    ['ru', 'в пятницу', '2024-05-10'],
    ['ru', 'В пятницу, 10 мая', '2024-05-10'],
    ['ru', 'на прошлой неделе', '2024-05-06/2024-05-12'],
    ['ru', 'в прошлом году', '2023'],
    ['ru', 'в октябре прошлого года', '2023-10'],
    ['ru', 'с 12 по 15 марта', '2024-03-12/2024-03-15'],
    ['ru', 'в ночь на 14 мая', '2024-05-13/2024-05-14'],
    ['ru', 'две недели назад', '2024-05-01'],
    ['ru', 'за последние сутки', '2024-05-14/2024-05-15'],
    ['ru', 'с февраля', '2024-02/'],
    ['uk', 'учора', '2024-05-14'],
    ['uk', 'у п’ятницю', '2024-05-10'],
    ['uk', '15 травня', '2024-05-15'],
    ['uk', 'минулого тижня', '2024-05-06/2024-05-12'],
    ['uk', 'у ніч на 14 травня', '2024-05-13/2024-05-14'],
    ['uk', 'два роки тому', '2022'],
    ['uk', 'торік', '2023'],
    ['uk', '1–3 травня', '2024-05-01/2024-05-03'],
    ['uk', 'з лютого', '2024-02/'],
  ])('%s: %s', ([language, text, iso]) => {
    expect(resolved(language, text)).toEqual([iso]);
  });

  test('the month after December is January of the next year', () => {
    expect(resolved('en', 'next month', 'future', '2023-12-31')).toEqual(['2024-01']);
    expect(resolved('en', 'over the past month', 'past', '2023-03-31')).toEqual(['2023-02-28/2023-03-31']);
  });
});

describe('without a day of publication', () => {
  test.for<[Written, string, string | null]>([
    ['en', 'on Friday', null],
    ['en', 'yesterday', null],
    ['en', 'on May 9', null],
    ['en', '9 May 2024', '2024-05-09'],
    ['en', 'on Feb. 16, 2022', '2022-02-16'],
    ['en', 'in 2014', '2014'],
    ['en', 'between 2022 and 2025', '2022/2025'],
    ['en', 'in August 2014', '2014-08'],
    ['en', 'in the summer of 2023', '2023-06/2023-08'],
    ['en', 'since March 2022', '2022-03/'],
    ['en', 'on 31 February 2024', null],
    ['en', '2024-03-04', '2024-03-04'],
    ['ru', '15 мая 2023 года', '2023-05-15'],
    ['ru', 'с 2022 по 2025 год', '2022/2025'],
    ['ru', '04.03.2024', '2024-03-04'],
    ['uk', 'у травні 2024 року', '2024-05'],
  ])('%s: %s', ([language, text, iso]) => {
    expect(resolved(language, text, 'past', null)).toEqual([iso]);
  });

  test('a day that no calendar has is no day of publication', () => {
    expect(resolved('en', 'yesterday', 'past', '2024-02-30')).toEqual([null]);
  });
});

describe('what is no date', () => {
  test.for<[Written, string]>([
    ['en', 'they may march on'],
    ['en', 'Theresa May spoke'],
    ['en', 'March on, they cried'],
    ['en', 'The Sun wrote of a second one'],
    ['en', 'this MAY be so'],
    ['en', 'the truce would last four years'],
    ['en', 'one Friday'],
    ['en', 'on Bloody Sunday'],
    ['en', 'some 2,014 people and 1980 tanks'],
    ['en', 'in recent days'],
    ['ru', 'каждую пятницу'],
    ['ru', 'в последние дни'],
    ['uk', '2014 людей'],
  ])('%s: %s', ([language, text]) => {
    expect(findDates(text, LEXICONS[language])).toEqual([]);
  });
});

describe('what a date tells of its sentence', () => {
  test.for<[string, string, string, string | null]>([
    ['The minister said on Friday that the bridge was hit.', 'on Friday', 'speech', 'past'],
    ['The army on Friday said it had left.', 'on Friday', 'speech', 'past'],
    ['Shells hit the bridge on Friday.', 'on Friday', 'event', 'past'],
    ['The envoys will meet on Friday.', 'on Friday', 'event', 'future'],
    ['On Friday he will travel to Oslo.', 'On Friday', 'event', 'future'],
    ['The 2015 truce collapsed.', '2015', 'attribute', 'past'],
    ['It fell before Friday.', 'before Friday', 'attribute', 'past'],
    ['Friday.', 'Friday', 'event', null],
  ])('%s', ([sentence, text, use, tense]) => {
    const [mention] = findDates(sentence, LEXICONS.en);
    expect(mention).toMatchObject({ text, use, tense });
  });
});

describe('any text', () => {
  const ISO = /^(?:\d{4}(?:-\d\d){0,2}(?:\/(?:\d{4}(?:-\d\d){0,2})?)?|\/\d{4}(?:-\d\d){0,2})$/;
  const near = textNear(
    'on',
    'Friday',
    'last',
    'May',
    '9',
    '-',
    '2024',
    'since',
    'to',
    'week',
    'the end of',
    ',',
    'ago',
    'two',
    'травня',
    'в ночь на',
    'year',
  );
  test.for(LANGUAGES)('%s: dates are in order, in bounds, and resolve to what a claim may hold', (language) => {
    fc.assert(
      fc.property(
        near,
        fc.constantFrom('past', 'future', 'present', null),
        fc.constantFrom('2024-02-29', '1900-01-01', null, 'soon'),
        (text, tense, publishedOn) => {
          let last = 0;
          for (const mention of findDates(text, LEXICONS[language])) {
            expect(mention.start).toBeGreaterThanOrEqual(last);
            expect(text.slice(mention.start, mention.end)).toBe(mention.text);
            expect(resolveDate(mention, { publishedOn, tense }) ?? '2024').toMatch(ISO);
            last = mention.end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
