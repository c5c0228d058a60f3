import fc from 'fast-check';
import type { Brief, Dispute, Label, Line, Section, Source } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { TOPICS, type Topic } from '../../src/domain/topic.ts';
import { aClaim, sentenceOf } from './claims.ts';

/** 1 June 2026, 12:00 UTC. */
export const ASKED_AT_MS = Date.UTC(2026, 5, 1, 12);
export const MAY_15_MS = Date.UTC(2024, 4, 15);

const label = (en: string, uk: string, kind: string, role?: { readonly en: string; readonly uk: string }): Label => {
  return { names: { en, uk }, kind, ...(role && { role }) };
};

/** What the builders' claims and questions refer to. */
export const LABELS: Readonly<Record<string, Label>> = {
  RU: label('Russia', 'Росія', 'country'),
  UA: label('Ukraine', 'Україна', 'country'),
  US: label('United States', 'США', 'country'),
  'kharkiv-oblast': label('Kharkiv Oblast', 'Харківська область', 'region'),
  kharkiv: label('Kharkiv', 'Харків', 'settlement'),
  officials: label('Officials', 'Посадовці', 'group'),
  'us-officials': label('US officials', 'Американські посадовці', 'group'),
  'antony-blinken': label('Antony Blinken', 'Ентоні Блінкен', 'person', {
    en: 'US secretary of state',
    uk: 'держсекретар США',
  }),
  'volodymyr-zelenskyy': label('Volodymyr Zelenskyy', 'Володимир Зеленський', 'person', {
    en: 'Ukrainian president',
    uk: 'президент України',
  }),
};

export function aSource(overrides: Partial<Source> & Pick<Source, 'citation'>): Source {
  const { citation } = overrides;
  return {
    articleId: `article-${citation}`,
    publisher: `Outlet ${citation}`,
    author: null,
    title: `What happened, part ${citation}`,
    url: `https://example.org/${citation}`,
    language: 'en',
    published: { at: '2024-05-15', basis: 'stated', note: 'dateline' },
    relays: [],
    ...overrides,
  };
}

/** A line that one article or several (`citations`) give in the words of `claim`. */
export function aLine(
  claim: Claim = aClaim(),
  overrides: Partial<Line> & { readonly citations?: readonly number[] } = {},
): Line {
  const { citations = [1], ...rest } = overrides;
  return {
    id: 'line01',
    claim,
    backing: citations.map((citation) => ({ citation, claim, quotes: [] })),
    accounts: [],
    publishers: new Set(citations).size,
    origins: new Set(citations).size,
    statedBySides: [],
    disputes: [],
    newestAtMs: MAY_15_MS,
    ...rest,
  };
}

export function aSection(topic: Topic, lines: readonly Line[], claims = lines.length): Section {
  return { topic, lines, claims };
}

/** An answer about Kharkiv Oblast with the sources its lines cite, whole as it is. */
export function aBrief(overrides: Partial<Brief> & { readonly ask?: Partial<Brief['question']> } = {}): Brief {
  const { ask, ...rest } = overrides;
  const sections = rest.sections ?? [aSection('strikes', [aLine()])];
  return {
    id: 'ab12cd34',
    question: {
      form: 'summary',
      text: 'kharkiv oblast',
      filters: {},
      subject: { kind: 'entity', id: 'kharkiv-oblast' },
      about: 'everything',
      period: null,
      language: 'en',
      scope: { guildId: null },
      ...ask,
    },
    askedAtMs: ASKED_AT_MS,
    outcome: sections.length > 0 ? 'lines' : 'quiet',
    span: null,
    coverage: { articles: 1, publishers: 1, oldestAtMs: MAY_15_MS, newestAtMs: MAY_15_MS, undated: 0 },
    sections,
    ledger: null,
    sources: citedBy(sections).map((citation) => aSource({ citation })),
    topicCounts: Object.fromEntries(sections.map(({ topic, claims }) => [topic, claims])),
    labels: LABELS,
    also: [],
    wider: null,
    failing: [],
    store: { revision: 7, articles: 5, claims: 106 },
    shown: { view: 'overview', page: 1 },
    ...rest,
  };
}

function citedBy(sections: readonly Section[]): readonly number[] {
  const lines = sections.flatMap((section) => section.lines);
  const inDisputes = lines.flatMap((line) => line.disputes.flatMap(({ values }) => values.flatMap((v) => v.citations)));
  const inBacking = lines.flatMap((line) => line.backing.map(({ citation }) => citation));
  return [...new Set([...inBacking, ...inDisputes])].sort((a, b) => a - b);
}

const text = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(most, 60) }),
      fc
        .array(fc.constantFrom('fog', 'не', 'drone', 'місто', '*not*', '@everyone'), {
          minLength: 1,
          maxLength: Math.floor(most / 9),
        })
        .map((words) => words.join(' ')),
    )
    .filter((t) => t.length > 0 && t.length <= most);

