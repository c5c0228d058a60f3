import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { AID_STATUSES, type Claim, type ClaimType } from '../../src/domain/claim.ts';
import { type Filters, givenFilters } from '../../src/domain/filters.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { ClaimStore, Gazetteer } from '../../src/store/contract.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES, published } from '../support/claims.ts';

const CONGRESS = anEntity({ id: 'congress', kind: 'organisation', side: 'US' });
let store: ClaimStore;
let gazetteer: Gazetteer;

beforeEach(async () => {
  const database = openDatabase(':memory:', EVENT_RULES);
  if (!database.ok) throw new Error(database.error.kind);
  [store, gazetteer] = [sqliteClaimStore(database.value), sqliteGazetteer(database.value)];
  await gazetteer.replace('names.json', '1', [...ENTITIES, CONGRESS]);
});

const found = async (filters: Filters, scope = OPERATOR): Promise<Partial<Record<ClaimType, number>>> =>
  Object.fromEntries(await store.counts({ scope, subject: { kind: 'filtered', filters }, span: null }, 100));

const aid = aClaim({ type: 'aid', donor: ['congress'], kind: 'military', status: 'pledged' });
const move = aClaim({ type: 'move', place: ['vovchansk'], from: ['kyiv'] });
const visit = aClaim({ type: 'visit', visitor: ['antony-blinken'], place: ['kyiv'], host: ['volodymyr-zelenskyy'] });
const received = aClaim({ type: 'visit', visitor: ['antony-blinken'], place: [], host: ['UA'] });

describe('a filter', () => {
  test.for<{ name: string; claim: Claim; filters: Filters; fits: boolean }>([
    { name: 'donor: the giver itself', claim: aid, filters: { donor: 'congress' }, fits: true },
    { name: 'donor: the state it acts for', claim: aid, filters: { donor: 'united-states' }, fits: true },
    { name: 'donor: not who takes', claim: aid, filters: { donor: 'ukraine' }, fits: false },
    { name: 'recipient: by its code', claim: aid, filters: { recipient: 'ukraine' }, fits: true },
    { name: 'recipient: not who gives', claim: aid, filters: { recipient: 'united-states' }, fits: false },
    { name: 'status', claim: aid, filters: { status: 'pledged' }, fits: true },
    { name: 'another status', claim: aid, filters: { status: 'delivered' }, fits: false },
    { name: 'donor and status', claim: aid, filters: { donor: 'united-states', status: 'pledged' }, fits: true },
    { name: 'donor and another status', claim: aid, filters: { donor: 'congress', status: 'refused' }, fits: false },
    {
      name: 'all four',
      claim: aid,
      filters: { donor: 'united-states', recipient: 'ukraine', kind: 'military', status: 'pledged' },
      fits: true,
    },
    { name: 'place: the town', claim: move, filters: { place: 'vovchansk' }, fits: true },
    { name: 'place: the region around', claim: move, filters: { place: 'kharkiv-oblast' }, fits: true },
    { name: 'place: where a move comes from', claim: move, filters: { place: 'kyiv' }, fits: true },
    { name: 'place: not the state that moves', claim: move, filters: { place: 'russia' }, fits: false },
    { name: 'side', claim: move, filters: { side: 'russia' }, fits: true },
    { name: 'side: not where it is', claim: move, filters: { side: 'ukraine' }, fits: false },
    { name: 'place and side', claim: move, filters: { place: 'ukraine', side: 'russia' }, fits: true },
    { name: 'a filter of another type', claim: move, filters: { place: 'ukraine', person: 'russia' }, fits: false },
    { name: 'person', claim: visit, filters: { person: 'antony-blinken' }, fits: true },
    { name: 'person: not whom they meet', claim: visit, filters: { person: 'volodymyr-zelenskyy' }, fits: false },
    { name: 'person: the state they act for', claim: visit, filters: { person: 'united-states' }, fits: true },
    { name: 'person and place', claim: visit, filters: { person: 'antony-blinken', place: 'ukraine' }, fits: true },
    { name: 'place: who receives, for want of one', claim: received, filters: { place: 'ukraine' }, fits: true },
    { name: 'a type without filters', claim: aClaim({ type: 'impact' }), filters: { place: 'kharkiv' }, fits: false },
  ])('$name: $fits', async ({ claim, filters, fits }) => {
    await store.put(OPERATOR, anArticleFile({}, [claim]));
    expect(await found(filters)).toEqual(fits ? { [claim.type]: 1 } : {});
    const subject = { kind: 'filtered', filters } as const;
    const query = { scope: OPERATOR, subject, span: null };
    expect((await store.best(query, claim.type, 5)).map((one) => one.claim.type)).toEqual(fits ? [claim.type] : []);
    expect((await store.coverage(OPERATOR, subject))?.articles ?? 0).toBe(fits ? 1 : 0);
  });

  test('holds in a period and for who may see it', async () => {
    const file = anArticleFile({ ...published(Date.UTC(2024, 4, 12)) }, [move]);
    await store.put({ guildId: '100' }, file);
    const filters: Filters = { place: 'ukraine', side: 'russia' };
    expect([
      await found(filters),
      await found(filters, { guildId: '100' }),
      await found(filters, { guildId: '200' }),
    ]).toEqual([{}, { move: 1 }, {}]);
    const span = { fromMs: Date.UTC(2024, 4, 13), toMs: Date.UTC(2024, 4, 14) };
    const query = { scope: { guildId: '100' }, subject: { kind: 'filtered', filters } as const, span };
    expect(await store.counts(query, 10)).toEqual(new Map());
  });

  test('follows a gazetteer that says where a place lies, or for whom somebody acts, anew; and a removed article', async () => {
    await store.put(OPERATOR, anArticleFile({ id: 'filed' }, [aid, move]));
    const moved = ENTITIES.map((one) => (one.id === 'vovchansk' ? { ...one, within: ['russia'] } : one));
    await gazetteer.replace('names.json', '2', [...moved, { ...CONGRESS, side: 'UA' }]);
    expect([await found({ place: 'kharkiv-oblast' }), await found({ place: 'russia' })]).toEqual([{}, { move: 1 }]);
    expect([await found({ donor: 'united-states' }), await found({ donor: 'ukraine' })]).toEqual([{}, { aid: 1 }]);
    await store.remove(OPERATOR, 'filed');
    expect(await found({ place: 'russia' })).toEqual({});
  });
});

