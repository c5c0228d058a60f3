export const FORMATS = ['rss', 'rdf', 'atom', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Charsets that a feed is written in, with the words that its items are made of: each has letters that others have not. */
const CHARSET_WORDS = {
  'utf-8': 'Дощ і вітер — rain and wind, Łódź',
  'windows-1251': 'Дощ і вітер над містом, ліс',
  'koi8-u': 'Дощ і вітер над містом, ліс',
  'iso-8859-1': 'Pluie d’été à l’aube, garçon'.replaceAll('’', "'"),
  'utf-16le': 'Дощ і вітер — rain and wind, Łódź',
  'windows-1252': 'Rain “and” wind – café',
} as const;
export type Charset = keyof typeof CHARSET_WORDS;
export const CHARSETS = Object.keys(CHARSET_WORDS) as readonly Charset[];

export interface WrittenItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
}

export interface WrittenFeed {
  readonly title: string;
  readonly url: string;
  readonly items: readonly WrittenItem[];
}

/** Items of a feed, each of some 500 characters that no other feed's item has. */
export function itemsOf(host: string, count: number, charset: Charset): readonly WrittenItem[] {
  const words = CHARSET_WORDS[charset];
  return Array.from({ length: count }, (_, at) => ({
    id: `${host}-${at}`,
    title: `Report ${at} of ${host}`,
    url: `http://${host}/articles/${at}`,
    at: new Date(Date.UTC(2026, 0, 1 + (at % 28), 12)).toISOString(),
    text: `Report ${at} of ${host}. ${`${words}. `.repeat(40)}`.slice(0, 500),
  }));
}

/** The feed in its format, encoded. */
export function writeFeed(feed: WrittenFeed, format: Format, charset: Charset): Buffer {
  const text = WRITERS[format](feed, charset);
  return format === 'json' ? Buffer.from(text) : encode(text, charset);
}

function encode(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text);
  if (charset === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  const bytes = bytesIn(charset);
  return Buffer.from(Array.from(text, (sign) => bytes.get(sign) ?? QUESTION_MARK));
}

const QUESTION_MARK = 0x3f;

/** The byte of each sign of a charset that has one for each. */
function bytesIn(charset: Charset): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(charset);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}

export const TYPES: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml',
  rdf: 'application/rdf+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const head = (charset: Charset): string => `<?xml version="1.0" encoding="${charset}"?>`;
const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"';

const WRITERS: Readonly<Record<Format, (feed: WrittenFeed, charset: Charset) => string>> = {
  rss: ({ title, url, items }, charset) =>
    `${head(charset)}<rss version="2.0" ${CONTENT}><channel><title>${title}</title><link>${url}</link><description>d</description>${items.map(rssItem).join('')}</channel></rss>`,
  rdf: ({ title, url, items }, charset) =>
    `${head(charset)}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${DC} ${CONTENT}><channel rdf:about="${url}"><title>${title}</title><link>${url}</link><description>d</description></channel>${items.map(rdfItem).join('')}</rdf:RDF>`,
  atom: ({ title, url, items }, charset) =>
    `${head(charset)}<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><id>${url}</id><link href="${url}"/><updated>${items[0]?.at}</updated>${items.map(atomEntry).join('')}</feed>`,
  json: ({ title, url, items }) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: url,
      items: items.map(({ id, title: name, url: at, text, at: day }) => ({
        ...{ id, title: name, url: at, content_text: text, date_published: day },
      })),
    }),
};

const rssItem = ({ id, title, url, at, text }: WrittenItem): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${url}</link><pubDate>${new Date(at).toUTCString()}</pubDate><content:encoded>${escaped(`<p>${text}</p>`)}</content:encoded></item>`;

const rdfItem = ({ title, url, at, text }: WrittenItem): string =>
  `<item rdf:about="${url}"><title>${title}</title><link>${url}</link><dc:date>${at}</dc:date><content:encoded>${escaped(`<p>${text}</p>`)}</content:encoded></item>`;

const atomEntry = ({ id, title, url, at, text }: WrittenItem): string =>
  `<entry><id>urn:${id}</id><title>${title}</title><link href="${url}"/><updated>${at}</updated><content type="html">${escaped(`<p>${text}</p>`)}</content></entry>`;
