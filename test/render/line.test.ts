import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dispute, Line, Source } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import type { Language } from '../../src/domain/language.ts';
import { type Block, type Rich, richOf } from '../../src/domain/page.ts';
import { rememberedDays } from '../../src/render/date-words.ts';
import { fitLine, type LineContext, lineParts } from '../../src/render/line.ts';
import { aLine, anyClaim, aSource, LABELS } from '../support/briefs.ts';
import { aClaim, anExcerpt, aStructured } from '../support/claims.ts';
import { plainSpaces } from '../support/spaces.ts';

const textOf = (rich: Rich): string => plainSpaces(rich.map(({ text }) => text).join(''));
const SOURCES = [1, 2, 3, 4, 5, 6, 7, 8].map((citation) => aSource({ citation }));
const contextOf = (language: Language, sources: readonly Source[] = SOURCES): LineContext => {
  return {
    labels: LABELS,
    language,
    reportingDays: true,
    namesOutlets: false,
    dayOf: rememberedDays(language),
    sources: new Map(sources.map((source) => [source.citation, source])),
  };
};
const whole = (line: Line, language: Language = 'en', sources?: readonly Source[]): Rich =>
  richOf(fitLine(lineParts(line, contextOf(language, sources)), language, () => true));

const spoken = { attr: { who: 'RU' }, epi: 'claimed', confirmation: 'unconfirmed' } as const;

describe('a line', () => {
  test('stands as: who says it, what, when, the citations with their links', () => {
    const line = aLine(aClaim({ ...spoken, date: { text: 'last Friday', iso: '2024-05-10' } }), { citations: [1, 3] });
    expect(textOf(whole(line))).toBe(
      'Claim by Russia, not confirmed by others: Something happened. (10 May 2024) [1][3] · 2 outlets / 2 origins',
    );
    expect(whole(line).filter(({ href }) => href)).toEqual([
      { text: '[1]', href: 'https://example.org/1' },
      { text: '[3]', href: 'https://example.org/3' },
    ]);
    expect(textOf(whole(line, 'uk'))).toBe(
      'Росія, не підтверджене іншими твердження: Щось сталося. (10 травня 2024 р.) [1][3] · 2 видання / 2 першоджерела',
    );
  });

  test.for<{ name: string; published: Source['published']; en: string; uk: string }>([
    {
      name: 'a stated day',
      published: { at: '2024-05-15', basis: 'stated', note: 'n' },
      en: '(reported 15 May 2024)',
      uk: '(стаття від 15 травня 2024 р.)',
    },
    {
      name: 'an assumed day',
      published: { at: '2024-05-15', basis: 'assumed', note: 'n' },
      en: '(reported around 15 May 2024)',
      uk: '(стаття приблизно від 15 травня 2024 р.)',
    },
    { name: 'no day', published: null, en: '(article without a date)', uk: '(стаття без дати)' },
  ])('never passes the day of the report off as the day of the event: $name', ({ published, en, uk }) => {
    const sources = [aSource({ citation: 1, published })];
    expect(textOf(whole(aLine(), 'en', sources))).toContain(en);
    expect(textOf(whole(aLine(), 'uk', sources))).toContain(uk);
  });

  test.for<{ name: string; date: Claim['date']; language: string; en: string; uk: string }>([
    {
      name: 'for who reads the language',
      date: { text: 'in recent days' },
      language: 'en',
      en: '(“in recent days”, reported 15 May 2024)',
      uk: '(стаття від 15 травня 2024 р.)',
    },
    {
      name: 'where they are short',
      date: { text: 'in the days before the last of them came' },
      language: 'en',
      en: '(reported 15 May 2024)',
      uk: '(стаття від 15 травня 2024 р.)',
    },
    {
      name: 'in Ukrainian too',
      date: { text: 'днями', iso: '2024-02-30' },
      language: 'uk',
      en: '(reported 15 May 2024)',
      uk: '(«днями», стаття від 15 травня 2024 р.)',
    },
  ])('quotes words for a time that are no day, with the day they were said: $name', ({ date, language, en, uk }) => {
    const sources = [aSource({ citation: 1, language })];
    const line = aLine(aClaim({ date }));
    expect(textOf(whole(line, 'en', sources))).toBe(`Something happened. ${en} [1]`);
    expect(textOf(whole(line, 'uk', sources))).toBe(`Щось сталося. ${uk} [1]`);
  });

  test('was reported on all the days of its articles', () => {
    const sources = [
      aSource({ citation: 1 }),
      aSource({ citation: 2, published: { at: '2024-05-14', basis: 'url', note: 'n' } }),
      aSource({ citation: 3, published: null }),
    ];
    expect(textOf(whole(aLine(aClaim(), { citations: [1, 2, 3] }), 'en', sources))).toContain(
      '(reported 14–15 May 2024)',
    );
  });

  test('shows six citations, each once, and how many more there are', () => {
    const line = aLine(aClaim(), { citations: [1, 2, 2, 3, 4, 5, 6, 7, 8], publishers: 1 });
    expect(textOf(whole(line))).toContain('[1][2][3][4][5][6] +2');
  });

  test('says how the article spells a name, and why it is doubtful', () => {
    const claim = aClaim({
      surface: { lukyantsi: 'Lukyantski' },
      suspect: { en: 'Two spellings.', uk: 'Два написання.' },
    });
    expect(textOf(whole(aLine(claim)))).toBe(
      '⚠ Something happened. (reported 15 May 2024) [1] · spelt “Lukyantski” in the article · ⚠ note: Two spellings.',
    );
    expect(textOf(whole(aLine(claim), 'uk'))).toContain('у статті написано «Lukyantski» · ⚠ примітка: Два написання.');
  });

  test('links only what a browser can open', () => {
    const sources = [aSource({ citation: 1, url: 'javascript:alert(1)' })];
    expect(whole(aLine(), 'en', sources).some(({ href }) => href)).toBe(false);
  });
});

