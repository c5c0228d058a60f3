import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import { CLAIM_TYPES, type Claim } from '../../src/domain/claim.ts';
import { OPERATOR, type Scope } from '../../src/domain/scope.ts';
import type { ClaimStore } from '../../src/store/contract.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { aClaim, anArticleFile, ENTITIES, published } from '../support/claims.ts';

const SERVERS: readonly Scope[] = [{ guildId: '100' }, { guildId: '200' }];
const MAY_10 = Date.UTC(2024, 4, 10);

const count = fc.option(
  fc.record({ value: fc.constantFrom(3, 4, 5, 50), op: fc.constant('eq' as const), unit: fc.constant('people') }),
  { nil: undefined },
);
const place = fc.constantFrom(['kharkiv'], ['vovchansk'], ['kharkiv-oblast'], ['kyiv'], ['kharkiv', 'kyiv']);
const date = fc.option(
  fc.constantFrom('2024-05-09', '2024-05-10', '2024-05-09/2024-05-10', '2024-05').map((iso) => ({ text: 'then', iso })),
  {
    nil: undefined,
  },
);

/** Claims that often tell of the same happening, and often nearly do. */
const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    type: fc.constantFrom('strike' as const, 'move' as const, 'impact' as const, 'visit' as const, 'aid' as const),
    place,
    count,
    date,
    neg: fc.boolean(),
    who: fc.constantFrom(undefined, 'RU', 'officials'),
    actor: fc.constantFrom('RU', 'UA'),
    status: fc.constantFrom('planned' as const, 'done' as const),
  })
  .map(({ type, place: where, count: counted, date: on, neg, who, actor, status }): Claim => {
    const said = { neg, ...(on && { date: on }), ...(who && { attr: { who }, epi: 'attributed' as const }) };
    const some = counted ? { count: counted } : {};
    if (type === 'strike' || type === 'move') return aClaim({ type, actor, place: where, ...some, ...said });
    if (type === 'impact') return aClaim({ type, place: where, ...some, ...said });
    if (type === 'visit') return aClaim({ type, place: where, status, ...said });
    return aClaim({ type, amount: { value: (counted?.value ?? 6) * 1e6, cur: 'USD', op: 'eq' }, ...said });
  });

const anyFile: fc.Arbitrary<ArticleFile> = fc
  .record({
    id: fc.constantFrom('art-a', 'art-b', 'art-c', 'art-d', 'art-e'),
    publisher: fc.constantFrom('AP', 'BBC'),
    hours: fc.integer({ min: 0, max: 60 }),
    claims: fc.array(anyClaim, { minLength: 1, maxLength: 4 }),
  })
  .map(({ id, publisher, hours, claims }) =>
    anArticleFile({ id, publisher, ...published(MAY_10 + hours * 3_600_000) }, claims),
  );

const anyScope = fc.constantFrom(OPERATOR, ...SERVERS);
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), scope: anyScope, file: anyFile }),
  fc.record({ kind: fc.constant('remove' as const), scope: anyScope, id: fc.constantFrom('art-a', 'art-b', 'art-c') }),
);

async function emptyStore(): Promise<{ readonly store: ClaimStore; readonly close: () => void }> {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  await sqliteGazetteer(opened.value).replace('names.json', '1', ENTITIES);
  return { store: sqliteClaimStore(opened.value), close: () => opened.value.close() };
}

/** Every event of a scope with the names of its claims. */
async function eventsOf(store: ClaimStore, scope: Scope): Promise<unknown> {
  const found = await Promise.all(
    CLAIM_TYPES.map((type) => store.best({ scope, subject: { kind: 'all' }, span: null }, type, 1_000)),
  );
  return found
    .flat()
    .map(({ event, publishers, article, claim }) => `${event} ${publishers} ${article.id} ${claim.id}`);
}

test('events are the same whatever came first, was replaced or was taken out again', async () => {
  const check = fc.asyncProperty(
    fc.array(anyStep, { minLength: 2, maxLength: 14 }),
    fc.infiniteStream(fc.nat()),
    async (steps, dice) => {
      const [grown, rebuilt] = [await emptyStore(), await emptyStore()];
      const kept = new Map<string, { readonly scope: Scope; readonly file: ArticleFile }>();
      for (const step of steps) {
        const key = `${step.scope.guildId} ${step.kind === 'put' ? step.file.article.id : step.id}`;
        if (step.kind === 'put') {
          await grown.store.put(step.scope, step.file);
          kept.set(key, step);
        } else {
          await grown.store.remove(step.scope, step.id);
          kept.delete(key);
        }
      }
      const shuffled = [...kept.values()].map((each) => ({ each, at: dice.next().value })).sort((a, b) => a.at - b.at);
      for (const { each } of shuffled) await rebuilt.store.put(each.scope, each.file);
      for (const scope of [OPERATOR, ...SERVERS])
        expect(await eventsOf(grown.store, scope)).toEqual(await eventsOf(rebuilt.store, scope));
      grown.close();
      rebuilt.close();
    },
  );
  await fc.assert(check, { numRuns: 40 });
});

test('what a server brings changes nothing that others see', async () => {
  const check = fc.asyncProperty(
    fc.array(anyFile, { maxLength: 5 }),
    fc.array(anyFile, { minLength: 1, maxLength: 5 }),
    async (operators, own) => {
      const { store, close } = await emptyStore();
      for (const file of operators) await store.put(OPERATOR, file);
      const [server, other] = SERVERS as [Scope, Scope];
      const before = [await eventsOf(store, OPERATOR), await eventsOf(store, other)];
      for (const file of own) await store.put(server, file);
      expect([await eventsOf(store, OPERATOR), await eventsOf(store, other)]).toEqual(before);
      close();
    },
  );
  await fc.assert(check, { numRuns: 20 });
});

test('a server’s account joins the operator’s event for that server alone', async () => {
  const { store, close } = await emptyStore();
  const strike = aClaim({ count: { value: 3, op: 'eq', unit: 'missiles' } });
  await store.put(OPERATOR, anArticleFile({ id: 'first', publisher: 'AP', ...published(MAY_10) }, [strike]));
  await store.put(
    SERVERS[0] as Scope,
    anArticleFile({ id: 'second', publisher: 'BBC', ...published(MAY_10) }, [strike]),
  );
  const seen = async (scope: Scope) =>
    (await store.best({ scope, subject: { kind: 'all' }, span: null }, 'strike', 9)).map(
      ({ publishers }) => publishers,
    );
  expect([await seen(OPERATOR), await seen(SERVERS[0] as Scope), await seen(SERVERS[1] as Scope)]).toEqual([
    [1],
    [2, 2],
    [1],
  ]);
  close();
});
