import type { Result } from '../../domain/failure.ts';
import { type FeedFacts, type FeedItem, MAX_ITEM_CHARS } from '../../domain/feed-item.ts';
import type { IngestFailure } from '../failure.ts';
import type { Lexicon } from '../lexicon.ts';
import { readFragment, textOfFragment } from '../page/fragment.ts';
import { NOTHING_KNOWN } from '../plain-text.ts';
import type { Reading } from '../reading.ts';
import { type Around, type EntryFacts, entriesOf, feedFacts, type KnownEntry } from './facts.ts';
import { type FeedInput, parseFeed } from './parse-feed.ts';
import type { RawEntry } from './raw-feed.ts';

/** A feed with its articles, as far as it gives them itself. */
export interface Feed {
  readonly feed: FeedFacts;
  /** In the order of the feed. */
  readonly entries: readonly FeedEntry[];
}

interface FeedEntry extends EntryFacts {
  /** Of what the feed gives; most feeds give less than the page does. */
  readonly reading: Result<Reading, IngestFailure>;
}

/** A feed as it is polled: nothing is read yet of what its items say. */
export interface FeedItems {
  readonly feed: FeedFacts;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
}

/**
 * Reads RSS, Atom, RDF and JSON Feed with the article of each entry. Entries beyond the first thousand are left out. Never throws.
 */
export function readFeed(input: FeedInput, lexicon: Lexicon): Result<Feed, IngestFailure> {
  const read = knownOf(input, { found: input.url, nowMs: input.fetchedAtMs, lexicon });
  if (!read.ok) return read;
  const { feed, entries } = read.value;
  return { ok: true, value: { feed, entries: entries.map((entry) => withReading(entry, feed, lexicon)) } };
}

/** The same with the plain text of each entry, in a fraction of the time. */
export function readFeedItems(input: FeedInput, lexicon: Lexicon): Result<FeedItems, IngestFailure> {
  const read = knownOf(input, { found: input.url, nowMs: input.fetchedAtMs, lexicon });
  if (!read.ok) return read;
  const { feed, entries } = read.value;
  return { ok: true, value: { feed, items: entries.map((entry) => withText(entry, feed, lexicon)) } };
}

interface Known {
  readonly feed: FeedFacts;
  readonly entries: readonly KnownEntry[];
}

function knownOf(input: FeedInput, around: Around): Result<Known, IngestFailure> {
  const raw = parseFeed(input);
  if (!raw.ok) return raw;
  const feed = feedFacts(raw.value, around);
  return { ok: true, value: { feed, entries: entriesOf(raw.value, feed, around) } };
}

function withReading({ raw, facts }: KnownEntry, feed: FeedFacts, lexicon: Lexicon): FeedEntry {
  const { title, author, url, published } = facts;
  const language = facts.language ?? feed.language;
  const known = {
    ...NOTHING_KNOWN,
    title,
    author,
    url,
    published,
    language,
    publisher: feed.title?.slice(0, 120) ?? null,
  };
  return { ...facts, reading: readFragment(bodyOf(raw), known, lexicon) };
}

function withText({ raw, facts }: KnownEntry, feed: FeedFacts, lexicon: Lexicon): FeedItem {
  const text = textOfFragment(bodyOf(raw), lexicon);
  const plain = text.ok ? text.value.slice(0, MAX_ITEM_CHARS).toWellFormed().trim() : '';
  return { ...facts, language: facts.language ?? feed.language, text: plain === '' ? null : plain };
}

const bodyOf = ({ content, summary }: RawEntry): string => content ?? summary ?? '';
