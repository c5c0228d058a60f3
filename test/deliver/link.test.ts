import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeTarget } from '../../src/deliver/link.ts';
import { hostileText } from '../support/hostile-text.ts';

test.for([
  { href: 'https://example.org/a', target: 'https://example.org/a' },
  { href: 'http://example.org', target: 'http://example.org/' },
  { href: 'https://example.org/a_(b)', target: 'https://example.org/a_%28b%29' },
  { href: 'https://example.org/a b?c=`d`|*e*', target: 'https://example.org/a%20b?c=%60d%60%7C%2Ae%2A' },
  {
    href: 'https://example.org/a>)[x](<http://evil.example>)',
    target: 'https://example.org/a%3E%29%5Bx%5D%28%3Chttp://evil.example%3E%29',
  },
  { href: 'https://харків.example/місто', target: 'https://xn--80aexxx9h.example/%D0%BC%D1%96%D1%81%D1%82%D0%BE' },
  { href: 'javascript:alert(1)', target: null },
  { href: 'data:text/html,x', target: null },
  { href: 'https://bank.example@evil.example/', target: null },
  { href: 'https://*/', target: null },
  { href: 'https://*.example.org/a', target: null },
  { href: 'http://[2001:db8::1]:8080/a', target: 'http://[2001:db8::1]:8080/a' },
  { href: 'not an address', target: null },
  { href: '', target: null },
])('$href', ({ href, target }) => {
  expect(safeTarget(href)).toBe(target);
});

test('whatever it is given, a target is an http address that nothing in it ends', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const href of [text, `https://example.org/${text}`, `https://example.org/?${text}`]) {
        expect(safeTarget(href) ?? 'http://none').toMatch(/^https?:\/\/[!-~]+$/);
        expect(safeTarget(href) ?? '').not.toMatch(/[()<>\\*~|`"\s]/);
      }
    }),
  );
});
