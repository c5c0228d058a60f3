import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FeedList, type ListedFeed, readOpml, writeOpml } from '../../src/ingest/opml.ts';
import { hostileText } from '../support/hostile-text.ts';

function list(body: string | Uint8Array, charset: string | null = null): FeedList {
  const read = readOpml(body, charset);
  if (!read.ok) throw new Error(`not readable: ${read.error.kind}`);
  return read.value;
}

const opml = (outlines: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>${outlines}</body></opml>`;

describe('a list of feeds', () => {
  test('is read with its folders, in its order, a feed once', () => {
    const { feeds, leftOut, invalid } = list(
      opml(`<outline text="Alone" xmlUrl="https://a.example/feed"/>
        <outline text="News"><outline title="East &amp; West" text="x" type="rss" xmlUrl=" https://b.example/f?a=1&amp;b=2 "/>
          <outline text="Local"><OUTLINE XMLURL="http://c.example/"/></outline></outline>
        <outline text="Again" xmlUrl="http://www.a.example/feed/"/>`),
    );
    expect(feeds).toEqual([
      { url: 'https://a.example/feed', title: 'Alone', folder: [] },
      { url: 'https://b.example/f?a=1&b=2', title: 'East & West', folder: ['News'] },
      { url: 'http://c.example/', title: null, folder: ['News', 'Local'] },
    ]);
    expect([leftOut, invalid]).toEqual([0, 0]);
  });

  test('counts what has no address to fetch', () => {
    const addresses = [
      'javascript:alert(1)',
      '',
      'file:///etc/passwd',
      'ftp://a.example/',
      `https://a.example/${'x'.repeat(3_000)}`,
    ];
    const outlines = addresses.map((url) => `<outline text="x" xmlUrl="${url}"/>`).join('');
    expect(list(opml(`${outlines}<outline text="no feed" htmlUrl="https://a.example/"/>`))).toEqual({
      feeds: [],
      leftOut: 0,
      invalid: 5,
    });
  });

  test.for([
    ['feed://a.example/f', 'https://a.example/f'],
    ['feed:https://a.example/f', 'https://a.example/f'],
    ['feed:http://a.example/f', 'http://a.example/f'],
  ])('names %s for %s', ([written, url]) => {
    expect(list(opml(`<outline xmlUrl="${written}"/>`)).feeds[0]?.url).toBe(url);
  });

  test.for([
    { name: 'cut off', body: opml('<outline xmlUrl="https://a.example/"/>').slice(0, -14) },
    {
      name: 'cut off in a folder',
      body: opml('<outline text="x"><outline xmlUrl="https://a.example/"/>').slice(0, -14),
    },
    { name: 'with a stray ampersand', body: opml('<outline text="A & B" xmlUrl="https://a.example/"/>') },
    {
      name: 'with tags that close nothing',
      body: opml('</outline></b><outline xmlUrl="https://a.example/"></x></outline>'),
    },
    {
      name: 'in UTF-16',
      body: new Uint8Array(Buffer.from(`\ufeff${opml('<outline xmlUrl="https://a.example/"/>')}`, 'utf16le')),
    },
  ])('$name is read all the same', ({ body }) => {
    expect(list(body).feeds.map(({ url }) => url)).toEqual(['https://a.example/']);
  });

  test('of more than ten thousand entries is read to there, and the rest is counted', () => {
    const many = Array.from({ length: 10_500 }, (_, at) => `<outline xmlUrl="https://h${at}.example/"/>`).join('');
    const { feeds, leftOut } = list(opml(`<outline text="All">${many}</outline>`));
    expect([feeds.length, leftOut]).toEqual([9_999, 501]);
  });

  test('expands no entity', () => {
    const dtd = '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    expect(list(`${dtd}${opml('<outline text="&b;&c;" xmlUrl="https://a.example/&a;"/>')}`).feeds).toEqual([
      { url: 'https://a.example/&a;', title: '&b;&c;', folder: [] },
    ]);
  });

  test.for([
    { name: 'a page', body: '<html><body><outline xmlUrl="https://a.example/"/></body></html>', kind: 'wrong-shape' },
    { name: 'nothing', body: '', kind: 'wrong-shape' },
    { name: 'levels without end', body: opml('<outline text="x">'.repeat(600)), kind: 'too-complex' },
    { name: 'bytes without end', body: new Uint8Array(10_000_000), kind: 'too-large' },
  ])('is not $name', ({ body, kind }) => {
    expect(readOpml(body, null)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('a list that was written', () => {
  const name = hostileText
    .map((text) => text.replace(/\s+/g, ' ').trim().slice(0, 50).trim())
    .filter((text) => text !== '');
  const feed: fc.Arbitrary<ListedFeed> = fc.record({
    url: fc
      .integer({ min: 0, max: 1_000_000 })
      .map((at) => `https://a.example/${at}?b="&c=<d>`)
      .map((url) => new URL(url).href),
    title: name,
    folder: fc.array(fc.constantFrom('News', 'A & B', '<x>', '"'), { maxLength: 3 }),
  });

  test('is read as it was, folder by folder', () => {
    fc.assert(
      fc.property(fc.uniqueArray(feed, { maxLength: 12, selector: ({ url }) => url }), (feeds) => {
        const { feeds: read, leftOut, invalid } = list(writeOpml(feeds));
        const byUrl = (all: readonly ListedFeed[]) => all.map(({ url, folder }) => `${url} ${folder}`).toSorted();
        expect(byUrl(read)).toEqual(byUrl(feeds));
        expect([leftOut, invalid]).toEqual([0, 0]);
      }),
      { numRuns: 150 },
    );
  });

  test('keeps its names and holds no sign that XML has not', () => {
    const title = 'A\u0000 & "B" <c> \ud800 Київ';
    const written = writeOpml([{ url: 'https://a.example/', title, folder: [] }]);
    expect(list(written).feeds[0]?.title).toBe('A\ufffd & "B" <c> \ufffd Київ');
    expect(written).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="utf-8"?>
      <opml version="2.0">
        <head>
          <title>Sitrep</title>
        </head>
        <body>
          <outline text="A� &amp; &quot;B&quot; &lt;c&gt; � Київ" type="rss" xmlUrl="https://a.example/"/>
        </body>
      </opml>
      "
    `);
  });

  test('of none is a list', () => {
    expect(list(writeOpml([]))).toEqual({ feeds: [], leftOut: 0, invalid: 0 });
  });
});

test('whatever comes, a list is read or refused', () => {
  const piece = fc.constantFrom(
    '<opml>',
    '<body>',
    '<outline text="x" xmlUrl="https://a.example/">',
    '</outline>',
    '<',
    '>',
    '"',
    '&a;',
    '<![CDATA[',
    '<!--',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (body) => typeof readOpml(body, null).ok === 'boolean'),
    { numRuns: 300 },
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (body) => typeof readOpml(body, null).ok === 'boolean'));
});
