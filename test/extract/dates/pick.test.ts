import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/extract/dates/find.ts';
import { bindSameDay, pickDate } from '../../../src/extract/dates/pick.ts';
import { dates } from '../quantities/lexicons.ts';

const ENGLISH = dates('en');
const read = (sentence: string) => findDates(sentence, ENGLISH);

describe('the date of a claim', () => {
  test.for<[string, string, string | null]>([
    ['The mayor said on Friday that shells hit the school on Thursday.', 'hit', 'on Thursday'],
    ['On Monday the town was shelled, and it surrendered on Tuesday.', 'surrendered', 'on Tuesday'],
    ['On Monday the town was shelled, and it surrendered on Tuesday.', 'shelled', 'On Monday'],
    ['The mayor said on Friday that shells hit the school.', 'hit', 'on Friday'],
    ['Troops who fought in the 2015 siege left the town on Sunday.', 'fought', 'on Sunday'],
    ['Shells hit the school.', 'hit', null],
    ['After the 2022 offensive they left in May.', 'offensive', '2022'],
    ['The bill was passed on May 3 after last week’s attack.', 'passed', 'on May 3'],
  ])('%s (%s)', ([sentence, word, text]) => {
    const picked = pickDate(read(sentence), { trigger: sentence.indexOf(word), isPart: () => false });
    expect(picked?.text ?? null).toBe(text);
  });

  test('a date that is a part of its clause comes before one that stands nearer', () => {
    const sentence = 'Shells hit the school that was built in May, on Friday.';
    const pick = (part: string) =>
      pickDate(read(sentence), { trigger: sentence.indexOf('built'), isPart: ({ text }) => text === part })?.text;
    expect([pick('on Friday'), pick('')]).toEqual(['on Friday', 'in May']);
  });
});

test('"that day" is the day named last before it', () => {
  const [, bound] = bindSameDay([read('On May 3 and in June they met.'), read('They left that day.')]);
  expect(bound?.map(({ text, meaning }) => [text, meaning])).toEqual([
    ['that day', { kind: 'calendar', month: 5, day: 3 }],
  ]);
  expect(bindSameDay([read('They left that day.')])[0]?.[0]?.meaning).toEqual({ kind: 'same' });
});
