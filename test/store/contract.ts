import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import type { ClaimType } from '../../src/domain/claim.ts';
import { OPERATOR, type Scope } from '../../src/domain/scope.ts';
import type { SourcedClaim } from '../../src/domain/sourced-claim.ts';
import type { FoundSubject } from '../../src/domain/subject.ts';
import {
  CLAIMS_PER_EVENT,
  type ClaimStore,
  type EntityCount,
  type Gazetteer,
  MEAN_CLAIMS,
} from '../../src/store/contract.ts';
import { aClaim, aFileOf, anArticleFile, anEntity, ENTITIES, published, readFrom } from '../support/claims.ts';
import { nameOf } from './model.ts';

export interface Opened {
  readonly claims: ClaimStore;
  readonly gazetteer: Gazetteer;
  readonly close: () => void;
}

const A: Scope = { guildId: '100' };
const B: Scope = { guildId: '200' };
const KHARKIV: FoundSubject = { kind: 'entity', id: 'kharkiv' };
const ALL: FoundSubject = { kind: 'all' };
const day = (number: number): number => Date.UTC(2024, 4, number);

const names = (found: readonly SourcedClaim[]): readonly string[] => found.map(nameOf);
const ids = (found: readonly EntityCount[]): readonly string[] =>
  found.map(({ entity, claims }) => `${entity.id} ${claims}`);
const words = (text: string): FoundSubject => ({ kind: 'words', words: text });

const TEXT = 'Drones hit the bridge at dawn. Afterwards it rained. The bridge is closed.';
const excerpt = (piece = 'hit the bridge') => {
  const words = TEXT.split(' Afterwards')[0] ?? '';
  return readFrom(
    TEXT,
    piece === 'The bridge' ? 'The bridge is closed.' : words,
    aClaim({ place: ['kharkiv'] }),
    piece,
  );
};

/** One strike, told by one publisher. */
function strike(id: string, publisher = 'AP', atMs: number | null = day(12), place = 'kharkiv'): ArticleFile {
  const claim = aClaim({ type: 'strike', place: [place], date: { text: 'Friday', iso: '2024-05-10' } });
  return anArticleFile({ id, publisher, ...published(atMs) }, [claim]);
}

