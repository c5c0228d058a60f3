import { markupOf } from './markup.ts';
import type { RawEntry, RawFeed } from './raw-feed.ts';
import { childrenOf, ownText, type XmlElement, type XmlTree } from './xml-tree.ts';

/** The elements that entries are in RSS, RDF and Atom. */
export const ENTRY_NAMES: readonly string[] = ['item', 'entry', 'atom:entry'];

/** What the formats and their modules call the same; the first that is there counts. Atom without its namespace has no prefix. */
const NAMES = {
  title: ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'],
  description: [
    'description',
    'atom:subtitle',
    'subtitle',
    'atom:tagline',
    'tagline',
    'dc:description',
    'itunes:summary',
    'itunes:subtitle',
  ],
  changed: [
    'lastbuilddate',
    'atom:updated',
    'updated',
    'atom:modified',
    'modified',
    'pubdate',
    'dc:date',
    'dcterms:modified',
  ],
  language: ['language', 'dc:language'],
  id: ['guid', 'atom:id', 'id', 'dc:identifier'],
  published: [
    'pubdate',
    'atom:published',
    'published',
    'atom:issued',
    'issued',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'atom:created',
    'created',
  ],
  updated: ['atom:updated', 'updated', 'atom:modified', 'modified', 'dcterms:modified'],
  summary: [
    'description',
    'atom:summary',
    'summary',
    'dc:description',
    'itunes:summary',
    'itunes:subtitle',
    'media:description',
  ],
  content: ['content:encoded', 'atom:content', 'content', 'html:body', 'body', 'fullitem'],
} as const;

/** An entry that the document's end cuts off is left out: whole, it comes with the next. null: the document is no feed. */
export function fromXml({ roots, leftOut, cut }: XmlTree): RawFeed | null {
  const root = roots.flatMap((element) => [element, ...childrenOf(element)]).find(isFeed);
  if (root === undefined) return null;
  const channel = childrenOf(root, 'channel')[0] ?? root;
  const entries = [...new Set([channel, root])].flatMap((holder) => childrenOf(holder)).filter(isEntry);
  return {
    title: markupIn(channel, NAMES.title),
    link: linkOf(channel),
    self: selfOf(channel),
    description: markupIn(channel, NAMES.description),
    updated: textIn(channel, NAMES.changed),
    language: textIn(channel, NAMES.language) ?? channel.language,
    entries: entries.filter((entry) => entry !== cut).map((entry) => entryOf(entry, channel)),
    leftOut: leftOut + (cut === null ? 0 : 1),
  };
}

const isFeed = ({ name }: XmlElement): boolean => /^(?:rss|rdf:rdf|(?:atom:)?feed)$/.test(name);
const isEntry = ({ name }: XmlElement): boolean => ENTRY_NAMES.includes(name);

const entryOf = (entry: XmlElement, feed: XmlElement): RawEntry => ({
  id: textIn(entry, NAMES.id) ?? entry.attributes['rdf:about'] ?? null,
  link: linkOf(entry) ?? permalinkOf(entry) ?? entry.attributes['rdf:about'] ?? enclosureOf(entry),
  title: markupIn(entry, NAMES.title),
  author: authorOf(entry) ?? childrenOf(entry, 'atom:source').map(authorOf)[0] ?? authorOf(feed),
  published: textIn(entry, NAMES.published),
  updated: textIn(entry, NAMES.updated),
  summary: markupIn(entry, NAMES.summary),
  content: markupIn(entry, NAMES.content),
  language: textIn(entry, NAMES.language) ?? entry.language,
});

type Names = readonly string[];
const markupIn = (element: XmlElement, names: Names): string | null => firstIn(element, names, markupOf);
const textIn = (element: XmlElement, names: Names): string | null => firstIn(element, names, ownText);

function firstIn(element: XmlElement, names: Names, read: (child: XmlElement) => string | null): string | null {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const value = read(child);
      if (value !== null) return value;
    }
  }
  return null;
}

const linksOf = (element: XmlElement): readonly XmlElement[] =>
  childrenOf(element).filter((child) => /^(?:atom:)?link$/.test(child.name) && hrefOf(child) !== null);

/** The address of the page itself, that before one that only counts who comes by: https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2 */
function linkOf(element: XmlElement): string | null {
  const written = [...childrenOf(element, 'feedburner:origlink'), ...childrenOf(element, 'link')].find(ownText);
  if (written !== undefined) return hrefOf(written);
  const pages = linksOf(element).filter(
    ({ attributes: { rel } }) => rel === undefined || /^\s*alternate\s*$/i.test(rel),
  );
  const page = pages.find(({ attributes: { type } }) => type === undefined || type.includes('html')) ?? pages[0];
  return page === undefined ? null : hrefOf(page);
}

const selfOf = (channel: XmlElement): string | null =>
  linksOf(channel)
    .filter(({ attributes: { rel } }) => /^\s*self\s*$/i.test(rel ?? ''))
    .map(hrefOf)[0] ?? null;

/** Some feeds write the address of a link between its tags. */
function hrefOf(link: XmlElement): string | null {
  const { href, url } = link.attributes;
  const address = (href ?? url)?.trim() || ownText(link);
  return address === null || link.base === null ? address : (URL.parse(address, link.base)?.href ?? address);
}

/** An id is an address unless it says that it is none: https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt */
function permalinkOf(entry: XmlElement): string | null {
  const guid = childrenOf(entry, 'guid').find(({ attributes }) => !/^\s*false\s*$/i.test(attributes.ispermalink ?? ''));
  const text = guid === undefined ? null : ownText(guid);
  return text !== null && /^https?:/i.test(text) ? text : null;
}

/** Of what has no page, such as a broadcast. */
const enclosureOf = (entry: XmlElement): string | null =>
  childrenOf(entry, 'enclosure')
    .map(hrefOf)
    .find((address) => address !== null) ?? null;

/** A person's name; in RSS it stands in brackets behind an address of mail. */
function authorOf(element: XmlElement): string | null {
  const people = ['atom:author', 'author'].flatMap((name) => childrenOf(element, name));
  const named = people.map((person) => textIn(person, ['atom:name', 'name'])).find((name) => name !== null);
  const written = named ?? textIn(element, ['dc:creator', 'author', 'itunes:author', 'managingeditor']);
  return written === null ? null : withoutMail(written);
}

function withoutMail(person: string): string | null {
  const name =
    /^[^\s@]{1,100}@[^\s@]{1,100}\s+\((.{1,200})\)$/s.exec(person)?.[1] ??
    person.replace(/<[^<>@\s]{1,100}@[^<>@\s]{1,100}>/, '');
  return /^[^\s@]+@[^\s@]+$/.test(name.trim()) ? null : name.trim() || null;
}
