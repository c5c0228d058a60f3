import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/extract/dates/find.ts';
import { findAmounts } from '../../../src/extract/quantities/amount.ts';
import { type CountMention, findCounts } from '../../../src/extract/quantities/count.ts';
import { textNear } from './any-text.ts';
import { dates, LANGUAGES, quantities, type Written } from './lexicons.ts';

const LEXICONS = { en: quantities('en'), ru: quantities('ru'), uk: quantities('uk') };
const DATES = { en: dates('en'), ru: dates('ru'), uk: dates('uk') };

const counts = (language: Written, text: string): readonly CountMention[] =>
  findCounts(text, LEXICONS[language], [...findAmounts(text, LEXICONS[language]), ...findDates(text, DATES[language])]);

const shown = (count: CountMention): string => {
  const unit = count.unit?.word ?? '?';
  if ('vague' in count) return `${count.vague} ${unit}`;
  return `${count.op === 'eq' ? '' : `${count.op} `}${count.value}${count.valueMax ? `-${count.valueMax}` : ''} ${unit}`;
};
const read = (language: Written, text: string): readonly string[] => counts(language, text).map(shown);

describe('counts', () => {
  test.for<[Written, string, readonly string[]]>([
    ['en', 'more than 30,000 soldiers', ['gt 30000 soldiers']],
    ['en', '30,000+ troops', ['gt 30000 troops']],
    ['en', 'at least another twelve people', ['ge 12 people']],
    ['en', 'two dozen tanks', ['24 tanks']],
    ['en', 'dozens of drones and several villages', ['dozens drones', 'several villages']],
    ['en', 'up to 1,500 homes', ['le 1500 homes']],
    ['en', 'about a thousand residents', ['about 1000 residents']],
    ['en', 'some 200 homes', ['about 200 homes']],
    ['en', 'six hundred and five houses', ['605 houses']],
    ['en', 'three U.S. Air Force B-1 bombers', ['3 bombers']],
    ['en', 'two missile launchers', ['2 launchers']],
    ['en', '30–40 tanks', ['30-40 tanks']],
    ['en', 'between 3,000 and 4,000 volunteers', ['3000-4000 volunteers']],
    ['en', 'grew from 100 to 300 men', ['300 men']],
    ['en', 'both villages and a brigade', ['2 villages', '1 brigade']],
    ['en', 'killed 14 and left 55 wounded', ['14 ?', '55 wounded']],
    ['en', 'shot down 18 of 29 inbound missiles', ['18 missiles', '29 missiles']],
    ['en', '60 air-to-air missiles', ['60 missiles']],
    ['en', 'hundreds of Europeans', ['hundreds europeans']],
    ['en', 'nearly 1.4 million children', ['lt 1400000 children']],
    ['ru', 'около 30 000 солдат', ['about 30000 солдат']],
    ['ru', 'двое погибших и тысячи беженцев', ['2 погибших', 'thousands беженцев']],
    ['ru', '1,5 млн жителей', ['1500000 жителей']],
    ['uk', 'щонайменше 12 осіб', ['ge 12 осіб']],
    ['uk', 'п’ятеро поранених', ['5 поранених']],
    ['uk', 'від 3 до 4 тисяч бійців', ['3000-4000 бійців']],
    ['uk', 'сотні тисяч людей', ['hundreds of thousands людей']],
  ])('%s: %s', ([language, text, found]) => {
    expect(read(language, text)).toEqual(found);
  });

  test.for<[Written, string]>([
    ['en', 'a 45-year-old man, aged 9 then'],
    ['en', '20 percent of it, or 3%'],
    ['en', '10 km away, 22 miles of it'],
    ['en', 'an S-300 and the F-16 jets'],
    ['en', 'along Highway 47'],
    ['en', 'at 16:00 or 9 a.m.'],
    ['en', 'in 2014 and on May 9, 2022'],
    ['en', 'his 20th visit'],
    ['en', 'a 120mm shell'],
    ['en', 'for $5 million'],
    ['en', 'the two leaders'],
    ['en', 'one Friday'],
    ['en', 'the Group of 20'],
    ['ru', 'в 2014 году, 15 мая, 5 процентов'],
    ['uk', '120-мм міномет за 10 км'],
  ])('%s: none in "%s"', ([language, text]) => {
    expect(read(language, text).filter((count) => !count.startsWith('1 '))).toEqual([]);
  });

  test('the words of the number and of its noun are told apart', () => {
    const text = 'At least 12 Syrian civilians fled.';
    const [count] = counts('en', text);
    expect(text.slice(count?.start, count?.end)).toBe('At least 12');
    expect(text.slice(count?.unit?.start, count?.unit?.end)).toBe('civilians');
    expect(count?.unit?.kind).toBe('person');
  });
});

describe('any text', () => {
  const near = textNear(
    '12',
    '1,200',
    '-',
    'to',
    'two',
    'hundred',
    'and',
    'of',
    'the',
    'people',
    'тысяч',
    '%',
    'a',
    '.',
  );
  test.for(LANGUAGES)('%s: counts are in order and in bounds', (language) => {
    fc.assert(
      fc.property(near, (text) => {
        let last = 0;
        for (const { start, end, unit } of counts(language, text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(unit?.end ?? 0).toBeLessThanOrEqual(text.length);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('nothing within what is taken is counted', () => {
    const text = 'In 2014, 300 soldiers';
    expect(findCounts(text, LEXICONS.en, [{ start: 0, end: text.length }])).toEqual([]);
  });
});
