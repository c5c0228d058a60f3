import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupClaims } from '../../src/brief/group.ts';
import type { RankedClaim, SourcedClaim } from '../../src/domain/sourced-claim.ts';
import { aClaim, anArticle } from '../support/claims.ts';

const on = (day: string) => ({ published: { at: day, basis: 'stated', note: 'dateline' } }) as const;

function told(publisher: string, claim: SourcedClaim['claim'], day = '2024-05-15'): RankedClaim {
  return {
    publishers: 1,
    event: 'event00000',
    claim,
    article: anArticle({ id: `by-${publisher}`, publisher, ...on(day) }),
  };
}

const visit = (over: Parameters<typeof aClaim<'visit'>>[0] = {}) => aClaim<'visit'>({ type: 'visit', ...over });
const package61 = {
  type: 'aid',
  items: [],
  amount: { value: 61e9, cur: 'USD', op: 'eq' },
  status: 'approved',
} as const;

test.for([
  { name: 'equal key slots on one day', a: told('AP', visit()), b: told('BBC', visit()), groups: 1 },
  {
    name: 'equal key slots a day apart, without dates',
    a: told('AP', visit()),
    b: told('BBC', visit(), '2024-05-14'),
    groups: 1,
  },
  { name: 'a week apart', a: told('AP', visit()), b: told('BBC', visit(), '2024-05-08'), groups: 2 },
  {
    name: 'a package of one sum weeks apart',
    a: told('AP', aClaim<'aid'>(package61)),
    b: told('BBC', aClaim<'aid'>(package61), '2024-04-24'),
    groups: 1,
  },
  { name: 'another status', a: told('AP', visit()), b: told('BBC', visit({ status: 'planned' })), groups: 2 },
  {
    name: 'asserted and claimed',
    a: told('AP', aClaim()),
    b: told('BBC', aClaim({ epi: 'claimed', attr: { who: 'russia' } })),
    groups: 2,
  },
  {
    name: 'two speakers',
    a: told('AP', aClaim({ epi: 'attributed', attr: { who: 'russia' } })),
    b: told('BBC', aClaim({ epi: 'attributed', attr: { who: 'ukraine' } })),
    groups: 2,
  },
  { name: 'said to happen and said not to', a: told('AP', aClaim()), b: told('BBC', aClaim({ neg: true })), groups: 2 },
  {
    name: 'attacker and attacked swapped',
    a: told('AP', aClaim<'move'>({ type: 'move' })),
    b: told('BBC', aClaim<'move'>({ type: 'move', actor: 'UA' })),
    groups: 2,
  },
  {
    name: 'dates that cannot coincide',
    a: told('AP', visit({ date: { text: 'Monday', iso: '2024-05-13' } })),
    b: told('BBC', visit({ date: { text: 'today', iso: '2024-05-15' } })),
    groups: 2,
  },
  {
    name: 'a month and a day in it',
    a: told('AP', visit({ date: { text: 'in May', iso: '2024-05' } })),
    b: told('BBC', visit({ date: { text: 'Monday', iso: '2024-05-13' } })),
    groups: 1,
  },
  {
    name: 'each with a detail that the other lacks',
    a: told('AP', visit({ purpose: 'to talk' })),
    b: told('BBC', visit({ host: ['volodymyr-zelenskyy'] })),
    groups: 2,
  },
  {
    name: 'one doubted, one not',
    a: told('AP', visit()),
    b: told('BBC', visit({ suspect: { en: 'Why.', uk: 'Чому.' } })),
    groups: 2,
  },
  {
    name: 'no date anywhere',
    a: { publishers: 1, event: 'event00000', claim: visit(), article: anArticle({ id: 'one-one', published: null }) },
    b: { publishers: 1, event: 'event00000', claim: visit(), article: anArticle({ id: 'two-two', published: null }) },
    groups: 2,
  },
])('$name: $groups', ({ a, b, groups }) => {
  expect(groupClaims([a, b])).toHaveLength(groups);
  expect(groupClaims([b, a])).toEqual(groupClaims([a, b]));
});

test('the claim that says least is printed for all', () => {
  const detailed = told('AP', visit({ host: ['volodymyr-zelenskyy'], purpose: 'to talk about aid' }));
  const plain = told('BBC', visit());
  expect(groupClaims([detailed, plain])).toEqual([[plain, detailed]]);
});

test('every claim is in exactly one group, whatever their order, and each member has the details of its first', () => {
  const claim = fc.record({
    publisher: fc.constantFrom('AP', 'BBC', 'AFP'),
    day: fc.constantFrom('2024-05-12', '2024-05-13', '2024-05-14', '2024-05-20'),
    host: fc.constantFrom([], ['volodymyr-zelenskyy']),
    purpose: fc.constantFrom('to talk', 'to sign'),
  });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 12 }), (claims) => {
      const told = claims.map(({ publisher, day, host, purpose }, at) => ({
        publishers: 1,
        event: 'event00000',
        claim: visit({ id: `c${at}`, host, ...(at % 2 ? { purpose } : {}) }),
        article: anArticle({ id: `${publisher}-${at}`, publisher, ...on(day) }),
      }));
      const groups = groupClaims(told);
      expect(
        groups
          .flat()
          .map((one) => one.claim.id)
          .sort(),
      ).toEqual(told.map((one) => one.claim.id).sort());
      expect(groupClaims([...told].reverse())).toEqual(groups);
      for (const [lead, ...rest] of groups) {
        for (const one of rest) {
          expect(one.claim).toMatchObject({
            host: expect.arrayContaining([...(lead.claim.type === 'visit' ? lead.claim.host : [])]),
          });
        }
      }
    }),
  );
});
