import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/ingest/page/read-page.ts';
import { NOTHING_KNOWN } from '../../src/ingest/plain-text.ts';
import type { Reading } from '../../src/ingest/reading.ts';
import { HEADLINE, LAYOUTS, STORY } from './layouts.ts';
import { BODY, kept, lexicon } from './support.ts';

const TITLE = 'Bridge at Varnik closed after shells hit both approaches';
const paragraphs = BODY.map((line) => `<p>${line}</p>`).join('\n');

function page(html: string, url: string | null = null): Reading {
  const reading = readPage(html, { ...NOTHING_KNOWN, url }, lexicon);
  if (!reading.ok) throw new Error(`not readable: ${reading.error.kind}`);
  return reading.value;
}

/** A page as a publishing system makes it, with all that stands around an article. */
const FULL = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>${TITLE} | Example News</title>
<meta property="og:title" content="Bridge at Varnik closed after shells hit both approaches">
<meta property="og:site_name" content="Example News">
<meta name="author" content="Mira Holt">
<meta property="article:published_time" content="2024-05-15T10:30:00+03:00">
<link rel="canonical" href="/2024/05/15/bridge">
<style>p { color: red }</style></head>
<body>
<header><a href="/">Example News</a><nav><ul><li><a href="/w">World</a></li><li><a href="/p">Politics</a></li></ul></nav></header>
<div class="cookie-banner"><p>We and our partners use cookies to show you what you like, everywhere and always.</p></div>
<main><article>
<h1>${TITLE}</h1>
<p class="byline">By Mira Holt</p><time datetime="2024-05-15T10:30:00+03:00">15 May 2024</time>
<figure><img src="b.jpg" alt="The bridge"><figcaption>The bridge on Monday. Photo: Mira Holt</figcaption></figure>
<div class="entry-content">
<p>${BODY[0]}</p>
<script>var x = "<p>not a paragraph of the article, however long it may be</p>";</script>
<aside><p>Read how the bridge was built and who paid for it in our long report.</p></aside>
<p>Engineers expect the repair of the <a href="/ramp">northern&nbsp;ramp</a> to take at least three weeks, according to the&#32;ministry.</p>
<div class="share"><a href="#">Share</a></div>
<p style="display:none">Nobody sees this paragraph, so nobody should be told what it says about the bridge.</p>
<p>${BODY[2]}
<p>${BODY[3]}
<div class="related-posts"><h3>Related</h3><p>The ferry operator asks for more boats and the governor agrees to it.</p></div>
</div></article></main>
<footer><p>Copyright 2024 Example News. All rights reserved. No part may be used.</p></footer>
</body></html>`;

describe('a page', () => {
  test('gives the article and what is known around it', () => {
    const reading = page(FULL, 'https://news.example/amp/bridge');
    expect(kept(reading)).toEqual([TITLE, ...BODY]);
    expect(reading).toMatchObject({
      title: TITLE,
      publisher: 'Example News',
      author: 'Mira Holt',
      url: 'https://news.example/2024/05/15/bridge',
      published: { at: '2024-05-15T10:30:00+03:00', basis: 'stated' },
      language: 'en',
    });
  });

  test.for([
    { name: 'in divs without any name', body: `<div><div><h1>${TITLE}</h1><div>${paragraphs}</div></div></div>` },
    {
      name: 'beside a list of links',
      body: `<ul>${'<li><a href="/x">Some other headline that is long enough to look like text</a></li>'.repeat(30)}</ul><section>${paragraphs}</section>`,
    },
    { name: 'with line breaks for paragraphs', body: `<div class="post-content">${BODY.join('<br><br>')}</div>` },
    { name: 'in table cells', body: `<table><tr><td>${paragraphs}</td></tr></table>` },
    { name: 'inside a form around the page', body: `<form action="/"><input name="q"><div>${paragraphs}</div></form>` },
    { name: 'with unclosed elements', body: `<div><p>${BODY.join('<p>')}` },
    {
      name: 'with inline elements',
      body: `<div>${BODY.map((line) => `<p><b>${line.slice(0, 20)}</b><i>${line.slice(20)}</i></p>`).join('')}</div>`,
    },
  ])('is found $name', ({ body }) => {
    const reading = page(`<html><head><title>${TITLE}</title></head><body>${body}</body></html>`);
    expect(kept(reading)).toEqual([TITLE, ...BODY]);
  });

  test.for(LAYOUTS)('is told from its surroundings in $name', ({ html, story = STORY }) => {
    expect(kept(page(html))).toEqual([HEADLINE, ...story]);
  });

  test('that shows little is taken from what it tells search engines', () => {
    const article = { '@type': 'NewsArticle', headline: TITLE, articleBody: BODY.join('\n\n') };
    const html = `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, article] })}</script><div><p>${BODY[0]?.slice(0, 60)}</p></div>`;
    expect(kept(page(html))).toEqual([TITLE, ...BODY]);
  });

  test.for([
    { name: 'objects', given: { author: { name: 'Mira Holt' }, publisher: { name: 'Example News' } } },
    { name: 'lists', given: { author: [{ name: 'Mira Holt' }, { name: 'Jon Reed' }], publisher: ['Example News'] } },
    { name: 'words', given: { author: 'Mira Holt', publisher: 'Example News' } },
  ])('may name its people as $name', ({ given }) => {
    const linked = JSON.stringify([{ '@type': ['ReportageNewsArticle'], datePublished: '2024-05-15', ...given }]);
    const reading = page(`<script type="application/ld+json">${linked}</script>${paragraphs}`);
    expect(reading).toMatchObject({ author: 'Mira Holt', publisher: 'Example News', published: { at: '2024-05-15' } });
  });

  test.for([
    {
      name: 'its address',
      head: '',
      url: 'https://www.news.example/2024/05/15/bridge',
      at: '2024-05-15',
      basis: 'url',
    },
    {
      name: 'a time element',
      head: '<time datetime="2024-05-14">yesterday</time>',
      url: 'https://news.example/2024/05/15/b',
      at: '2024-05-14',
      basis: 'stated',
    },
    { name: 'a line of text', head: '<p>Published: 13 May 2024</p>', url: null, at: '2024-05-13', basis: 'stated' },
    {
      name: 'the line of its last change',
      head: '<p>Last updated: 16 May 2024</p>',
      url: null,
      at: '2024-05-16',
      basis: 'assumed',
    },
  ])('is dated by $name', ({ head, url, at, basis }) => {
    expect(page(`<body>${head}${paragraphs}</body>`, url).published).toMatchObject({ at, basis });
  });

  test('without an outlet’s name is known by its address', () => {
    expect(page(paragraphs, 'https://www.reuters.com/world/bridge').publisher).toBe('Reuters');
    expect(page(paragraphs, 'https://www.news.example/bridge').publisher).toBe('news.example');
  });

  test.for([
    { name: 'no text', html: '<html><body><img src="x"></body></html>', kind: 'no-content' },
    { name: 'a menu alone', html: '<nav><a href="/">Home</a></nav>', kind: 'no-content' },
    { name: 'nothing', html: '', kind: 'no-content' },
    { name: 'a thousand levels', html: `${'<div>'.repeat(1000)}${paragraphs}`, kind: 'too-complex' },
    { name: 'a hundred thousand elements', html: `${'<br>'.repeat(100_000)}${paragraphs}`, kind: 'too-complex' },
    { name: 'control characters', html: '\u0000\u0001\u0002<p>', kind: 'binary' },
    { name: 'more than five megabytes', html: 'a'.repeat(5_242_881), kind: 'too-large' },
  ])('with $name is refused', ({ html, kind }) => {
    expect(readPage(html, NOTHING_KNOWN, lexicon)).toMatchObject({ ok: false, error: { kind } });
  });
});