/** What every store of claims and names must do. `open` gives an empty one. */
export function storeContract(name: string, open: () => Opened): void {
  describe(name, () => {
    let store: ClaimStore;
    let gazetteer: Gazetteer;
    let close: () => void;

    beforeEach(async () => {
      ({ claims: store, gazetteer, close } = open());
      await gazetteer.replace('names.json', '1', ENTITIES);
      await gazetteer.keep(['names.json']);
    });
    afterEach(() => close());

    const best = (scope: Scope, subject: FoundSubject, type: ClaimType = 'strike', facts = 10) =>
      store.best({ scope, subject, span: null }, type, facts);
    const countOf = async (scope: Scope, subject: FoundSubject, type: ClaimType = 'strike') =>
      (await store.counts({ scope, subject, span: null }, 1_000)).get(type) ?? 0;

    describe('put', () => {
      test('adds, leaves the same alone, and replaces another with all its claims', async () => {
        const file = anArticleFile({ id: 'same' }, [aClaim(), aClaim({ type: 'impact' })]);
        const other = anArticleFile({ id: 'same', publisher: 'AFP' }, [aClaim({ place: ['kyiv'] })]);
        expect([
          await store.put(OPERATOR, file),
          await store.put(OPERATOR, file),
          await store.put(OPERATOR, other),
        ]).toEqual(['added', 'same', 'replaced']);
        expect(await best(OPERATOR, ALL)).toMatchObject([
          { claim: other.claims[0], article: other.article, publishers: 1 },
        ]);
        expect(await best(OPERATOR, KHARKIV)).toEqual([]);
        expect(await store.counts({ scope: OPERATOR, subject: ALL, span: null }, 10)).toEqual(new Map([['strike', 1]]));
        expect(await store.status(OPERATOR)).toMatchObject({ articles: 1, claims: 1, publishers: 1 });
      });

      test('tells what has come since what was read at the same minute was removed', async () => {
        const [first, second, third] = ['first', 'second', 'third'].map((id) =>
          anArticleFile({ id, ...published(day(1)) }, [aClaim({ place: [`place-of-${id}`] }), aClaim()]),
        ) as [ArticleFile, ArticleFile, ArticleFile];
        const told = async () => new Set((await best(OPERATOR, ALL)).map(({ claim, article }) => [claim, article]));
        const of = (...files: readonly ArticleFile[]) =>
          new Set(files.flatMap(({ claims, article }) => claims.map((claim) => [claim, article])));
        await store.put(OPERATOR, first);
        await store.put(OPERATOR, second);
        expect(await told()).toEqual(of(first, second));
        await store.remove(OPERATOR, second.article.id);
        await store.put(OPERATOR, third);
        expect(await told()).toEqual(of(first, third));
      });

      test('gives back every claim as it was put', async () => {
        const types = ['aid', 'move', 'strike', 'visit', 'impact', 'statement'] as const;
        const file = anArticleFile(
          { id: 'every' },
          types.map((type) => aClaim({ type })),
        );
        await store.put(OPERATOR, file);
        const found = await Promise.all(types.map((type) => best(OPERATOR, ALL, type)));
        expect(found.flat()).toEqual(
          file.claims.map((claim) => ({ claim, article: file.article, publishers: 1, event: expect.any(String) })),
        );
      });

      test('keeps a text for those who may see the article, and refuses one of another hash', async () => {
        const file = anArticleFile({ id: 'texts' });
        await store.put(A, file, 'text');
        expect(await store.texts(A, ['texts', 'none'])).toEqual(new Map([['texts', 'text']]));
        expect([await store.texts(B, ['texts']), await store.texts(OPERATOR, ['texts'])]).toEqual([
          new Map(),
          new Map(),
        ]);
        await expect(store.put(A, file, 'another')).rejects.toThrow(RangeError);
      });

      test('gives back a file as it was put, of exactly the scope, hidden ones too, and copies are the same', async () => {
        const file = aFileOf(TEXT, { id: 'read' }, [aClaim({ type: 'impact' }), excerpt(), aClaim()]);
        await store.put(A, file, TEXT);
        await store.put(A, strike('bare'));
        expect([await store.file(A, 'read'), await store.file(A, 'bare'), await store.file(A, 'none')]).toEqual([
          { file, text: TEXT },
          { file: strike('bare'), text: null },
          null,
        ]);
        expect([await store.file(OPERATOR, 'read'), await store.file(B, 'read')]).toEqual([null, null]);
        await store.put(OPERATOR, strike('read'));
        expect([await store.file(A, 'read'), await store.file(OPERATOR, 'read')]).toEqual([
          { file, text: TEXT },
          { file: strike('read'), text: null },
        ]);
        const copy = await store.file(A, 'read');
        expect(copy && [await store.put(B, copy.file, TEXT), await store.put(B, copy.file, TEXT)]).toEqual([
          'added',
          'same',
        ]);
        expect(await store.file(B, 'read')).toEqual(copy);
      });

      test('finds the articles in sight that have a text, around an instant', async () => {
        const put = (scope: Scope, id: string, at: number | null, text = TEXT) =>
          store.put(scope, aFileOf(text, { id, publisher: `Of ${id}`, ...published(at) }, []), text);
        await put(OPERATOR, 'later', day(12));
        await put(OPERATOR, 'first', day(10));
        await put(OPERATOR, 'too-old', day(4));
        await put(OPERATOR, 'undated', null);
        await put(OPERATOR, 'other', day(12), `${TEXT} `);
        await put(A, 'own', day(11));
        await put(A, 'first', day(10));
        await put(B, 'of-b', day(11));
        const found = async (scope: Scope) => (await store.alike(scope, TEXT, day(12))).map(({ id }) => id);
        expect([await found(OPERATOR), await found(A)]).toEqual([
          ['first', 'later'],
          ['first', 'own', 'later'],
        ]);
        expect((await store.alike(A, TEXT, day(12)))[1]).toEqual({
          id: 'own',
          publisher: 'Of own',
          url: 'https://example.org/own',
          similarity: 1,
        });
        await store.remove(OPERATOR, 'first');
        await put(OPERATOR, 'later', day(12), 'Another text.');
        expect([await found(OPERATOR), await found(A)]).toEqual([[], ['first', 'own']]);
      });

      test('keeps excerpts with the text that they stand in, and none that it does not hold word for word', async () => {
        const file = aFileOf(TEXT, { id: 'read' }, [excerpt()]);
        expect(await store.put(OPERATOR, file, TEXT)).toBe('added');
        expect((await best(OPERATOR, ALL))[0]?.claim).toEqual(file.claims[0]);
        const otherwise = TEXT.replace('hit', 'bit');
        const wrong = { ...aFileOf(otherwise, { id: 'wrong' }, [excerpt()]) };
        await expect(store.put(OPERATOR, wrong, otherwise)).rejects.toThrow(RangeError);
        await expect(store.put(OPERATOR, aFileOf(TEXT, { id: 'wrong' }, [excerpt()]))).rejects.toThrow(RangeError);
        expect(await store.articleIds(OPERATOR)).toEqual(['read']);
      });

      test('an article without claims is there, and covers nothing', async () => {
        await store.put(OPERATOR, anArticleFile({ id: 'empty' }, []));
        expect(await store.articleIds(OPERATOR)).toEqual(['empty']);
        expect(await store.coverage(OPERATOR, ALL)).toBeNull();
      });

      test('remove takes out what is there, of exactly the scope', async () => {
        for (const id of ['b-article', 'a-article']) await store.put(OPERATOR, strike(id));
        expect(await store.remove(A, 'a-article')).toBe(false);
        expect([await store.remove(OPERATOR, 'a-article'), await store.remove(OPERATOR, 'a-article')]).toEqual([
          true,
          false,
        ]);
        expect([await store.articleIds(OPERATOR), await store.articleIds(A)]).toEqual([['b-article'], []]);
      });
    });

    describe('best', () => {
      test('most publishers first, then the newest; of an event, the newest claim of each publisher, then the next', async () => {
        await store.put(OPERATOR, strike('two-1', 'AP', day(10)));
        await store.put(OPERATOR, strike('two-2', 'AFP', day(10)));
        await store.put(OPERATOR, strike('two-3', 'AP', day(9)));
        await store.put(OPERATOR, strike('older', 'AP', day(11), 'vovchansk'));
        await store.put(OPERATOR, strike('newer', 'AP', day(12), 'kyiv'));
        const expected = ['two-1 c1', 'two-2 c1', 'two-3 c1', 'newer c1', 'older c1'];
        expect(names(await best(OPERATOR, ALL))).toEqual(expected);
        expect(names(await best(OPERATOR, ALL, 'strike', 2))).toEqual(expected.slice(0, 4));
      });

      test('excerpts stand behind what can be said in our words, and never together', async () => {
        const pieces = aFileOf(TEXT, { id: 'newest', ...published(day(13)) }, [excerpt(), excerpt('The bridge')]);
        const same = aFileOf(TEXT, { id: 'same', publisher: 'AFP', ...published(day(13)) }, [excerpt()]);
        await store.put(OPERATOR, pieces, TEXT);
        await store.put(OPERATOR, same, TEXT);
        await store.put(OPERATOR, strike('older', 'AP', day(9)));
        const found = await best(OPERATOR, ALL);
        expect(names(found)[0]).toBe('older c1');
        expect(names(found).toSorted()).toEqual(['newest c1', 'newest c2', 'older c1', 'same c1']);
        expect(found.map(({ publishers }) => publishers)).toEqual([1, 0, 0, 0]);
      });

      test('counts every publisher of an event and gives claims of the newest few', async () => {
        const publishers = Array.from({ length: CLAIMS_PER_EVENT + 2 }, (_, at) => `Publisher ${at}`);
        for (const [at, publisher] of publishers.entries())
          await store.put(OPERATOR, strike(`many-${at}`, publisher, day(at + 1)));
        const found = await best(OPERATOR, KHARKIV);
        expect(found.map(({ article }) => article.publisher)).toEqual(
          publishers.toReversed().slice(0, CLAIMS_PER_EVENT),
        );
        expect(new Set(found.map((claim) => claim.publishers))).toEqual(new Set([publishers.length]));
      });

      test('of many large events gives fewer claims each, and all of one that is asked for', async () => {
        const days = Array.from({ length: 10 }, (_, at) => `2024-05-0${at}`.replace('00', '10'));
        const claims = days.map((iso) => aClaim({ date: { text: iso, iso } }));
        for (let at = 0; at < CLAIMS_PER_EVENT; at += 1)
          await store.put(
            OPERATOR,
            anArticleFile({ id: `many-${at}`, publisher: `Publisher ${at}`, ...published(day(12)) }, claims),
          );
        const found = await best(OPERATOR, KHARKIV);
        const events = Map.groupBy(found, ({ event }) => event);
        expect([...events.values()].map(({ length }) => length)).toEqual(days.map(() => MEAN_CLAIMS));
        const [event = ''] = events.keys();
        expect(await store.event(OPERATOR, event)).toHaveLength(CLAIMS_PER_EVENT);
        expect(await store.events(OPERATOR, [event])).toHaveLength(CLAIMS_PER_EVENT);
      });

      test.for([
        { name: 'from is in it', span: { fromMs: day(12), toMs: day(13) }, found: ['dated c1'] },
        { name: 'to is not', span: { fromMs: day(11), toMs: day(12) }, found: [] },
        { name: 'none is everything, undated last', span: null, found: ['dated c1', 'undated c1'] },
        {
          name: 'any span leaves out the undated',
          span: { fromMs: Number.MIN_SAFE_INTEGER, toMs: Number.MAX_SAFE_INTEGER },
          found: ['dated c1'],
        },
      ])('period: $name', async ({ span, found }) => {
        await store.put(OPERATOR, strike('dated', 'AP', day(12)));
        await store.put(OPERATOR, strike('undated', 'AP', null, 'kyiv'));
        expect(names(await store.best({ scope: OPERATOR, subject: ALL, span }, 'strike', 10))).toEqual(found);
        expect((await store.counts({ scope: OPERATOR, subject: ALL, span }, 10)).get('strike') ?? 0).toBe(found.length);
      });

      test.for([
        { id: 'vovchansk', found: 1 },
        { id: 'kharkiv-oblast', found: 1 },
        { id: 'ukraine', found: 1 },
        { id: 'russia', found: 1 },
        { id: 'kharkiv', found: 0 },
        { id: 'nowhere', found: 0 },
      ])('a move of RU in Vovchansk is found $found times by $id', async ({ id, found }) => {
        await store.put(OPERATOR, anArticleFile({ id: 'move' }, [aClaim({ type: 'move' })]));
        const subject = { kind: 'entity', id } as const;
        expect(await best(OPERATOR, subject, 'move')).toHaveLength(found);
        expect(await countOf(OPERATOR, subject, 'move')).toBe(found);
        expect((await store.coverage(OPERATOR, subject))?.articles ?? 0).toBe(found);
      });
    });

    test('coverage counts articles, publishers, ends and undated ones, of the types asked for', async () => {
      await store.put(
        OPERATOR,
        anArticleFile({ id: 'both', publisher: 'AP', ...published(day(1)) }, [aClaim(), aClaim({ type: 'impact' })]),
      );
      await store.put(OPERATOR, strike('late', 'AFP', day(3)));
      await store.put(OPERATOR, strike('undated', 'AFP', null));
      const all = { articles: 3, publishers: 2, oldestAtMs: day(1), newestAtMs: day(3), undated: 1 };
      expect(await store.coverage(OPERATOR, KHARKIV)).toEqual(all);
      expect(await store.coverage(OPERATOR, words('happened'))).toEqual(all);
      expect(await store.coverage(OPERATOR, KHARKIV, ['impact', 'aid'])).toEqual({
        articles: 1,
        publishers: 1,
        oldestAtMs: day(1),
        newestAtMs: day(1),
        undated: 0,
      });
      expect(await store.coverage(OPERATOR, KHARKIV, ['visit'])).toBeNull();
    });

    test('counts stop at the most asked for', async () => {
      for (const id of ['one-1', 'one-2', 'one-3']) await store.put(OPERATOR, strike(id));
      for (const span of [null, { fromMs: day(1), toMs: day(30) }])
        for (const subject of [KHARKIV, ALL, words('happened')])
          expect(await store.counts({ scope: OPERATOR, subject, span }, 2)).toEqual(new Map([['strike', 2]]));
    });

    test('an event is found by its name, and its articles with what tells how many origins they have', async () => {
      await store.put(OPERATOR, anArticleFile({ id: 'first', publisher: 'AP', relays: ['AFP'], ...published(day(1)) }));
      await store.put(A, anArticleFile({ id: 'second', publisher: 'A Paper', ...published(day(1) + 1) }));
      const [{ event = '' } = {}] = await best(OPERATOR, ALL);
      expect(names(await store.event(OPERATOR, event))).toEqual(['first c1']);
      expect(names(await store.event(A, event))).toEqual(['second c1', 'first c1']);
      expect(await store.event(A, 'no-such-ev')).toEqual([]);
      const witnesses = async (scope: Scope) => (await store.witnesses(scope, [event])).get(event);
      expect(await witnesses(OPERATOR)).toEqual([
        { articleId: 'first', publisher: 'AP', relays: ['AFP'], sketch: null },
      ]);
      expect((await witnesses(A))?.map(({ articleId }) => articleId)).toEqual(['second', 'first']);
    });

    describe('scopes', () => {
      beforeEach(async () => {
        await store.put(OPERATOR, strike('operators', 'AP', day(10)));
        await store.put(
          A,
          anArticleFile(
            { id: 'server-a', publisher: 'A Paper', title: 'Zebra', ...published(day(11)) },
            strike('x').claims,
          ),
        );
        await store.put(B, strike('server-b', 'B Paper', day(12), 'kyiv'));
      });

      test.for([
        {
          name: 'the operator',
          scope: OPERATOR,
          seen: ['operators c1'],
          kharkiv: 1,
          publishers: 1,
          newest: day(10),
          zebra: 0,
        },
        {
          name: 'server A',
          scope: A,
          seen: ['server-a c1', 'operators c1'],
          kharkiv: 2,
          publishers: 2,
          newest: day(11),
          zebra: 1,
        },
        {
          name: 'server B',
          scope: B,
          seen: ['server-b c1', 'operators c1'],
          kharkiv: 1,
          publishers: 2,
          newest: day(12),
          zebra: 0,
        },
        {
          name: 'a server without data',
          scope: { guildId: '300' },
          seen: ['operators c1'],
          kharkiv: 1,
          publishers: 1,
          newest: day(10),
          zebra: 0,
        },
      ])('$name sees the operator’s and its own alone', async ({ scope, seen, kharkiv, publishers, newest, zebra }) => {
        expect(names(await best(scope, ALL))).toEqual(seen);
        expect(names(await best(scope, words('happened'))).toSorted()).toEqual(seen.toSorted());
        expect(await countOf(scope, KHARKIV)).toBe(kharkiv);
        expect(await countOf(scope, words('zebra'))).toBe(zebra);
        expect(await store.coverage(scope, ALL)).toMatchObject({
          articles: seen.length,
          publishers,
          newestAtMs: newest,
        });
        expect(await store.status(scope)).toMatchObject({
          articles: seen.length,
          claims: seen.length,
          publishers,
          newestAtMs: newest,
        });
        expect(ids(await gazetteer.named(scope, 'kharkiv'))).toEqual([`kharkiv ${kharkiv}`]);
        expect(ids(await gazetteer.suggest(scope, 'kharkiv', 'en', 1))).toEqual([`kharkiv ${kharkiv}`]);
        expect(ids(await gazetteer.near(scope, 'kharkow', 1))).toEqual([`kharkiv ${kharkiv}`]);
      });

      test('a fact that the operator adds to later has the publishers of both', async () => {
        await store.put(B, strike('server-b2', 'B Paper', day(9), 'vovchansk'));
        for (const [id, publisher] of [
          ['late-1', 'AP'],
          ['late-2', 'AFP'],
        ] as const)
          await store.put(OPERATOR, strike(id, publisher, day(13), 'vovchansk'));
        expect(names(await best(B, ALL)).slice(0, 3)).toEqual(['late-1 c1', 'late-2 c1', 'server-b2 c1']);
        expect(names(await best(A, ALL)).slice(0, 2)).toEqual(['late-1 c1', 'late-2 c1']);
      });

      test('an article that both have is the operator’s for as long as the operator has it', async () => {
        const own = strike('operators', 'A Paper', day(20));
        expect(await store.put(A, own)).toBe('added');
        expect((await best(A, ALL)).map(({ article }) => article.publisher)).toEqual(['A Paper', 'AP']);
        expect([await countOf(A, ALL), await store.articleIds(A)]).toEqual([2, ['operators', 'server-a']]);
        await store.remove(OPERATOR, 'operators');
        expect((await best(A, ALL)).map(({ article }) => article.publisher)).toEqual(['A Paper', 'A Paper']);
        await store.put(OPERATOR, strike('operators', 'AFP', day(21)));
        expect((await best(A, ALL)).map(({ article }) => article.publisher)).toEqual(['AFP', 'A Paper']);
        expect([await store.remove(A, 'operators'), await countOf(A, ALL)]).toEqual([true, 2]);
      });
    });

    describe('words', () => {
      test.for([
        { typed: 'happened', found: 1 },
        { typed: 'HAPPENED something', found: 1 },
        { typed: 'happ', found: 1 },
        { typed: 'happ something', found: 0 },
        { typed: 'ha', found: 0 },
        { typed: 'missiles', found: 1 },
        { typed: 'сталося', found: 1 },
        { typed: 'something else', found: 0 },
        { typed: 'happened OR else', found: 0 },
        { typed: 'NOT happened', found: 0 },
        { typed: '"', found: 0 },
        { typed: 'happened"', found: 1 },
        { typed: '*', found: 0 },
        { typed: 'words:happened', found: 0 },
        { typed: 'happened AND (', found: 0 },
        { typed: 'NEAR(happened something)', found: 0 },
        { typed: '^something', found: 1 },
        { typed: "'; DROP TABLE claim; --", found: 0 },
        { typed: '_0_2', found: 0 },
        { typed: '\u0000happened', found: 1 },
      ])('$typed finds $found', async ({ typed, found }) => {
        await store.put(OPERATOR, anArticleFile());
        expect(await best(OPERATOR, words(typed))).toHaveLength(found);
        expect(await countOf(OPERATOR, words(typed))).toBe(found);
      });

      test('of a claim without a sentence of ours, finds the article’s own, also where its places move', async () => {
        await store.put(OPERATOR, aFileOf(TEXT, { id: 'read' }, [excerpt('hit')]), TEXT);
        const counts = () =>
          Promise.all(['drones bridge', 'afterwards'].map((typed) => countOf(OPERATOR, words(typed))));
        expect(await counts()).toEqual([1, 0]);
        await gazetteer.replace('names.json', '2', [
          ...ENTITIES.filter(({ id }) => id !== 'kharkiv'),
          anEntity({ id: 'kharkiv' }),
        ]);
        expect(await counts()).toEqual([1, 0]);
      });

      test('does not find what was replaced or removed', async () => {
        await store.put(OPERATOR, anArticleFile({ id: 'gone', title: 'Zebra' }));
        await store.put(OPERATOR, anArticleFile({ id: 'gone', title: 'Giraffe' }));
        expect([await countOf(OPERATOR, words('zebra')), await countOf(OPERATOR, words('giraffe'))]).toEqual([0, 1]);
        await store.remove(OPERATOR, 'gone');
        expect(await countOf(OPERATOR, words('giraffe'))).toBe(0);
      });
    });

    describe('names', () => {
      test('replace makes a file’s entities exactly these, the same again does nothing, keep forgets the others', async () => {
        expect(await gazetteer.replace('names.json', '1', ENTITIES)).toBe('same');
        expect(await gazetteer.replace('more.json', '1', [anEntity({ id: 'lviv' })])).toBe('replaced');
        expect(await gazetteer.replace('more.json', '2', [anEntity({ id: 'odesa' })])).toBe('replaced');
        expect([...(await gazetteer.byRef(['odesa', 'lviv', 'kyiv', 'UA', 'XX'])).keys()]).toEqual([
          'odesa',
          'kyiv',
          'UA',
        ]);
        await gazetteer.keep(['more.json']);
        expect([...(await gazetteer.byRef(['odesa', 'kyiv', 'UA'])).keys()]).toEqual(['odesa']);
        expect(await gazetteer.suggest(OPERATOR, 'kyiv', 'en', 5)).toEqual([]);
      });

      test('claims follow a place that moves', async () => {
        await store.put(OPERATOR, strike('moved', 'AP', day(1), 'vovchansk'));
        const moved = ENTITIES.map((entity) =>
          entity.id === 'vovchansk' ? { ...entity, within: ['russia'] } : entity,
        );
        await gazetteer.replace('names.json', '2', moved);
        await gazetteer.keep(['names.json']);
        const found = await Promise.all(
          ['ukraine', 'kharkiv-oblast', 'russia', 'vovchansk'].map((id) => countOf(OPERATOR, { kind: 'entity', id })),
        );
        expect(found).toEqual([0, 0, 1, 1]);
        expect(await best(OPERATOR, { kind: 'entity', id: 'russia' })).toHaveLength(1);
        expect(await store.coverage(OPERATOR, { kind: 'entity', id: 'ukraine' })).toBeNull();
      });

      test('ancestors are nearest first, and a circle ends', async () => {
        await gazetteer.replace('circle.json', '1', [
          anEntity({ id: 'left', within: ['right'] }),
          anEntity({ id: 'right', within: ['left', 'kyiv'] }),
        ]);
        expect(await gazetteer.ancestors('vovchansk')).toEqual(['kharkiv-oblast', 'ukraine']);
        expect(await gazetteer.ancestors('left')).toEqual(['right', 'kyiv', 'ukraine']);
        expect(await gazetteer.ancestors('nowhere')).toEqual([]);
      });

      test.for([
        { typed: 'KHARKIV', found: ['kharkiv 1'] },
        { typed: 'Kharkov', found: ['kharkiv 1'] },
        { typed: 'Харків', found: ['kharkiv 1'] },
        { typed: 'Харьков', found: [] },
        { typed: 'oblast', found: [] },
        { typed: '', found: [] },
      ])('named $typed', async ({ typed, found }) => {
        await store.put(OPERATOR, strike('named'));
        expect(ids(await gazetteer.named(OPERATOR, typed))).toEqual(found);
      });

      test.for([
        { typed: 'kha', language: 'en', found: ['kharkiv 2', 'kharkiv-oblast 2'] },
        { typed: 'обл', language: 'uk', found: ['kharkiv-oblast 2'] },
        { typed: 'states', language: 'en', found: ['united-states 0'] },
        { typed: 'k', language: 'en', found: ['kharkiv 2', 'kharkiv-oblast 2', 'kyiv 0'] },
        { typed: '', language: 'en', found: ['russia 2', 'kharkiv 2'] },
        { typed: '%', language: 'en', found: ['russia 2', 'kharkiv 2'] },
        { typed: 'zzz', language: 'en', found: [] },
      ] as const)('suggestions for "$typed" in $language', async ({ typed, language, found }) => {
        for (const id of ['suggest-1', 'suggest-2']) await store.put(OPERATOR, strike(id));
        const suggested = ids(await gazetteer.suggest(OPERATOR, typed, language, 3));
        expect(suggested.slice(0, found.length)).toEqual(found);
        expect(suggested.length === 0).toBe(found.length === 0);
      });

      test.for([
        { typed: 'khrakiv', found: 'kharkiv' },
        { typed: 'kharkv', found: 'kharkiv' },
        { typed: 'Харкив', found: 'kharkiv' },
        { typed: 'vovchnask', found: 'vovchansk' },
        { typed: 'blinkin', found: 'antony-blinken' },
        { typed: 'ukrain', found: 'ukraine' },
        { typed: 'kyyv', found: 'kyiv' },
        { typed: 'washington', found: undefined },
        { typed: 'x', found: undefined },
        { typed: '" OR *', found: undefined },
        { typed: '', found: undefined },
      ])('nearest to "$typed" is $found', async ({ typed, found }) => {
        expect((await gazetteer.near(OPERATOR, typed, 3))[0]?.entity.id).toBe(found);
      });
    });
  });
}
