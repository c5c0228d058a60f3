import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../src/brief/ledger/ledger.ts';
import type { Dispute, Line } from '../../../src/domain/brief.ts';
import type { Amount } from '../../../src/domain/claim.ts';
import { Ledger } from '../../../src/domain/ledger.ts';
import { DAY_MS } from '../../../src/domain/period.ts';
import { aLine, MAY_15_MS } from '../../support/briefs.ts';
import { aClaim, anExcerpt, type ParaphraseOf } from '../../support/claims.ts';

type Aid = Partial<ParaphraseOf<'aid'>>;

const usd = (value: number, more: Partial<Amount> = {}): Amount => ({ value, cur: 'USD', op: 'eq', ...more });
const aid = (over: Aid): ParaphraseOf<'aid'> => aClaim({ type: 'aid', items: [], ...over });
const line = (id: string, over: Aid, of: Partial<Line> = {}): Line => aLine(aid(over), { id, ...of });
const day = (iso: string) => ({ date: { text: iso, iso } });

const sumsOf = (...lines: readonly Line[]) => ledgerOf(lines).entries.flatMap(({ sums }) => sums);
const [LATE, EARLY] = [{ newestAtMs: MAY_15_MS }, { newestAtMs: MAY_15_MS - 200 * DAY_MS }];

describe('amounts are added only where they are surely two', () => {
  test.for<{ name: string; lines: readonly Line[]; total: object | null; left: readonly string[] }>([
    {
      name: 'half a year apart',
      lines: [line('big', { amount: usd(60) }, LATE), line('old', { amount: usd(20) }, EARLY)],
      total: { low: 80, high: 80, op: 'eq', about: false },
      left: [],
    },
    {
      name: 'of two kinds',
      lines: [
        line('big', { amount: usd(60), kind: 'military' }),
        line('other', { amount: usd(20), kind: 'humanitarian' }),
      ],
      total: { low: 80, high: 80, op: 'eq', about: false },
      left: [],
    },
    {
      name: 'of other things on another day',
      lines: [
        line('big', { amount: usd(60), items: ['shells'], ...day('2024-05-10') }),
        line('other', { amount: usd(20), items: ['tents'], ...day('2024-05-14') }),
      ],
      total: { low: 80, high: 80, op: 'eq', about: false },
      left: [],
    },
    {
      name: 'not in one month, where one may be in the other: the sum is "at least"',
      lines: [line('big', { amount: usd(60) }), line('small', { amount: usd(20) })],
      total: { low: 60, high: 60, op: 'ge', about: false },
      left: ['small perhaps_part'],
    },
    {
      name: 'not the same twice',
      lines: [line('one', { amount: usd(60) }), line('same', { amount: usd(60) })],
      total: { low: 60, high: 60, op: 'ge', about: false },
      left: ['same perhaps_part'],
    },
    {
      name: 'not a part by its items, which takes nothing from the sum',
      lines: [
        line('big', { amount: usd(60), items: ['shells', 'tanks'] }),
        line('small', { amount: usd(20), items: ['tanks'] }),
      ],
      total: { low: 60, high: 60, op: 'eq', about: false },
      left: ['small part'],
    },
    {
      name: 'not without any date',
      lines: [
        line('big', { amount: usd(60) }, { newestAtMs: null }),
        line('small', { amount: usd(20) }, { newestAtMs: null }),
      ],
      total: { low: 60, high: 60, op: 'ge', about: false },
      left: ['small perhaps_part'],
    },
    {
      name: 'not what is only claimed',
      lines: [line('big', { amount: usd(60) }), line('word', { amount: usd(99), epi: 'claimed', attr: { who: 'RU' } })],
      total: null,
      left: ['word unproven', 'big perhaps_part'],
    },
    {
      name: 'not what others deny',
      lines: [
        line('big', { amount: usd(60) }, LATE),
        line('denied', { amount: usd(9), confirmation: 'denied' }, EARLY),
      ],
      total: { low: 60, high: 60, op: 'ge', about: false },
      left: ['denied unproven'],
    },
    {
      name: 'not what should be doubted',
      lines: [line('odd', { amount: usd(60), suspect: { en: 'why', uk: 'чому' } })],
      total: null,
      left: ['odd doubted'],
    },
    {
      name: 'not what may come or was tried',
      lines: [
        line('plan', { amount: usd(60), status: 'delivered', realis: 'planned' }),
        line('maybe', { amount: usd(50), status: 'delivered', realis: 'hypothetical' }),
      ],
      total: null,
      left: ['plan unreal', 'maybe unreal'],
    },
    {
      name: 'but a promise of what is to come',
      lines: [line('promise', { amount: usd(60), status: 'pledged', realis: 'planned' })],
      total: { low: 60, high: 60, op: 'eq', about: false },
      left: [],
    },
  ])('$name', ({ lines, total, left }) => {
    const [sum, ...others] = sumsOf(...lines);
    expect(others).toEqual([]);
    expect(sum?.total).toEqual(total);
    expect(sum?.leftOut.map((one) => `${one.line} ${one.why}`)).toEqual(left);
  });
});

