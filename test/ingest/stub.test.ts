import { describe, expect, test } from 'vitest';
import type { PageText } from '../../src/domain/page-text.ts';
import { readPageText } from '../../src/ingest/page/read-page.ts';
import { NOTHING_KNOWN } from '../../src/ingest/plain-text.ts';
import { stubOf } from '../../src/ingest/stub.ts';
import { HEADLINE, LAYOUTS, STORY } from './layouts.ts';
import { lexicon } from './support.ts';

function read(html: string): PageText {
  const page = readPageText(html, { ...NOTHING_KNOWN, url: 'https://news.example/a' }, lexicon);
  if (!page.ok) throw new Error(`not readable: ${page.error.kind}`);
  return page.value;
}

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('');
const page = (title: string, body: string, head = ''): string =>
  `<html><head><title>${title}</title>${head}</head><body><main>${body}</main></body></html>`;
const linked = (facts: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...facts })}</script>`;
const [first = '', second = ''] = STORY;

describe('what is not the article', () => {
  test.for([
    {
      name: 'a beginning before an offer to subscribe',
      html: page(HEADLINE, paragraphs([first, second, 'Subscribe to continue reading. Already a subscriber? Sign in'])),
      stub: 'paywall',
    },
    {
      name: 'a beginning that says that the rest is paid for',
      html: page(HEADLINE, paragraphs([first, second]), linked({ isAccessibleForFree: 'False' })),
      stub: 'paywall',
    },
    {
      name: 'a beginning in Ukrainian',
      html: page(
        'Міст закрито',
        paragraphs([`${'Міст через річку закрито після обстрілу. '.repeat(4)}`, 'Матеріал доступний за передплатою']),
      ),
      stub: 'paywall',
    },
    {
      name: 'a beginning in Russian',
      html: page(
        'Мост закрыт',
        paragraphs([
          `${'Мост через реку закрыт после обстрела. '.repeat(4)}`,
          'Оформите подписку, чтобы читать дальше',
        ]),
      ),
      stub: 'paywall',
    },
    {
      name: 'a question about cookies',
      html: page(
        'News',
        paragraphs([
          'We and our partners store and/or access information on a device, such as identifiers, to show you what you like.',
          'You may change your choice at any time under cookie settings, which you find at the end of each page.',
        ]),
      ),
      stub: 'consent',
    },
    {
      name: 'a request for scripts',
      html: page(
        'News',
        paragraphs(['You need to enable JavaScript to run this app, or to read anything on this site at all.']),
      ),
      stub: 'scripts',
    },
    {
      name: 'a request for scripts that only those see who have none',
      html: page('News', '<div id="root"></div><noscript><p>Please enable JavaScript.</p></noscript>'),
      stub: 'scripts',
    },
    {
      name: 'a test for people',
      html: page(
        'news.example',
        paragraphs(['Checking your browser before you go on to news.example. This takes five seconds, as a rule.']),
      ),
      stub: 'scripts',
    },
    {
      name: 'an error',
      html: page(
        '404 Not Found | Example News',
        paragraphs(['What you were looking for has been moved or never was here, so we are sorry for that.']),
      ),
      stub: 'error',
    },
    {
      name: 'an error in Ukrainian',
      html: page(
        'Сторінку не знайдено',
        paragraphs(['На жаль, такої сторінки в нас немає, тому спробуйте скористатися пошуком на головній.']),
      ),
      stub: 'error',
    },
    {
      name: 'a list of articles',
      html: page(
        'World',
        Array.from(
          { length: 12 },
          (_, at) => `<div><h3>Headline number ${at} of the day, about a bridge</h3></div>`,
        ).join(''),
      ),
      stub: 'list',
    },
  ])('is told: $name', ({ html, stub }) => {
    expect(read(html).stub).toBe(stub);
  });
});

describe('an article', () => {
  test.for(LAYOUTS)('is none of these: $name', ({ html }) => {
    expect(read(html).stub).toBeNull();
  });

  test.for<{ name: string; title?: string; lines: readonly string[]; facts: object }>([
    {
      name: 'that ends with an offer to subscribe',
      lines: [...STORY, ...STORY, ...STORY, 'Subscribe to continue reading'],
      facts: {},
    },
    { name: 'that is paid for and whole', lines: [...STORY, ...STORY], facts: { isAccessibleForFree: false } },
    {
      name: 'that is free, below an offer',
      lines: [first, second, 'Already a subscriber?'],
      facts: { isAccessibleForFree: true },
    },
    { name: 'on cookies', lines: ['The court ruled that the use of cookies needs consent.', ...STORY], facts: {} },
    {
      name: 'on a site that was down',
      lines: ['The ministry’s site said “page not found” for an hour.', first],
      facts: {},
    },
    { name: 'of few words', lines: [first], facts: {} },
    { name: 'on inspectors', title: 'Access denied to inspectors at the plant', lines: [first, second], facts: {} },
  ])('is none of these: one $name', ({ lines, facts, title = HEADLINE }) => {
    expect(read(page(title, paragraphs(lines), linked(facts))).stub).toBeNull();
  });
});

test('a page without a text and without a word on it is not explained', () => {
  const shown = { title: null, text: null, withoutScripts: '', isArticle: false, isFree: null };
  expect(stubOf(shown, lexicon.stubs)).toBeNull();
});

test('the feeds that a page names are absolute, each once, those of comments last', () => {
  const feed = (href: string, type = 'application/rss+xml'): string =>
    `<link rel="alternate" type="${type}" href="${href}">`;
  const links = [
    feed('/comments/feed/'),
    feed('/feed/'),
    feed('https://news.example/feed/'),
    feed('atom.xml', 'application/atom+xml; charset=utf-8'),
    feed('/f.json', 'application/feed+json'),
    feed('javascript:alert(1)'),
    feed('/style', 'text/css'),
    '<link rel="canonical" href="/a" type="application/rss+xml">',
  ];
  expect(read(page(HEADLINE, paragraphs(STORY), links.join(''))).feeds.map(({ url }) => url)).toEqual([
    'https://news.example/feed/',
    'https://news.example/atom.xml',
    'https://news.example/f.json',
    'https://news.example/comments/feed/',
  ]);
});