describe('an excerpt', () => {
  const piece = 'Zelensky said that Russia “will not” attack <@1> *soon*';
  const told = { attr: { who: 'volodymyr-zelenskyy' }, epi: 'attributed', realis: 'planned' } as const;
  const excerptLine = (words: string | undefined, over: object = told): Line => {
    const claim = anExcerpt({ start: 0, end: 9 }, over);
    return aLine(claim, {
      backing: [{ citation: 1, claim, quotes: [], ...(words !== undefined && { excerpt: words }) }],
    });
  };

  test('stands in the quotation marks of the reader’s language, behind its speaker, character for character', () => {
    expect(textOf(whole(excerptLine(piece)))).toBe(`Volodymyr Zelenskyy: “${piece}” (reported 15 May 2024) [1]`);
    expect(textOf(whole(excerptLine(piece), 'uk'))).toContain(`Володимир Зеленський: «${piece}» (`);
  });

  test('tells its own date: what was made of it is not printed', () => {
    const dated = { ...told, date: { text: 'on Friday', iso: '2024-05-10' } };
    expect(textOf(whole(excerptLine(piece, dated)))).toBe(textOf(whole(excerptLine(piece))));
  });

  test('keeps its own "denies": what is denied is not said to be denied again', () => {
    const denial = { attr: { who: 'RU' }, epi: 'denied' } as const;
    expect(textOf(whole(excerptLine('Moscow denied that it fired', denial)))).toMatch(
      /^Denial by Russia: “Moscow denied/,
    );
  });

  test('of a statement that nobody hands on stands behind its speaker all the same', () => {
    expect(textOf(whole(excerptLine('We will win', { type: 'statement' })))).toMatch(
      /^Volodymyr Zelenskyy: “We will win”/,
    );
  });

  test('is whole or not there: no word of it falls off', () => {
    const fits = (chars: number) => (block: Block) => textOf(richOf(block)).length <= chars;
    for (let chars = 0; chars < 160; chars += 10) {
      const printed = textOf(richOf(fitLine(lineParts(excerptLine(piece), contextOf('en')), 'en', fits(chars))));
      expect(printed.includes(`“${piece}”`) || !printed.includes('Russia')).toBe(true);
      expect(printed).toMatch(/^Volodymyr Zelenskyy: /);
    }
  });

  test('whose words are no longer as they were read is not printed', () => {
    expect(textOf(whole(excerptLine(undefined)))).toContain('(the article’s words are not at hand: follow the link)');
  });
});

test.for([
  ['Blinken', false],
  ['Blinkin', true],
] as const)('a speaker whom the article calls %s is noted as spelt so: %s', ([surface, isNoted]) => {
  const who = 'antony-blinken';
  for (const attr of [{ who, surface }, { who }]) {
    const claim = aClaim({ attr, surface: 'surface' in attr ? {} : { [who]: surface }, epi: 'attributed' });
    const printed = textOf(richOf(fitLine(lineParts(aLine(claim), contextOf('en')), 'en', () => true)));
    expect(printed.includes('spelt')).toBe(isNoted);
  }
});

test('a name that no gazetteer has is printed as the article spells it, without a note', () => {
  const claim = aStructured({
    type: 'strike',
    place: ['novaville'],
    surface: { novaville: 'Novaville', kharkiv: 'Harkov' },
  });
  const names = { en: 'Novaville', uk: 'Novaville' };
  const context = { ...contextOf('en'), labels: { ...LABELS, novaville: { names, kind: '' } } };
  const printed = textOf(richOf(fitLine(lineParts(aLine(claim), context), 'en', () => true)));
  expect(printed).toBe(
    'Russia attacked Novaville with missiles. (reported 15 May 2024) [1] · spelt “Harkov” in the article',
  );
});

