import { beforeEach, expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { isRevisedBy } from '../../src/brief/event/superseded.ts';
import { undo } from '../../src/corrections/marking.ts';
import { type SupersedingPorts, supersede } from '../../src/corrections/superseding.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import { OPERATOR, type Scope } from '../../src/domain/scope.ts';
import type { ClaimStore } from '../../src/store/contract.ts';
import type { CorrectionStore } from '../../src/store/correction-contract.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteCorrections } from '../../src/store/sqlite/corrections/corrections.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { aClaim, anArticleFile, ENTITIES, published } from '../support/claims.ts';

const A: Scope = { guildId: '100' };
const reported = (id: string, day: number, value: number, who = 'officials'): ArticleFile =>
  anArticleFile({ id, publisher: `Outlet of ${id}`, ...published(Date.UTC(2024, 4, day)) }, [
    aClaim({
      ...{ type: 'impact', kind: ['killed'], attr: { who }, epi: 'attributed' },
      ...{ date: { text: '12 May', iso: '2024-05-12' }, count: { value, op: 'eq', unit: 'people' } },
    }),
  ]);

let claims: ClaimStore;
let store: CorrectionStore;
let ports: SupersedingPorts;
let told: (scope: Scope) => Promise<readonly string[]>;
beforeEach(async () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  claims = sqliteClaimStore(opened.value);
  await sqliteGazetteer(opened.value).replace('names.json', '1', ENTITIES);
  store = sqliteCorrections(opened.value);
  let id = 0;
  const newId = (): string => {
    id += 1;
    return `id${String(id).padStart(6, '0')}`;
  };
  ports = { claims, store, isRevisedBy, newId, upTo: keyvOver(opened.value, 'loaded'), now: () => 1 };
  told = async (scope) =>
    (await store.list(scope, {}, 0, 9)).corrections.map((one) =>
      one.kind === 'superseded' ? `${one.told.article.id} by ${one.now.article.id}` : one.kind,
    );
});

test('what is there when it is asked for the first time revises nothing', async () => {
  await claims.put(OPERATOR, reported('first', 12, 5));
  await claims.put(OPERATOR, reported('second', 13, 7));
  expect(await supersede(ports)).toBe(0);
  expect(await supersede(ports)).toBe(0);
  expect(await told(OPERATOR)).toEqual([]);
});

test('a later figure of the same speaker is noted once, then the last one, and not that of another speaker', async () => {
  await supersede(ports);
  await claims.put(OPERATOR, reported('first', 12, 5));
  await claims.put(OPERATOR, reported('second', 13, 7));
  expect(await supersede(ports)).toBe(2);
  expect(await told(OPERATOR)).toEqual(['first by second']);
  await claims.put(OPERATOR, reported('elsewhere', 13, 6, 'russian-defence-ministry'));
  await supersede(ports);
  expect(await told(OPERATOR)).toEqual(['first by second']);
  await claims.put(OPERATOR, reported('third', 14, 6));
  expect(await supersede(ports)).toBe(1);
  expect((await told(OPERATOR)).toSorted()).toEqual(['first by third', 'second by third']);
});

test('what arrives with an earlier date revises nothing', async () => {
  await supersede(ports);
  await claims.put(OPERATOR, reported('second', 13, 7));
  await supersede(ports);
  await claims.put(OPERATOR, reported('first', 12, 5));
  await supersede(ports);
  expect(await told(OPERATOR)).toEqual([]);
});

test('in a server’s own article it is the server’s', async () => {
  await supersede(ports);
  await claims.put(OPERATOR, reported('first', 12, 5));
  await claims.put(A, reported('second', 13, 7));
  await supersede(ports);
  expect(await told(OPERATOR)).toEqual([]);
  expect(await told(A)).toEqual(['first by second']);
});

test('a later figure is nobody’s to take back', async () => {
  await supersede(ports);
  await claims.put(A, reported('first', 12, 5));
  await claims.put(A, reported('second', 13, 7));
  await supersede(ports);
  const noted = await store.list(A, {}, 0, 9);
  const taken = await undo({ store }, noted.corrections[0]?.id ?? '', { scope: A, userId: '1', nowMs: 2 });
  expect(taken).toEqual({ ok: false, error: { kind: 'sources' } });
  expect(await told(A)).toEqual(['first by second']);
});
