import { expect, test } from 'vitest';
import type { Amount, Count } from '../../src/domain/claim.ts';
import { amountWords, countWords } from '../../src/render/figure-words.ts';
import { plainSpaces } from '../support/spaces.ts';

test.for<{ amount: Amount; en: string; uk: string }>([
  { amount: { value: 6e10, cur: 'USD', op: 'eq' }, en: '$60 billion', uk: '60 мільярдів доларів США' },
  {
    amount: { value: 6.14e10, cur: 'USD', op: 'about' },
    en: 'about $61.4 billion',
    uk: 'приблизно 61,4 мільярда доларів США',
  },
  { amount: { value: 1_234_567, cur: 'EUR', op: 'eq' }, en: '€1,234,567', uk: '1 234 567 євро' },
  {
    amount: { value: 2e6, cur: 'CHF', op: 'gt' },
    en: 'more than CHF 2 million',
    uk: 'понад 2 мільйони швейцарських франків',
  },
  {
    amount: { value: 1e9, valueMax: 2e9, cur: 'USD', op: 'eq' },
    en: '$1 billion – $2 billion',
    uk: '1 мільярд доларів США – 2 мільярди доларів США',
  },
  { amount: { value: 500, cur: 'USD', op: 'le' }, en: 'at most $500', uk: 'щонайбільше 500 доларів США' },
])('$en', ({ amount, en, uk }) => {
  expect({ en: plainSpaces(amountWords(amount, 'en')), uk: plainSpaces(amountWords(amount, 'uk')) }).toEqual({
    en,
    uk,
  });
});

test.for<{ count: Count; en: string; uk: string }>([
  { count: { value: 30_000, op: 'gt' }, en: 'more than 30,000', uk: 'понад 30 000' },
  { count: { value: 5, valueMax: 7, op: 'eq' }, en: '5–7', uk: '5–7' },
  { count: { value: 10, op: 'lt' }, en: 'under 10', uk: 'менш ніж 10' },
  { count: { vague: 'several' }, en: '“several”', uk: '«several»' },
])('$en', ({ count, en, uk }) => {
  expect({ en: plainSpaces(countWords(count, 'en')), uk: plainSpaces(countWords(count, 'uk')) }).toEqual({ en, uk });
});
