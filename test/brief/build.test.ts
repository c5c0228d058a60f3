import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { briefOf, buildContent, type Findings } from '../../src/brief/build.ts';
import { Brief, type Question } from '../../src/domain/brief.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { RankedClaim, SourcedClaim } from '../../src/domain/sourced-claim.ts';
import { TOPICS } from '../../src/domain/topic.ts';
import { aClaim, anArticle, readFrom } from '../support/claims.ts';

/** A claim of the event that is named after what it does, unless told otherwise. */
const told = (id: string, publisher: string, claim: SourcedClaim['claim'], day = '2024-05-15'): RankedClaim => ({
  event: (claim.type === 'move' ? claim.action : claim.type).padEnd(10, '0'),
  publishers: 1,
  claim,
  article: anArticle({ id, publisher, published: { at: day, basis: 'stated', note: 'dateline' } }),
});
const move = (over: Parameters<typeof aClaim<'move'>>[0] = {}) => aClaim<'move'>({ type: 'move', ...over });

const QUESTION: Question = {
  form: 'summary',
  filters: {},
  text: 'kharkiv',
  subject: { kind: 'entity', id: 'kharkiv' },
  about: 'everything',
  period: null,
  language: 'en',
  scope: OPERATOR,
};
const ASKED_AT_MS = Date.parse('2024-05-20');
const buildBrief = (found: Findings): Brief => briefOf(buildContent(found), QUESTION, ASKED_AT_MS);

function findings(over: Partial<Findings> = {}): Findings {
  return {
    span: null,
    coverage: null,
    known: true,
    found: new Map(),
    witnesses: new Map(),
    containing: new Map(),
    topicCounts: {},
    onlyDisputed: false,
    texts: new Map(),
    labels: {},
    also: [],
    wider: null,
    failing: [],
    standings: new Map(),
    store: null,
    eventsAtMost: new Map(TOPICS.map((topic) => [topic, 30])),
    ...over,
  };
}

test('the newest day stands first, on one day what most outlets tell', () => {
  const once = told('new-1', 'AP', move({ action: 'withdraw' }), '2024-05-16');
  const older = told('old-1', 'AP', move({ action: 'hold' }), '2024-05-10');
  const other = told('c-six', 'AP', move({ action: 'mass' }));
  const twice = [told('a-one', 'BBC', move()), told('b-two', 'AFP', move())];
  const brief = buildBrief(findings({ found: new Map([['troops', [older, other, once, ...twice]]]) }));
  expect(
    brief.sections[0]?.lines.map(({ claim, publishers }) => [claim.type === 'move' && claim.action, publishers]),
  ).toEqual([
    ['withdraw', 1],
    ['advance', 2],
    ['mass', 1],
    ['hold', 1],
  ]);
});

test('of one day’s lines with as many publishers, one that is doubted stands last', () => {
  const doubted = told('new-1', 'AP', move({ action: 'hold', suspect: { en: 'Not so.', uk: 'Не так.' } }));
  const brief = buildBrief(findings({ found: new Map([['troops', [doubted, told('old-1', 'AP', move())]]]) }));
  expect(brief.sections[0]?.lines.map(({ claim }) => 'suspect' in claim)).toEqual([false, true]);
});

test('the topic with the most lines stands first', () => {
  const found = new Map([
    ['aid' as const, [told('a-one', 'AP', aClaim<'aid'>({ type: 'aid' }))]],
    ['troops' as const, [told('a-one', 'AP', move()), told('a-one', 'AP', move({ id: 'c2', action: 'hold' }))]],
  ]);
  expect(buildBrief(findings({ found })).sections.map(({ topic }) => topic)).toEqual(['troops', 'aid']);
});

test('a publisher that says it twice counts once', () => {
  const brief = buildBrief(
    findings({ found: new Map([['troops', [told('a-one', 'AP', move()), told('a-two', 'AP', move())]]]) }),
  );
  expect(brief.sections[0]?.lines.map((line) => [line.publishers, line.backing.length])).toEqual([[1, 2]]);
});

