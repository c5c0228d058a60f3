import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FeedFacts, FeedItem } from '../../src/domain/feed-item.ts';
import { type FeedItems, readFeedItems } from '../../src/ingest/feed/read-feed.ts';
import { hostileText } from '../support/hostile-text.ts';
import { BODY, lexicon } from './support.ts';

const url = 'https://news.example/feed';
const fetchedAtMs = Date.parse('2024-05-15T12:00:00Z');

function read(body: string): FeedItems {
  const feed = readFeedItems({ body, charset: null, url, fetchedAtMs }, lexicon);
  if (!feed.ok) throw new Error(`not readable: ${feed.error.kind}`);
  return feed.value;
}
const rss = (items: string, channel = ''): string =>
  `<rss version="2.0"><channel><title>News &amp;amp; more</title>${channel}${items}</channel></rss>`;
const itemOf = (item: string): FeedItem => read(rss(`<item>${item}</item>`)).items[0]!;

test('an item is what its feed says of it, as plain data', () => {
  const text = BODY.map((line) => `<p>${line}</p>`).join('');
  const { feed, items } = read(
    rss(
      `<item><guid isPermaLink="false">b-1</guid><title>Bridge &lt;b&gt;closed&lt;/b&gt;</title><link>/bridge?utm_source=rss&amp;id=7</link>
       <dc:creator>Mira Holt</dc:creator><pubDate>Wed, 15 May 2024 00:30:00 +0300</pubDate><description>In short.</description>
       <content:encoded><![CDATA[${text}<script>alert(1)</script>]]></content:encoded></item>`,
      `<link>https://news.example/</link><atom:link rel="self" href="https://news.example/feed.xml"/><description>All</description>
       <language>en-GB</language><lastBuildDate>Wed, 15 May 2024 10:00:00 GMT</lastBuildDate><ttl>60</ttl>`,
    ),
  );
  expect(items).toEqual([
    {
      key: 'b-1',
      url: 'https://news.example/bridge?id=7',
      title: 'Bridge closed',
      author: 'Mira Holt',
      published: { at: '2024-05-15T00:30:00+03:00', basis: 'stated', note: 'the date that the feed gives' },
      updated: null,
      dateProblem: null,
      language: 'en',
      text: BODY.join('\n\n'),
      isFull: true,
    },
  ]);
  expect(feed).toEqual({
    title: 'News & more',
    url: 'https://news.example/',
    selfUrl: 'https://news.example/feed.xml',
    description: 'All',
    updated: '2024-05-15T10:00:00Z',
    language: 'en',
    leftOut: 0,
  });
});

describe('an item is told from the others', () => {
  test.for([
    { by: 'its id', item: '<guid>7</guid><link>https://a.example/</link>', key: '7' },
    {
      by: 'its address, by which it is opened',
      item: '<link>https://a.example/?utm_source=x</link><title>A</title>',
      key: 'https://a.example/',
    },
    { by: 'its title', item: '<title>A</title><description>B</description>', key: 'A' },
    {
      by: 'its text',
      item: '<description>B</description>',
      key: 'df7e70e5021544f4834bbee64a9e3789febc4be81470df629cad6ddb03320a5c',
    },
  ])('by $by', ({ item, key }) => {
    expect(itemOf(item).key).toBe(key);
  });

  test('by its address where the feed gives several the same id', () => {
    const { items } = read(
      rss(['a', 'b', 'b'].map((at) => `<item><guid>x</guid><link>https://a.example/${at}</link></item>`).join('')),
    );
    expect(items.map(({ key }) => key)).toEqual(['https://a.example/a', 'https://a.example/b']);
  });

  test('and is no item where it has nothing', () => {
    expect(read(rss('<item><category>x</category></item><item/>')).items).toEqual([]);
  });
});

