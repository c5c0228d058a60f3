import type { Result } from '../../domain/failure.ts';
import { documentText } from '../decode.ts';
import type { IngestFailure } from '../failure.ts';
import { ENTRY_NAMES, fromXml } from './from-xml.ts';
import { fromJson } from './json.ts';
import { MOST_ENTRIES, type RawFeed } from './raw-feed.ts';
import { parseXml, type XmlTree } from './xml-tree.ts';

/** A feed as it came. */
export interface FeedInput {
  readonly body: string | Uint8Array;
  /** As the transport named it; null where it did not. */
  readonly charset: string | null;
  /** Where the feed was found; relative links are taken from there. */
  readonly url: string | null;
  /** Unix ms: dates more than a day ahead of it are no publication. */
  readonly fetchedAtMs: number;
}

type NotAFeed = Extract<IngestFailure, { readonly kind: 'not-a-feed' }>;

/** Takes RSS, Atom, RDF or JSON Feed apart, however it is written. Never throws. */
export function parseFeed({ body, charset, url }: Omit<FeedInput, 'fetchedAtMs'>): Result<RawFeed, IngestFailure> {
  const text = documentText(body, charset);
  if (!text.ok) return text;
  const document = text.value.replace(/^[\s\0\ufeff]+/, '');
  return /^[[{"]/.test(document) ? parseJson(document) : parseMarkup(document, url);
}

function parseJson(document: string): Result<RawFeed, IngestFailure> {
  try {
    const json: unknown = JSON.parse(document);
    const feed = typeof json === 'object' && json !== null ? fromJson(json) : null;
    return feed === null ? refused('json') : { ok: true, value: feed };
  } catch {
    return refused('other');
  }
}

function parseMarkup(document: string, url: string | null): Result<RawFeed, IngestFailure> {
  if (document === '') return refused('empty');
  const tree = parseXml(document, { names: ENTRY_NAMES, most: MOST_ENTRIES }, url);
  if (!tree.ok) return tree;
  const feed = fromXml(tree.value);
  return feed === null ? refused(looksLike(tree.value)) : { ok: true, value: feed };
}

const refused = (what: NotAFeed['looksLike']): Result<RawFeed, IngestFailure> => ({
  ok: false,
  error: { kind: 'not-a-feed', looksLike: what },
});

function looksLike({ roots }: XmlTree): NotAFeed['looksLike'] {
  const names = roots.map(({ name }) => name.replace(/^.*:/, ''));
  if (names.includes('opml')) return 'opml';
  return names.some((name) => /^(?:html|head|body|title|meta|div|p|article)$/.test(name)) ? 'page' : 'other';
}
