import { expect, test } from 'vitest';
import { publisherOf } from '../../src/sources/publisher.ts';

const OUTLETS: Readonly<Record<string, string>> = { 'news.example.org': 'Example News', 'wire.example': 'The Wire' };
const outletOf = (url: string): string | null => OUTLETS[new URL(url).hostname.replace(/^www\./, '')] ?? null;

const source = { publisher: 'Daily', url: 'https://feeds.daily.example/rss', siteUrl: 'https://www.daily.example/' };

test.each([
  ['on the site of the feed', source, 'https://www.daily.example/a', 'Daily Online', 'Daily'],
  ['on a part of the site', source, 'https://world.daily.example/a', null, 'Daily'],
  ['nobody says where', source, null, 'Somebody', 'Daily'],
  ['on the site of an outlet that is known', source, 'https://wire.example/a', 'wire', 'The Wire'],
  ['on another site, which says its name', source, 'https://other.example/a', 'The Other', 'The Other'],
  ['on another site, which does not', source, 'https://www.other.example/a', null, 'other.example'],
  ['on a site whose name ends alike', source, 'https://notdaily.example/a', null, 'notdaily.example'],
  [
    'the feed of an outlet under another host',
    { publisher: 'Example', url: 'https://news.example.org/rss', siteUrl: null },
    'https://www.news.example.org/a',
    'News',
    'Example',
  ],
  [
    'the feed says that it belongs to an outlet, and its articles are where it is itself',
    { publisher: 'Example News', url: 'https://borrower.example/rss', siteUrl: 'https://news.example.org/' },
    'https://borrower.example/a',
    null,
    'borrower.example',
  ],
  [
    'the feed is elsewhere, and its articles are where it belongs',
    { publisher: 'Example News', url: 'https://feeds.example/rss', siteUrl: 'https://news.example.org/' },
    'https://www.news.example.org/a',
    null,
    'Example News',
  ],
  [
    'the site is another one than that of the feed, under a name that moderators gave',
    { publisher: 'Daily', url: 'https://daily.example/rss', siteUrl: 'https://host.example/' },
    'https://daily.example/a',
    null,
    'Daily',
  ],
  ['pasted in', { publisher: 'Told', url: null, siteUrl: null }, 'https://wire.example/a', 'wire', 'Told'],
])('an article %s', (_, of, url, said, publisher) => {
  expect(publisherOf({ url, said }, of, outletOf)).toBe(publisher);
});