test('publishers that the store counts beyond those at hand count too', () => {
  const many = { ...told('a-one', 'AP', move()), publishers: 9 };
  const brief = buildBrief(findings({ found: new Map([['troops', [many, told('b-two', 'BBC', move())]]]) }));
  expect(brief.sections[0]?.lines.map(({ publishers }) => publishers)).toEqual([9]);
});

test('a section says how many claims there are beyond its lines only where events were left out', () => {
  const found = new Map([['troops' as const, [told('a-one', 'AP', move())]]]);
  const claimsWith = (eventsAtMost: number) =>
    buildBrief(findings({ found, eventsAtMost: new Map([['troops', eventsAtMost]]), topicCounts: { troops: 40 } }))
      .sections[0]?.claims;
  expect([claimsWith(2), claimsWith(1)]).toEqual([1, 40]);
});

test('sources are numbered as they are first cited, those of disputes included', () => {
  const sum = (value: number) =>
    aClaim<'aid'>({ type: 'aid', items: [], amount: { value, cur: 'USD', op: 'eq' }, status: 'approved' });
  const [sixty, sixtyOne] = [told('old-1', 'AP', sum(60e9)), told('other', 'BBC', sum(61e9))];
  const brief = buildBrief(findings({ found: new Map([['aid', [sixty, sixtyOne]]]) }));
  expect(brief.sources.map(({ citation, publisher }) => [citation, publisher])).toEqual([
    [1, 'AP'],
    [2, 'BBC'],
  ]);
  expect(brief.sections[0]?.lines[0]?.disputes[0]?.values.map((value) => value.citations)).toEqual([[1], [2]]);
});

test('a date is printed only where all who state the fact give it', () => {
  const dated = told('a-one', 'AP', move({ date: { text: 'on Tuesday', iso: '2024-05-14' } }));
  const lines = (claims: readonly RankedClaim[]) =>
    buildBrief(findings({ found: new Map([['troops', claims]]) })).sections[0]?.lines;
  expect(lines([dated])?.[0]?.claim.date?.iso).toBe('2024-05-14');
  expect(lines([dated, told('b-two', 'BBC', move())])?.map(({ claim }) => claim.date)).toEqual([undefined]);
});

test('quotes are the words with the hash that was stored, and no others', () => {
  const text = 'Troops advanced near the town.';
  const evidence = [
    {
      start: 0,
      end: 15,
      sha256: createHash('sha256').update('Troops advanced').digest('hex'),
      paragraph: 1,
      pointer: 'Troops',
    },
  ];
  const found = new Map([['troops' as const, [told('a-one', 'AP', move({ evidence }))]]]);
  const quotes = (kept: string) =>
    buildBrief(findings({ found, texts: new Map([['a-one', kept]]) })).sections[0]?.lines[0]?.backing[0]?.quotes;
  expect(quotes(text)).toEqual(['Troops advanced']);
  expect(quotes('Troops withdrew near the town.')).toEqual([]);
});

test('what two claims have for their excerpt is printed once of each article', () => {
  const text = 'Troops advanced near the town, he claimed.';
  const piece = readFrom(text, text, move(), 'Troops advanced near the town');
  const claims = ['excerpt001', 'excerpt002'].map((event) => ({ ...told('a-one', 'AP', piece), event }));
  const other = { ...told('b-two', 'BBC', piece), event: 'excerpt003' };
  const found = new Map([['troops' as const, [...claims, other]]]);
  const texts = new Map([
    ['a-one', text],
    ['b-two', text],
  ]);
  const lines = buildBrief(findings({ found, texts })).sections[0]?.lines;
  expect(lines?.map(({ id }) => id)).toEqual(['excerpt001', 'excerpt003']);
});

