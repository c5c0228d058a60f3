import { generateOpml } from 'feedsmith';
import type { Result } from '../domain/failure.ts';
import { addressKey } from './canonical-url.ts';
import { documentText } from './decode.ts';
import type { IngestFailure } from './failure.ts';
import { childrenOf, parseXml, type XmlElement } from './feed/xml-tree.ts';

/** A feed as a list of feeds names it. */
export interface ListedFeed {
  /** Absolute, http or https. */
  readonly url: string;
  readonly title: string | null;
  /** Names of the folders that it is in, the outermost first. */
  readonly folder: readonly string[];
}

export interface FeedList {
  /** In the order of the list; a feed that is in it twice counts once. */
  readonly feeds: readonly ListedFeed[];
  /** How many entries the list has beyond those that are looked at. */
  readonly leftOut: number;
  /** How many entries name something else than an address of http or https. */
  readonly invalid: number;
}

const OUTLINES = { names: ['outline'], most: 10_000 };
const MAX = { url: 2_000, title: 200 };
const NOT_OPML: IngestFailure = {
  kind: 'wrong-shape',
  problems: [{ field: '', problem: 'must be a list of feeds in OPML' }],
};

/**
 * Reads a list of feeds in OPML, well-formed or not. Never throws.
 * @param charset as the transport named it; null where it did not
 * @see http://opml.org/spec2.opml
 */
export function readOpml(body: string | Uint8Array, charset: string | null): Result<FeedList, IngestFailure> {
  const text = documentText(body, charset);
  if (!text.ok) return text;
  const tree = parseXml(text.value, OUTLINES, null);
  if (!tree.ok) return tree;
  const opml = tree.value.roots.find(({ name }) => name === 'opml');
  if (opml === undefined) return { ok: false, error: NOT_OPML };
  const listed = childrenOf(opml, 'body').flatMap((part) => listedIn(part, []));
  const named = listed.filter((feed) => feed !== null);
  const feeds = [...Map.groupBy(named, ({ url }) => addressKey(url)).values()].flatMap(([first]) => first ?? []);
  return { ok: true, value: { feeds, leftOut: tree.value.leftOut, invalid: listed.length - named.length } };
}

/** The feeds below an element, in order; null for each that has no address to fetch. */
function listedIn(element: XmlElement, folder: readonly string[]): readonly (ListedFeed | null)[] {
  return childrenOf(element, 'outline').flatMap((outline) => {
    const title = titleOf(outline);
    const address = outline.attributes.xmlurl;
    const inside = address === undefined && title !== null ? [...folder, title] : folder;
    const below = listedIn(outline, inside);
    return address === undefined ? below : [feedAt(address, title, folder), ...below];
  });
}

function feedAt(address: string, title: string | null, folder: readonly string[]): ListedFeed | null {
  // Some readers write "feed:" for what is fetched by https.
  const url = URL.parse(
    address
      .trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:/i, 'https:'),
  );
  const isFetchable = url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX.url;
  return isFetchable ? { url: url.href, title, folder } : null;
}

function titleOf({ attributes: { title, text } }: XmlElement): string | null {
  const [words] = [title, text]
    .map((name) => name?.replace(/\s+/g, ' ').trim().slice(0, MAX.title).trim())
    .filter(Boolean);
  return words ?? null;
}

const EMPTY = `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Sitrep</title></head><body/></opml>
`;

/** A list of feeds in OPML 2.0, in folders; what is in one folder stands together. */
export const writeOpml = (feeds: readonly ListedFeed[]): string =>
  feeds.length === 0 ? EMPTY : generateOpml({ head: { title: 'Sitrep' }, body: { outlines: outlinesOf(feeds, 0) } });

type Outlines = NonNullable<NonNullable<Parameters<typeof generateOpml>[0]['body']>['outlines']>;

/** @param depth how many folders the feeds have in common */
function outlinesOf(feeds: readonly ListedFeed[], depth: number): Outlines {
  const byFolder = Map.groupBy(feeds, ({ folder }) => folder[depth] ?? null);
  return [...byFolder].flatMap(
    ([name, of]): Outlines =>
      name === null ? of.map(outlineOf) : [{ text: writable(name), outlines: outlinesOf(of, depth + 1) }],
  );
}

const outlineOf = ({ url, title }: ListedFeed): Outlines[number] => ({
  type: 'rss',
  text: writable(title ?? url),
  xmlUrl: url,
});

/** XML has no sign for most control characters: https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const writable = (text: string): string => text.toWellFormed().replace(UNWRITABLE, '\ufffd');
