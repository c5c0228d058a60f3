import { expect, test } from 'vitest';
import { OPERATOR } from '../../src/domain/scope.ts';
import { aClaim, anArticleFile } from '../support/claims.ts';
import { storedSitrep } from '../support/stored-app.ts';

const A = { guildId: '100' };

test('what people judged is listed however much was withdrawn since, and the newest stand first', async () => {
  const judged = anArticleFile({ id: 'judged' }, [aClaim()]);
  const gone = [1, 2, 3].map((n) => anArticleFile({ id: `gone-${n}` }, [aClaim({ place: ['vovchansk'] })]));
  const { app, claims } = await storedSitrep([judged, ...gone]);
  const actor = { scope: A, userId: '1', nowMs: 1_000 };
  const proposed = await app.corrections.propose({ id: 'judged:c1', source: null, reason: 'A drill.' }, actor);
  if (!proposed.ok) throw new Error(proposed.error.kind);
  await app.corrections.confirm(proposed.value.id, actor);
  for (const { article } of gone) await claims.remove(OPERATOR, article.id);
  const { corrections, total } = await app.corrections.list(A, null, 2);
  expect(corrections.map(({ kind }) => kind)).toEqual(['withdrawn', 'wrong']);
  expect(total).toBe(4);
  expect((await app.corrections.list(A, 'withdrawn', 2)).corrections.map(({ kind }) => kind)).toEqual([
    'withdrawn',
    'withdrawn',
  ]);
});
