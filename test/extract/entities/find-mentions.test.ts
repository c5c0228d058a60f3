import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../src/extract/entities/find-mentions.ts';
import { documentOf, mentionsIn, namesOf, told } from './mentions-in.ts';

describe('who and where, by the words', () => {
  test.for([
    {
      name: 'armed people of a state',
      text: 'Russian troops fired on Ukraine.',
      has: ['Russian troops=RU', 'Ukraine=UA'],
    },
    { name: 'a possessive country', text: "It was Ukraine's army that withdrew.", has: ["Ukraine's army=UA"] },
    { name: 'an abbreviated country', text: 'The U.S. and the UK sent help.', has: ['U.S.=US', 'UK=GB'] },
    {
      name: 'a small word is no abbreviation',
      text: 'They told us that it is over.',
      not: ['us=US', 'is=islamic-state'],
    },
    {
      name: 'officials of a state',
      text: 'Senior Turkish officials left.',
      has: ['Turkish officials=turkish-officials'],
    },
    { name: 'a government', text: 'The Polish government agreed.', has: ['Polish government=PL'] },
    { name: 'fighters of a group', text: 'Houthi fighters sank a boat.', has: ['Houthi fighters=houthis'] },
    {
      name: 'those whom a state backs',
      text: 'Iran-backed militias moved.',
      has: ['Iran-backed militias=iranian-backed-militia'],
    },
    {
      name: 'a quarter of a country',
      text: 'Fighting grew in eastern Ukraine.',
      has: ['eastern Ukraine=eastern-ukraine'],
    },
    {
      name: 'two quarters',
      text: 'It rained in northern and central Mali.',
      has: ['northern=northern-mali', 'central Mali=central-mali'],
    },
    {
      name: 'a region, not its city',
      text: 'A village in the Kharkiv region fell.',
      has: ['Kharkiv region=kharkiv-oblast'],
    },
    {
      name: 'several regions',
      text: 'Drones flew over the Sumy and Poltava regions.',
      has: ['Sumy=sumy-oblast', 'Poltava regions=poltava-oblast'],
    },
    { name: 'a city, said to be one', text: 'They left the city of Kharkiv.', has: ['Kharkiv=kharkiv'] },
    { name: 'a border', text: 'Tanks stood on the Ukrainian border.', has: ['Ukrainian border=ukraine-border'] },
    { name: 'a province that is not listed', text: 'Rain fell in Zobrast province.', has: ['Zobrast=zobrast'] },
    { name: 'a village that is not listed', text: 'They took the village of Qarvandi.', has: ['Qarvandi=qarvandi'] },
    { name: 'a road', text: 'Rebels cut off Highway 61.', has: ['Highway 61=highway-61'] },
    {
      name: 'an organisation',
      text: 'Egypt’s Foreign Ministry said so.',
      has: ['Egypt’s Foreign Ministry=egyptian-foreign-ministry'],
    },
    {
      name: 'a city that begins a name',
      text: 'The Paris Institute for Peace agreed.',
      has: ['Paris Institute for Peace=paris-institute-for-peace'],
    },
    {
      name: 'no place in a family name',
      text: 'Sarah Kiel met Anna London there.',
      not: ['Kiel=kiel', 'London=london'],
    },
  ])('$name', ({ text, has = [], not = [] }) => {
    const found = told(text);
    expect(found).toEqual(expect.arrayContaining([...has]));
    expect(found.filter((mention) => (not as readonly string[]).includes(mention))).toEqual([]);
  });

  test.for([
    {
      name: 'войска страны',
      language: 'ru',
      text: 'Вчера российские войска отошли от Херсона.',
      has: ['российские войска=RU', 'Херсона=kherson'],
    },
    {
      name: 'должность, страна и имя',
      language: 'ru',
      text: 'Об этом сказал президент Франции Эмманюэль Макрон.',
      has: ['президент Франции Эмманюэль Макрон=macron'],
    },
    {
      name: 'область по падежам',
      language: 'ru',
      text: 'Бои идут в Донецкой области.',
      has: ['Донецкой области=donetsk-oblast'],
    },
    {
      name: 'відмінки міста',
      language: 'uk',
      text: 'Учора в Харкові та у Львові було тихо.',
      has: ['Харкові=kharkiv', 'Львові=lviv'],
    },
    {
      name: 'військові країни',
      language: 'uk',
      text: 'Тоді українські військові відступили.',
      has: ['українські військові=UA'],
    },
    {
      name: 'прізвище у відмінку',
      language: 'uk',
      text: 'Вони зустріли президента Зеленського.',
      has: ['президента Зеленського=zelensky'],
    },
  ] as const)('$language: $name', ({ language, text, has }) => {
    expect(told(text, language)).toEqual(expect.arrayContaining([...has]));
  });
});

