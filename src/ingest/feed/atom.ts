import type { parseAtomFeed } from 'feedsmith';
import type { RawEntry, RawFeed } from './raw-feed.ts';

type Feed = ReturnType<typeof parseAtomFeed<string>>;
type Entry = NonNullable<Feed['entries']>[number];
interface Link {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
}

export const fromAtom = (feed: Feed): RawFeed => ({
  title: feed.title?.value,
  link: linkOf(feed.links),
  description: feed.subtitle?.value,
  updated: feed.updated ?? feed.dc?.dates?.[0],
  language: feed.xml?.lang,
  entries: (feed.entries ?? []).map((entry) => fromEntry(entry, feed)),
});

const fromEntry = (entry: Entry, feed: Feed): RawEntry => ({
  id: entry.id,
  link: linkOf(entry.links),
  title: entry.title?.value,
  author: entry.authors?.[0]?.name ?? entry.source?.authors?.[0]?.name ?? feed.authors?.[0]?.name,
  published: entry.published ?? entry.dc?.dates?.[0] ?? entry.dcterms?.created?.[0],
  updated: entry.updated,
  summary: entry.summary?.value,
  content: entry.content?.value,
  language: entry.xml?.lang,
});

/** The address of the page itself: https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2 */
export function linkOf(links: readonly Link[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (pages.find(({ type }) => type === undefined || type.includes('html')) ?? pages[0])?.href;
}
