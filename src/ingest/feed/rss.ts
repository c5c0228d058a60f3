import type { parseRssFeed } from 'feedsmith';
import { linkOf } from './atom.ts';
import type { RawEntry, RawFeed } from './raw-feed.ts';

type Feed = ReturnType<typeof parseRssFeed<string>>;
type Item = NonNullable<Feed['items']>[number];

export const fromRss = (feed: Feed): RawFeed => ({
  title: feed.title ?? feed.dc?.titles?.[0],
  link: feed.link ?? linkOf(feed.atom?.links),
  description: feed.description ?? feed.itunes?.summary,
  updated: feed.lastBuildDate ?? feed.pubDate ?? feed.atom?.updated ?? feed.dc?.dates?.[0],
  language: feed.language ?? feed.dc?.languages?.[0],
  entries: (feed.items ?? []).map(fromItem),
});

const fromItem = (item: Item): RawEntry => ({
  id: item.guid?.value,
  link: item.link ?? linkOf(item.atom?.links) ?? permalinkOf(item),
  title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value,
  author: item.authors?.[0]?.name ?? item.dc?.creators?.[0] ?? item.authors?.[0]?.email,
  published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0] ?? item.atom?.published,
  updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
  summary: item.description ?? item.dc?.descriptions?.[0] ?? item.atom?.summary?.value ?? item.itunes?.summary,
  content: item.content?.encoded ?? item.atom?.content?.value,
  language: item.dc?.languages?.[0],
});

/** An id is an address unless it says that it is none: https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt */
const permalinkOf = ({ guid }: Item): string | undefined =>
  guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;
