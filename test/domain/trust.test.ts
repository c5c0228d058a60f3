import { describe, expect, test } from 'vitest';
import type { Ownership } from '../../src/domain/ownership.ts';
import { countsWithin, onlyFrom, type Standing } from '../../src/domain/trust.ts';

const run = (kind: Ownership['kind'], country?: string): Standing => ({
  ownership: { kind, owner: null, basis: 'its imprint', ...(country !== undefined && { country }) },
});
const DOUBTFUL: Standing = { tier: 'doubtful' };

describe('who alone tells of something', () => {
  test.for<{ name: string; tellers: readonly (Standing | undefined)[]; is: ReturnType<typeof onlyFrom> }>([
    { name: 'nobody', tellers: [], is: undefined },
    { name: 'nobody of whom anything is known', tellers: [undefined], is: undefined },
    { name: 'a private outlet', tellers: [run('private')], is: undefined },
    { name: 'a public one', tellers: [run('public', 'GB')], is: undefined },
    { name: 'one that is trusted', tellers: [{ tier: 'trusted' }], is: undefined },
    { name: 'a state’s', tellers: [run('state', 'RU')], is: { kind: 'state', countries: ['RU'] } },
    {
      name: 'those of two states, each once',
      tellers: [run('state', 'RU'), run('government', 'BY'), run('military', 'RU')],
      is: { kind: 'state', countries: ['BY', 'RU'] },
    },
    { name: 'a state’s and another', tellers: [run('state', 'RU'), run('private')], is: undefined },
    { name: 'a state’s and one unknown', tellers: [run('state', 'RU'), undefined], is: undefined },
    { name: 'a party’s', tellers: [run('party', 'LB')], is: { kind: 'party', countries: ['LB'] } },
    { name: 'doubtful ones', tellers: [DOUBTFUL, DOUBTFUL], is: { kind: 'doubtful', countries: [] } },
    {
      name: 'a state’s and a doubtful one',
      tellers: [run('state', 'RU'), DOUBTFUL],
      is: { kind: 'either', countries: ['RU'] },
    },
    {
      name: 'a state’s that is doubtful too',
      tellers: [{ ...run('state', 'RU'), ...DOUBTFUL }],
      is: { kind: 'state', countries: ['RU'] },
    },
    {
      name: 'a state’s that moderators trust',
      tellers: [{ ...run('state', 'UA'), tier: 'trusted' }],
      is: { kind: 'state', countries: ['UA'] },
    },
  ])('$name', ({ tellers, is }) => {
    expect(onlyFrom(tellers)).toEqual(is);
  });
});

test.for([
  { limit: 'all', counted: ['trusted', 'usual', 'doubtful'] },
  { limit: 'not-doubtful', counted: ['trusted', 'usual'] },
  { limit: 'trusted', counted: ['trusted'] },
] as const)('$limit: $counted count', ({ limit, counted }) => {
  expect((['trusted', 'usual', 'doubtful'] as const).filter((tier) => countsWithin(limit, tier))).toEqual(counted);
});
