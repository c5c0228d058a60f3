import type { parseJsonFeed } from 'feedsmith';
import type { RawEntry, RawFeed } from './raw-feed.ts';

type Feed = ReturnType<typeof parseJsonFeed<string>>;
type Item = NonNullable<Feed['items']>[number];

export const fromJsonFeed = (feed: Feed): RawFeed => ({
  title: feed.title,
  link: feed.home_page_url,
  description: feed.description,
  updated: undefined,
  language: feed.language,
  entries: (feed.items ?? []).map((item) => fromItem(item, feed)),
});

const fromItem = (item: Item, feed: Feed): RawEntry => ({
  id: item.id,
  link: item.url ?? item.external_url,
  title: item.title,
  author: item.authors?.[0]?.name ?? feed.authors?.[0]?.name,
  published: item.date_published,
  updated: item.date_modified,
  summary: item.summary,
  content: item.content_html ?? item.content_text,
  language: item.language,
});
