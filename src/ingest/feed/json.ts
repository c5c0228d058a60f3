import { parseJsonFeed } from 'feedsmith';
import { htmlOf } from './markup.ts';
import { MOST_ENTRIES, type RawEntry, type RawFeed } from './raw-feed.ts';

type Feed = ReturnType<typeof parseJsonFeed<string>>;
type Item = NonNullable<Feed['items']>[number];

/** Some feeds give the number of the version, and not its address. */
const BARE_VERSION = /^1(?:\.\d)?$/;

/** null: the document is no feed. */
export function fromJson(json: object): RawFeed | null {
  const isBare = 'version' in json && BARE_VERSION.test(String(json.version));
  try {
    const feed = parseJsonFeed(isBare ? { ...json, version: undefined } : json, { maxItems: MOST_ENTRIES });
    const { length } = 'items' in json && Array.isArray(json.items) ? json.items : [];
    return { ...fromFeed(feed), leftOut: Math.max(0, length - MOST_ENTRIES) };
  } catch {
    // The parser throws for what is no feed.
    return null;
  }
}

const fromFeed = (feed: Feed): Omit<RawFeed, 'leftOut'> => ({
  title: html(feed.title),
  link: feed.home_page_url ?? null,
  self: feed.feed_url ?? null,
  description: html(feed.description),
  updated: null,
  language: feed.language ?? null,
  entries: (feed.items ?? []).map((item) => fromItem(item, feed)),
});

const fromItem = (item: Item, feed: Feed): RawEntry => ({
  id: item.id ?? null,
  link: item.url ?? item.external_url ?? null,
  title: html(item.title),
  author: item.authors?.[0]?.name ?? feed.authors?.[0]?.name ?? null,
  published: item.date_published ?? null,
  updated: item.date_modified ?? null,
  summary: html(item.summary),
  content: item.content_html ?? html(item.content_text),
  language: item.language ?? null,
});

/** Only `content_html` may hold markup: https://www.jsonfeed.org/version/1.1/#items-a-name-items-a */
const html = (text: string | undefined): string | null => (text === undefined ? null : htmlOf(text));