describe('disputes', () => {
  const money = (value: number, more: object = {}) =>
    aClaim({ type: 'aid', amount: { value, cur: 'USD', op: 'eq' }, ...more } as never);
  const people = (value: number, op: 'gt' | 'about', unit = 'soldiers') => aClaim({ count: { value, op, unit } });
  const dispute = (over: Dispute['over'], ...values: readonly (readonly [Claim, readonly number[]])[]): Dispute => {
    return { over, values: values.map(([claim, citations]) => ({ claim, citations })) };
  };
  const denial = aClaim({ attr: { who: 'RU' }, epi: 'denied', neg: true });

  test.for<{ name: string; of: Claim; dispute: Dispute; en: string; uk: string }>([
    {
      name: 'sums, each with its citations',
      of: money(6e10),
      dispute: dispute('amount', [money(6e10), [1]], [money(6.1e10), [3, 4]]),
      en: '· disputed: $60 billion [1], $61 billion [3][4]',
      uk: '· дані різняться: 60 мільярдів доларів США [1], 61 мільярд доларів США [3][4]',
    },
    {
      name: 'who gives a sum',
      of: money(6e10),
      dispute: dispute(
        'amount',
        [money(6e10), [1]],
        [money(6.1e10, { attr: { who: 'antony-blinken' }, epi: 'attributed' }), [2]],
      ),
      en: '· disputed: $60 billion [1], $61 billion (Antony Blinken) [2]',
      uk: '· дані різняться: 60 мільярдів доларів США [1], 61 мільярд доларів США (Ентоні Блінкен) [2]',
    },
    {
      name: 'numbers keep their bounds',
      of: people(30_000, 'gt'),
      dispute: dispute('count', [people(30_000, 'gt'), [1]], [people(25_000, 'about'), [2]]),
      en: '· disputed: more than 30,000 [1], about 25,000 [2]',
      uk: '· дані різняться: понад 30 000 [1], приблизно 25 000 [2]',
    },
    {
      name: 'numbers of different things say of what',
      of: people(5, 'gt'),
      dispute: dispute('count', [people(5, 'gt', 'tanks'), [1]], [people(9, 'about', 'vehicles'), [2]]),
      en: '· disputed: more than 5 (tanks) [1], about 9 (vehicles) [2]',
      uk: '· дані різняться: понад 5 (tanks) [1], приблизно 9 (vehicles) [2]',
    },
    {
      name: 'a denial',
      of: aClaim(),
      dispute: dispute('denial', [aClaim(), [1]], [denial, [4]]),
      en: '· denied by Russia [4]',
      uk: '· заперечення (Росія) [4]',
    },
    {
      name: 'what a denial denies',
      of: denial,
      dispute: dispute('denial', [denial, [4]], [aClaim(), [1]]),
      en: '· said to be so [1]',
      uk: '· за іншими даними, це так [1]',
    },
  ])('$name', ({ of, dispute: given, en, uk }) => {
    const line = aLine(of, { disputes: [given] });
    expect(textOf(whole(line))).toContain(en);
    expect(textOf(whole(line, 'uk'))).toContain(uk);
  });
});

describe('a line that is too long', () => {
  const long = { en: 'One two three four five six seven.', uk: 'Один два три чотири.' };
  const within =
    (chars: number) =>
    (line: Block): boolean =>
      richOf(line).reduce((sum, { text, href = '' }) => sum + text.length + href.length, 0) <= chars;
  const fitted = (claim: Claim, chars: number): Rich =>
    richOf(fitLine(lineParts(aLine(claim), contextOf('en')), 'en', within(chars)));

  test('gives up its links first, then words from its end', () => {
    const claim = aClaim({ ...spoken, sentence: long });
    expect(textOf(fitted(claim, 115))).toBe(textOf(fitted(claim, 1_000)));
    expect(fitted(claim, 115).some(({ href }) => href)).toBe(false);
    expect(textOf(fitted(claim, 90))).toBe(
      'Claim by Russia, not confirmed by others: One two three four… (reported 15 May 2024) [1]',
    );
  });

  test.for<{ name: string; claim: Partial<Claim> }>([
    { name: 'a "not"', claim: { neg: true } },
    { name: 'an "if"', claim: { realis: 'hypothetical' } },
    { name: 'a "will"', claim: { realis: 'planned' } },
  ])('is left out whole where $name could fall off', ({ claim }) => {
    const printed = textOf(fitted(aClaim({ ...claim, sentence: long } as never), 60));
    expect(printed).toContain('(too long to show here: follow the link)');
    expect(printed).not.toContain('One');
  });

  test('is left out whole where it is made from slots, in which a "did not take place" may stand last', () => {
    const visitor = ['antony-blinken', 'volodymyr-zelenskyy'];
    const claim = aStructured({ type: 'visit', status: 'cancelled', visitor, place: ['kharkiv'] });
    expect(textOf(fitted(claim, 1_000))).toContain('in Kharkiv did not take place.');
    expect(textOf(fitted(claim, 60))).toMatch(/^\(too long to show here/);
  });

  test('keeps its speaker, its marks and its citations at any length', () => {
    fc.assert(
      fc.property(anyClaim, fc.integer({ min: 0, max: 800 }), (claim, chars) => {
        const parts = lineParts(aLine(claim), contextOf('en'));
        const printed = textOf(richOf(fitLine(parts, 'en', within(chars))));
        expect(printed.startsWith(textOf(parts.lead))).toBe(true);
        expect(printed.endsWith(textOf(parts.tail))).toBe(true);
      }),
    );
  });
});