test.for<{ name: string; over: Aid }>([
  { name: 'a pledge to a delivery', over: { status: 'delivered' } },
  { name: 'a currency to another', over: { amount: { value: 5, cur: 'EUR', op: 'eq' } } },
  { name: 'what one taker gets to what another gets', over: { recipient: 'IL' } },
  { name: 'a taker to nobody named', over: { recipient: null } },
  { name: 'one giver to another', over: { donor: ['DE'] } },
  { name: 'a giver to what they give with others', over: { donor: ['US', 'DE'] } },
])('never adds $name', ({ over }) => {
  const sums = sumsOf(
    line('a', { amount: usd(60), status: 'pledged' }, LATE),
    line('b', { amount: usd(5), status: 'pledged', ...over }, EARLY),
  );
  expect(sums.map(({ added }) => added.length)).toEqual([1, 1]);
});

const disputed = (...amounts: readonly Amount[]): Dispute => ({
  over: 'amount',
  values: amounts.map((amount, at) => ({ claim: aid({ amount }), citations: [at + 1], backing: [], origins: 1 })),
});

describe('what articles differ on', () => {
  test('is a range, in no sum, and leaves what may be in it out', () => {
    const big = line('big', { amount: usd(61) }, { disputes: [disputed(usd(61), usd(60, { valueMax: 63 }))] });
    const [sum] = sumsOf(big, line('small', { amount: usd(20) }), line('old', { amount: usd(7) }, EARLY));
    expect(sum).toMatchObject({
      total: { low: 7, op: 'ge' },
      added: ['old'],
      contested: [{ line: 'big', low: 60, high: 63 }],
      leftOut: [{ line: 'small', why: 'perhaps_part' }],
    });
  });

  test('in other currencies is no range', () => {
    const [sum] = sumsOf(
      line('big', { amount: usd(61) }, { disputes: [disputed(usd(61), { value: 9, cur: 'EUR', op: 'eq' })] }),
    );
    expect(sum?.contested).toEqual([{ line: 'big', low: 61, high: 61 }]);
  });
});

test('givers with amounts stand first, those who are not named last, and what is given before what is asked for', () => {
  const { entries, quoted, withoutAmount } = ledgerOf([
    line('asked', { donor: ['DE'], status: 'requested' }),
    line('nobody', { donor: [], amount: usd(5) }),
    line('wish', { status: 'suspended', realis: 'hypothetical' }),
    line('weapons', { status: 'delivering', realis: 'ongoing' }),
    line('tanks', { count: { value: 31, op: 'eq', unit: 'tanks' } }),
    line('money', { amount: usd(60) }),
    aLine(anExcerpt({ start: 0, end: 5 }, { type: 'aid', amount: usd(900) }), { id: 'quoted' }),
  ]);
  expect(entries.map(({ donors, lines }) => [donors, lines])).toEqual([
    [['US'], ['money', 'tanks', 'weapons', 'wish']],
    [['DE'], ['asked']],
    [[], ['nobody']],
  ]);
  expect(quoted).toEqual(['quoted']);
  expect(withoutAmount).toBe(2);
});

test('said not to be given is in no sum and left out of none', () => {
  expect(
    sumsOf(
      line('not', { amount: usd(60), neg: true }),
      line('denied', { amount: usd(5), epi: 'denied', attr: { who: 'RU' } }),
    ),
  ).toEqual([]);
});

const anyLine = fc
  .record({
    donor: fc.constantFrom(['US'], ['DE'], ['DE', 'US'], []),
    status: fc.constantFrom('pledged', 'delivered', 'refused'),
    value: fc.integer({ min: 1, max: 5 }),
    op: fc.constantFrom('eq', 'gt', 'ge', 'lt', 'le', 'about'),
    kind: fc.constantFrom('military', 'financial', undefined),
    age: fc.integer({ min: 0, max: 300 }),
    epi: fc.constantFrom('asserted', 'asserted', 'claimed'),
  })
  .map(({ value, op, age, kind, ...rest }) =>
    aLine(
      aid({
        ...rest,
        attr: { who: 'RU' },
        amount: usd(value, { op: op as Amount['op'] }),
        ...(kind && { kind: kind as 'military' }),
      } as Aid),
      { newestAtMs: MAY_15_MS - age * DAY_MS },
    ),
  );

test('every line is in one entry, every amount in one place of one sum, and no sum holds more than its amounts', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (drawn) => {
      const lines = drawn.map((one, at) => ({ ...one, id: `line${at}` }));
      const amounts = new Map(
        lines.map(({ id, claim }) => [id, claim.type === 'aid' ? (claim.amount?.value ?? 0) : 0]),
      );
      const ledger = Ledger.parse(ledgerOf(lines));
      expect(ledger.entries.flatMap((entry) => entry.lines).sort()).toEqual([...amounts.keys()].sort());
      const sums = ledger.entries.flatMap((entry) => entry.sums);
      const placed = sums.flatMap((sum) => [
        ...sum.added,
        ...sum.contested.map((one) => one.line),
        ...sum.leftOut.map((one) => one.line),
      ]);
      expect(placed.sort()).toEqual([...amounts.keys()].sort());
      for (const { total, added, leftOut } of sums) {
        expect(total?.low ?? 0).toBe(added.reduce((sum, id) => sum + (amounts.get(id) ?? 0), 0));
        if (total && leftOut.some(({ why }) => why !== 'part')) expect(['ge', 'gt']).toContain(total.op);
      }
    }),
    { numRuns: 200 },
  );
});
