import { describe, expect, test } from 'vitest';
import { findFeeds } from '../../src/ingest/page/find-feeds.ts';
import { elementsIn, parsePage } from '../../src/ingest/page/tree.ts';

const HERE = 'https://www.news.example/world/';

function feeds(html: string, found: string | null = HERE) {
  const page = parsePage(html);
  if (!page.ok) throw new Error(page.error.kind);
  return findFeeds(elementsIn(page.value), found);
}
const urls = (html: string, found?: string | null): readonly string[] => feeds(html, found).map(({ url }) => url);

describe('a page', () => {
  test('names its feeds in its head, those of comments last, each once', () => {
    const html = `<head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
      <link rel="alternate" type="application/atom+xml; charset=utf-8" href="atom.xml" title=" World&#10; news ">
      <LINK REL="feed Alternate" TYPE="application/feed+json" HREF="//cdn.example/feed.json">
      <link rel="alternate" type="application/rss+xml" title="Again" href="https://www.news.example/world/atom.xml"></head>
      <a href="/rss">RSS</a>`;
    expect(feeds(html)).toEqual([
      { url: 'https://www.news.example/world/atom.xml', title: 'World news' },
      { url: 'https://cdn.example/feed.json', title: null },
      { url: 'https://www.news.example/comments/feed/', title: 'Comments' },
    ]);
  });

  test.for([
    { name: 'another language', html: '<link rel="alternate" hreflang="uk" href="/uk">' },
    { name: 'a style', html: '<link rel="alternate stylesheet" type="text/css" href="/feed.css">' },
    { name: 'the site’s data', html: '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">' },
    { name: 'a script', html: '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">' },
    {
      name: 'an address without end',
      html: `<link rel="alternate" type="application/rss+xml" href="/${'x'.repeat(3_000)}">`,
    },
    {
      name: 'a word that begins alike',
      html: '<a href="/feedback">Feedback</a><a href="/atomic-energy">x</a><a href="/xml-html.html">x</a>',
    },
    { name: 'the map of the site', html: '<a href="/sitemap.xml">Sitemap</a>' },
    {
      name: 'another site’s',
      html: '<a href="https://other.example/feed">x</a><a href="https://notnews.example/rss">x</a>',
    },
  ])('has no feed in $name', ({ html }) => {
    expect(urls(html)).toEqual([]);
  });

  test.for([
    ['/rss', 'https://www.news.example/rss'],
    ['/feed/', 'https://www.news.example/feed/'],
    ['?feed=rss2', 'https://www.news.example/world/?feed=rss2'],
    ['/world.xml', 'https://www.news.example/world.xml'],
    ['/atom/all', 'https://www.news.example/atom/all'],
    ['/export/rss.php', 'https://www.news.example/export/rss.php'],
    ['https://news.example/feeds/world', 'https://news.example/feeds/world'],
    ['http://rss.news.example/world', 'http://rss.news.example/world'],
  ])('that names none is looked through for links such as %s', ([href, url]) => {
    expect(feeds(`<p><a href="/about">x</a> <a href="${href}"><b>Our</b> feed</a>`)).toEqual([
      { url, title: 'Our feed' },
    ]);
  });

  test('says what its addresses are relative to', () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="feed">';
    expect(urls(`<base href="https://cdn.example/a/">${link}`)).toEqual(['https://cdn.example/a/feed']);
    expect(urls(`<base href="/b/">${link}`)).toEqual(['https://www.news.example/b/feed']);
    expect(urls(`<base href="http://">${link}`)).toEqual(['https://www.news.example/world/feed']);
    expect(urls(link, null)).toEqual([]);
  });

  test('has ten feeds at most', () => {
    const many = (tag: string) => Array.from({ length: 5_000 }, (_, at) => `<${tag} href="/feed/${at}">`).join('');
    expect([urls(many('link rel="alternate" type="application/rss+xml"')).length, urls(many('a')).length]).toEqual([
      10, 10,
    ]);
  });
});
