import { describe, expect, test } from 'vitest';
import type { Brief, Line, View } from '../../src/domain/brief.ts';
import { LANGUAGES, type Language } from '../../src/domain/language.ts';
import type { PageLimits } from '../../src/domain/page.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import { renderBrief } from '../../src/render/brief-page.ts';
import { toText } from '../../src/render/text.ts';
import { aBrief, aLine, aSection, aSource, LABELS, MAY_15_MS } from '../support/briefs.ts';
import { aClaim } from '../support/claims.ts';
import { expectGolden } from '../support/golden.ts';
import { plainSpaces } from '../support/spaces.ts';

const ENDLESS: PageLimits = { budget: Infinity, blocks: Infinity, glance: Infinity, costOf: () => 1 };

const shown = (brief: Brief, view: View = 'overview'): string =>
  plainSpaces(toText(renderBrief(brief, { view, page: 1, private: false }, ENDLESS)));
const buttons = (brief: Brief, wanted: { view?: View; page?: number; private?: boolean } = {}, limits = ENDLESS) =>
  renderBrief(brief, { view: 'overview', page: 1, private: false, ...wanted }, limits).actions.map((row) =>
    row.map(
      ({ action, label, disabled }) => `${label}${disabled ? ' (off)' : ''} = ${action.slice('summary:'.length)}`,
    ),
  );

describe('an answer in full', () => {
  test.for(LANGUAGES)('its three views, in %s', (language) => {
    const brief = wholeBrief(language);
    const views = (['overview', 'evidence', 'sources'] as const).map((view) => shown(brief, view));
    expectGolden(`answer-${language}.txt`, views.join('\n\n'));
  });

  test.for(LANGUAGES)('its silences, in %s', (language) => {
    const ask = { language, period: { lastHours: 24 } } as const;
    const quiet = aBrief({ sections: [], ask });
    const undated = { articles: 1, publishers: 1, oldestAtMs: null, newestAtMs: null, undated: 1 };
    const silences = [
      quiet,
      aBrief({ sections: [], ask, coverage: undated }),
      aBrief({ sections: [], ask: { language, about: 'aid' }, coverage: null }),
      aBrief({ sections: [], ask: { language }, coverage: null, outcome: 'uncovered' }),
    ];
    expectGolden(`silence-${language}.txt`, silences.map((brief) => shown(brief)).join('\n\n'));
  });
});

