import { expect, test } from 'vitest';
import { sidesOf } from '../../../src/brief/event/sides.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { aClaim, anArticle } from '../../support/claims.ts';

const told = (who: string, more: object = {}): Claim =>
  aClaim({ type: 'move', actor: 'RU', attr: { who }, epi: 'claimed', ...more });

test.for<{ name: string; claims: readonly Claim[]; sides: readonly string[] }>([
  { name: 'both state it', claims: [told('UA'), told('RU')], sides: ['RU', 'UA'] },
  { name: 'only the other states it', claims: [told('UA')], sides: [] },
  { name: 'one denies it', claims: [told('UA'), told('RU', { neg: true })], sides: [] },
  { name: 'one only plans it', claims: [told('UA'), told('RU', { realis: 'planned' })], sides: [] },
  { name: 'one only calls it possible', claims: [told('RU'), told('UA', { realis: 'hypothetical' })], sides: [] },
])('$name', ({ claims, sides }) => {
  expect(sidesOf(claims.map((claim) => ({ claim, article: anArticle() })))).toEqual(sides);
});
