import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Correction } from '../../src/domain/correction.ts';
import { statementKey } from '../../src/domain/correction.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import { OPERATOR, type Scope } from '../../src/domain/scope.ts';
import type { ClaimStore } from '../../src/store/contract.ts';
import { AUTOMATIC_KEPT_DAYS, type CorrectionStore } from '../../src/store/correction-contract.ts';
import { aClaim, aFileOf, anArticleFile, aStructured, readFrom } from '../support/claims.ts';
import { aCorrection, toldIn } from '../support/marking.ts';

export interface OpenedCorrections {
  readonly corrections: CorrectionStore;
  /** Its clock always says `NOTED_AT_MS`. */
  readonly claims: ClaimStore;
  readonly close: () => void;
}

export const NOTED_AT_MS = 5_000;

const A: Scope = { guildId: '100' };
const B: Scope = { guildId: '200' };
const ALL = { kind: 'all' } as const;
const STRIKE = aClaim({ place: ['kharkiv'] });
const MOVE = aClaim({ type: 'move', place: ['vovchansk'] });
const dead = (value: number) => aClaim({ type: 'impact', kind: ['killed'], count: { value, op: 'eq' } });

/** What every store of corrections must do. `open` gives an empty one. */
export function correctionContract(name: string, open: () => OpenedCorrections): void {
  describe(name, () => {
    let opened: OpenedCorrections;
    let store: CorrectionStore;
    let claims: ClaimStore;
    beforeEach(() => {
      opened = open();
      store = opened.corrections;
      claims = opened.claims;
    });
    afterEach(() => opened.close());

    const kindsIn = async (scope: Scope): Promise<readonly string[]> =>
      (await store.list(scope, {}, 0, 99)).corrections.map((one) =>
        'how' in one ? `${one.kind} ${one.how}` : one.kind,
      );
    const saidIn = async (scope: Scope): Promise<readonly string[]> =>
      [...(await claims.counts({ scope, subject: ALL, span: null }, 99))].map(([type, n]) => `${type} ${n}`);

    describe('what is added', () => {
      const told = toldIn(anArticleFile({}, [STRIKE]));

      test('is listed for those in whose answers it holds, the newest first, page by page', async () => {
        const all = [
          aCorrection(told, { id: 'operator', atMs: 1 }),
          aCorrection(told, { id: 'serverab', atMs: 2, scope: A }),
          aCorrection(told, { id: 'serverbb', atMs: 3, scope: B }),
        ];
        expect(await store.add(all)).toEqual(all);
        const ids = async (scope: Scope, from: number, atMost: number) => {
          const { corrections, total } = await store.list(scope, {}, from, atMost);
          return [total, ...corrections.map(({ id }) => id)];
        };
        expect(await ids(A, 0, 9)).toEqual([2, 'serverab', 'operator']);
        expect(await ids(A, 1, 1)).toEqual([2, 'operator']);
        expect(await ids(OPERATOR, 0, 9)).toEqual([1, 'operator']);
        expect((await store.list(A, { kinds: ['withdrawn'] }, 0, 9)).total).toBe(0);
      });

      test('is there once: what holds already is given back', async () => {
        const first = aCorrection(told);
        await store.add([first]);
        expect(await store.add([aCorrection(told, { id: 'bbbbbbbb', reason: 'Other.' })])).toEqual([first]);
        expect((await store.list(OPERATOR, {}, 0, 9)).total).toBe(1);
      });

      test('is found by what it is of, in sight of a scope alone', async () => {
        await store.add([aCorrection(told, { scope: A })]);
        const of = async (scope: Scope) => [...(await store.of(scope, [statementKey(told), 'else'])).keys()];
        expect(await of(A)).toEqual([statementKey(told)]);
        expect(await of(B)).toEqual([]);
        expect(await of(OPERATOR)).toEqual([]);
        expect(await store.get(A, 'aaaaaaaa')).not.toBeNull();
        expect(await store.get(B, 'aaaaaaaa')).toBeNull();
      });

      test('can be taken back where it was made, once, and be made again', async () => {
        await store.add([aCorrection(told, { scope: A })]);
        expect(await store.undo(B, 'aaaaaaaa', '7', 9)).toBeNull();
        expect(await store.undo(OPERATOR, 'aaaaaaaa', '7', 9)).toBeNull();
        expect(await store.undo(A, 'aaaaaaaa', '7', 9)).toMatchObject({ undone: { by: '7', atMs: 9 } });
        expect(await store.undo(A, 'aaaaaaaa', '7', 9)).toBeNull();
        expect(await store.of(A, [statementKey(told)])).toEqual(new Map());
        expect((await store.list(A, {}, 0, 9)).total).toBe(0);
        expect((await store.list(A, { withUndone: true }, 0, 9)).total).toBe(1);
        const again = aCorrection(told, { scope: A, id: 'cccccccc' });
        expect(await store.add([again])).toEqual([again]);
      });

      test('stands in the log in order, with how it is now', async () => {
        await store.add([aCorrection(told), aCorrection(told, { scope: A, id: 'bbbbbbbb' })]);
        await store.undo(OPERATOR, 'aaaaaaaa', null, 9);
        const entries = await store.since(0, 9);
        expect(entries.map(({ deed, correction }) => `${deed} ${correction.id}`)).toEqual([
          'made aaaaaaaa',
          'made bbbbbbbb',
          'undone aaaaaaaa',
        ]);
        expect(entries[0]?.correction.undone).not.toBeNull();
        expect(await store.since(entries[1]?.seq ?? 0, 9)).toEqual(entries.slice(2));
        expect(await store.since(0, 1)).toEqual(entries.slice(0, 1));
      });

      test('is forgotten with its server, and numbers of the log are not given again', async () => {
        await store.add([aCorrection(told, { scope: A }), aCorrection(told, { scope: B, id: 'bbbbbbbb' })]);
        const [, last] = await store.since(0, 9);
        await store.forget(B);
        expect((await store.since(0, 9)).map(({ correction }) => correction.id)).toEqual(['aaaaaaaa']);
        await store.add([aCorrection(told, { scope: B, id: 'dddddddd' })]);
        expect((await store.since(last?.seq ?? 0, 9)).map(({ correction }) => correction.id)).toEqual(['dddddddd']);
      });

      test('grows the revision of answers, and so does taking it back', async () => {
        const revisions = [await claims.revision()];
        await store.add([aCorrection(told)]);
        revisions.push(await claims.revision());
        await store.undo(OPERATOR, 'aaaaaaaa', null, 9);
        revisions.push(await claims.revision());
        expect(new Set(revisions).size).toBe(3);
      });
    });

    describe('what is marked as wrong', () => {
      const file = anArticleFile({}, [STRIKE, MOVE]);

      test.for([
        ['everywhere', OPERATOR, ['move 1'], ['move 1']],
        ['in one server', A, ['move 1'], ['move 1', 'strike 1']],
      ] as const)('is in no answer %s, until that is taken back', async ([, scope, inA, inB]) => {
        await claims.put(OPERATOR, file);
        await store.add([aCorrection(toldIn(file), { scope })]);
        expect(await saidIn(A)).toEqual(inA);
        expect((await saidIn(B)).toSorted()).toEqual(inB);
        expect(await claims.claim(A, file.article.id, 'c1')).toBeNull();
        expect(await claims.uncorrected().claim(A, file.article.id, 'c1')).not.toBeNull();
        await store.undo(scope, 'aaaaaaaa', null, 9);
        expect((await saidIn(A)).toSorted()).toEqual(['move 1', 'strike 1']);
      });

      test('stays so in the next version of the article, by whatever id, and what takes its id does not', async () => {
        await claims.put(OPERATOR, file);
        await store.add([aCorrection(toldIn(file))]);
        await claims.put(OPERATOR, anArticleFile({ title: 'Other' }, [MOVE, STRIKE]));
        expect(await saidIn(A)).toEqual(['move 1']);
        expect(await claims.claim(A, file.article.id, 'c1')).toMatchObject({ claim: { type: 'move' } });
        expect(await kindsIn(A)).toEqual(['wrong']);
      });

      test('is so in the article of a server too, and in none that says something else', async () => {
        await store.add([aCorrection(toldIn(file))]);
        await claims.put(A, anArticleFile({}, [MOVE, STRIKE]));
        await claims.put(B, anArticleFile({}, [dead(3)]));
        expect(await saidIn(A)).toEqual(['move 1']);
        expect(await saidIn(B)).toEqual(['impact 1']);
      });
    });

    describe('what an article does not say any more', () => {
      test.for([
        ['the article is gone', null, ['withdrawn gone', 'withdrawn gone']],
        [
          'its text is another',
          anArticleFile({ text: aFileOf('Other words.', {}, []).article.text }, [MOVE]),
          ['withdrawn changed'],
        ],
        [
          'the same text is read in another way',
          anArticleFile({ title: 'Other' }, [MOVE, dead(3)]),
          ['withdrawn reread'],
        ],
        ['it says the same by other ids', anArticleFile({ title: 'Other' }, [MOVE, STRIKE]), []],
      ] as const)('is noted: %s', async ([, next, kinds]) => {
        const file = anArticleFile({}, [STRIKE, MOVE]);
        await claims.put(A, file);
        await (next ? claims.put(A, next) : claims.remove(A, file.article.id));
        expect(await kindsIn(A)).toEqual(kinds);
        expect(await kindsIn(B)).toEqual([]);
        expect((await store.since(0, 9)).every(({ correction }) => correction.atMs === NOTED_AT_MS)).toBe(true);
      });

      test('is not noted where a machine reads the same text in another way', async () => {
        const [was, is] = [aStructured({ type: 'strike' }), aStructured({ type: 'move' })];
        await claims.put(A, anArticleFile({}, [was]));
        await claims.put(A, anArticleFile({}, [is]));
        expect(await kindsIn(A)).toEqual([]);
        await claims.put(A, aFileOf('Other words.', {}, []), 'Other words.');
        expect(await kindsIn(A)).toEqual(['withdrawn changed']);
      });

      test('is not noted of what is to be forgotten', async () => {
        const file = anArticleFile({}, [STRIKE]);
        await claims.put(A, file);
        expect(await claims.forget(A, file.article.id)).toBe(true);
        expect(await claims.forget(A, file.article.id)).toBe(false);
        expect(await saidIn(A)).toEqual([]);
        expect(await store.since(0, 9)).toEqual([]);
      });

      test('holds no more when the article says so again', async () => {
        const file = anArticleFile({}, [STRIKE]);
        await claims.put(OPERATOR, file);
        await claims.remove(OPERATOR, file.article.id);
        await claims.put(OPERATOR, anArticleFile({}, [MOVE, STRIKE]));
        expect(await kindsIn(OPERATOR)).toEqual([]);
        expect((await store.since(0, 9)).map(({ deed }) => deed)).toEqual(['made', 'undone']);
      });

      test('keeps the words that were printed of an excerpt', async () => {
        const text = 'Drones hit the bridge at dawn. Afterwards it rained.';
        const file = aFileOf(text, {}, [readFrom(text, 'Drones hit the bridge at dawn.', STRIKE, 'hit the bridge')]);
        await claims.put(OPERATOR, file, text);
        await claims.remove(OPERATOR, file.article.id);
        expect((await store.list(OPERATOR, {}, 0, 1)).corrections[0]?.told.excerpt).toBe('hit the bridge');
      });

      test('of the operator does not hold for a server whose own article says so', async () => {
        const file = anArticleFile({}, [STRIKE]);
        await claims.put(OPERATOR, file);
        await claims.put(A, anArticleFile({ title: 'Own' }, [MOVE, STRIKE]));
        await claims.remove(OPERATOR, file.article.id);
        const key = statementKey(toldIn(file));
        expect([...(await store.of(A, [key])).keys()]).toEqual([]);
        expect([...(await store.of(B, [key])).keys()]).toEqual([key]);
      });

      test('is noted for a server whose article gives way to one of the operator that does not say so', async () => {
        await claims.put(A, anArticleFile({}, [STRIKE, MOVE]));
        await claims.put(OPERATOR, anArticleFile({ title: 'Operator' }, [MOVE]));
        expect(await kindsIn(A)).toEqual(['withdrawn reread']);
        await claims.remove(OPERATOR, 'article-1');
        expect(await kindsIn(A)).toEqual(['withdrawn gone']);
        expect([...(await store.of(A, [statementKey(toldIn(anArticleFile({}, [MOVE])))])).keys()]).toEqual([]);
      });
    });

    describe('a later figure', () => {
      const [early, late, last] = [5, 7, 9].map((value) => anArticleFile({ id: `of-${value}` }, [dead(value)]));
      if (!early || !late || !last) throw new Error('three');
      const superseded = (now: typeof late, id = 'ssssssss'): Correction => {
        const { reason: _, by: __, ...common } = aCorrection(toldIn(early), { id });
        return { ...common, kind: 'superseded', now: toldIn(now) };
      };

      test('gives way to one that is later still', async () => {
        await store.add([superseded(late)]);
        await store.add([superseded(last, 'tttttttt')]);
        expect((await store.list(OPERATOR, {}, 0, 9)).corrections.map(({ id }) => id)).toEqual(['tttttttt']);
      });

      test('goes with the article that gives it', async () => {
        await claims.put(OPERATOR, late);
        await store.add([superseded(late)]);
        await claims.remove(OPERATOR, late.article.id);
        expect(await store.of(OPERATOR, [statementKey(toldIn(early))])).toEqual(new Map());
      });

      test('does not hold where it is marked as wrong, and leaves the earlier one in answers', async () => {
        for (const file of [early, late]) await claims.put(OPERATOR, file);
        await store.add([superseded(late), aCorrection(toldIn(late), { scope: A })]);
        expect([...(await store.of(A, [statementKey(toldIn(early))])).keys()]).toEqual([]);
        expect([...(await store.of(B, [statementKey(toldIn(early))])).keys()]).toHaveLength(1);
        expect(await saidIn(A)).toEqual(['impact 1']);
        expect(await saidIn(B)).toEqual(['impact 2']);
      });

      test('that is marked as wrong, or is so no more, has what told it looked at again', async () => {
        for (const file of [early, late]) await claims.put(OPERATOR, file);
        await store.add([superseded(late), superseded(last, 'tttttttt'), superseded(late, 'uuuuuuuu')]);
        const before = (await store.since(0, 9)).length;
        const wrong = aCorrection(toldIn(late), { scope: A });
        await store.add([wrong]);
        await store.undo(A, wrong.id, null, 2_000);
        const entries = (await store.since(0, 9)).slice(before);
        expect(entries.map(({ deed, correction }) => [deed, correction.id])).toEqual([
          ['made', wrong.id],
          ['made', 'uuuuuuuu'],
          ['undone', wrong.id],
          ['made', 'uuuuuuuu'],
        ]);
      });
    });

    test('what nobody made by hand is forgotten after its time, and what a person judged is not', async () => {
      const file = anArticleFile({}, [STRIKE]);
      await claims.put(A, file);
      await claims.remove(A, file.article.id);
      await store.add([aCorrection(toldIn(file), { scope: A })]);
      const end = NOTED_AT_MS + AUTOMATIC_KEPT_DAYS * DAY_MS;
      expect(await store.purge(end)).toBe(0);
      expect(await store.purge(end + 1)).toBe(1);
      expect(await kindsIn(A)).toEqual(['wrong']);
    });
  });
}