describe('the header', () => {
  test('does not pass an assumed day off as known', () => {
    const sources = [aSource({ citation: 1, published: { at: '2024-05-15', basis: 'assumed', note: 'n' } })];
    expect(shown(aBrief({ sources }))).toContain('Newest article: around 15 May 2024, two years old.');
  });

  test('names what else the name may mean, and the place around', () => {
    const also = [
      { id: 'nowhere', claims: 0 },
      { id: 'kharkiv', claims: 4 },
    ];
    const wider = { id: 'UA', claims: 95, topics: [] };
    const says = 'Also by this name: Kharkiv (city, town or village, 4 claims). More on Ukraine as a whole: 95 claims.';
    expect(shown(aBrief({ also, wider }))).toContain(says);
    expect(shown(aBrief({ also, wider, sections: [], outcome: 'uncovered' }))).toContain(says);
    expect(shown(aBrief({ wider, ask: { language: 'uk' } }))).toContain('На запит «Україна» є більше: 95 повідомлень.');
  });

  test('says which topics only the place around has', () => {
    const wider: Brief['wider'] = { id: 'UA', claims: 95, topics: ['aid', 'visits', 'statements'] };
    expect(shown(aBrief({ wider }))).toContain('95 claims, also on aid, diplomatic visits, and statements.');
    expect(shown(aBrief({ wider, ask: { language: 'uk' } }))).toContain(
      '95 повідомлень, зокрема й на теми: допомога, дипломатичні візити і заяви.',
    );
  });

  const may = (day: number): number => Date.UTC(2024, 4, day);
  const span = { fromMs: may(1), toMs: may(20) };
  const coverage = { articles: 3, publishers: 2, oldestAtMs: MAY_15_MS, newestAtMs: MAY_15_MS, undated: 0 };

  test('says how old the newest article is, and what the answer is made of', () => {
    const sources = [
      aSource({ citation: 1 }),
      aSource({ citation: 2, published: { at: '2024-05-14', basis: 'url', note: 'n' } }),
    ];
    const brief = aBrief({ sections: [aSection('strikes', [aLine(aClaim(), { citations: [1, 2] })])], sources });
    expect(shown(brief)).toContain(
      'Newest article: 15 May 2024, two years old. Kharkiv Oblast and places inside it: 2 articles by 2 outlets, 14–15 May 2024.',
    );
  });

  test.for<{ name: string; over: Partial<Brief>; says: string | null }>([
    { name: 'nothing lies outside the period', over: { span, coverage }, says: null },
    {
      name: 'older articles',
      over: { span, coverage: { ...coverage, oldestAtMs: may(1) - DAY_MS } },
      says: 'These are the 30 days up to the newest article. Older articles go back to 30 April 2024.',
    },
    {
      name: 'newer articles',
      over: { span, coverage: { ...coverage, newestAtMs: may(20) } },
      says: 'Newer articles exist, up to 20 May 2024 (two years old).',
    },
    {
      name: 'articles without a date',
      over: { span, coverage: { ...coverage, undated: 2 } },
      says: '2 articles have no date',
    },
  ])('$name', ({ over, says }) => {
    const text = shown(aBrief(over));
    if (says === null) expect(text).not.toContain('30 days');
    else expect(text).toContain(says);
  });

  test('does not call a period the default that was asked for', () => {
    const older = { ...coverage, oldestAtMs: may(1) - DAY_MS };
    const asked = aBrief({ span, coverage: older, ask: { period: { from: '2024-05-01', to: '2024-05-19' } } });
    expect(shown(asked)).not.toContain('30 days');
    expect(shown(asked)).toContain('Older articles go back to 30 April 2024.');
  });

  test.for<{ name: string; ask: Partial<Brief['question']>; title: string }>([
    { name: 'a place', ask: {}, title: 'Kharkiv Oblast\n' },
    { name: 'a place and a topic', ask: { about: 'strikes' }, title: 'Kharkiv Oblast · Strikes\n' },
    { name: 'a topic', ask: { subject: { kind: 'all' }, about: 'strikes' }, title: 'All places · Strikes\n' },
    {
      name: 'words',
      ask: { subject: { kind: 'words', words: 'dragon' } },
      title: '“dragon” in claims and headlines\n',
    },
    { name: 'an id that has no name', ask: { subject: { kind: 'entity', id: 'no-name' } }, title: 'no-name\n' },
  ])('names what was asked: $name', ({ ask, title }) => {
    expect(shown(aBrief({ ask })).startsWith(title)).toBe(true);
  });
});

describe('a section', () => {
  test('says so where it holds only the best of many claims', () => {
    const lines = Array.from({ length: 30 }, () => aLine());
    const text = shown(aBrief({ sections: [aSection('strikes', lines, 3_120)] }));
    expect(text).toContain('Strikes · 3,120');
    expect(text).toContain('The 30 best of 3,120 claims. For more, choose one topic or a shorter period.');
    const narrowed = aBrief({ sections: [aSection('strikes', lines, 3_120)], ask: { about: 'strikes' } });
    expect(shown(narrowed)).toContain('For more, choose a shorter period.');
  });

  test('counts its lines where they hold every claim, and its button counts the same', () => {
    const lines = [aLine(aClaim(), { citations: [1, 2, 3] }), aLine()];
    const brief = aBrief({ sections: [aSection('strikes', lines, 4)], topicCounts: { strikes: 4, aid: 7 } });
    expect(shown(brief)).toContain('Strikes · 2\n');
    expect(shown(brief)).not.toContain('best');
    expect(buttons(brief)[0]?.map((button) => button.split(' =')[0])).toEqual(['Aid · 7', 'Strikes · 2']);
  });

  test('does not take a count that was cut off for the whole', () => {
    expect(shown(aBrief({ sections: [aSection('strikes', [aLine()], 10_000)] }))).toContain('Strikes · 10,000+');
  });

  test('names the office of a speaker in Evidence alone, and there once', () => {
    const claim = aClaim({ attr: { who: 'antony-blinken' }, epi: 'attributed' });
    const brief = aBrief({ sections: [aSection('strikes', [aLine(claim), aLine(claim)])] });
    expect(shown(brief)).not.toContain('secretary of state');
    expect(shown(brief, 'evidence').match(/office: US secretary of state/g)).toHaveLength(1);
  });

  test.for([
    { name: 'no more than three days apart', other: '2024-05-12', en: 'Something happened. [1]' },
    { name: 'further apart', other: '2024-05-11', en: 'Something happened. (reported 15 May 2024) [1]' },
  ])('says when each line was reported only where its articles are far apart: $name', ({ other, en }) => {
    const sources = [
      aSource({ citation: 1 }),
      aSource({ citation: 2, published: { at: other, basis: 'stated', note: 'n' } }),
    ];
    const lines = [aLine(), aLine(aClaim(), { citations: [2] })];
    expect(shown(aBrief({ sources, sections: [aSection('strikes', lines)] }))).toContain(en);
  });

  test('shows its best lines on the first page, and the rest on the next in order', () => {
    const line = (n: number): Line => aLine(aClaim({ sentence: { en: `Line ${n}.`, uk: `Рядок ${n}.` } }));
    const brief = aBrief({
      sections: [aSection('aid', [1, 2, 3, 4].map(line)), aSection('strikes', [5, 6, 7].map(line))],
    });
    const limits = { budget: 9, blocks: 9, glance: Infinity, costOf: () => 1 };
    const numbers = (page: number): readonly string[] => {
      const text = toText(renderBrief(brief, { view: 'overview', page, private: false }, limits));
      return [...text.matchAll(/Line (\d)|(\w+, continued)/g)].map(([, n = '', heading = '']) => n + heading);
    };
    expect(numbers(1)).toEqual(['1', '2', '5']);
    expect(numbers(2)).toEqual(['Aid, continued', '3', '4', 'Strikes, continued', '6', '7']);
    expect(numbers(99)).toEqual(numbers(2));
  });
});

