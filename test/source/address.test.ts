import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FetchFailure } from '../../src/domain/fetch.ts';
import { checkAddress, tellable } from '../../src/source/address.ts';
import { BAD, FORBIDDEN, ORDINARY } from './addresses.ts';

const check = (text: string) => checkAddress(text, null, []);
const failureOf = (text: string): FetchFailure | null => {
  const checked = check(text);
  return checked.ok ? null : checked.error;
};
const rows = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([why, urls]) =>
    urls.map((url) => ({ why, url, shown: JSON.stringify(url).slice(0, 60) })),
  );

describe('addresses that are not for everybody', () => {
  test.for(rows(FORBIDDEN))('$why: $shown', ({ why, url }) => {
    expect(failureOf(url)).toMatchObject({ kind: 'forbidden-address', category: why });
  });
});

describe('addresses that are refused for how they are written', () => {
  test.for(rows(BAD))('$why: $shown', ({ why, url }) => {
    expect(failureOf(url)).toMatchObject({ kind: 'bad-address', why });
  });

  test('a password is not repeated', () => {
    expect(JSON.stringify(failureOf('http://user:hunter2@example.com/'))).not.toContain('hunter2');
    expect(tellable('http://user:hunter2@example.com/a?b')).toBe('http://example.com/a?b');
    expect(tellable('no address')).toBe('no address');
  });
});

describe('ordinary addresses', () => {
  test.for(ORDINARY)('%s', (url) => {
    expect(check(url)).toMatchObject({ ok: true });
  });

  test.for([
    { text: ' HTTPS://Example.COM:443/a/../b?q#part ', href: 'https://example.com/b?q' },
    { text: 'https://example.com./feed', href: 'https://example.com/feed' },
    { text: 'https://новини.укр/', href: 'https://xn--b1amarcd.xn--j1amh/' },
  ])('$text is asked for as $href', ({ text, href }) => {
    expect(check(text)).toMatchObject({ ok: true, value: { href } });
  });
});

describe('relative addresses, as redirects have them', () => {
  const base = new URL('http://8.8.8.8/feeds/old');
  test.for([
    { to: 'new', href: 'http://8.8.8.8/feeds/new' },
    { to: '//example.com/x', href: 'http://example.com/x' },
    { to: '//8.8.8.8/x', href: 'http://8.8.8.8/x' },
    { to: '?page=2', href: 'http://8.8.8.8/feeds/old?page=2' },
    { to: 'https://example.com', href: 'https://example.com/' },
  ])('$to', ({ to, href }) => {
    expect(checkAddress(to, base, [])).toMatchObject({ ok: true, value: { href } });
  });

  test.for(['//127.0.0.1/', '//127.1/', '//134744073/', 'http://user@example.com/', '//[::1]/', 'file:///etc/passwd'])(
    '%s is refused',
    (to) => {
      expect(checkAddress(to, base, []).ok).toBe(false);
    },
  );
});

describe('hosts that the operator vouches for', () => {
  const allowed = [
    { host: '127.0.0.1', port: 3000 },
    { host: 'rss.local', port: null },
    { host: '[fd00::5]', port: null },
  ];
  test.for([
    { url: 'http://127.0.0.1:3000/', ok: true },
    { url: 'http://127.0.0.1/', ok: false },
    { url: 'http://127.0.0.1:3001/', ok: false },
    { url: 'http://127.0.0.2:3000/', ok: false },
    { url: 'http://rss.local/', ok: true },
    { url: 'https://RSS.local.:8443/', ok: true },
    { url: 'http://rss.local:3000/', ok: false },
    { url: 'http://sub.rss.local/', ok: false },
    { url: 'http://[fd00::5]:8080/', ok: true },
    { url: 'http://user@127.0.0.1:3000/', ok: false },
    { url: 'ftp://rss.local/', ok: false },
  ])('$url: $ok', ({ url, ok }) => {
    expect(checkAddress(url, null, allowed).ok).toBe(ok);
  });
});

test('no text makes the check throw, and what it lets through is plain', () => {
  const hosts = fc.oneof(
    fc.domain(),
    fc.ipV4Extended(),
    fc.ipV6().map((ip) => `[${ip}]`),
    fc.string({ unit: 'binary' }),
  );
  const urls = fc.tuple(fc.constantFrom('http://', 'https:', 'HTTP:\\\\', ''), hosts, fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.webUrl(),
        urls.map((parts) => parts.join('')),
      ),
      (text) => {
        const checked = check(text);
        if (!checked.ok) return;
        const { href, username, password, hash } = checked.value;
        expect([username, password, hash]).toEqual(['', '', '']);
        expect(check(href)).toMatchObject({ ok: true, value: { href } });
      },
    ),
  );
});
