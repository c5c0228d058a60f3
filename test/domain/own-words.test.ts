import { expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { canBeSaid } from '../../src/domain/own-words.ts';
import { aStructured } from '../support/claims.ts';

const said = { value: 5, op: 'eq', unit: 'people' } as const;

test.for<{ name: string; claim: Claim; can: boolean }>([
  { name: 'who did what where', claim: aStructured({ type: 'move' }), can: true },
  { name: 'that it was not so', claim: aStructured({ type: 'move', neg: true }), can: true },
  {
    name: 'a failed attempt, or none',
    claim: aStructured({ type: 'move', neg: true, realis: 'attempted' }),
    can: false,
  },
  { name: 'a move of nobody to nowhere', claim: aStructured({ type: 'move', actor: null, place: [] }), can: false },
  { name: 'a capture of nothing', claim: aStructured({ type: 'move', action: 'capture', place: [] }), can: false },
  { name: 'a refusal', claim: aStructured({ type: 'aid', status: 'refused' }), can: true },
  { name: 'a refusal that is none', claim: aStructured({ type: 'aid', status: 'refused', neg: true }), can: false },
  {
    name: 'a wish for aid',
    claim: aStructured({ type: 'aid', status: 'requested', realis: 'hypothetical' }),
    can: true,
  },
  {
    name: 'a possible promise',
    claim: aStructured({ type: 'aid', status: 'pledged', realis: 'hypothetical' }),
    can: false,
  },
  { name: 'aid of nobody for nobody', claim: aStructured({ type: 'aid', donor: [], recipient: null }), can: false },
  { name: 'aid to whom it is from', claim: aStructured({ type: 'aid', donor: ['UA'] }), can: false },
  { name: 'a visit to oneself', claim: aStructured({ type: 'visit', host: ['antony-blinken'] }), can: false },
  { name: 'a strike on a target', claim: aStructured({ type: 'strike', place: [], target: 'a bridge' }), can: true },
  { name: 'a strike on nothing', claim: aStructured({ type: 'strike', place: [], weapon: [] }), can: false },
  { name: 'a strike with missiles', claim: aStructured({ type: 'strike', place: [], weapon: ['missile'] }), can: true },
  {
    name: 'a strike with missiles that was not, perhaps elsewhere',
    claim: aStructured({ type: 'strike', place: [], weapon: ['missile'], neg: true }),
    can: false,
  },
  {
    name: 'a strike of nobody on nothing',
    claim: aStructured({ type: 'strike', actor: null, place: [], weapon: ['missile'] }),
    can: false,
  },
  { name: 'a visit to nobody nowhere', claim: aStructured({ type: 'visit', place: [] }), can: false },
  { name: 'a cancelled visit', claim: aStructured({ type: 'visit', status: 'cancelled' }), can: true },
  {
    name: 'a cancelled visit that was not',
    claim: aStructured({ type: 'visit', status: 'cancelled', neg: true }),
    can: false,
  },
  { name: 'nobody harmed', claim: aStructured({ type: 'impact', neg: true }), can: true },
  { name: 'five people not harmed', claim: aStructured({ type: 'impact', neg: true, count: said }), can: false },
  {
    name: 'people and things in one number',
    claim: aStructured({ type: 'impact', kind: ['killed', 'damage'] }),
    can: false,
  },
  { name: 'a statement on something', claim: aStructured({ type: 'statement', topic: 'talks' }), can: true },
  { name: 'a statement on nothing', claim: aStructured({ type: 'statement' }), can: false },
])('$name', ({ claim, can }) => {
  expect(canBeSaid(claim)).toBe(can);
});
