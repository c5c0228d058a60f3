import { expect, test } from 'vitest';
import { accountsOf } from '../../../src/brief/event/account.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { aClaim, anArticle } from '../../support/claims.ts';

const aid = (more: object): Claim => aClaim({ type: 'aid', items: [], ...more });

test.for<{ name: string; claims: readonly Claim[]; lead: object }>([
  {
    name: 'a promise stands before the request, though the aid is to come',
    claims: [aid({ status: 'requested' }), aid({ status: 'pledged', realis: 'planned' })],
    lead: { status: 'pledged' },
  },
  {
    name: 'a decision that is only possible does not',
    claims: [aid({ status: 'requested' }), aid({ status: 'approved', realis: 'hypothetical' })],
    lead: { status: 'requested' },
  },
  {
    name: 'nor does one that is denied',
    claims: [aid({ status: 'pledged' }), aid({ status: 'delivered', neg: true })],
    lead: { status: 'pledged' },
  },
])('$name', ({ claims, lead }) => {
  const event = claims.map((claim, at) => {
    return { claim, article: anArticle({ id: `article-${at}` }), event: 'aid0000000', publishers: 2 };
  });
  expect(accountsOf(event)?.lead[0].claim).toMatchObject(lead);
  expect(accountsOf(event.toReversed())?.lead[0].claim).toMatchObject(lead);
});
