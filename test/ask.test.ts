import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import type { Ask, Asked } from '../src/asked.ts';
import { EVENT_RULES } from '../src/brief/event/rules.ts';
import type { Brief } from '../src/domain/brief.ts';
import { OPERATOR } from '../src/domain/scope.ts';
import { keyvOver } from '../src/store/keyv.ts';
import { sqliteClaimStore } from '../src/store/sqlite/claim-store.ts';
import type { Database } from '../src/store/sqlite/database.ts';
import { sqliteGazetteer } from '../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../src/store/sqlite/open.ts';
import { sqliteSourceHealth } from '../src/store/sqlite/source-health.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES } from './support/claims.ts';
import { correctionsOver } from './support/corrections.ts';
import { NO_DIGESTS, NO_ERASING, NO_SOURCES, NO_TRACKS } from './support/no-sources.ts';
import { unexpected, unread } from './support/stored-app.ts';
import { NO_TRUST } from './support/trust.ts';

const NOW_MS = Date.parse('2024-06-20T12:00:00Z');
const HOMONYMS = [
  anEntity({ id: 'odesa-oblast', kind: 'region', within: ['ukraine'] }),
  anEntity({ id: 'hlyboke-kharkiv-oblast', names: { en: 'Hlyboke', uk: 'Глибоке' }, within: ['kharkiv-oblast'] }),
  anEntity({ id: 'hlyboke-odesa-oblast', names: { en: 'Hlyboke', uk: 'Глибоке' }, within: ['odesa-oblast'] }),
  anEntity({ id: 'bakhmut', within: ['ukraine'] }),
];

let database: Database;
let app: App;

const on = (day: string) => ({ published: { at: day, basis: 'stated', note: 'dateline' } }) as const;
const aid = aClaim<'aid'>({ type: 'aid' });
const move = aClaim<'move'>({
  type: 'move',
  sentence: { en: 'Troops advanced with Patriots.', uk: 'Війська просунулися.' },
});

beforeAll(async () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
  const [claims, gazetteer] = [sqliteClaimStore(database), sqliteGazetteer(database)];
  await gazetteer.replace('all.json', 'digest', [...ENTITIES, ...HOMONYMS]);
  await claims.put(OPERATOR, anArticleFile({ id: 'spring', ...on('2024-05-12') }, [aClaim(), move, aid]));
  await claims.put(OPERATOR, anArticleFile({ id: 'winter', ...on('2024-01-12'), publisher: 'AP' }, [move]));
  await claims.put(OPERATOR, anArticleFile({ id: 'undated', published: null, publisher: 'AFP' }, [aClaim()]));
  await claims.put(
    OPERATOR,
    anArticleFile({ id: 'villages', ...on('2024-05-12') }, [
      aClaim({ place: ['hlyboke-kharkiv-oblast'] }),
      aClaim({ place: ['hlyboke-odesa-oblast'] }),
    ]),
  );
  await claims.put(
    { guildId: '111' },
    anArticleFile({ id: 'of-a-server', ...on('2024-05-13'), publisher: 'Own' }, [aClaim({ place: ['bakhmut'] })]),
  );
  const [settings, briefs] = [keyvOver(database, 'settings'), keyvOver(database, 'briefs')];
  app = createApp({
    claims,
    gazetteer,
    health: sqliteSourceHealth(database),
    trust: NO_TRUST,
    sources: NO_SOURCES,
    digests: NO_DIGESTS,
    tracks: NO_TRACKS,
    ...correctionsOver(database),
    erasing: NO_ERASING,
    settings,
    briefs,
    members: briefs,
    readMessage: unread,
    report: unexpected,
    faults: () => [],
    startedAtMs: NOW_MS,
    version: '1.0.0',
  });
});
afterAll(async () => {
  await app.settle();
  database.close();
});

const ask = (query: string, over: Partial<Ask> = {}): Promise<Asked> =>
  app.ask({
    form: 'summary',
    filters: {},
    query,
    about: 'everything',
    period: null,
    language: 'en',
    scope: OPERATOR,
    nowMs: NOW_MS,
    ...over,
  });

async function briefOn(query: string, over: Partial<Ask> = {}): Promise<Brief> {
  const asked = await ask(query, over);
  if (asked.kind !== 'brief') throw new Error(`${query} is ${asked.kind}`);
  return asked.brief;
}

