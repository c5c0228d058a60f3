import type { parseRdfFeed } from 'feedsmith';
import type { RawEntry, RawFeed } from './raw-feed.ts';

type Feed = ReturnType<typeof parseRdfFeed<string>>;
type Item = NonNullable<Feed['items']>[number];

export const fromRdf = (feed: Feed): RawFeed => ({
  title: feed.title ?? feed.dc?.titles?.[0],
  link: feed.link,
  description: feed.description,
  updated: feed.dc?.dates?.[0] ?? feed.dcterms?.modified?.[0],
  language: feed.dc?.languages?.[0],
  entries: (feed.items ?? []).map(fromItem),
});

const fromItem = (item: Item): RawEntry => ({
  id: item.rdf?.about,
  link: item.link ?? item.rdf?.about,
  title: item.title ?? item.dc?.titles?.[0],
  author: item.dc?.creators?.[0],
  published: item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
  updated: item.dcterms?.modified?.[0],
  summary: item.description ?? item.dc?.descriptions?.[0],
  content: item.content?.encoded,
  language: item.dc?.languages?.[0],
});
