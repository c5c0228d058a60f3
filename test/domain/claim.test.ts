import { expect, test } from 'vitest';
import { Claim } from '../../src/domain/claim.ts';
import { aClaim, anExcerpt, aStructured } from '../support/claims.ts';

test('a claim without a mode is a paraphrase, as all were before there were modes', () => {
  const { mode: _, ...old } = aClaim();
  expect(Claim.parse(old)).toEqual(aClaim());
});

test.for([
  { name: 'a structured claim needs no sentence', claim: aStructured({ type: 'aid' }), at: null },
  { name: 'an excerpt needs no sentence', claim: anExcerpt({ start: 2, end: 8 }), at: null },
  {
    name: 'an excerpt may be of a visit whose visitor is not sure',
    claim: anExcerpt({ start: 2, end: 8 }, { type: 'visit', visitor: [], place: [] }),
    at: null,
  },
  {
    name: 'a paraphrase needs its sentence',
    claim: { ...aStructured({ type: 'aid' }), mode: 'paraphrase' },
    at: 'sentence',
  },
  { name: 'a structured claim has no sentence', claim: { ...aClaim(), mode: 'structured' }, at: '' },
  { name: 'a structured visit has a visitor', claim: aStructured({ type: 'visit', visitor: [] }), at: 'visitor' },
  { name: 'there are no other modes', claim: { ...aClaim(), mode: 'guess' }, at: 'mode' },
  { name: 'an excerpt lies in its evidence', claim: anExcerpt({ start: 8, end: 12 }), at: 'excerpt' },
  { name: 'an excerpt is not empty', claim: anExcerpt({ start: 4, end: 4 }), at: 'excerpt.end' },
])('$name', ({ claim, at }) => {
  const parsed = Claim.safeParse(claim);
  expect(parsed.success ? null : parsed.error.issues[0]?.path.join('.')).toBe(at);
});