const localised = (most: number) => fc.record({ en: text(most), uk: text(most) });

/** Any claim in any voice; its names are labelled or not. */
export const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    epi: fc.constantFrom('asserted', 'attributed', 'claimed', 'acknowledged', 'denied'),
    who: fc.constantFrom('RU', 'officials', 'volodymyr-zelenskyy', 'nobody-known', 'unspecified'),
    via: fc.option(text(120), { nil: undefined }),
    confirmation: fc.option(fc.constantFrom('unconfirmed', 'denied', 'confirmed'), { nil: undefined }),
    realis: fc.constantFrom('actual', 'ongoing', 'attempted', 'planned', 'hypothetical'),
    neg: fc.boolean(),
    sentence: localised(600),
    suspect: fc.option(localised(600), { nil: undefined }),
    date: fc.option(
      fc.record({ text: text(80), iso: fc.constantFrom('2024-05-10', '2024-05', '2024-05-01/', '2024-13-45') }),
      {
        nil: undefined,
      },
    ),
  })
  .map(({ epi, who, via, confirmation, suspect, date, ...rest }) =>
    aClaim({
      ...rest,
      epi: epi as Claim['epi'],
      realis: rest.realis as Claim['realis'],
      attr: epi === 'asserted' ? null : { who, side: 'UA', ...(via && { via }) },
      ...(confirmation && { confirmation: confirmation as 'confirmed' }),
      ...(suspect && { suspect }),
      ...(date && { date }),
    }),
  );

const anyDispute: fc.Arbitrary<Dispute> = fc.record({
  over: fc.constantFrom('count', 'denial'),
  values: fc.array(
    fc.record({
      claim: anyClaim.map((claim) => ({ ...claim, count: { value: 5, op: 'about' as const } }) as Claim),
      citations: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 2, maxLength: 6 },
  ),
}) as fc.Arbitrary<Dispute>;

const anyLine: fc.Arbitrary<Line> = fc
  .record({
    claim: anyClaim,
    backing: fc.array(
      fc.record({
        citation: fc.integer({ min: 1, max: 9 }),
        claim: anyClaim,
        quotes: fc.array(text(900), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    publishers: fc.integer({ min: 1, max: 9 }),
    disputes: fc.array(anyDispute, { maxLength: 2 }),
  })
  .map((line) => ({ ...aLine(line.claim), ...line }));

/** Any answer that has lines, in every mode; each sentence begins with a mark of its own (`#1#`, `#2#` …) to find it again by. */
export const anyBrief: fc.Arbitrary<Brief> = fc
  .record({
    sections: fc.uniqueArray(
      fc.record({ topic: fc.constantFrom(...TOPICS), lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }) }),
      { selector: ({ topic }) => topic, minLength: 1, maxLength: 6 },
    ),
    language: fc.constantFrom(...LANGUAGES),
    urlChars: fc.constantFrom(20, 300, 1_900),
    title: text(400),
  })
  .map(({ sections, language, urlChars, title }) => {
    let n = 0;
    const numbered = sections.map(({ topic, lines }) =>
      aSection(
        topic,
        lines.map((line) => ({ ...markedLine(line, ++n), id: `line${String(n).padStart(4, '0')}` })),
        999,
      ),
    );
    const url = (citation: number) => `https://example.org/${citation}/${'x'.repeat(urlChars)}`;
    const sources = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((citation) => aSource({ citation, title, url: url(citation) }));
    return aBrief({ sections: numbered, sources, ask: { language } });
  });

/** Every third line is made from slots, every third is an excerpt, some longer than any page. */
function markedLine(line: Line, n: number): Line {
  const { en } = sentenceOf(line.claim);
  const { sentence: _, ...slots } = { sentence: null, ...line.claim };
  if (n % 3 === 0) return { ...line, claim: marked(line.claim, n) };
  if (n % 3 === 1)
    return {
      ...line,
      claim: {
        ...slots,
        mode: 'structured',
        place: Array(n * 9).fill('kharkiv'),
        target: `#${n}# ${en.slice(0, 50)}`,
      } as Claim,
    };
  const claim = { ...slots, mode: 'excerpt', excerpt: { start: 0, end: 9 } } as Claim;
  const [first, ...others] = line.backing;
  const excerpt = `#${n}# ${en.repeat(n % 2 === 0 ? 200 : 1)}`;
  return { ...line, claim, backing: first ? [{ ...first, claim, excerpt }, ...others] : [] };
}

function marked(claim: Claim, n: number): Claim {
  const { en, uk } = sentenceOf(claim);
  return { ...claim, mode: 'paraphrase', sentence: { en: `#${n}# ${en}`, uk: `#${n}# ${uk}` } };
}