describe('buttons', () => {
  const two = aBrief({ topicCounts: { aid: 14, strikes: 3 }, sections: [aSection('strikes', [aLine()], 3)] });

  test('of an answer', () => {
    expect(buttons(two)).toEqual([
      ['Aid · 14 = about:ab12cd34:aid', 'Strikes · 3 = about:ab12cd34:strikes'],
      [
        'Evidence = view:ab12cd34:evidence:1',
        'Sources = view:ab12cd34:sources:1',
        'Report a mistake = ons:report:ab12cd34',
      ],
    ]);
  });

  test('of one topic lead to the others, and back to all', () => {
    expect(buttons({ ...two, question: { ...two.question, about: 'aid' } })[0]).toEqual([
      'Everything = about:ab12cd34:everything',
      'Aid · 14 (off) = about:ab12cd34:aid',
      'Strikes · 3 = about:ab12cd34:strikes',
    ]);
  });

  test('of a private answer share it', () => {
    expect(buttons(aBrief(), { private: true }).flat()).toContain('Share in the channel = share:ab12cd34:overview:1');
    expect(buttons(aBrief()).flat().join()).not.toContain('Share');
  });

  test('turn the pages, and say where one is', () => {
    const brief = aBrief({ sections: [aSection('strikes', [aLine(), aLine(), aLine()])] });
    const limits = { budget: 6, blocks: 6, glance: Infinity, costOf: () => 1 };
    expect(buttons(brief, { page: 2 }, limits)[0]).toEqual([
      '◀ Previous = view:ab12cd34:overview:1',
      '2/2 (off) = view:ab12cd34:overview:2',
      'Next ▶ (off) = view:ab12cd34:overview:3',
    ]);
  });

  test('lead to what else the name or the place around may mean, where anything is known of it', () => {
    const brief = aBrief({
      also: [
        { id: 'nowhere', claims: 0 },
        { id: 'kharkiv', claims: 4 },
      ],
      wider: { id: 'UA', claims: 95, topics: [] },
    });
    expect(buttons({ ...brief, labels: LABELS })[0]).toEqual([
      'Kharkiv · city, town or village · 4 claims = also:ab12cd34:1',
      'Ukraine · country · 95 claims = also:ab12cd34:2',
    ]);
  });

  test('of a quiet period lead to the newest', () => {
    const brief = aBrief({ sections: [], span: { fromMs: 0, toMs: 1 }, ask: { period: { lastHours: 24 } } });
    expect(buttons(brief)).toEqual([
      ['Show the newest = period:ab12cd34:newest', 'Show all dates = period:ab12cd34:all'],
    ]);
  });

  test('no two of a message do the same, and there are at most five rows of five', () => {
    const topicCounts = { aid: 1, troops: 1, visits: 1, strikes: 1, civilians: 1, statements: 1 };
    const also = Array.from({ length: 7 }, (_, at) => ({ id: `place-${at}`, claims: 1 }));
    const sections = [aSection('strikes', [aLine(), aLine(), aLine()])];
    const coverage = { articles: 1, publishers: 1, oldestAtMs: 0, newestAtMs: MAY_15_MS, undated: 1 };
    const full = aBrief({
      topicCounts,
      also,
      sections,
      coverage,
      span: { fromMs: 1, toMs: 2 },
      ask: { about: 'strikes', period: { lastHours: 1 } },
    });
    for (const view of ['overview', 'evidence', 'sources'] as const) {
      const limits = { budget: 6, blocks: 6, glance: Infinity, costOf: () => 1 };
      const { actions } = renderBrief(full, { view, page: 2, private: true }, limits);
      const codes = actions.flat().map(({ action }) => action);
      expect(new Set(codes).size).toBe(codes.length);
      expect(actions.length).toBeLessThanOrEqual(5);
      expect(Math.max(...actions.map((row) => row.length))).toBeLessThanOrEqual(5);
    }
  });
});

