import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { SourceHealth } from '../../src/store/contract.ts';

export interface OpenedHealth {
  readonly health: SourceHealth;
  /** The revision of the store that answers are made from. */
  readonly revision: () => Promise<number>;
  readonly close: () => void;
}

const A = { guildId: '100' };
const source = (id: string, publisher = id) => ({ id, publisher });

/** What every record of which sources can be read must do. `open` gives an empty one. */
export function healthContract(name: string, open: () => OpenedHealth): void {
  describe(name, () => {
    let health: SourceHealth;
    let opened: OpenedHealth;
    beforeEach(() => {
      opened = open();
      health = opened.health;
    });
    afterEach(() => opened.close());

    test('tells who fails and since when, longest first, until it is read again', async () => {
      await health.failed(OPERATOR, source('b', 'Reuters'), 2_000);
      await health.failed(OPERATOR, source('a', 'AFP'), 1_000);
      await health.failed(OPERATOR, source('b', 'Reuters'), 3_000);
      expect(await health.failing(OPERATOR)).toEqual([
        { publisher: 'AFP', sinceMs: 1_000 },
        { publisher: 'Reuters', sinceMs: 2_000 },
      ]);
      await health.recovered(OPERATOR, 'a');
      await health.recovered(OPERATOR, 'never-there');
      expect(await health.failing(OPERATOR)).toEqual([{ publisher: 'Reuters', sinceMs: 2_000 }]);
    });

    test('one that is called otherwise meanwhile is told by its new name, since when it fails', async () => {
      await health.failed(A, source('a', 'AFP'), 1_000);
      await health.failed(A, source('a', 'Agence France-Presse'), 2_000);
      expect(await health.failing(A)).toEqual([{ publisher: 'Agence France-Presse', sinceMs: 1_000 }]);
    });

    test('a server sees the operator’s and its own, and no other server’s', async () => {
      await health.failed(OPERATOR, source('same', 'AP'), 1_000);
      await health.failed(A, source('same', 'Own'), 2_000);
      const seen = async (scope: { guildId: string | null }) =>
        (await health.failing(scope)).map(({ publisher }) => publisher);
      expect([await seen(OPERATOR), await seen(A), await seen({ guildId: '200' })]).toEqual([
        ['AP'],
        ['AP', 'Own'],
        ['AP'],
      ]);
      await health.recovered(A, 'same');
      expect(await seen(A)).toEqual(['AP']);
    });

    test('what was answered before a change does not hold after it, and holds where nothing changed', async () => {
      const revisions = [await opened.revision()];
      await health.failed(OPERATOR, source('a'), 1_000);
      revisions.push(await opened.revision());
      await health.failed(OPERATOR, source('a'), 2_000);
      revisions.push(await opened.revision());
      await health.recovered(OPERATOR, 'a');
      revisions.push(await opened.revision());
      const [first = 0] = revisions;
      expect(revisions.map((each) => each - first)).toEqual([0, 1, 1, 2]);
    });
  });
}
