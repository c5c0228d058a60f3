import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../src/ingest/feed/parse-feed.ts';
import type { RawEntry, RawFeed } from '../../src/ingest/feed/raw-feed.ts';

const FOUND = 'https://news.example/feeds/all.xml';

function parsed(body: string | Uint8Array, url: string | null = FOUND): RawFeed {
  const feed = parseFeed({ body, charset: null, url });
  if (!feed.ok) throw new Error(`not readable: ${feed.error.kind}`);
  return feed.value;
}
const rss = (item: string, channel = '', attributes = 'version="2.0"'): string =>
  `<rss ${attributes}><channel><title>News</title>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = '', attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>News</title>${feed}<entry>${entry}</entry></feed>`;
const entryOf = (body: string): RawEntry => parsed(body).entries[0]!;

describe('a title and a text', () => {
  test.for([
    { name: 'plain', written: '<title type="text">A &lt;b&gt; &amp;amp; c</title>', title: 'A &lt;b> &amp; c' },
    { name: 'HTML', written: '<title type="html">A &lt;b&gt;b&lt;/b&gt;</title>', title: 'A <b>b</b>' },
    {
      name: 'HTML as a media type',
      written: '<title type="text/html">&lt;i&gt;b&lt;/i&gt;</title>',
      title: '<i>b</i>',
    },
    { name: 'of no type', written: '<title>3 &lt; 4 &amp; 5</title>', title: '3 &lt; 4 &amp; 5' },
    { name: 'of no type and yet HTML', written: '<title>&lt;b&gt;b&lt;/b&gt;</title>', title: '<b>b</b>' },
    {
      name: 'XHTML',
      written:
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b class="c">b</b> &amp; d<br/></div></title>',
      title: '<div>A <b class="c">b</b> &amp; d<br/></div>',
    },
    {
      name: 'XHTML with a prefix',
      written: '<title type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">A <h:b>b</h:b></h:div></title>',
      title: '<div>A <b>b</b></div>',
    },
    {
      name: 'CDATA',
      written: '<title type="html"><![CDATA[A <b>b</b> &amp; c]]></title>',
      title: 'A <b>b</b> &amp; c',
    },
    {
      name: 'base64 by mode',
      written: '<title type="text/html" mode="base64">PGI+S3lpdjwvYj4=</title>',
      title: '<b>Kyiv</b>',
    },
    {
      name: 'base64 by type',
      written: '<title type="application/octet-stream">\n0JrQuNGX0LI=\n</title>',
      title: 'Київ',
    },
    { name: 'base64 that is none', written: '<title mode="base64">No, it is not.</title>', title: 'No, it is not.' },
    {
      name: 'a stray ampersand',
      written: '<title type="html">Q&A &copy=1 &nbsp;x</title>',
      title: 'Q&amp;A &amp;copy=1 &nbsp;x',
    },
    { name: 'empty', written: '<title> </title>', title: null },
    { name: 'a picture', written: '<title type="image/png">iVBORw0KGgo=</title>', title: null },
  ])('of Atom: $name', ({ written, title }) => {
    expect(entryOf(atom(written)).title).toBe(title);
  });

  test.for([
    { name: 'escaped', written: '<title>A &lt;b&gt;b&lt;/b&gt;</title>', title: 'A <b>b</b>' },
    { name: 'unescaped', written: '<title>A <b>b</b> &lt; c</title>', title: 'A <b>b</b> &lt; c' },
    {
      name: 'entities of HTML',
      written: '<title>caf&eacute; &#8216;x&#8217; &#X41;</title>',
      title: 'caf&eacute; ‘x’ A',
    },
    { name: 'numbers of windows-1252', written: '<title>&#146;</title>', title: '’' },
    {
      name: 'of Dublin Core',
      written: '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">A</dc:title>',
      title: 'A',
    },
    {
      name: 'by another prefix',
      written: '<d:title xmlns:d="http://purl.org/dc/elements/1.1/">A</d:title>',
      title: 'A',
    },
    { name: 'by a prefix that nobody declares', written: '<dc:title>A</dc:title>', title: 'A' },
    { name: 'behind an empty one', written: '<title/><title>A</title>', title: 'A' },
    { name: 'of a picture inside', written: '<image><title>B</title></image>', title: null },
    { name: 'closed by another tag', written: '<title>A</titel></title>', title: 'A' },
  ])('of RSS: $name', ({ written, title }) => {
    expect(entryOf(rss(written)).title).toBe(title);
  });

  test('of RSS is whole apart from its summary', () => {
    const item = `<description>Short</description><content:encoded><![CDATA[<p>Long]]></content:encoded>`;
    expect(entryOf(rss(item))).toMatchObject({ summary: 'Short', content: '<p>Long' });
    expect(entryOf(rss('<body xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></body>')).content).toBe('<p>Long</p>');
    expect(entryOf(rss('<description>Short</description>')).content).toBe(null);
  });
});

