import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrameType } from '../../../src/extract/frames/lexicon.ts';
import { agree, type Read } from '../../../src/extract/slots/agree.ts';
import type { Reading } from '../../../src/extract/slots/fill.ts';

const readingsOf = (shares: Readonly<Record<string, number>>): readonly Reading[] =>
  Object.entries(shares)
    .map(([value, share]) => ({ value: value === 'nobody' ? null : value, mention: null, share }))
    .toSorted((a, b) => b.share - a.share);

/** A claim by the shares of its slots' values. */
function aRead(
  type: FrameType,
  slots: Readonly<Record<string, Readonly<Record<string, number>>>>,
  detection = 0.9,
): Read {
  const read = Object.entries(slots).map(([slot, shares]) => [slot, readingsOf(shares)] as const);
  return { type, detection, readings: { trigger: null, slots: Object.fromEntries(read) } };
}

const strikeBy = (actor: Readonly<Record<string, number>>, detection?: number): Read =>
  aRead('strike', { actor, place: { izium: 1 }, weapon: { drone: 0.6, bomb: 0.4 } }, detection);

/** Izium lies in Ukraine, Belgorod in Russia. */
const COUNTRY_OF = new Map([
  ['izium', 'UA'],
  ['belgorod', 'RU'],
]);
const NOWHERE: ReadonlyMap<string, string> = new Map();

/** Who strikes in the first of some claims, wherever it is. */
const firstActor = (...claims: readonly Read[]): string | null | undefined =>
  agree(claims, NOWHERE)[0]?.slots.actor?.value;

const DOUBTFUL = { UA: 0.5, RU: 0.45, nobody: 0.05 };

test.for<{ name: string; claims: readonly Read[]; actor: string | null }>([
  { name: 'alone, the likeliest', claims: [strikeBy(DOUBTFUL)], actor: 'UA' },
  {
    name: 'among sure claims, whom these name',
    claims: [strikeBy(DOUBTFUL), strikeBy({ RU: 0.95 }), strikeBy({ RU: 0.9 })],
    actor: 'RU',
  },
  {
    name: 'where it is sure, whatever the others name',
    claims: [strikeBy({ UA: 0.97, RU: 0.03 }), strikeBy({ RU: 0.9 })],
    actor: 'UA',
  },
  {
    name: 'hardly moved by what may be no claim at all',
    claims: [strikeBy(DOUBTFUL), strikeBy({ RU: 0.95 }, 0.01)],
    actor: 'UA',
  },
  {
    name: 'not by claims of another type',
    claims: [strikeBy(DOUBTFUL), aRead('move', { actor: { RU: 1 }, place: { izium: 1 }, action: { hold: 1 } })],
    actor: 'UA',
  },
  {
    name: 'not of those whom its own sentence does not have',
    claims: [strikeBy(DOUBTFUL), strikeBy({ SD: 1 }), strikeBy({ SD: 1 })],
    actor: 'UA',
  },
])('an actor: $name', ({ claims, actor }) => {
  expect(firstActor(...claims)).toBe(actor);
});