describe('what a query is taken for', () => {
  test.for([
    { query: 'Kharkov', subject: { kind: 'entity', id: 'kharkiv' } },
    { query: 'харків', subject: { kind: 'entity', id: 'kharkiv' } },
    { query: 'id:kharkiv-oblast', subject: { kind: 'entity', id: 'kharkiv-oblast' } },
    { query: 'Aid', subject: { kind: 'all' }, about: 'aid' },
    { query: 'topic:strikes', subject: { kind: 'all' }, about: 'strikes' },
    { query: 'patriots', subject: { kind: 'words', words: 'patriots' } },
    { query: 'id:nothing-of-the-kind', kind: 'unknown' },
    { query: 'Hlyboke', kind: 'ambiguous' },
    { query: 'Kharkyv', kind: 'unknown' },
  ])('$query', async ({ query, subject, about, kind }) => {
    const asked = await ask(query);
    expect(asked.kind).toBe(kind ?? 'brief');
    if (asked.kind === 'brief') expect(asked.brief.question).toMatchObject({ subject, about: about ?? 'everything' });
  });

  test('an unknown name gets the nearest ones', async () => {
    const asked = await ask('Kharkyv');
    expect(asked.kind === 'unknown' && asked.near[0]?.entity.id).toBe('kharkiv');
  });

  test('homonyms are offered, never the largest taken', async () => {
    const asked = await ask('Hlyboke');
    expect(asked.kind === 'ambiguous' && asked.choices.map(({ entity }) => entity.id).sort()).toEqual([
      'hlyboke-kharkiv-oblast',
      'hlyboke-odesa-oblast',
    ]);
  });
});

describe('the period', () => {
  test('without one: the 30 days that end with the newest matching article', async () => {
    const brief = await briefOn('kharkiv-oblast');
    expect(brief.span).toEqual({ fromMs: Date.parse('2024-04-12'), toMs: Date.parse('2024-05-12') + 1 });
    expect(brief.coverage).toMatchObject({
      articles: 4,
      oldestAtMs: Date.parse('2024-01-12'),
      newestAtMs: Date.parse('2024-05-12'),
      undated: 1,
    });
    expect(brief.sources.map(({ articleId }) => articleId)).not.toContain('winter');
  });

  test('everything: articles without a date too', async () => {
    const brief = await briefOn('kharkiv-oblast', { period: { everything: true } });
    expect(brief.sources.map(({ articleId }) => articleId).sort()).toEqual(['spring', 'undated', 'villages', 'winter']);
  });

  test('a period that holds nothing is quiet and knows the newest that does', async () => {
    const brief = await briefOn('kharkiv', { period: { lastHours: 24 } });
    expect([brief.outcome, brief.coverage?.newestAtMs]).toEqual(['quiet', Date.parse('2024-05-12')]);
  });
});

test('a place includes the places inside it, and knows the country around it', async () => {
  const brief = await briefOn('kharkiv-oblast');
  expect(
    brief.sections.flatMap(({ lines }) => lines.map(({ claim }) => ('place' in claim ? claim.place?.[0] : ''))),
  ).toEqual(expect.arrayContaining(['kharkiv', 'vovchansk', 'hlyboke-kharkiv-oblast']));
  expect(brief.wider?.id).toBe('ukraine');
});

test('a known place without a source is uncovered, which is not quiet', async () => {
  expect((await briefOn('bakhmut')).outcome).toBe('uncovered');
});

test('what one server has is in its answers alone, also when its answer is called by its id', async () => {
  const own = await briefOn('bakhmut', { scope: { guildId: '111' } });
  expect([own.outcome, own.sources.map(({ publisher }) => publisher)]).toEqual(['lines', ['Own']]);
  expect((await briefOn('bakhmut', { scope: { guildId: '222' } })).outcome).toBe('uncovered');
  expect(await app.recall(own.id, { guildId: '111' })).toEqual(own);
  expect([await app.recall(own.id, { guildId: '222' }), await app.recall(own.id, OPERATOR)]).toEqual([null, null]);
  const suggested = (guildId: string) => app.suggest('bakh', 'en', { guildId }, 5, null);
  const counts = [await suggested('111'), await suggested('222')].map((found) =>
    found.map(({ label }) => label.kind === 'entity' && label.count.claims),
  );
  expect(counts).toEqual([[1], [0]]);
});

test('the same question at the same instant is answered in the same bytes', async () => {
  expect(JSON.stringify(await briefOn('ukraine'))).toBe(JSON.stringify(await briefOn('ukraine')));
});

test('what was remembered of a question is forgotten when an article comes or goes', async () => {
  const outlets = async () => (await briefOn('patriots')).coverage?.publishers;
  const before = await outlets();
  const claims = sqliteClaimStore(database);
  await claims.put(OPERATOR, anArticleFile({ id: 'late-one', ...on('2024-05-12'), publisher: 'Late' }, [move]));
  expect(await outlets()).toBe((before ?? 0) + 1);
  await claims.remove(OPERATOR, 'late-one');
  expect(await outlets()).toBe(before);
});

test('suggestions: best first, topics by their names in either language', async () => {
  const names = async (typed: string) => (await app.suggest(typed, 'en', OPERATOR, 4, null)).map(({ query }) => query);
  expect(await names('khar')).toEqual(['id:kharkiv-oblast', 'id:kharkiv']);
  expect((await names('доп'))[0]).toBe('topic:aid');
  expect((await names(''))[0]).toBe('id:ukraine');
});

test('settings are kept for each server', async () => {
  await app.saveSettings('111', { language: 'uk', private: true });
  expect([await app.settings('111'), await app.settings('222')]).toEqual([{ language: 'uk', private: true }, {}]);
});