describe('an address', () => {
  const ATOM = 'xmlns:atom="http://www.w3.org/2005/Atom"';
  test.for([
    { name: 'of RSS', body: rss('<link>https://a.example/1</link>'), link: 'https://a.example/1' },
    { name: 'that is relative stays so', body: rss('<link> /1 </link>'), link: '/1' },
    {
      name: 'of a channel with a base',
      body: rss('<link>1</link>', '', 'xml:base="https://a.example/x/"'),
      link: 'https://a.example/x/1',
    },
    {
      name: 'with a relative base',
      body: rss('<link xml:base="y/">1</link>', '', 'xml:base="z/"'),
      link: 'https://news.example/feeds/z/y/1',
    },
    { name: 'with a base that is none', body: rss('<link>1</link>', '', 'xml:base="http://["'), link: '1' },
    { name: 'of an id', body: rss('<guid>https://a.example/1</guid>'), link: 'https://a.example/1' },
    {
      name: 'of an id that is no address',
      body: rss('<guid isPermaLink="FALSE">https://a.example/1</guid>'),
      link: null,
    },
    {
      name: 'of Atom in RSS',
      body: rss(`<a:link ${ATOM.replace('atom=', 'a=')} href="https://a.example/1"/>`),
      link: 'https://a.example/1',
    },
    {
      name: 'before the one that counts readers',
      body: rss('<link>https://count.example/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>'),
      link: 'https://a.example/1',
    },
    {
      name: 'of a page, not of a file or the feed',
      body: atom(
        '<link rel="enclosure" href="/m"/><link rel="self" href="/s"/><link rel="alternate" type="application/pdf" href="/p"/><link type="text/html" href="/h"/>',
      ),
      link: '/h',
    },
    {
      name: 'between tags',
      body: atom('<link rel="alternate">https://a.example/1</link>'),
      link: 'https://a.example/1',
    },
    {
      name: 'of Atom with a base',
      body: atom('<link href="1"/>', '', 'xml:base="https://a.example/x/"'),
      link: 'https://a.example/x/1',
    },
    {
      name: 'of a broadcast',
      body: rss('<enclosure url=" "/><enclosure url="https://a.example/1.mp3"/>'),
      link: 'https://a.example/1.mp3',
    },
    {
      name: 'with its parameters',
      body: rss('<link>https://a.example/?a=1&amp;b=2&c</link>'),
      link: 'https://a.example/?a=1&b=2&c',
    },
  ])('$name', ({ body, link }) => {
    expect(entryOf(body).link).toBe(link);
  });

  test('of the feed is told from the one that it stands at', () => {
    const links = '<link rel="self" href="https://a.example/feed"/><link href="https://a.example/"/>';
    expect(parsed(atom('', links))).toMatchObject({ link: 'https://a.example/', self: 'https://a.example/feed' });
  });
});

describe('an author', () => {
  test.for([
    ['<author>mira@news.example (Mira Holt)</author>', 'Mira Holt'],
    ['<author>Mira Holt &lt;mira@news.example&gt;</author>', 'Mira Holt'],
    ['<author>mira@news.example</author>', null],
    ['<author>mira@news.example</author><dc:creator>Mira Holt</dc:creator>', 'Mira Holt'],
    ['<author><name>Mira Holt</name></author>', 'Mira Holt'],
    ['<author></author>', null],
  ] as const)('%s is %s', ([written, author]) => {
    expect(entryOf(rss(written)).author).toBe(author);
  });

  test('is the feed’s where the entry names none', () => {
    expect(
      entryOf(atom('<source><author><name>Jo</name></author></source>', '<author><name>Mira</name></author>')).author,
    ).toBe('Jo');
    expect(entryOf(atom('', '<author><name>Mira</name></author>')).author).toBe('Mira');
  });
});

