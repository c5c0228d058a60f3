/** What an item of a feed says, each part as it stands in the document; null: it says nothing of that. */
export interface RssItem {
  readonly guid: string | null;
  readonly title: string;
  readonly link: string | null;
  /** RFC 822. */
  readonly date: string | null;
  readonly text: string;
}

/** Parts are taken as they are: whoever wants them escaped does so. */
export const rssItem = ({ guid, title, link, date, text }: RssItem): string =>
  [
    '<item>',
    guid === null ? '' : `<guid isPermaLink="false">${guid}</guid>`,
    `<title>${title}</title>`,
    link === null ? '' : `<link>${link}</link>`,
    date === null ? '' : `<pubDate>${date}</pubDate>`,
    `<content:encoded>${text}</content:encoded></item>`,
  ].join('');

/** @param before what stands in front of the feed, such as a document type */
export const rssFeed = (title: string, items: string, before = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>${before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://${title}/</link><language>en</language>${items}</channel></rss>`;
