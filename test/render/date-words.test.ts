import { expect, test } from 'vitest';
import { ageOf } from '../../src/render/age.ts';
import { claimDateWords, dayRangeWords } from '../../src/render/date-words.ts';
import { messagesIn } from '../../src/render/messages/in-language.ts';
import { plainSpaces } from '../support/spaces.ts';

test.for([
  { iso: '2024-05-15', en: '15 May 2024', uk: '15 травня 2024 р.' },
  { iso: '2024-05', en: 'May 2024', uk: 'травень 2024 р.' },
  { iso: '2024', en: '2024', uk: '2024 р.' },
  { iso: '2022/2024', en: '2022–2024', uk: '2022–2024 р.' },
  { iso: '2024-02-28/2024-03', en: '28 February 2024 – March 2024', uk: '28 лютого 2024 р. – березень 2024 р.' },
  { iso: '2024-05-10/2024-05-15', en: '10–15 May 2024', uk: '10–15 травня 2024 р.' },
  { iso: '2023-06/2023-08', en: 'June – August 2023', uk: 'червень – серпень 2023 р.' },
  { iso: '2023-12/2024-01', en: 'December 2023 – January 2024', uk: 'грудень 2023 р. – січень 2024 р.' },
  { iso: '2024-05-10/', en: 'since 10 May 2024', uk: 'з 10 травня 2024 р.' },
  { iso: '2024-05/', en: 'since May 2024', uk: 'з травня 2024 р.' },
  { iso: '/2024-05', en: 'until May 2024', uk: 'до травня 2024 р.' },
  { iso: '2022/', en: 'since 2022', uk: 'з 2022 р.' },
  { iso: '2024-02-30', en: '“then”', uk: '«then»' },
  { iso: '2024-13', en: '“then”', uk: '«then»' },
  { iso: undefined, en: '“then”', uk: '«then»' },
])('$iso is $en', ({ iso, en, uk }) => {
  const date = { text: 'then', ...(iso && { iso }) };
  expect({ en: plainSpaces(claimDateWords(date, 'en')), uk: plainSpaces(claimDateWords(date, 'uk')) }).toEqual({
    en,
    uk,
  });
});

test.for([
  { from: '2024-05-14', to: '2024-05-15', en: '14–15 May 2024', uk: '14–15 травня 2024 р.' },
  { from: '2024-05-15', to: '2024-05-15', en: '15 May 2024', uk: '15 травня 2024 р.' },
  {
    from: '2023-12-30',
    to: '2024-01-02',
    en: '30 December 2023 – 2 January 2024',
    uk: '30 грудня 2023 – 2 січня 2024 рр.',
  },
  {
    from: '2023-05-14',
    to: '2024-05-15',
    en: '14 May 2023 – 15 May 2024',
    uk: '14 травня 2023 – 15 травня 2024 рр.',
  },
  { from: '2024-04-30', to: '2024-05-02', en: '30 April – 2 May 2024', uk: '30 квітня – 2 травня 2024 р.' },
])('$from to $to is $en', ({ from, to, en, uk }) => {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  expect({
    en: plainSpaces(dayRangeWords(fromMs, toMs, 'en')),
    uk: plainSpaces(dayRangeWords(fromMs, toMs, 'uk')),
  }).toEqual({ en, uk });
});

test.for([
  { at: '2024-05-15', en: 'two years old', uk: 'два роки тому' },
  { at: '2021-05-15', en: 'five years old', uk: 'п’ять років тому' },
  { at: '2003-05-15', en: '23 years old', uk: '23 роки тому' },
  { at: '2024-11-04', en: '18 months old', uk: '18 місяців тому' },
  { at: '2026-04-01', en: 'two months old', uk: 'два місяці тому' },
  { at: '2026-05-11', en: 'three weeks old', uk: 'три тижні тому' },
  { at: '2024-06-01', en: 'two years old', uk: 'два роки тому' },
  { at: '2024-06-02', en: '23 months old', uk: '23 місяці тому' },
  { at: '2026-04-02', en: 'eight weeks old', uk: 'вісім тижнів тому' },
  { at: '2026-05-18', en: 'two weeks old', uk: 'два тижні тому' },
  { at: '2026-05-19', en: '13 days old', uk: '13 днів тому' },
  { at: '2026-06-01T10:30:00Z', en: 'one hour old', uk: 'годину тому' },
  { at: '2026-05-30', en: 'two days old', uk: 'два дні тому' },
  { at: '2026-05-31', en: 'yesterday', uk: 'учора' },
  { at: '2026-06-01', en: 'today', uk: 'сьогодні' },
  { at: '2026-06-01T09:30:00Z', en: 'two hours old', uk: 'дві години тому' },
  { at: '2026-05-31T15:00:00Z', en: '21 hours old', uk: '21 годину тому' },
  { at: '2026-06-01T11:59:00Z', en: 'today', uk: 'сьогодні' },
  { at: '2026-06-02T09:30:00Z', en: 'today', uk: 'сьогодні' },
])('what came out on $at is $en at noon of 1 June 2026', ({ at, en, uk }) => {
  const age = ageOf(Date.parse(at), Date.UTC(2026, 5, 1, 12));
  expect({ en: messagesIn('en').brief.age(age), uk: messagesIn('uk').brief.age(age) }).toEqual({ en, uk });
});