describe('a date', () => {
  test.for([
    { name: 'is kept', item: '<pubDate>2024-05-14T10:00:00Z</pubDate>', at: '2024-05-14T10:00:00Z', problem: null },
    {
      name: 'an hour ahead is kept',
      item: '<pubDate>2024-05-15T13:00:00Z</pubDate>',
      at: '2024-05-15T13:00:00Z',
      problem: null,
    },
    { name: 'of tomorrow is kept', item: '<pubDate>2024-05-16</pubDate>', at: '2024-05-16', problem: null },
    { name: 'two days ahead is none', item: '<pubDate>2024-05-17T13:00:00Z</pubDate>', at: null, problem: 'future' },
    {
      name: 'ahead of all clocks is none',
      item: '<pubDate>2098-05-17T13:00:00Z</pubDate>',
      at: null,
      problem: 'future',
    },
    {
      name: 'ahead leaves the last change',
      item: '<pubDate>2034-05-17T13:00:00Z</pubDate><updated>2024-05-15T10:00:00Z</updated>',
      at: '2024-05-15T10:00:00Z',
      problem: null,
    },
    { name: 'that is missing is missing', item: '', at: null, problem: 'missing' },
    { name: 'that is none cannot be read', item: '<pubDate>soon</pubDate>', at: null, problem: 'unreadable' },
    {
      name: 'without a zone is taken for UTC',
      item: '<pubDate>2024-05-14 10:00</pubDate>',
      at: '2024-05-14T10:00:00Z',
      problem: null,
    },
  ] as const)('$name', ({ item, at, problem }) => {
    const { published, dateProblem } = itemOf(`<guid>1</guid>${item}`);
    expect([published?.at ?? null, dateProblem]).toEqual([at, problem]);
  });
});

describe('a text', () => {
  test.for([
    {
      name: 'that only sums up',
      item: '<description>Short &amp;amp; plain</description>',
      text: 'Short & plain',
      isFull: false,
    },
    {
      name: 'with an address that runs code',
      item: '<link>javascript:alert(1)</link><description>&lt;a href="javascript:x"&gt;A&lt;/a&gt;</description>',
      text: 'A',
      isFull: false,
    },
    {
      name: 'of markup alone',
      item: '<guid>1</guid><description>&lt;img src="x"&gt;</description>',
      text: null,
      isFull: false,
    },
    {
      name: 'without end',
      item: `<description>${'x'.repeat(300_000)}</description>`,
      text: 'x'.repeat(200_000),
      isFull: false,
    },
    {
      name: 'nested without end',
      item: `<guid>1</guid><description>${'&lt;div&gt;'.repeat(1_000)}x</description>`,
      text: null,
      isFull: false,
    },
  ])('$name', ({ item, text, isFull }) => {
    expect(itemOf(item)).toMatchObject({ text, isFull });
  });

  test('of JSON keeps its lines and is no markup', () => {
    const items = [{ id: '1', content_text: 'A <b> & c\n\nSecond line' }];
    const { items: read_ } = read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items }));
    expect(read_[0]?.text).toBe('A <b> & c\n\nSecond line');
  });
});

test('whatever a feed says, its items are what an item is', () => {
  const words = hostileText.map((text) => text.replaceAll(']]>', ''));
  const item = fc
    .record({ id: words, title: words, link: fc.oneof(words, fc.webUrl()), author: words, date: words, text: words })
    .map(
      ({ id, title, link, author, date, text }) =>
        `<item xml:lang="${'e'.repeat(id.length % 9)}"><guid><![CDATA[${id}]]></guid><title><![CDATA[${title}]]></title><link><![CDATA[${link}]]></link><author><![CDATA[${author}]]></author><pubDate><![CDATA[${date}]]></pubDate><description><![CDATA[${text}]]></description></item>`,
    );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 5 }), words, (items, title) => {
      const { feed, items: all } = read(
        rss(items.join(''), `<title><![CDATA[${title}]]></title><language>${title.slice(0, 3)}</language>`),
      );
      expect(FeedFacts.parse(feed)).toEqual(feed);
      for (const one of all) expect(FeedItem.parse(one)).toEqual(one);
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    }),
    { numRuns: 150 },
  );
});
