import { expect, test } from 'vitest';
import { findMentions } from '../../../src/extract/entities/find-mentions.ts';
import { profileOf } from '../../../src/extract/entities/profile.ts';
import { documentOf, namesOf } from './mentions-in.ts';

function profiled(text: string, title: string | null = null) {
  const document = documentOf(text, 'en', title);
  return profileOf(document, findMentions(document, namesOf('en')));
}

test('the headline and the opening weigh more than the end', () => {
  const { countries } = profiled('Mali is calm.\nThen came Chad and Kenya.', 'Mali votes');
  expect(countries[0]).toEqual({ id: 'ML', score: 1 });
  expect(countries.every(({ score }) => score > 0 && score <= 1)).toBe(true);
});

test('an empty text is about nothing', () => {
  expect(profiled('')).toEqual({ countries: [], actors: [], places: [], countryOf: new Map(), where: [] });
});

test('a sentence happens where the last one was put', () => {
  const { where } = profiled('Nothing yet. Shells fell in Kharkiv. A house burned. Later, people met in Warsaw.');
  expect(where).toEqual([null, 'kharkiv', 'kharkiv', 'warsaw']);
});
