import { expect, test } from 'vitest';
import { detailsOf, isDenial, slotKey } from '../../src/domain/fact.ts';
import { aClaim, anExcerpt } from '../support/claims.ts';

const visit = aClaim<'visit'>({ type: 'visit', place: ['kyiv', 'lviv'] });
const sum = aClaim<'aid'>({ type: 'aid', items: [], amount: { value: 61e9, cur: 'USD', op: 'eq' } });
const article = { id: 'article-1' };

test.for([
  { name: 'the order of a list does not matter', a: visit, b: { ...visit, place: ['lviv', 'kyiv'] }, same: true },
  { name: 'a host is a detail', a: visit, b: { ...visit, host: ['officials'] }, same: true },
  {
    name: 'wording is no key',
    a: visit,
    b: { ...visit, sentence: { en: 'He came.', uk: 'Він приїхав.' } },
    same: true,
  },
  { name: 'polarity is', a: visit, b: { ...visit, neg: true }, same: false },
  { name: 'realis is', a: visit, b: { ...visit, realis: 'planned' as const }, same: false },
  { name: 'the speaker is', a: visit, b: { ...visit, epi: 'attributed' as const, attr: { who: 'x' } }, same: false },
  { name: 'a sum is', a: sum, b: { ...sum, amount: { value: 60e9, cur: 'USD', op: 'eq' as const } }, same: false },
  { name: 'what is sent is not, beside a sum', a: sum, b: { ...sum, items: ['shells'] }, same: true },
])('slot key: $name', ({ a, b, same }) => {
  expect(slotKey(a, article) === slotKey(b, article)).toBe(same);
});

test('a host is a detail, a sum is none', () => {
  expect(detailsOf({ ...visit, host: ['officials'] })).toEqual(['host=officials']);
  expect(detailsOf(sum)).toEqual([]);
});

test('what is said not to be, in either way, is a denial', () => {
  const denied = aClaim({ epi: 'denied', attr: { who: 'RU' } });
  expect([aClaim(), aClaim({ neg: true }), denied].map(isDenial)).toEqual([false, true, true]);
});

test('an excerpt is one fact with the same piece of the same article alone', () => {
  const piece = anExcerpt({ start: 0, end: 5 }, { count: { value: 5, op: 'eq' } });
  const same = anExcerpt({ start: 0, end: 5 }, { place: ['kyiv'] });
  expect(slotKey(piece, article)).toBe(slotKey(same, article));
  expect(slotKey(piece, article)).not.toBe(slotKey(anExcerpt({ start: 0, end: 6 }), article));
  expect(slotKey(piece, article)).not.toBe(slotKey(piece, { id: 'article-2' }));
  expect(slotKey(piece, article)).not.toBe(slotKey(aClaim(), article));
});
