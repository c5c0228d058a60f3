import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf } from '../../../src/brief/event/filing.ts';
import { fitOf } from '../../../src/brief/event/fit.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import type { Filing } from '../../../src/domain/event.ts';
import { aClaim, anArticle, anExcerpt, published } from '../../support/claims.ts';

const KINDS: Readonly<Record<string, readonly { readonly id: string; readonly kind: string }[]>> = {
  kharkiv: [
    { id: 'kharkiv', kind: 'settlement' },
    { id: 'kharkiv-oblast', kind: 'region' },
    { id: 'ukraine', kind: 'country' },
  ],
  'kharkiv-oblast': [
    { id: 'kharkiv-oblast', kind: 'region' },
    { id: 'ukraine', kind: 'country' },
  ],
  ukraine: [{ id: 'ukraine', kind: 'country' }],
};
const around = (ref: string) => KINDS[ref] ?? [];

let made = 0;
function nextId(): string {
  made += 1;
  return `article-${made}`;
}

const DAY = Date.UTC(2024, 4, 12, 12);
function filed(claim: Claim, atMs: number | null = DAY, id = nextId()): Filing | null {
  return fileOf({ claim, article: anArticle({ id, ...published(atMs) }) }, around);
}

const on = (iso: string) => ({ date: { text: 'then', iso } });
const by = (who: string) => ({ attr: { who }, epi: 'attributed' as const });
const strike = (over: Parameters<typeof aClaim<'strike'>>[0] = {}) =>
  aClaim<'strike'>({ type: 'strike', ...on('2024-05-11'), ...over });
const move = (over: Parameters<typeof aClaim<'move'>>[0] = {}) =>
  aClaim<'move'>({ type: 'move', action: 'capture', place: ['kharkiv'], ...over });
const visit = (over: Parameters<typeof aClaim<'visit'>>[0] = {}) => aClaim<'visit'>({ type: 'visit', ...over });
const aid = (value: number, over: Parameters<typeof aClaim<'aid'>>[0] = {}) =>
  aClaim<'aid'>({ type: 'aid', items: [], amount: { value, cur: 'USD', op: 'eq' }, ...over });
const dead = (value: number, over: Parameters<typeof aClaim<'impact'>>[0] = {}) =>
  aClaim<'impact'>({ type: 'impact', count: { value, op: 'eq', unit: 'people' }, ...on('2024-05-11'), ...over });

test.for([
  { name: 'the same strike on one day', a: strike(), b: strike(), one: true },
  { name: 'a strike on the next day', a: strike(), b: strike(on('2024-05-12')), one: false },
  { name: 'strikes with two weapons', a: strike(), b: strike({ weapon: ['drone'] }), one: false },
  {
    name: 'a strike on a town and on its region, by day and speaker',
    a: strike(by('officials')),
    b: strike({ ...by('officials'), place: ['kharkiv-oblast'] }),
    one: true,
  },
  {
    name: 'a strike on a town and on its region, by the day alone',
    a: strike(),
    b: strike({ place: ['kharkiv-oblast'] }),
    one: false,
  },
  {
    name: 'strikes somewhere in a country',
    a: strike({ place: ['ukraine'] }),
    b: strike({ place: ['ukraine'] }),
    one: false,
  },
  { name: 'a strike of a day and those of a month', a: strike(), b: strike(on('2024-05')), one: false },
  {
    name: 'two who blame each other for one hit',
    a: strike({ ...by('UA'), target: 'the checkpoint' }),
    b: strike({ ...by('RU'), actor: 'UA', target: 'checkpoint' }),
    one: true,
  },
  { name: 'two attackers of one town', a: strike(), b: strike({ actor: 'UA' }), one: false },
  { name: 'tolls that are near', a: dead(7), b: dead(6), one: true },
  { name: 'tolls that are far apart', a: dead(7), b: dead(30), one: false },
  { name: 'one taken, one killed', a: dead(7), b: dead(7, { kind: ['injured'] }), one: false },
  { name: 'a town taken, and its denial', a: move(by('RU')), b: move({ ...by('UA'), neg: true }), one: true },
  {
    name: 'one speaker does not deny his own word',
    a: move(by('RU')),
    b: move({ ...by('RU'), neg: true }),
    one: false,
  },
  { name: 'an advance is no capture', a: move(), b: move({ action: 'advance' }), one: false },
  {
    name: 'a visit and its plan',
    a: visit({ status: 'planned', realis: 'planned' }),
    b: visit(on('2024-05-14')),
    one: true,
  },
  {
    name: 'a plan and a visit a month later',
    a: visit({ status: 'planned', realis: 'planned' }),
    b: visit(on('2024-06-14')),
    one: false,
  },
  { name: 'two visitors', a: visit(), b: visit({ visitor: ['emmanuel-macron'] }), one: false },
  {
    name: 'a sum promised and approved',
    a: aid(61e9, { status: 'pledged' }),
    b: aid(60.8e9, { status: 'approved' }),
    one: true,
  },
  { name: 'two packages', a: aid(61e9), b: aid(2e9), one: false },
  { name: 'two givers', a: aid(61e9), b: aid(61e9, { donor: ['EU'] }), one: false },
  { name: 'a strike and a move', a: strike(), b: move({ place: ['kharkiv'] }), one: false },
])('$name: one event is $one', ({ a, b, one }) => {
  const [x, y] = [filed(a), filed(b)];
  expect([x && y && fitOf(x.profile, y.profile) !== null, x && y && fitOf(y.profile, x.profile) !== null]).toEqual([
    one,
    one,
  ]);
});

test('what one article says twice needs more in common', () => {
  const pair = (second: string) => [filed(strike(), DAY, 'same-one'), filed(strike(), DAY, second)] as const;
  const fits = ([a, b]: ReturnType<typeof pair>): boolean =>
    a !== null && b !== null && fitOf(a.profile, b.profile) !== null;
  expect([fits(pair('another')), fits(pair('same-one'))]).toEqual([true, false]);
});

test.for([
  { name: 'an excerpt', claim: anExcerpt({ start: 0, end: 5 }) },
  { name: 'a statement', claim: aClaim({ type: 'statement' }) },
  { name: 'what has no date at all', claim: aClaim(), atMs: null },
  { name: 'what may have been in any of many months', claim: strike(on('2024')) },
])('$name stays alone', ({ claim, atMs = DAY }) => {
  expect(filed(claim, atMs)).toBeNull();
});

test('claims that fit see each other, whichever has come first, and a profile is read back as it was', () => {
  const place = fc.constantFrom(['kharkiv'], ['kharkiv-oblast'], ['ukraine'], ['nowhere-known'], []);
  const claim = fc.record({
    place,
    day: fc.integer({ min: 10, max: 13 }),
    neg: fc.boolean(),
    who: fc.constantFrom('RU', 'UA'),
  });
  const fileOne = ({
    place: where,
    day,
    neg,
    who,
  }: {
    place: readonly string[];
    day: number;
    neg: boolean;
    who: string;
  }) => filed(strike({ place: where, target: 'the bridge', neg, ...on(`2024-05-${day}`), ...by(who) }));
  const sees = (one: Filing, other: Filing): boolean => one.seeks.some((key) => other.keys.includes(key));
  fc.assert(
    fc.property(claim, claim, (one, other) => {
      const [a, b] = [fileOne(one), fileOne(other)];
      if (!a || !b) return;
      expect(sees(a, b)).toBe(sees(b, a));
      if (fitOf(a.profile, b.profile) !== null) expect(sees(a, b)).toBe(true);
    }),
  );
});