describe('a filled slot', () => {
  test('of what happens is left as its sentence has it', () => {
    const moved = (actions: Readonly<Record<string, number>>): Read =>
      aRead('move', { actor: { RU: 1 }, place: { izium: 1 }, action: actions });
    const other = moved({ capture: 1 });
    expect(agree([moved({ advance: 0.6, capture: 0.4 }), other, other], NOWHERE)[0]?.slots.action).toEqual({
      value: 'advance',
      mention: null,
      share: 0.6,
      lead: expect.closeTo(0.2, 9),
    });
  });

  test('of a place counts for all fighting, and for no visit', () => {
    const strike = aRead('strike', { actor: { RU: 1 }, place: { kyiv: 0.5, izium: 0.45 }, weapon: { bomb: 1 } });
    const there = { place: { izium: 1 } };
    const placeBeside = (type: FrameType): string | null | undefined =>
      agree([strike, aRead(type, there), aRead(type, there)], NOWHERE)[0]?.slots.place?.value;
    expect((['strike', 'move', 'impact', 'visit'] as const).map(placeBeside)).toEqual([
      'izium',
      'izium',
      'izium',
      'kyiv',
    ]);
  });

  test('is there for every slot of the type', () => {
    const [filling] = agree([aRead('visit', {})], NOWHERE);
    expect(Object.keys(filling?.slots ?? {})).toEqual(['visitor', 'host', 'place', 'status']);
    expect(filling?.slots.host).toEqual({ value: null, mention: null, share: 0, lead: 0 });
  });

  test('is sure between nothing and all, and leads by no more', () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share, share), { minLength: 1, maxLength: 8 }), (all) => {
        const claims = all.map(([RU, UA, nobody, detection]) => strikeBy({ RU, UA, nobody }, detection));
        for (const { slots } of agree(claims, COUNTRY_OF))
          for (const { share: sure, lead } of Object.values(slots)) {
            expect(lead).toBeGreaterThanOrEqual(0);
            expect(sure).toBeGreaterThanOrEqual(lead);
            expect(sure).toBeLessThanOrEqual(1 + 1e-9);
          }
      }),
    );
  });
});

test.for<{
  name: string;
  type: 'strike' | 'move';
  actor: Record<string, number>;
  place: Record<string, number>;
  chosen: readonly unknown[];
}>([
  {
    name: 'who strikes is rather from elsewhere',
    type: 'strike',
    actor: { UA: 0.5, RU: 0.45 },
    place: { izium: 0.9, kyiv: 0.1 },
    chosen: ['RU', 'izium'],
  },
  {
    name: 'what is struck is rather elsewhere',
    type: 'strike',
    actor: { RU: 0.95, UA: 0.05 },
    place: { belgorod: 0.5, izium: 0.45 },
    chosen: ['RU', 'izium'],
  },
  {
    name: 'where both are sure, one may strike at home',
    type: 'strike',
    actor: { UA: 0.97, RU: 0.03 },
    place: { izium: 0.97, belgorod: 0.03 },
    chosen: ['UA', 'izium'],
  },
  {
    name: 'one moves at home as elsewhere',
    type: 'move',
    actor: { UA: 0.5, RU: 0.45 },
    place: { izium: 0.9, kyiv: 0.1 },
    chosen: ['UA', 'izium'],
  },
])('$name', ({ type, actor, place, chosen }) => {
  const [filling] = agree([aRead(type, { actor, place })], COUNTRY_OF);
  expect([filling?.slots.actor?.value, filling?.slots.place?.value]).toEqual(chosen);
});

test.for<{
  name: string;
  donor: Record<string, number>;
  recipient: Record<string, number>;
  parties: readonly unknown[];
}>([
  {
    name: 'are left where they differ',
    donor: { DE: 0.9, UA: 0.1 },
    recipient: { UA: 0.9, DE: 0.1 },
    parties: ['DE', 'UA'],
  },
  {
    name: 'who is surer to give does not take',
    donor: { DE: 0.9, UA: 0.1 },
    recipient: { DE: 0.5, UA: 0.4 },
    parties: ['DE', 'UA'],
  },
  {
    name: 'who is surer to take does not give',
    donor: { UA: 0.5, DE: 0.4 },
    recipient: { UA: 0.9, DE: 0.1 },
    parties: ['DE', 'UA'],
  },
  { name: 'may both be nobody', donor: { nobody: 1 }, recipient: { nobody: 1 }, parties: [null, null] },
])('who gives and who takes: $name', ({ donor, recipient, parties }) => {
  const [filling] = agree([aRead('aid', { donor, recipient, status: { pledged: 1 }, kind: { military: 1 } })], NOWHERE);
  expect([filling?.slots.donor?.value, filling?.slots.recipient?.value]).toEqual(parties);
});
