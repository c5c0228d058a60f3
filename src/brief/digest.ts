import { hash } from 'node:crypto';
import type { Backing, Brief, Line } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';

/** Of an answer's bytes: equal for equal answers. A claim stands in it by a digest of its own, however often it is part of an answer. */
export function digestOf(answer: Pick<Brief, 'sections'> & Readonly<Record<string, unknown>>): string {
  const sections = answer.sections.map((section) => ({ ...section, lines: section.lines.map(shortLine) }));
  return hash('sha256', JSON.stringify({ ...answer, sections }));
}

const shortLine = ({ claim, backing, accounts, disputes, ...line }: Line) => ({
  ...line,
  claim: claimDigest(claim),
  backing: backing.map(shortBacking),
  accounts: accounts.map((account) => ({ ...account, backing: account.backing.map(shortBacking) })),
  disputes: disputes.map((dispute) => ({ ...dispute, values: dispute.values.map(shortValue) })),
});

const shortBacking = (backing: Backing) => ({ ...backing, claim: claimDigest(backing.claim) });

const shortValue = ({ claim, backing = [], ...value }: Line['disputes'][number]['values'][number]) => ({
  ...value,
  claim: claimDigest(claim),
  backing: backing.map(shortBacking),
});

/** Claims do not change, and the same one is part of many answers. */
const known = new WeakMap<Claim, string>();

function claimDigest(claim: Claim): string {
  const digest = known.get(claim) ?? hash('sha256', JSON.stringify(claim), 'base64');
  known.set(claim, digest);
  return digest;
}