test('any filters find what looking at every claim finds', async () => {
  const refs = ['US', 'UA', 'congress', 'antony-blinken'] as const;
  const claims = fc.array(
    fc.record({
      donor: fc.subarray([...refs]),
      recipient: fc.constantFrom(...refs, null),
      kind: fc.constantFrom('military', 'financial', undefined),
      status: fc.constantFrom(...AID_STATUSES),
    }),
    { maxLength: 6 },
  );
  const state = fc.constantFrom('united-states', 'ukraine', 'congress');
  const filters = fc
    .record(
      {
        donor: state,
        recipient: state,
        kind: fc.constantFrom('military' as const),
        status: fc.constantFrom(...AID_STATUSES),
      },
      { requiredKeys: [] },
    )
    .filter((given) => givenFilters(given).length > 0);
  let at = 0;
  const check = fc.asyncProperty(claims, filters, async (slots, given) => {
    const before = (await found(given)).aid ?? 0;
    const made = slots.map(({ kind, ...rest }) =>
      aClaim({ type: 'aid', ...rest, ...(kind && { kind: kind as 'military' }) }),
    );
    at += 1;
    await store.put(OPERATOR, anArticleFile({ id: `article-${at}` }, made));
    expect(((await found(given)).aid ?? 0) - before).toBe(made.filter((claim) => fitsAll(claim, given)).length);
    await store.remove(OPERATOR, `article-${at}`);
  });
  await fc.assert(check, { numRuns: 60 });
});

const ACTS_FOR: Readonly<Record<string, readonly string[]>> = {
  US: ['united-states'],
  UA: ['ukraine'],
  congress: ['congress', 'united-states'],
  'antony-blinken': ['antony-blinken', 'united-states'],
};

function fitsAll(claim: Extract<Claim, { type: 'aid' }>, { donor, recipient, kind, status }: Filters): boolean {
  const acts = (who: readonly (string | null)[], asked: string | undefined): boolean =>
    asked === undefined || who.some((one) => ACTS_FOR[one ?? '']?.includes(asked));
  return (
    acts(claim.donor, donor) &&
    acts([claim.recipient], recipient) &&
    (kind === undefined || claim.kind === kind) &&
    (status === undefined || claim.status === status)
  );
}
