import { expect, test } from 'vitest';
import { AddressCategory, describeFetchFailure, FetchFailure } from '../../src/domain/fetch.ts';

const host = 'a.example';
/** One of each kind at least. */
const FAILURES: readonly (readonly [FetchFailure, string])[] = [
  [{ kind: 'bad-address', why: 'not-a-url', part: '' }, 'is not a web address'],
  [{ kind: 'bad-address', why: 'odd-number', part: '' }, 'writes an address in numbers in an unusual way'],
  [{ kind: 'bad-address', why: 'too-long', part: '' }, 'is too long for a web address'],
  [{ kind: 'bad-address', why: 'scheme', part: 'ftp' }, 'is ftp, and only http and https are read'],
  [{ kind: 'bad-address', why: 'credentials', part: '' }, 'holds a user name or password'],
  [
    { kind: 'bad-address', why: 'port', part: '25' },
    'uses port 25, and only 80, 443, 8080, 8443 and those that the operator allows are asked',
  ],
  [
    { kind: 'forbidden-address', host, ip: '10.0.0.1', category: 'private' },
    'a.example is in a private network (10.0.0.1)',
  ],
  [{ kind: 'forbidden-address', host, ip: null, category: 'local-name' }, 'a.example is a name of a local network'],
  [{ kind: 'unknown-host', host }, 'there is no host a.example'],
  [{ kind: 'unreachable', host, why: 'refused' }, 'a.example refuses connections'],
  [{ kind: 'tls', host, why: 'expired' }, 'a.example has a certificate that is out of date'],
  [{ kind: 'too-slow', bound: 'whole', limitMs: 15_000 }, 'not done within 15 s'],
  [{ kind: 'too-slow', bound: 'body-rate', limitMs: 5_000 }, 'next to nothing came within 5 s'],
  [{ kind: 'too-large', part: 'body', limitBytes: 5_000_000 }, 'the document has more than 5,000,000 bytes'],
  [{ kind: 'too-many-redirects', limit: 5 }, 'redirects more than 5 times'],
  [{ kind: 'redirect-loop' }, 'redirects in a ring'],
  [{ kind: 'status', status: 404, retryAfterMs: null }, 'the server answered 404'],
  [{ kind: 'status', status: 429, retryAfterMs: 29_500 }, 'the server answered 429 and asks to wait 30 s'],
  [{ kind: 'gone' }, 'the server says that it is gone for good (410)'],
  [{ kind: 'truncated' }, 'the document ended before it was whole'],
  [{ kind: 'bad-encoding', encoding: 'rot"13' }, 'the document\'s encoding "rot\\"13" cannot be read'],
  [{ kind: 'not-http' }, 'what answered does not speak HTTP'],
  [{ kind: 'robots', rule: 'Disallow: /' }, 'robots.txt says Disallow: /'],
  [{ kind: 'robots', rule: null }, "the site's robots.txt cannot be read"],
  [{ kind: 'not-sent', why: 'queue-full' }, 'not asked: too many requests wait'],
];

test.for(FAILURES)('%o: %s', ([failure, line]) => {
  expect(describeFetchFailure(FetchFailure.parse(failure))).toBe(line);
});

test('every kind of failure is among them', () => {
  const kinds = new Set(FAILURES.map(([{ kind }]) => kind));
  expect(
    FetchFailure.unwrap()
      .options.map(({ shape }) => shape.kind.value)
      .filter((kind) => !kinds.has(kind)),
  ).toEqual([]);
});

test('every category has words of its own', () => {
  const lines = AddressCategory.options.map((category) =>
    describeFetchFailure({ kind: 'forbidden-address', host, ip: null, category }),
  );
  expect(new Set(lines).size).toBe(AddressCategory.options.length);
});
