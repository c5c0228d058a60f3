import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mistake } from '../../src/domain/mistake.ts';
import { DAY_MS } from '../../src/domain/period.ts';
import { type MistakeStore, SETTLED_KEPT_DAYS } from '../../src/store/mistake-contract.ts';

export interface OpenedMistakes {
  readonly mistakes: MistakeStore;
  readonly close: () => void;
}

const A = { guildId: '100' };
const B = { guildId: '200' };
const aMistake = (change: Partial<Mistake> = {}): Mistake => ({
  ...{ id: 'aaaaaaaa', scope: A, by: '7', atMs: 1_000, answer: 'ab12cd34', line: '[3]', named: null },
  ...{ words: 'That was in March.', settled: null },
  ...change,
});

/** What every store of reported mistakes must do. `open` gives an empty one. */
export function mistakeContract(name: string, open: () => OpenedMistakes): void {
  describe(name, () => {
    let opened: OpenedMistakes;
    let store: MistakeStore;
    beforeEach(() => {
      opened = open();
      store = opened.mistakes;
    });
    afterEach(() => opened.close());
    const ids = async (scope = A) => (await store.open(scope, 0, 9)).mistakes.map(({ id }) => id);

    test('a member reports so many within a time, wherever they are', async () => {
      expect(await store.add(aMistake(), 0, 2)).toBe(true);
      expect(await store.add(aMistake({ id: 'bbbbbbbb', scope: B, atMs: 2_000 }), 0, 2)).toBe(true);
      expect(await store.add(aMistake({ id: 'cccccccc' }), 0, 2)).toBe(false);
      expect(await store.add(aMistake({ id: 'cccccccc' }), 1_000, 2)).toBe(true);
      expect(await store.add(aMistake({ id: 'dddddddd', by: '8' }), 0, 2)).toBe(true);
      expect(await ids()).toEqual(['dddddddd', 'cccccccc', 'aaaaaaaa']);
    });

    test('one is settled once, by its own server, and waits for nobody then', async () => {
      await store.add(aMistake(), 0, 9);
      const settled = { how: 'dismissed', by: '1', atMs: 2_000 } as const;
      expect(await store.settle(B, 'aaaaaaaa', settled)).toBeNull();
      expect(await store.settle(A, 'aaaaaaaa', settled)).toEqual(aMistake({ settled }));
      expect(await store.settle(A, 'aaaaaaaa', settled)).toBeNull();
      expect(await store.open(A, 0, 9)).toEqual({ mistakes: [], total: 0 });
      expect(await store.get(A, 'aaaaaaaa')).toEqual(aMistake({ settled }));
      expect(await store.get(B, 'aaaaaaaa')).toBeNull();
    });

    test('what a member reported is counted and forgotten, everywhere', async () => {
      await store.add(aMistake(), 0, 9);
      await store.add(aMistake({ id: 'bbbbbbbb', scope: B }), 0, 9);
      await store.add(aMistake({ id: 'cccccccc', by: '8' }), 0, 9);
      expect(await store.countOf('7')).toBe(2);
      expect(await store.forgetMember('7')).toBe(2);
      expect([await ids(A), await ids(B)]).toEqual([['cccccccc'], []]);
    });

    test('a server’s are forgotten with it; what was settled, after its time; what waits, never by itself', async () => {
      await store.add(aMistake(), 0, 9);
      await store.add(aMistake({ id: 'bbbbbbbb' }), 0, 9);
      await store.add(aMistake({ id: 'cccccccc', scope: B }), 0, 9);
      await store.settle(A, 'aaaaaaaa', { how: 'marked', by: null, atMs: 2_000 });
      const end = 2_000 + SETTLED_KEPT_DAYS * DAY_MS;
      expect([await store.purge(end), await store.purge(end + 1), await store.purge(end * 2)]).toEqual([0, 1, 0]);
      await store.forget(A);
      expect([await ids(A), await ids(B)]).toEqual([[], ['cccccccc']]);
    });
  });
}
