import { expect, test } from 'vitest';
import { languageOf, WORDS } from '../../src/deliver/words.ts';

test.for([
  { locale: 'uk', language: 'uk' },
  { locale: 'uk-UA', language: 'uk' },
  { locale: 'ru', language: 'en' },
  { locale: 'en-GB', language: 'en' },
  { locale: 'ukx', language: 'en' },
  { locale: '', language: 'en' },
])('with a speaker of "$locale" we speak $language', ({ locale, language }) => {
  expect(languageOf(locale)).toBe(language);
});

test.for([
  { seconds: 1, en: 'in 1 second.', uk: 'за 1 секунду.' },
  { seconds: 3, en: 'in 3 seconds.', uk: 'за 3 секунди.' },
  { seconds: 11, en: 'in 11 seconds.', uk: 'за 11 секунд.' },
  { seconds: 21, en: 'in 21 seconds.', uk: 'за 21 секунду.' },
])('$seconds seconds are counted as each language counts', ({ seconds, en, uk }) => {
  expect([WORDS.en.tooSoon(seconds).endsWith(en), WORDS.uk.tooSoon(seconds).endsWith(uk)]).toEqual([true, true]);
});