/** An answer that holds one of everything. */
function wholeBrief(language: Language): Brief {
  const zelenskyy = { attr: { who: 'volodymyr-zelenskyy' }, epi: 'attributed' } as const;
  const aid = (en: string, uk: string, value: number) =>
    aClaim({ type: 'aid', sentence: { en, uk }, amount: { value, cur: 'USD', op: 'eq' } });
  const sixty = aid('The US approved a package of $60 billion.', 'США схвалили пакет на 60 млрд доларів.', 6e10);
  const sixtyOne = aid('The US approved a package of $61 billion.', 'США схвалили пакет на 61 млрд доларів.', 6.1e10);
  const values = [
    { claim: sixty, citations: [1] },
    { claim: sixtyOne, citations: [3, 4] },
  ];
  const captured = aClaim({
    type: 'move',
    attr: { who: 'RU', via: 'BBC' },
    epi: 'claimed',
    confirmation: 'unconfirmed',
    sentence: { en: 'Two villages are under Russian control.', uk: 'Два села перебувають під контролем Росії.' },
    surface: { lukyantsi: 'Lukyantski' },
  });
  const promised = aClaim({
    type: 'move',
    ...zelenskyy,
    realis: 'planned',
    sentence: { en: 'Forces will be sent to the region.', uk: 'До області буде направлено сили.' },
  });
  const strike = aClaim({
    sentence: { en: 'A missile hit a house in Kharkiv.', uk: 'Ракета влучила в будинок у Харкові.' },
    date: { text: 'on Friday', iso: '2024-05-10' },
  });
  const denial = aClaim({
    attr: { who: 'RU' },
    epi: 'denied',
    neg: true,
    sentence: { en: 'Russian forces did not hit the house.', uk: 'Російські війська не влучали в будинок.' },
  });
  const fled = aClaim({
    type: 'impact',
    kind: ['displaced'],
    sentence: { en: 'Thousands have fled.', uk: 'Тисячі людей утекли.' },
    suspect: { en: 'Another article says hundreds.', uk: 'В іншій статті йдеться про сотні.' },
  });
  const quoted = { citation: 2, claim: strike, quotes: ['A missile struck a house', 'Nobody was hurt.'] };
  return aBrief({
    ask: { language },
    topicCounts: { aid: 1, troops: 2, strikes: 3, civilians: 1 },
    sections: [
      aSection('aid', [aLine(sixty, { citations: [1], disputes: [{ over: 'amount', values }] })]),
      aSection('troops', [aLine(captured, { citations: [2] }), aLine(promised, { citations: [4] })]),
      aSection(
        'strikes',
        [
          aLine(strike, {
            backing: [quoted, { citation: 3, claim: strike, quotes: [] }],
            publishers: 2,
            disputes: [
              {
                over: 'denial',
                values: [
                  { claim: strike, citations: [2, 3] },
                  { claim: denial, citations: [1] },
                ],
              },
            ],
          }),
          aLine(denial, { citations: [1] }),
        ],
        3,
      ),
      aSection('civilians', [aLine(fled, { citations: [4] })]),
    ],
    sources: [
      aSource({ citation: 1, author: 'A. Writer' }),
      aSource({ citation: 2, published: { at: '2024-05-14', basis: 'url', note: 'n' }, relays: ['AFP', 'BBC'] }),
      aSource({ citation: 3, published: { at: '2024-05-13', basis: 'assumed', note: 'n' } }),
      aSource({ citation: 4, published: null }),
    ],
  });
}
