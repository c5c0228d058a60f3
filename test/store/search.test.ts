import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_TYPES, type ClaimType } from '../../src/domain/claim.ts';
import type { Span } from '../../src/domain/period.ts';
import { OPERATOR, type Scope } from '../../src/domain/scope.ts';
import { parseSearch } from '../../src/domain/search.ts';
import type { ClaimStore, SearchResult } from '../../src/store/contract.ts';
import { aClaim, aFileOf, anArticleFile, aStructured, published, readFrom } from '../support/claims.ts';
import { storedSitrep } from '../support/stored-app.ts';

const DAY = (day: number) => Date.UTC(2024, 4, day);
const said = (en: string, uk = 'Дещо сталося.') => ({ sentence: { en, uk } });
const TEXT = 'Locals say that a footbridge was mined overnight.';
let claims: ClaimStore;

beforeAll(async () => {
  ({ claims } = await storedSitrep([
    anArticleFile({ id: 'older', title: 'Roads', ...published(DAY(10)) }, [
      aClaim({ place: ['vovchansk'], ...said('The bridge fell.') }),
      aClaim({ type: 'aid', ...said('Engineers build bridges.') }),
    ]),
    anArticleFile({ id: 'newer', title: 'The bridge and the river', publisher: 'AFP', ...published(DAY(12)) }, [
      aClaim({ type: 'impact', place: ['kyiv'], ...said('The bridge is damaged.') }),
      aClaim({ type: 'visit', place: ['kyiv'], ...said('A guest came.') }),
      aStructured({
        type: 'move',
        place: ['kharkiv'],
        evidence: aClaim().evidence.map((span) => ({ ...span, pointer: 'Troops' })),
      }),
    ]),
  ]));
  await claims.put(
    OPERATOR,
    aFileOf(TEXT, { id: 'texts', title: 'News', ...published(DAY(14)) }, [
      readFrom(TEXT, TEXT, aClaim(), 'a footbridge was mined'),
    ]),
    TEXT,
  );
  await claims.put({ guildId: '5' }, anArticleFile({ id: 'hidden', title: 'Own' }, [aClaim(said('A secret bridge.'))]));
});

interface Asked {
  readonly span?: Span;
  readonly types?: readonly ClaimType[];
  readonly scope?: Scope;
}
const search = (words: string, { span, types = CLAIM_TYPES, scope = OPERATOR }: Asked = {}): Promise<SearchResult> =>
  claims.search({ scope, terms: parseSearch(words), span: span ?? null, types }, 10);
const hits = async (words: string, asked: Asked = {}): Promise<readonly string[]> =>
  (await search(words, asked)).hits.map(({ article, claim }) => `${article.id} ${claim.id}`);

describe('what is found, best first', () => {
  test.for([
    ['bridge', ['newer c1', 'older c1', 'older c2', 'newer c3', 'newer c2']],
    ['"the bridge"', ['newer c1', 'older c1', 'newer c3', 'newer c2']],
    ['"bridge the"', []],
    ['bridg*', ['newer c1', 'older c2', 'older c1', 'newer c3', 'newer c2']],
    ['bridge fell', ['older c1']],
    ['river guest', ['newer c2']],
    ['Вовчанськ', ['older c1']],
    ['volchansk bridge', ['older c1']],
    ['"vovchansk"', []],
    ['Харків', ['texts c1', 'newer c3']],
    ['United States', ['older c2']],
    ['footbridge', ['texts c1']],
    ['"say that"', ['texts c1']],
    ['footbri*', ['texts c1']],
    ['secret', []],
    ['nothing like it', []],
    ['""', []],
  ] as const)('%s', async ([words, found]) => {
    expect(await hits(words)).toEqual(found);
  });

  test('in a period, of a topic, and in a server', async () => {
    expect(await hits('bridge', { span: { fromMs: DAY(9), toMs: DAY(11) } })).toEqual(['older c1', 'older c2']);
    expect(await hits('bridge', { types: ['impact'] })).toEqual(['newer c1']);
    expect(await hits('secret', { scope: { guildId: '5' } })).toEqual(['hidden c1']);
    expect(await hits('secret', { scope: { guildId: '6' } })).toEqual([]);
  });

  test('counts, covers and names what it found', async () => {
    const { counts, coverage, isAll, named } = await search('Kharkov');
    expect(new Map(counts)).toEqual(
      new Map([
        ['strike', 1],
        ['move', 1],
      ]),
    );
    expect(coverage).toMatchObject({ articles: 2, publishers: 2, newestAtMs: DAY(14) });
    expect({ isAll, named }).toEqual({ isAll: true, named: ['kharkiv'] });
  });
});

test('operators of the index are words like any other, and nothing typed breaks it', async () => {
  for (const words of [
    'bridge OR secret',
    'NEAR(bridge fell)',
    'words: bridge -fell',
    '_0_1',
    '_r1',
    'bridge"*',
    '\u202eegdirb',
  ])
    expect(Array.isArray(await hits(words))).toBe(true);
  expect(await hits('bridge OR footbridge')).toEqual([]);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (words) => {
      expect((await search(words)).hits.length).toBeLessThanOrEqual(10);
    }),
    { numRuns: 40 },
  );
});

test.for(['Ͱᦰ⻳', 'xᦰy', 'xᦰy*', '"xᦰy stood"', 'ᦰ stood', '𐐨𐐩𐐪𐐫ᦰ𐐨𐐩𐐪𐐫𐐬𐐭𐐮𐐯*'])(
  'letters that the index does not know part its words, and what holds them is found: %s',
  async (words) => {
    const scope = { guildId: '6' };
    await claims.put(
      scope,
      anArticleFile({ id: 'letters', title: 'Letters' }, [
        aClaim(said('Ͱᦰ⻳ xᦰy stood.')),
        aClaim(said('𐐨𐐩𐐪𐐫ᦰ𐐨𐐩𐐪𐐫𐐬𐐭𐐮𐐯𐐰 stood, ᦰ too.')),
      ]),
    );
    expect((await hits(words, { scope })).filter((id) => id.startsWith('letters'))).not.toEqual([]);
  },
);

test('a claim is found by its article and id', async () => {
  expect((await claims.claim(OPERATOR, 'older', 'c2'))?.claim).toMatchObject({ type: 'aid' });
  expect(await claims.claim(OPERATOR, 'older', 'c9')).toBeNull();
  expect(await claims.claim(OPERATOR, 'hidden', 'c1')).toBeNull();
});
