import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAddress } from '../../src/source/address.ts';
import { forbiddenCategoryOf } from '../../src/source/ip-category.ts';

/** First and last address, written down here once more so that a slip in either list shows. */
const V4: readonly (readonly [first: string, last: string])[] = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['168.63.129.16', '168.63.129.16'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.31.196.0', '192.31.196.255'],
  ['192.52.193.0', '192.52.193.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['192.175.48.0', '192.175.48.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255'],
];
const V6: readonly (readonly [first: string, last: string])[] = [
  ['0', '1fffffffffffffffffffffffffffffff'],
  ['20010000000000000000000000000000', '200101ffffffffffffffffffffffffff'],
  ['20010db8000000000000000000000000', '20010db8ffffffffffffffffffffffff'],
  ['20020000000000000000000000000000', '2002ffffffffffffffffffffffffffff'],
  ['2620004f800000000000000000000000', '2620004f8000ffffffffffffffffffff'],
  ['3ffe0000000000000000000000000000', '3ffeffffffffffffffffffffffffffff'],
  ['3fff0000000000000000000000000000', '3fff0fffffffffffffffffffffffffff'],
  ['40000000000000000000000000000000', 'ffffffffffffffffffffffffffffffff'],
];

const numberOf = (dotted: string): number => dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const bytesOf = (n: number): readonly number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const dotted = (n: number): string => bytesOf(n).join('.');
const groupsOf = (n: bigint): readonly string[] => n.toString(16).padStart(32, '0').match(/.{4}/g) ?? [];
const isForbidden4 = (n: number): boolean => V4.some(([first, last]) => n >= numberOf(first) && n <= numberOf(last));
const isForbidden6 = (n: bigint): boolean =>
  V6.some(([first, last]) => n >= BigInt(`0x${first}`) && n <= BigInt(`0x${last}`));

const anyV4 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const nearV4 = fc
  .tuple(fc.constantFrom(...V4.flat()), fc.integer({ min: -2, max: 2 }))
  .map(([edge, by]) => Math.min(2 ** 32 - 1, Math.max(0, numberOf(edge) + by)));
const insideV4 = fc
  .constantFrom(...V4)
  .chain(([first, last]) => fc.integer({ min: numberOf(first), max: numberOf(last) }));
const anyV6 = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
const nearV6 = fc
  .tuple(fc.constantFrom(...V6.flat()), fc.bigInt({ min: -2n, max: 2n }))
  .map(([edge, by]) => BigInt(`0x${edge}`) + by)
  .filter((n) => n >= 0n && n < 2n ** 128n);
const insideV6 = fc
  .constantFrom(...V6)
  .chain(([first, last]) => fc.bigInt({ min: BigInt(`0x${first}`), max: BigInt(`0x${last}`) }));

test('an IPv4 address is public when it lies in no special range, to the last address of each', () => {
  fc.assert(
    fc.property(fc.oneof(anyV4, nearV4, insideV4), (n) => {
      expect(forbiddenCategoryOf(dotted(n)) !== null).toBe(isForbidden4(n));
    }),
    { numRuns: 500 },
  );
});

test('an IPv6 address is public when it is given out and lies in no special range, to the last address of each', () => {
  fc.assert(
    fc.property(fc.oneof(anyV6, nearV6, insideV6), (n) => {
      expect(forbiddenCategoryOf(groupsOf(n).join(':')) !== null).toBe(isForbidden6(n));
    }),
    { numRuns: 500 },
  );
});

const inDigits = (digits: string) => (text: string) => text.replace(/\d/g, (d) => digits.charAt(Number(d)));
const PIECES: readonly ((byte: number) => string)[] = [
  (byte) => String(byte),
  (byte) => `0x${byte.toString(16)}`,
  (byte) => `0X${byte.toString(16).toUpperCase().padStart(6, '0')}`,
  (byte) => `0${byte.toString(8)}`,
  (byte) => `000${byte.toString(8)}`,
];
const DISGUISES: readonly ((host: string) => string)[] = [
  (host) => host,
  (host) => `${host}.`,
  inDigits('０１２３４５６７８９'),
  (host) => host.replaceAll('.', '。'),
  (host) => host.replaceAll('.', '%2E'),
  (host) => host.replace(/^./, (c) => `%${c.charCodeAt(0).toString(16)}`),
];
const hex = (n: number): string => `${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}`;

/** One address in every notation that browsers understand, alone and inside IPv6. */
const notation = fc
  .record({
    n: insideV4,
    pieces: fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom(...PIECES))),
    parts: fc.integer({ min: 1, max: 4 }),
    disguise: fc.constantFrom(...DISGUISES),
    wrap: fc.constantFrom<(host: string, n: number) => string>(
      (host) => host,
      (_, n) => `[::ffff:${dotted(n)}]`,
      (_, n) => `[0:0:0:0:0:FFFF:${hex(n)}]`,
      (_, n) => `[::${dotted(n)}]`,
      (_, n) => `[64:ff9b::${hex(n)}]`,
      (_, n) => `[2002:${hex(n)}::1]`,
      (_, n) => `[2001:0:${hex(n)}::]`,
    ),
  })
  .map(({ n, pieces, parts, disguise, wrap }) => {
    const bytes = bytesOf(n);
    const rest = bytes.slice(parts - 1).reduce((sum, byte) => sum * 256 + byte, 0);
    const numbers = [...bytes.slice(0, parts - 1), rest];
    return wrap(disguise(numbers.map((number, at) => pieces[at]?.(number)).join('.')), n);
  });

test('no IPv4 address of a special range passes in any notation', () => {
  fc.assert(
    fc.property(notation, (host) => {
      expect(checkAddress(`http://${host}/`, null, [])).toMatchObject({ ok: false });
    }),
    { numRuns: 1_000 },
  );
});

test('no IPv6 address of a special range passes in any notation', () => {
  const shorten = [
    (group: string) => group,
    (group: string) => group.replace(/^0+(?=.)/, ''),
    (g: string) => g.toUpperCase(),
  ];
  fc.assert(
    fc.property(insideV6, fc.constantFrom(...shorten), (n, write) => {
      expect(checkAddress(`http://[${groupsOf(n).map(write).join(':')}]/`, null, [])).toMatchObject({ ok: false });
    }),
  );
});

test.for(['', 'localhost', '1.2.3', '127.0.0.1 ', 'fe80::1%eth0', '2600::1%1', '08.8.8.8'])(
  'what is no plain address is not public: %j',
  (text) => {
    expect(forbiddenCategoryOf(text)).toBe('reserved');
  },
);
