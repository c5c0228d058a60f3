import { z } from 'zod';
import { Publication } from './article.ts';

const Address = z.url({ protocol: /^https?$/ }).max(2_000);

/**
 * Why what a page shows is not the article: part of it is for subscribers, it asks for consent first, it needs scripts, it says
 * that something is wrong, or it lists articles.
 */
export const StubReason = z.enum(['paywall', 'consent', 'scripts', 'error', 'list']);
export type StubReason = z.infer<typeof StubReason>;

/** A page with its main text and what it says of itself, as plain data: it can be kept and read for claims later. */
export const PageText = z
  .strictObject({
    title: z.string().min(1).max(400).nullable(),
    publisher: z.string().min(1).nullable(),
    author: z.string().min(1).nullable(),
    /** The page's own spelling of its address where that is of the site it was found on. */
    url: Address.nullable(),
    published: Publication.nullable(),
    /** BCP 47 primary subtag, as the page says. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .nullable(),
    /** The title, then paragraphs, with blank lines between; null: it has none. */
    text: z.string().min(1).nullable(),
    /** Whether it says of itself that it is one article. */
    isArticle: z.boolean(),
    /** Why the text is not the whole article; null where it seems to be. */
    stub: StubReason.nullable(),
    /** Feeds that it names, in its order. */
    feeds: z.array(z.strictObject({ url: Address, title: z.string().min(1).nullable() }).readonly()).readonly(),
  })
  .readonly();
export type PageText = z.infer<typeof PageText>;
