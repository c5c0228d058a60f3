import { hash } from 'node:crypto';
import type { Publication } from '../../domain/article.ts';
import type { FeedFacts, FeedItem } from '../../domain/feed-item.ts';
import { canonicalUrl } from '../canonical-url.ts';
import { readDate } from '../date-time.ts';
import type { Lexicon } from '../lexicon.ts';
import { textOfFragment } from '../page/fragment.ts';
import type { RawEntry, RawFeed } from './raw-feed.ts';

/** An item without its text. */
export type EntryFacts = Omit<FeedItem, 'text'>;

/** What the entries of a feed are read with. */
export interface Around {
  /** Where the feed was found; null where it was handed over. */
  readonly found: string | null;
  /** Unix ms when it was fetched. */
  readonly nowMs: number;
  readonly lexicon: Lexicon;
}

const MAX = { title: 400, name: 120, url: 2_000, key: 2_000 };
/** Markup beyond this is not looked at for a title. */
const MAX_TITLE_MARKUP = 10 * MAX.title;
/** A clock may be wrong by a zone; what is further ahead is no date of publication. */
const AHEAD_MS = 86_400_000;
/** Feeds give times of day without a zone mostly in UTC, and the day is right in any case. */
const ASSUMED_ZONE = 'Z';

export function feedFacts(raw: RawFeed, { found, lexicon }: Around): FeedFacts {
  return {
    title: wordsOf(raw.title, lexicon),
    url: addressOf(raw.link, found),
    selfUrl: addressOf(raw.self, found),
    description: wordsOf(raw.description, lexicon),
    updated: dateOf(raw.updated, lexicon),
    language: languageTag(raw.language),
    leftOut: raw.leftOut,
  };
}

/** An entry with what is known of it. */
export interface KnownEntry {
  readonly raw: RawEntry;
  readonly facts: EntryFacts;
}

/** In the order of the feed; an entry that is in it twice counts once, and one with nothing in it not at all. */
export function entriesOf(raw: RawFeed, { url }: FeedFacts, around: Around): readonly KnownEntry[] {
  const shared = sharedIds(raw.entries);
  const known = new Map<string, KnownEntry>();
  for (const entry of raw.entries) {
    const facts = entryFacts(entry, url ?? around.found, around);
    const id = entry.id === null || shared.has(entry.id) ? null : entry.id;
    const key = (id ?? facts.url ?? entry.id ?? facts.title ?? hashOf(entry))?.slice(0, MAX.key);
    if (key !== undefined && !known.has(key)) known.set(key, { raw: entry, facts: { key, ...facts } });
  }
  return [...known.values()];
}

/** Some feeds give entries of different pages one id, which then tells nothing. */
function sharedIds(entries: readonly RawEntry[]): ReadonlySet<string> {
  const links = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const { id, link } of entries) {
    if (id !== null && links.has(id) && links.get(id) !== link) shared.add(id);
    if (id !== null) links.set(id, link);
  }
  return shared;
}

function hashOf({ content, summary }: RawEntry): string | undefined {
  const text = content ?? summary;
  return text === null ? undefined : hash('sha256', text);
}

/** @param base what its addresses are taken from where the feed does not say it */
export function entryFacts(raw: RawEntry, base: string | null, { nowMs, lexicon }: Around): Omit<EntryFacts, 'key'> {
  const address = addressOf(raw.link, base);
  return {
    url: address === null ? null : canonicalUrl(address),
    title: wordsOf(raw.title, lexicon),
    author: wordsOf(raw.author, lexicon)?.slice(0, MAX.name).trim() ?? null,
    ...datesOf(raw, nowMs, lexicon),
    language: languageTag(raw.language),
    isFull: raw.content !== null,
  };
}

/** A date ahead of the clock is no publication; what was changed last is at least as old. */
function datesOf(
  raw: RawEntry,
  nowMs: number,
  lexicon: Lexicon,
): Pick<EntryFacts, 'published' | 'updated' | 'dateProblem'> {
  const [stated, updated] = [dateOf(raw.published, lexicon), dateOf(raw.updated, lexicon)];
  const isAhead = (at: string): boolean => Date.parse(at) > nowMs + AHEAD_MS;
  const given = [stated, updated].filter((at) => at !== null);
  const [first] = given.filter((at) => !isAhead(at));
  if (first !== undefined) return { published: publicationAt(first, first === stated), updated, dateProblem: null };
  const unread = raw.published === null && raw.updated === null ? 'missing' : 'unreadable';
  return { published: null, updated, dateProblem: given.length > 0 ? 'future' : unread };
}

const publicationAt = (at: string, isStated: boolean): Publication =>
  isStated
    ? { at, basis: 'stated', note: 'the date that the feed gives' }
    : { at, basis: 'assumed', note: 'the day it was last changed' };

const dateOf = (value: string | null, { months }: Lexicon): string | null =>
  value === null ? null : readDate(value, months, ASSUMED_ZONE);

/** Plain words of a value that may hold markup. */
function wordsOf(value: string | null, lexicon: Lexicon): string | null {
  const text = textOfFragment((value ?? '').slice(0, MAX_TITLE_MARKUP), lexicon);
  return text.ok ? text.value.replace(/\s+/g, ' ').trim().slice(0, MAX.title).toWellFormed().trim() || null : null;
}

function addressOf(value: string | null, base: string | null): string | null {
  const url = value === null ? null : URL.parse(value.trim(), base ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) && url.href.length <= MAX.url ? url.href : null;
}

const languageTag = (tag: string | null): string | null =>
  /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
