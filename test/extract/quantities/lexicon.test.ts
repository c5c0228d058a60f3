import { expect, test } from 'vitest';
import { dateLexicon } from '../../../src/extract/dates/lexicon.ts';
import { quantityLexicon } from '../../../src/extract/quantities/lexicon.ts';
import { dates, LANGUAGES, quantities } from './lexicons.ts';

test.for(LANGUAGES)('%s: months and weekdays are all there', (language) => {
  const { months, weekdays } = dates(language);
  expect([new Set(months.values()).size, new Set(weekdays.values()).size]).toEqual([12, 7]);
});

test.for(LANGUAGES)('%s: a counted noun is no unit of measure and no stop word', (language) => {
  const { units, measures, stops } = quantities(language);
  expect([...units.keys()].filter((word) => measures.byFirst.has(word) || stops.has(word))).toEqual([]);
});

test.for([null, {}, { language: 'en' }, 'text'])('what is no lexicon is refused: %j', (file) => {
  expect(() => dateLexicon(file)).toThrow('Invalid');
  expect(() => quantityLexicon(file, { symbols: {}, codes: [] })).toThrow('Invalid');
});
