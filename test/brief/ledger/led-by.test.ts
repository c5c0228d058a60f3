import { expect, test } from 'vitest';
import { ledBy } from '../../../src/brief/ledger/led-by.ts';
import type { Account, Dispute, Line } from '../../../src/domain/brief.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { aLine } from '../../support/briefs.ts';
import { aClaim } from '../../support/claims.ts';

const usd = (value: number) => ({ amount: { value, cur: 'USD', op: 'eq' as const } });
const approved = aClaim({ type: 'aid', status: 'approved', ...usd(60) });
const requested = aClaim({ type: 'aid', status: 'requested', ...usd(100) });
const delivered = aClaim({ type: 'aid', status: 'delivered', ...usd(60) });

const dispute: Dispute = {
  over: 'amount',
  values: [approved, aClaim({ type: 'aid', status: 'approved', ...usd(61) })].map((claim) => ({
    claim,
    citations: [1],
  })),
};
const account = (claim: Claim, relation: Account['relation'] = 'earlier'): Account => {
  return { relation, backing: [{ citation: 2, claim, quotes: [] }] };
};
const line = (...accounts: readonly Account[]): Line => aLine(approved, { accounts, disputes: [dispute] });

test('a line that fits, and one of which nothing does, stay as they are', () => {
  for (const status of ['approved', 'pledged'] as const)
    expect(ledBy({ status }, line(account(requested)))).toEqual(line(account(requested)));
});

test('the account asked for leads, without the dispute over another sum', () => {
  const led = ledBy({ status: 'requested' }, line(account(requested)));
  expect(led).toMatchObject({ claim: { status: 'requested' }, disputes: [] });
  expect(led.accounts).toMatchObject([{ relation: 'account', backing: [{ claim: { status: 'approved' } }] }]);
});

test('a later stage of the sum in dispute keeps the dispute', () => {
  expect(ledBy({ status: 'delivered' }, line(account(delivered))).disputes).toEqual([dispute]);
});

test('beside a denial that leads, what it denies stands as its contrary', () => {
  const denied = aClaim({ type: 'aid', status: 'delivered', neg: true });
  const led = ledBy({ status: 'delivered' }, line(account(denied, 'contrary')));
  expect(led.accounts.map(({ relation }) => relation)).toEqual(['contrary']);
});
