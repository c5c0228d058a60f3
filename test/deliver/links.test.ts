import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeTarget } from '../../src/deliver/link.ts';
import { linksIn } from '../../src/deliver/links.ts';
import { hostileText } from '../support/hostile-text.ts';

test.for([
  ['nothing here', []],
  ['https://a.example/x', ['https://a.example/x']],
  ['see HTTPS://A.example/x, and http://b.example.', ['HTTPS://A.example/x', 'http://b.example']],
  ['(https://a.example/x)', ['https://a.example/x']],
  ['https://a.example/War_(2024)', ['https://a.example/War_(2024)']],
  ['[words](https://a.example/x) <https://a.example/y>', ['https://a.example/x', 'https://a.example/y']],
  ['[words](<https://a.example/x>)', ['https://a.example/x']],
  ['**https://a.example/x** ||https://a.example/y||', ['https://a.example/x', 'https://a.example/y']],
  ['https://a.example https://a.example', ['https://a.example']],
  ['https://user:pw@a.example ftp://a.example javascript:alert(1)', []],
  [`https://a.example/${'x'.repeat(2_000)}`, []],
] as const)('%s', ([text, links]) => {
  expect(linksIn([text])).toEqual(links);
});

test('at most ten, each a safe target', () => {
  expect(linksIn([Array.from({ length: 30 }, (_, at) => `https://a.example/${at}`).join(' ')])).toHaveLength(10);
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const link of linksIn([text, `https://${text}`])) expect(safeTarget(link)).not.toBeNull();
    }),
  );
});
