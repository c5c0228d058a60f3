import { expect, test } from 'vitest';
import { contestKey, factKey, familyKey, rivalKeys, slotKey } from '../../src/domain/fact.ts';
import { aClaim, anExcerpt, published } from '../support/claims.ts';

const visit = aClaim<'visit'>({ type: 'visit', place: ['kyiv', 'lviv'] });
const sum = aClaim<'aid'>({ type: 'aid', items: [], amount: { value: 61e9, cur: 'USD', op: 'eq' } });
const article = { id: 'article-1' };
const on = { ...article, ...published(Date.parse('2024-05-15T23:00:00Z')) };
const undated = { ...article, ...published(null) };

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

test.for([
  { name: 'a host', b: { ...visit, host: ['officials'] } },
  { name: 'a doubt', b: { ...visit, suspect: { en: 'Why.', uk: 'Чому.' } } },
  { name: 'a day', b: { ...visit, date: { text: 'Monday', iso: '2024-05-13' } } },
])('fact key: $name makes another fact', ({ b }) => {
  expect(factKey(b, on)).not.toBe(factKey(visit, on));
});

test('without a date the day of publication counts, in UTC, and without that none', () => {
  expect(factKey(visit, on)).toBe(factKey({ ...visit, date: { text: 'today', iso: '2024-05-15' } }, undated));
  expect(factKey(visit, undated)).not.toBe(factKey(visit, on));
});

test.for([
  {
    name: 'sums of one giver, taker and currency',
    a: sum,
    b: { ...sum, amount: { value: 1, cur: 'USD', op: 'eq' as const } },
    same: true,
  },
  {
    name: 'sums in two currencies',
    a: sum,
    b: { ...sum, amount: { value: 61e9, cur: 'EUR', op: 'eq' as const } },
    same: false,
  },
  {
    name: 'a happening and its denial',
    a: aClaim<'move'>({ type: 'move' }),
    b: aClaim<'move'>({ type: 'move', neg: true }),
    same: true,
  },
  {
    name: 'two actors',
    a: aClaim<'move'>({ type: 'move' }),
    b: aClaim<'move'>({ type: 'move', actor: 'UA' }),
    same: false,
  },
])('contest: $name', ({ a, b, same }) => {
  expect(contestKey(a) === contestKey(b)).toBe(same);
});

const plain = aClaim<'move'>({ type: 'move' });
const counted = aClaim<'move'>({ type: 'move', count: { value: 5, op: 'eq', unit: 'tanks' } });
const denied = aClaim<'move'>({ type: 'move', neg: true });

test.for([
  { name: 'a plain claim is contradicted by a denial alone', claim: plain, rivals: [denied] },
  { name: 'a figure by other figures and a denial', claim: counted, rivals: [counted, denied] },
  { name: 'a denial by what it denies', claim: denied, rivals: [plain, counted] },
  { name: 'a statement by nothing', claim: aClaim<'statement'>({ type: 'statement' }), rivals: [] },
])('rivals: $name', ({ claim, rivals }) => {
  const found = [plain, counted, denied].filter((other) => rivalKeys(claim).includes(familyKey(other) ?? ''));
  expect(found).toEqual([plain, counted, denied].filter((other) => rivals.some((rival) => rival === other)));
});

test('an excerpt is one fact with the same piece of the same article alone, and contradicts nothing', () => {
  const piece = anExcerpt({ start: 0, end: 5 }, { count: { value: 5, op: 'eq' } });
  const same = anExcerpt({ start: 0, end: 5 }, { place: ['kyiv'] });
  expect(factKey(piece, on)).toBe(factKey(same, on));
  expect(factKey(piece, on)).not.toBe(factKey(anExcerpt({ start: 0, end: 6 }), on));
  expect(factKey(piece, on)).not.toBe(factKey(piece, { ...on, id: 'article-2' }));
  expect(factKey(piece, on)).not.toBe(factKey(aClaim(), on));
  expect([contestKey(piece), familyKey(piece), rivalKeys(piece)]).toEqual([null, null, []]);
});