describe('a feed that is not written well', () => {
  const item = '<item><title>A</title></item>';
  test.for([
    { name: 'cut off', body: `<rss><channel><title>N</title>${item}<item><title>B`, titles: ['A'], leftOut: 1 },
    { name: 'cut off behind its entries', body: `<rss><channel>${item}</channel></rss`, titles: ['A'], leftOut: 0 },
    { name: 'with entries beside the channel', body: `<rss><channel/>${item}</rss>`, titles: ['A'], leftOut: 0 },
    { name: 'without a channel', body: `<rss>${item}</rss>`, titles: ['A'], leftOut: 0 },
    {
      name: 'in capitals',
      body: '<RSS><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>',
      titles: ['A'],
      leftOut: 0,
    },
    {
      name: 'with blanks before its declaration',
      body: `\n \ufeff<?xml version="1.0"?><rss>${item}</rss>`,
      titles: ['A'],
      leftOut: 0,
    },
    { name: 'with comments around', body: `<!-- <rss> --><rss>${item}</rss><!--`, titles: ['A'], leftOut: 0 },
    { name: 'with words behind', body: `<rss>${item}</rss><script>x</script>`, titles: ['A'], leftOut: 0 },
    { name: 'without its namespace', body: '<feed><entry><title>A</title></entry></feed>', titles: ['A'], leftOut: 0 },
    {
      name: 'with a prefix',
      body: '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title></a:entry></a:feed>',
      titles: ['A'],
      leftOut: 0,
    },
    {
      name: 'in an older Atom',
      body: '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>A</title></entry></feed>',
      titles: ['A'],
      leftOut: 0,
    },
    {
      name: 'of a bare version',
      body: '{"version": "1.1", "title": "x", "items": [{"id": 1, "title": "A"}]}',
      titles: ['A'],
      leftOut: 0,
    },
  ])('$name is read', ({ body, titles, leftOut }) => {
    const feed = parsed(body);
    expect([feed.entries.map(({ title }) => title), feed.leftOut]).toEqual([titles, leftOut]);
  });

  test('has no entity expanded, and none followed', () => {
    const dtd = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const feed = parsed(
      `${dtd}${rss('<title>&b;</title><description>&f;</description><link>https://a.example/&a;</link>')}`,
    );
    expect(feed.entries[0]).toMatchObject({ title: '&amp;b;', summary: '&amp;f;', link: 'https://a.example/&a;' });
  });
});

const CHARS = 1_300_000;
const filled = (piece: string): string => piece.repeat(Math.floor(CHARS / piece.length));
const counted = (piece: (at: number) => string): string =>
  Array.from({ length: 100_000 }, (_, at) => piece(at)).join('');

describe('a million characters', () => {
  test.for([
    {
      name: 'of 100,000 entries',
      body: `<rss><channel>${counted((at) => `<item><guid>${at}</guid></item>`)}</channel></rss>`,
      read: [1_000, 99_000],
    },
    {
      name: 'of 100,000 entries in JSON',
      body: JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'x',
        items: Array.from({ length: 100_000 }, (_, id) => ({ id })),
      }),
      read: [1_000, 99_000],
    },
    { name: 'of levels', body: rss(filled('<a>')), read: 'too-complex' },
    { name: 'of entries in entries', body: `<rss>${filled('<item>')}`, read: 'too-complex' },
    { name: 'of elements', body: rss(filled('<a/>')), read: 'too-complex' },
    { name: 'of attributes', body: rss(`<a ${counted((at) => `a${at}="" `)}/>`), read: [1, 0] },
    { name: 'of one attribute', body: rss(`<a b="${filled('x')}"/>`), read: [1, 0] },
    {
      name: 'of namespaces',
      body: `<rss ${counted((at) => `xmlns:a${at}="b" `)}>${'<item xmlns:b="c"/>'.repeat(900)}</rss>`,
      read: [900, 0],
    },
    { name: 'of ampersands', body: rss(`<description>${filled('&')}</description>`), read: [1, 0] },
    { name: 'of <', body: filled('<'), read: 'not-a-feed' },
    { name: 'of brackets', body: filled('['), read: 'not-a-feed' },
    { name: 'of an open comment', body: `<rss><!--${filled('-')}`, read: [0, 0] },
    { name: 'of declarations', body: `<!DOCTYPE rss [${filled('<!ENTITY a "b">')}]><rss/>`, read: [0, 0] },
    { name: 'of base64', body: rss(`<title mode="base64">${filled('QUFB')}</title>`), read: [1, 0] },
  ])('$name are read to a bound, or refused', { timeout: 10_000 }, ({ body, read }) => {
    const feed = parseFeed({ body, charset: null, url: FOUND });
    expect(feed.ok ? [feed.value.entries.length, feed.value.leftOut] : feed.error.kind).toEqual(read);
  });
});

test('whatever comes, a feed is read or refused', () => {
  const piece = fc.constantFrom(
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<entry>',
    '</entry>',
    '<title type="xhtml">',
    '</title>',
    '<link href="x" xml:base="http://[">',
    '<guid>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '<!DOCTYPE a [',
    '&#0;',
    '&#xffffff;',
    '&a;',
    '<content mode="base64">',
    'A',
    '=',
    '<__proto__ constructor="1">',
    '{"version":"1.1","title":"x","items":[',
    '{}',
    ']}',
  );
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 400 }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.jsonValue().map((items) => JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'x', items })),
    fc.json(),
  );
  fc.assert(
    fc.property(body, (given) => {
      const feed = parseFeed({ body: given, charset: null, url: null });
      expect(feed.ok ? feed.value.entries.length <= 1_000 : feed.error.kind).toBeTruthy();
    }),
    { numRuns: 400 },
  );
});
