import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NOTHING_KNOWN } from '../../src/ingest/plain-text.ts';
import { createDocumentReading, type RawDocument } from '../../src/reading/documents.ts';
import { HEADLINE, LAYOUTS, STORY } from '../ingest/layouts.ts';
import { hostilePages } from './hostile-pages.ts';

const DATA = join(import.meta.dirname, '../../data');
const reading = createDocumentReading(DATA);
afterAll(reading.close);

const documentOf = (text: string, charset: string | null = null): RawDocument => ({
  body: new TextEncoder().encode(text),
  charset,
  url: 'https://news.example/2024/05/15/bridge',
});
const pageOf = (html: string) => reading.page(documentOf(html), NOTHING_KNOWN);
const [plain] = LAYOUTS;
const story = [HEADLINE, ...STORY].join('\n\n');

test('a page gives its text and what it says of itself', async () => {
  const feed = '<link rel="alternate" type="application/rss+xml" href="/feed" title="All of it">';
  const page = await pageOf(`${feed}<meta property="og:type" content="article">${plain?.html}`);
  expect(page).toMatchObject({ ok: true, value: { text: story, isArticle: true, stub: null } });
  expect(page.ok && page.value.feeds).toEqual([{ url: 'https://news.example/feed', title: 'All of it' }]);
});

test('a page is decoded as it says, and by what was known of it', async () => {
  const body = Buffer.from(`<meta charset="windows-1251"><p>`, 'latin1');
  const cyrillic = Buffer.from([0xd5, 0xe0, 0xf0, 0xea, 0xb3, 0xe2]);
  const bytes = Buffer.concat([body, ...Array.from({ length: 12 }, () => Buffer.concat([cyrillic, Buffer.from(' ')]))]);
  const known = { ...NOTHING_KNOWN, publisher: 'Varnik Post', url: 'https://other.example/a' };
  const page = await reading.page({ ...documentOf(''), body: bytes }, known);
  expect(page).toMatchObject({
    ok: true,
    value: { text: 'Харків '.repeat(12).trim(), publisher: 'Varnik Post', url: 'https://other.example/a' },
  });
});

test('a feed and a list of feeds are read there too', async () => {
  const item = '<item><title>A bridge is closed</title><link>/a</link></item>';
  const feed = await reading.feed(documentOf(`<rss version="2.0"><channel><title>Post</title>${item}</channel></rss>`));
  const opml = '<opml version="2.0"><body><outline text="Post" xmlUrl="https://a.example/f"/></body></opml>';
  expect(feed).toMatchObject({ ok: true, value: { items: [{ title: 'A bridge is closed' }] } });
  expect(await reading.opml(documentOf(opml))).toMatchObject({ value: { feeds: [{ url: 'https://a.example/f' }] } });
  expect(await reading.feed(documentOf('<p>Hello'))).toMatchObject({ ok: false, error: { kind: 'not-a-feed' } });
});

test.for(hostilePages(60_000))('$name: read or refused, and the next page is read', async ({ html }) => {
  const [hostile, next] = await Promise.all([pageOf(html), pageOf(plain?.html ?? '')]);
  expect(hostile.ok || hostile.error.kind).not.toBe('broken');
  expect(next).toMatchObject({ ok: true, value: { text: story } });
});

test('a page that is too slow fails alone', async () => {
  const slow = createDocumentReading(DATA, { deadlineMs: 1_000, heapMb: 256 });
  const large = hostilePages(1_000_000).find(({ name }) => name.startsWith('divs of words'))?.html ?? '';
  try {
    const pages = ['', large, ''].map((html) => slow.page(documentOf(html), NOTHING_KNOWN));
    const kinds = (await Promise.all(pages)).map((one) => (one.ok ? 'read' : one.error.kind));
    expect(kinds).toEqual(['read', 'too-slow', 'read']);
  } finally {
    await slow.close();
  }
});
