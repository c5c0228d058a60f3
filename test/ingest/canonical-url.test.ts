import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, canonicalUrl } from '../../src/ingest/canonical-url.ts';

describe('the address of a page', () => {
  test.for([
    ['https://News.Example:443/a', 'https://news.example/a'],
    ['https://news.example/a?utm_source=rss&id=7&UTM_Medium=x', 'https://news.example/a?id=7'],
    ['https://news.example/a?fbclid=x', 'https://news.example/a'],
    ['https://news.example/a?b=1&traffic_source=rss&at_medium=RSS&at_campaign=KARANGA', 'https://news.example/a?b=1'],
    ['https://news.example/a?maca=en-rss-en-all-1573-rdf', 'https://news.example/a'],
    ['https://news.example/a#comments', 'https://news.example/a'],
    ['https://news.example/#!/story/7', 'https://news.example/#!/story/7'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    // what may be needed stays as it is
    ['http://www.news.example/a/', 'http://www.news.example/a/'],
    ['https://news.example/a?p=1&ref=2&source=3&cid=4', 'https://news.example/a?p=1&ref=2&source=3&cid=4'],
    ['https://news.example/?b=%20x&a=1', 'https://news.example/?b=%20x&a=1'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['https://news.example/a?q=Київ', 'https://news.example/a?q=%D0%9A%D0%B8%D1%97%D0%B2'],
    ['javascript:alert(1)', null],
    ['ftp://news.example/a', null],
    ['a/b', null],
    ['', null],
  ] as const)('%s is %s', ([given, url]) => {
    expect(canonicalUrl(given)).toBe(url);
  });
});

describe('two addresses', () => {
  test.for([
    ['http://news.example/a', 'https://news.example/a'],
    ['https://www.news.example/a', 'https://news.example/a'],
    ['https://news.example./a', 'https://news.example/a'],
    ['https://news.example/a/', 'https://news.example/a'],
    ['https://news.example', 'https://news.example/'],
    ['https://news.example/a?b=1&c=2', 'https://news.example/a?c=2&b=1'],
    ['https://news.example/%7Ejo/%d0%9a', 'https://news.example/~jo/К'],
    ['https://news.example/a/amp/', 'https://news.example/a'],
    ['https://amp.news.example/a', 'https://www.news.example/a'],
    ['https://news.example/a?amp=1', 'https://news.example/a'],
    ['https://news.example/a?b=1&outputType=amp', 'https://news.example/a?b=1'],
    ['https://news.example/a?utm_source=x#y', 'https://news.example/a'],
  ] as const)('%s and %s are of one article', ([one, other]) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  test.for([
    ['https://news.example/?id=1', 'https://news.example/?id=2'],
    ['https://news.example/?id=1', 'https://news.example/'],
    ['https://news.example/?at_id=1', 'https://news.example/?at_id=2'],
    ['https://news.example/a', 'https://news.example/A'],
    ['https://news.example/amp', 'https://news.example/'],
    ['https://news.example/lamp', 'https://news.example/l'],
    ['https://news.example:8080/a', 'https://news.example/a'],
    ['https://m.news.example/a', 'https://n.news.example/a'],
    ['https://www.example/a', 'https://amp.example/a'],
    ['https://news.example/a%2Fb', 'https://news.example/a/b'],
    ['https://news.example/?a=1%262', 'https://news.example/?a=1&2'],
    ['https://news.example/#!/a', 'https://news.example/#!/b'],
    ['javascript:1', 'javascript:2'],
  ] as const)('%s and %s are not', ([one, other]) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });
});

const part = fc.oneof(
  fc.constantFrom(
    'a',
    'amp',
    'b.html',
    '%41',
    '%2f',
    '%E2%82%AC',
    'Київ',
    '..',
    '',
    '~',
    "it's",
    '#',
    '?',
    '&',
    '=',
    '%',
    'www.',
  ),
  fc.webPath().map((path) => path.slice(1)),
);
const parameter = fc.oneof(
  fc.constantFrom(
    'utm_source=x',
    'fbclid=1',
    'id=1',
    'amp',
    'amp=1',
    'q=a%20b',
    'gclid',
    '%61mp=1',
    '=',
    'utm%5fsource=x',
  ),
  part,
);
const address = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    host: fc.constantFrom(
      'news.example',
      'www.news.example',
      'WWW.news.example.',
      'amp.news.example',
      'www.amp.news.example',
      'news.example:8080',
      '[2001:db8::1]',
      '192.0.2.1',
    ),
    path: fc.array(part, { maxLength: 4 }),
    query: fc.array(parameter, { maxLength: 4 }),
  })
  .map(
    ({ scheme, host, path, query }) =>
      `${scheme}://${host}/${path.join('/')}${query.length > 0 ? '?' : ''}${query.join('&')}`,
  )
  .filter((url) => URL.canParse(url));

describe('whatever the address', () => {
  test('what is canonical stays so, and the key of a key is the key', () => {
    fc.assert(
      fc.property(address, (url) => {
        const canonical = canonicalUrl(url) ?? '';
        expect(canonicalUrl(canonical)).toBe(canonical);
        expect([addressKey(canonical), addressKey(addressKey(url))]).toEqual([addressKey(url), addressKey(url)]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('numbers of articles keep them apart', () => {
    fc.assert(
      fc.property(address, fc.nat(), fc.nat(), (url, one, other) => {
        fc.pre(one !== other);
        const [plain = ''] = url.split('#');
        const mark = plain.includes('?') ? '&' : '?';
        expect(addressKey(`${plain}${mark}article=${one}`)).not.toBe(addressKey(`${plain}${mark}article=${other}`));
        expect(canonicalUrl(`${plain}${mark}article=${one}`)).not.toBe(canonicalUrl(`${plain}${mark}article=${other}`));
      }),
      { numRuns: 500 },
    );
  });

  test('nothing makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof addressKey(text) === 'string'));
  });
});
