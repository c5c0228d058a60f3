import { parseFeed } from 'feedsmith';
import type { Publication } from '../../domain/article.ts';
import type { Result } from '../../domain/failure.ts';
import { readDate } from '../calendar.ts';
import { decode } from '../decode.ts';
import { type IngestFailure, MAX_DOCUMENT_BYTES } from '../failure.ts';
import type { Lexicon } from '../lexicon.ts';
import { readFragment, textOfFragment } from '../page/fragment.ts';
import { type Known, NOTHING_KNOWN } from '../plain-text.ts';
import type { Reading } from '../reading.ts';
import { fromAtom } from './atom.ts';
import { fromJsonFeed } from './json.ts';
import type { RawEntry, RawFeed } from './raw-feed.ts';
import { fromRdf } from './rdf.ts';
import { fromRss } from './rss.ts';

/** A feed as it came. */
export interface FeedInput {
  readonly body: string | Uint8Array;
  /** As the transport named it; null where it did not. */
  readonly charset: string | null;
  /** Where the feed was found; relative links are taken from there. */
  readonly url: string | null;
}

export interface Feed {
  readonly title: string | null;
  /** The page that the feed belongs to, absolute. */
  readonly url: string | null;
  readonly description: string | null;
  /** ISO 8601: a day or an instant. */
  readonly updated: string | null;
  /** In the order of the feed. */
  readonly entries: readonly FeedEntry[];
}

interface FeedEntry {
  /** Tells the entry from the feed's others: its id, else its address, else its title; '' where it has none of these. */
  readonly key: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly published: Publication | null;
  /** ISO 8601: a day or an instant. */
  readonly updated: string | null;
  /** Whether the feed gives the article itself; a summary only hints at what the page says. */
  readonly isFull: boolean;
  /** Of what the feed gives; most feeds give less than the page does. */
  readonly reading: Result<Reading, IngestFailure>;
}

const MOST_ENTRIES = 1_000;
const MAX = { title: 400, name: 120, url: 2_000, key: 2_000 };

/** Reads RSS, Atom, RDF and JSON Feed. Entries beyond the first thousand are left out. Never throws. */
export function readFeed({ body, charset, url }: FeedInput, lexicon: Lexicon): Result<Feed, IngestFailure> {
  if (body.length > MAX_DOCUMENT_BYTES)
    return { ok: false, error: { kind: 'too-large', limit: MAX_DOCUMENT_BYTES, unit: 'bytes' } };
  const text = typeof body === 'string' ? { ok: true as const, value: body } : decode(body, charset);
  if (!text.ok) return text;
  const feed = parsed(text.value.replace(/^\s+/, ''));
  return feed === null ? { ok: false, error: { kind: 'not-a-feed' } } : { ok: true, value: feedOf(feed, url, lexicon) };
}

function parsed(text: string): RawFeed | null {
  try {
    const { format, feed } = parseFeed(text, { maxItems: MOST_ENTRIES });
    switch (format) {
      case 'rss':
        return fromRss(feed);
      case 'atom':
        return fromAtom(feed);
      case 'rdf':
        return fromRdf(feed);
      case 'json':
        return fromJsonFeed(feed);
    }
  } catch {
    // The parser throws for what is no feed and for what is too broken to be one.
    return null;
  }
}

function feedOf(raw: RawFeed, found: string | null, lexicon: Lexicon): Feed {
  const url = addressOf(raw.link, found);
  const title = titleOf(raw.title, lexicon);
  return {
    title,
    url,
    description: titleOf(raw.description, lexicon),
    updated: raw.updated === undefined ? null : readDate(raw.updated, lexicon.months),
    entries: raw.entries.map((entry) => entryOf(entry, { ...raw, title: title ?? undefined }, url ?? found, lexicon)),
  };
}

function entryOf(raw: RawEntry, feed: RawFeed, base: string | null, lexicon: Lexicon): FeedEntry {
  const url = addressOf(raw.link, base);
  const title = titleOf(raw.title, lexicon);
  const updated = raw.updated === undefined ? null : readDate(raw.updated, lexicon.months);
  const published = publishedOf(raw, updated, lexicon);
  const known: Known = {
    ...NOTHING_KNOWN,
    title,
    url,
    published,
    publisher: feed.title?.slice(0, MAX.name) ?? null,
    author: titleOf(raw.author, lexicon)?.slice(0, MAX.name) ?? null,
    language: languageTag(raw.language ?? feed.language),
  };
  const reading = readFragment(raw.content ?? raw.summary ?? '', known, lexicon);
  const key = (raw.id ?? url ?? title ?? '').slice(0, MAX.key);
  return { key, url, title, published, updated, isFull: raw.content !== undefined, reading };
}

function publishedOf(raw: RawEntry, updated: string | null, { months }: Lexicon): Publication | null {
  const at = raw.published === undefined ? null : readDate(raw.published, months);
  if (at !== null) return { at, basis: 'stated', note: 'the date that the feed gives' };
  return updated === null ? null : { at: updated, basis: 'assumed', note: 'the day it was last changed' };
}

/** Plain words of a value that may hold markup. */
function titleOf(value: string | undefined, lexicon: Lexicon): string | null {
  const text = textOfFragment((value ?? '').slice(0, 10 * MAX.title), lexicon);
  return text.ok ? text.value.replace(/\s+/g, ' ').trim().slice(0, MAX.title) || null : null;
}

function addressOf(value: string | undefined, base: string | null): string | null {
  const url = value === undefined ? null : URL.parse(value.trim(), base ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX.url ? url.href : null;
}

const languageTag = (tag: string | undefined): string | null =>
  /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
