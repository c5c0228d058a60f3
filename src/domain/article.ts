import { z } from 'zod';

export const ArticleId = z.string().regex(/^[A-Za-z0-9_-]{4,64}$/);
export type ArticleId = z.infer<typeof ArticleId>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex');

/** Stands for the publisher of a text that does not tell it. */
export const UNNAMED_OUTLET = 'unnamed outlet';

/** When an article came out, and how that is known. */
export const Publication = z
  .strictObject({
    /** ISO 8601: a calendar day, or an instant with its offset. A day alone is read as its first instant in UTC. */
    at: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
    /** `stated` in the text or feed, read from the `url`, or `assumed` from what it reports. */
    basis: z.enum(['stated', 'url', 'assumed']),
    note: z.string().min(1).max(200),
  })
  .readonly();
export type Publication = z.infer<typeof Publication>;

/** One document as a publisher put it out; its text is kept elsewhere, or not at all. */
export const Article = z
  .strictObject({
    id: ArticleId,
    title: z.string().min(1).max(400),
    publisher: z.string().min(1).max(120),
    author: z.string().min(1).max(120).nullable(),
    /** null: nobody said where it stands. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable(),
    published: Publication.nullable(),
    /** BCP 47 primary subtag. */
    language: z.string().regex(/^[a-z]{2,3}$/),
    /** Outlets whose reporting it passes on, as it names them. */
    relays: z.array(z.string().min(1).max(120)).readonly(),
    /** Of the text that the offsets of its claims count in. */
    text: z.strictObject({ sha256: Sha256, chars: z.int().positive() }).readonly(),
  })
  .readonly();
export type Article = z.infer<typeof Article>;

type Dated = Pick<Article, 'published'>;
/** Articles do not change, and each is asked for its date many times. */
const known = new WeakMap<Dated, number | null>();

/** Unix ms of the publication, null where the article has no date. */
export function publishedAtMs(article: Dated): number | null {
  const before = known.get(article);
  if (before !== undefined) return before;
  const atMs = article.published ? Date.parse(article.published.at) : null;
  known.set(article, atMs);
  return atMs;
}