test('an excerpt is printed as the text has it, or not at all, and stands behind lines in our words', () => {
  const text = 'Troops advanced near the town, he claimed.';
  const piece = readFrom(text, text, move(), 'Troops advanced near the town');
  const claims = [{ ...told('a-one', 'AP', piece, '2024-05-16'), event: 'excerpt000' }, told('b-two', 'BBC', move())];
  const lines = (kept: string) => {
    const found = findings({ found: new Map([['troops', claims]]), texts: new Map([['a-one', kept]]) });
    return Brief.parse(buildBrief(found)).sections[0]?.lines.map(({ claim, backing }) => [
      claim.mode,
      backing[0]?.excerpt,
    ]);
  };
  expect(lines(text)).toEqual([
    ['paraphrase', undefined],
    ['excerpt', 'Troops advanced near the town'],
  ]);
  expect(lines(text.replace('he', 'no'))).toEqual([
    ['paraphrase', undefined],
    ['excerpt', undefined],
  ]);
});

test.for([
  {
    name: 'something to print',
    found: new Map([['troops' as const, [told('a-one', 'AP', move())]]]),
    known: true,
    outcome: 'lines',
  },
  { name: 'covered, nothing found', found: new Map(), known: true, outcome: 'quiet' },
  { name: 'no source at all', found: new Map(), known: false, outcome: 'uncovered' },
])('$name: $outcome', ({ found, known, outcome }) => {
  expect(buildBrief(findings({ found, known })).outcome).toBe(outcome);
});

test('the same findings give the same bytes, other findings another id, and the stored form reads back', () => {
  const made = buildBrief(findings({ found: new Map([['troops', [told('a-one', 'AP', move())]]]) }));
  expect(buildBrief(findings({ found: new Map([['troops', [told('a-one', 'AP', move())]]]) }))).toEqual(made);
  expect(buildBrief(findings()).id).not.toBe(made.id);
  expect(Brief.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
});

test('another question or another instant is another answer', () => {
  const content = buildContent(findings());
  const ids = [
    briefOf(content, QUESTION, ASKED_AT_MS),
    briefOf(content, { ...QUESTION, language: 'uk' }, ASKED_AT_MS),
    briefOf(content, QUESTION, ASKED_AT_MS + 1),
  ].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
});

test('an event is one line: the furthest stage, with what else is said of it', () => {
  const aid = (status: 'pledged' | 'delivered' | 'approved', value: number) =>
    aClaim<'aid'>({ type: 'aid', items: [], amount: { value, cur: 'USD', op: 'eq' }, status });
  const claims = [
    told('one-1', 'AP', aid('pledged', 2e9), '2024-05-01'),
    told('two-2', 'BBC', aid('approved', 2e9), '2024-05-09'),
    told('two-3', 'AFP', aid('approved', 2e9), '2024-05-10'),
  ];
  const [line] = buildBrief(findings({ found: new Map([['aid', claims]]) })).sections[0]?.lines ?? [];
  expect([line?.id, line?.publishers, line?.origins, line?.backing.length]).toEqual(['aid0000000', 3, 3, 2]);
  expect(line?.accounts.map(({ relation, backing }) => [relation, backing[0]?.citation])).toEqual([['earlier', 3]]);
  expect(line?.disputes).toEqual([]);
});

test('a figure that its speaker has revised is named as such, and disputes nothing', () => {
  const toll = (value: number, who = 'officials') =>
    aClaim<'impact'>({ type: 'impact', count: { value, op: 'eq', unit: 'people' }, attr: { who }, epi: 'attributed' });
  const claims = [
    told('one-1', 'AP', toll(5), '2024-05-12'),
    told('two-2', 'BBC', toll(7), '2024-05-13'),
    told('zed-6', 'AFP', toll(9, 'RU'), '2024-05-13'),
  ];
  const [line] = buildBrief(findings({ found: new Map([['civilians', claims]]) })).sections[0]?.lines ?? [];
  const figures = line?.accounts.map(({ relation, backing }) => [relation, backing[0]?.claim]);
  expect(figures).toEqual([
    ['account', expect.objectContaining({ count: { value: 9, op: 'eq', unit: 'people' } })],
    ['superseded', expect.objectContaining({ count: { value: 5, op: 'eq', unit: 'people' } })],
  ]);
  expect(line?.disputes.map(({ over, values }) => [over, values.length])).toEqual([['count', 2]]);
});