describe('what the document decides', () => {
  test('the country that is named decides between places of one name', () => {
    const texts = ['Floods hit Tripoli in Lebanon.', 'Floods hit Tripoli in Libya.'];
    const [first, second] = texts.map((text) => mentionsIn(text).find(({ surface }) => surface === 'Tripoli')?.entity);
    expect(first).not.toEqual(second);
  });

  test('without it the place stays open', () => {
    const [place] = mentionsIn('The train stopped in Vyshneve.');
    expect(place?.alternatives.length).toBeGreaterThan(0);
  });

  test('a family name alone is whoever was named in full', () => {
    const text = 'Dmytro Holovenko, a spokesman, spoke first. Later Holovenko left.';
    expect(told(text).filter((mention) => mention.endsWith('=holovenko'))).toHaveLength(2);
  });

  test('another person of a known family name is not the known one', () => {
    const [first] = mentionsIn('Gladys Putin sells flowers.');
    expect(first).toMatchObject({ kind: 'person', id: 'another-putin', entity: null });
    const [governor] = mentionsIn('Governor Gladys Putin sells flowers.');
    expect(governor).toMatchObject({ kind: 'person', id: 'another-putin', entity: null });
  });

  test('a group of two names has the one that the document keeps to', () => {
    expect(told('ISIS lost a town. Later ISIS left.')).toEqual(['ISIS=isis', 'ISIS=isis']);
    expect(told('Islamic State lost a town.')).toEqual(['Islamic State=islamic-state']);
  });

  test('a capital that says something is its government, the place is the other reading', () => {
    const [capital] = mentionsIn('Moscow denied the report.');
    expect(capital).toMatchObject({ kind: 'country', id: 'RU', alternatives: ['moscow'] });
  });

  test('a capital that something happens in stays a place', () => {
    expect(mentionsIn('Talks were held in Moscow.').at(-1)).toMatchObject({ kind: 'place', id: 'moscow' });
  });

  test('a word in small letters after a name is an apposition that makes it a place', () => {
    expect(told('They entered Qarvandi, a town in the hills.')).toContain('Qarvandi=qarvandi');
  });
});

describe('what words point back to', () => {
  test.for([
    { name: 'he', text: 'President Macron came. He smiled.', surface: 'He', id: 'macron' },
    { name: 'the president', text: 'President Macron came. The president smiled.', surface: 'president', id: 'macron' },
    { name: 'the rebels', text: 'Houthi rebels attacked. Then the rebels left.', surface: 'rebels', id: 'houthis' },
    { name: 'troops', text: 'Ukrainian forces hold the hill. The troops need food.', surface: 'troops', id: 'UA' },
    {
      name: 'the enemy',
      text: 'Ukraine fights Russia. “The enemy lost,” Ukrainian officials said.',
      surface: 'enemy',
      id: 'RU',
    },
    { name: 'his country', text: 'President Macron spoke. He loves his country.', surface: 'his country', id: 'FR' },
    {
      name: 'this region',
      text: 'They left the Sumy region. Nobody lives in this region.',
      surface: 'this region',
      id: 'sumy-oblast',
    },
    { name: 'we', text: 'President Macron spoke. “We will send tanks,” he said.', surface: 'We', id: 'FR' },
    { name: 'the east', text: 'Ukraine is large. It is cold in the east.', surface: 'the east', id: 'eastern-ukraine' },
  ])('$name', ({ text, surface, id }) => {
    const pointing = mentionsIn(text).filter((mention) => mention.surface === surface);
    expect(pointing.map((mention) => mention.id)).toEqual([id]);
    expect(pointing.every(({ naming }) => naming === 'pronoun' || naming === 'role')).toBe(true);
  });

  test('the two countries are both', () => {
    const text = 'Iraq and Turkey share a river. The two countries agreed.';
    expect(told(text).slice(2).sort()).toEqual(['two countries=IQ', 'two countries=TR']);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'Kyiv',
    'the',
    'Russian',
    "'s",
    'troops',
    '-',
    'backed',
    ',',
    'President',
    'region',
    'of',
    'IS',
    'and',
    'He',
    '«',
    'Харкові',
    'війська',
    '.',
    '\n',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
  );

  test.for(['en', 'ru', 'uk'] as const)(
    '%s: mentions are the words at their offsets, in order, and nothing is thrown',
    (language) => {
      fc.assert(
        fc.property(texts, (text) => {
          const document = documentOf(text, language);
          const mentions = findMentions(document, namesOf(language));
          for (const { start, end, surface, id, sentence } of mentions) {
            expect(text.slice(start, end)).toBe(surface);
            expect(id).not.toBe('');
            expect(document.sentences[sentence]?.start).toBeLessThanOrEqual(start);
            expect(document.sentences[sentence]?.end).toBeGreaterThanOrEqual(end);
          }
          expect(mentions.map(({ start }) => start)).toEqual(
            mentions.map(({ start }) => start).toSorted((a, b) => a - b),
          );
        }),
        { numRuns: 150 },
      );
    },
  );

  test('eight times the text takes far less than the square of that in time', () => {
    const unit =
      'Russian troops left Kyiv, and President Macron said he and the rebels of Mali met near the Sumy region. ';
    const time = (text: string): number => {
      const document = documentOf(text);
      const start = performance.now();
      findMentions(document, namesOf('en'));
      return performance.now() - start;
    };
    time(unit.repeat(500));
    expect(time(unit.repeat(4_000))).toBeLessThan(8 * 6 * Math.max(time(unit.repeat(500)), 5));
  });
});
