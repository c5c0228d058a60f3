import { describe, expect, test } from 'vitest';
import { type Feed, readFeed } from '../../src/ingest/feed/read-feed.ts';
import { BODY, lexicon } from './support.ts';

const url = 'https://news.example/feed';
const fetchedAtMs = Date.parse('2024-06-01T00:00:00Z');

function feed(body: string | Uint8Array, charset: string | null = null): Feed {
  const read = readFeed({ body, charset, url, fetchedAtMs }, lexicon);
  if (!read.ok) throw new Error(`not readable: ${read.error.kind}`);
  return read.value;
}

const HTML = BODY.map((line) => `<p>${line}</p>`).join('');
const ESCAPED = HTML.replaceAll('<', '&lt;');

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example News</title><link>https://news.example/</link><description>All of it</description><language>en-gb</language>
<item><title>Bridge &amp;amp; ferry closed</title><link>/bridge</link><guid isPermaLink="false">b-1</guid>
<dc:creator>Mira Holt</dc:creator><pubDate>Wed, 15 May 2024 10:30:00 +0300</pubDate>
<description>A summary.</description><content:encoded><![CDATA[${HTML}]]></content:encoded></item>
<item><title>Second</title><link>https://news.example/second</link><description>${ESCAPED}</description></item>
<item><title>Third</title></item></channel></rss>`;

const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example News</title>
<link rel="self" href="https://news.example/feed"/><link href="https://news.example/"/><id>urn:x</id><updated>2024-05-15T10:30:00Z</updated>
<entry><title type="html">Bridge &amp;amp; ferry closed</title><id>b-1</id><link rel="alternate" href="https://news.example/bridge"/>
<author><name>Mira Holt</name></author><published>2024-05-15T10:30:00+03:00</published><updated>2024-05-16T08:00:00Z</updated>
<content type="html">${ESCAPED}</content></entry></feed>`;

const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://news.example/"><title>Example News</title><link>https://news.example/</link><description>All</description><dc:language>en</dc:language></channel>
<item rdf:about="b-1"><title>Bridge &amp;amp; ferry closed</title><link>https://news.example/bridge</link><dc:creator>Mira Holt</dc:creator>
<dc:date>2024-05-15T10:30:00+03:00</dc:date><content:encoded><![CDATA[${HTML}]]></content:encoded></item></rdf:RDF>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Example News',
  home_page_url: 'https://news.example/',
  language: 'en',
  items: [
    {
      id: 'b-1',
      url: 'https://news.example/bridge',
      title: 'Bridge & ferry closed',
      authors: [{ name: 'Mira Holt' }],
      date_published: '2024-05-15T10:30:00+03:00',
      content_html: HTML,
    },
  ],
});

describe('a feed', () => {
  test.for([
    { format: 'RSS', body: RSS },
    { format: 'Atom', body: ATOM },
    { format: 'RDF', body: RDF },
    { format: 'JSON Feed', body: JSON_FEED },
  ])('in $format gives its articles', ({ body }) => {
    const { feed: facts, entries } = feed(body);
    expect([facts.title, facts.url]).toEqual(['Example News', 'https://news.example/']);
    const [entry] = entries;
    expect(entry).toMatchObject({
      key: 'b-1',
      url: 'https://news.example/bridge',
      title: 'Bridge & ferry closed',
      isFull: true,
    });
    expect(Date.parse(entry?.published?.at ?? '')).toBe(Date.parse('2024-05-15T07:30:00Z'));
    expect(entry?.reading).toMatchObject({
      ok: true,
      value: {
        text: BODY.join('\n\n'),
        publisher: 'Example News',
        author: 'Mira Holt',
        language: 'en',
        boilerplate: [],
      },
    });
  });

  test('says which entries are summaries and which are empty', () => {
    const [, second, third] = feed(RSS).entries;
    expect(second).toMatchObject({ key: 'https://news.example/second', isFull: false, reading: { ok: true } });
    expect(third).toMatchObject({ key: 'Third', url: null, reading: { ok: false, error: { kind: 'empty' } } });
  });

  test('without a date of publication has that of its last change', () => {
    const body = ATOM.replace(/<published>[^<]*<\/published>/, '');
    expect(feed(body).entries[0]?.published).toMatchObject({ at: '2024-05-16T08:00:00Z', basis: 'assumed' });
  });

  test('in another charset is decoded by what it or the transport says', () => {
    const cyrillic = (declared: string): Uint8Array =>
      Uint8Array.from(
        [
          ...`<?xml version="1.0"${declared}?><rss version="2.0"><channel><title>\xca\xe8\xe5\xe2</title></channel></rss>`,
        ].map((c) => c.charCodeAt(0)),
      );
    expect(feed(cyrillic(' encoding="windows-1251"')).feed.title).toBe('Киев');
    expect(feed(cyrillic(''), 'windows-1251').feed.title).toBe('Киев');
  });

  test.for([
    { looksLike: 'page', body: '<html><body><p>x</p></body></html>' },
    {
      looksLike: 'page',
      body: '<!DOCTYPE html>\n<html><head><title>RSS</title><link rel="stylesheet" href="a"></head><p>x',
    },
    { looksLike: 'page', body: '<title>No page to speak of</title><p>x' },
    { looksLike: 'other', body: 'no feed at all' },
    { looksLike: 'other', body: '{"items": [' },
    { looksLike: 'other', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    { looksLike: 'empty', body: '' },
    { looksLike: 'empty', body: '\ufeff \n' },
    { looksLike: 'json', body: '{"items": []}' },
    { looksLike: 'json', body: '[{"title": "x"}]' },
    { looksLike: 'json', body: '"x"' },
    {
      looksLike: 'opml',
      body: '<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="https://a.example/f"/></body></opml>',
    },
  ])('is not $body, which looks like $looksLike', ({ body, looksLike }) => {
    expect(readFeed({ body, charset: null, url, fetchedAtMs }, lexicon)).toEqual({
      ok: false,
      error: { kind: 'not-a-feed', looksLike },
    });
  });
});
