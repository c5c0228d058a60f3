import { z } from 'zod';
import { Publication } from './article.ts';

/** Longest text that is kept of what a feed gives of one item, in UTF-16 code units. */
export const MAX_ITEM_CHARS = 200_000;

const Address = z.url({ protocol: /^https?$/ }).max(2_000);
const When = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const LanguageTag = z.string().regex(/^[a-z]{2,3}$/);

/** One item as a feed gives it, as plain data: it can be kept and read for claims later. */
export const FeedItem = z
  .strictObject({
    /** Tells it from the feed's other items: its id, else its address, else its title, else a hash of its text. */
    key: z.string().min(1).max(2_000),
    /** Where it is read, without tracking parameters. */
    url: Address.nullable(),
    title: z.string().min(1).max(400).nullable(),
    author: z.string().min(1).max(120).nullable(),
    /** `stated`, or `assumed` from its last change. null: none given, or none that can be believed. */
    published: Publication.nullable(),
    /** ISO 8601: a day or an instant. */
    updated: When.nullable(),
    /** Why `published` is not what the feed gives; `future`: more than a day ahead of the clock it was fetched by. */
    dateProblem: z.enum(['missing', 'unreadable', 'future']).nullable(),
    /** BCP 47 primary subtag, as the feed says. */
    language: LanguageTag.nullable(),
    /** What the feed gives of it as plain text, paragraphs with blank lines between; null where it gives none. */
    text: z.string().min(1).max(MAX_ITEM_CHARS).nullable(),
    /** Whether `text` is the article itself; a summary only hints at what the page says. */
    isFull: z.boolean(),
  })
  .readonly();
export type FeedItem = z.infer<typeof FeedItem>;

/**
 * What tells a version of an item from its next, as a text to compare. Dates are left out, since many feeds set them anew at
 * each reading; that a page changed which the feed only sums up is told by `updated`, which is compared by itself.
 */
export const contentOf = ({ url, title, author, language, text, isFull }: FeedItem): string =>
  JSON.stringify([url, title, author, language, text, isFull]);

/** A feed without its items. */
export const FeedFacts = z
  .strictObject({
    title: z.string().min(1).max(400).nullable(),
    /** The page that the feed belongs to. */
    url: Address.nullable(),
    /** Where the feed says that it stands itself. */
    selfUrl: Address.nullable(),
    description: z.string().min(1).max(400).nullable(),
    /** ISO 8601: a day or an instant. */
    updated: When.nullable(),
    /** BCP 47 primary subtag. */
    language: LanguageTag.nullable(),
    /** Items that the feed holds beyond those that are read. */
    leftOut: z.int().nonnegative(),
  })
  .readonly();
export type FeedFacts = z.infer<typeof FeedFacts>;
