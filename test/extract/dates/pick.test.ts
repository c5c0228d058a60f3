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
  ])('%s (%s)', ([sentence, word, text]) => {
    const picked = pickDate(read(sentence), { trigger: sentence.indexOf(word), clause: null });
    expect(picked?.text ?? null).toBe(text);
  });

  test('its clause comes first; from outside it a date of speech is not taken', () => {
    const sentence = 'The mayor said on Friday that shells hit the school.';
    const start = sentence.indexOf('shells');
    expect(pickDate(read(sentence), { trigger: start, clause: { start, end: sentence.length } })).toBeNull();
    const dated = 'In May they met; shells hit the school on Friday.';
    const clause = { start: 0, end: dated.indexOf(';') };
    expect(pickDate(read(dated), { trigger: dated.length, clause })?.text).toBe('In May');
  });
});

test('"that day" is the day named last before it', () => {
  const [, bound] = bindSameDay([read('On May 3 and in June they met.'), read('They left that day.')]);
  expect(bound?.map(({ text, meaning }) => [text, meaning])).toEqual([
    ['that day', { kind: 'calendar', month: 5, day: 3 }],
  ]);
  expect(bindSameDay([read('They left that day.')])[0]?.[0]?.meaning).toEqual({ kind: 'same' });
});
