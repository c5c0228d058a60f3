import type { Article, ArticleId } from '../domain/article.ts';
import type { Result } from '../domain/failure.ts';
import type { Reading } from './reading.ts';

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export type Hash = (text: string) => string;

/** What an article has to have before it can be stored and cited, and this one lacks. */
export interface Incomplete {
  readonly kind: 'incomplete';
  readonly missing: readonly ('title' | 'publisher' | 'url')[];
}

const ID_CHARS = 16;
const MAX = { title: 400, name: 120 };
/** Parameters that tell where a reader came from and not what is read. */
const TRACKING = /^(?:utm_.*|fbclid|gclid|yclid|igshid|mc_[ce]id|cmpid|ocid|ref|ref_src|at_.*|smid|partner|emc)$/i;

/** One spelling for the addresses of one page: without scheme, `www.`, fragment, tracking and slash at the end. */
export function addressKey(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  for (const name of [...parsed.searchParams.keys()]) if (TRACKING.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  return `${parsed.host.replace(/^www\./, '')}${parsed.pathname.replace(/\/+$/, '')}${parsed.search}`;
}

/** Stays the same however often an article is read: made of its address, or of its text where it has none. */
export const articleId = ({ url, text }: Pick<Reading, 'url' | 'text'>, hash: Hash): ArticleId =>
  hash(url === null ? text : addressKey(url)).slice(0, ID_CHARS);

/** The article that the store keeps of a reading. */
export function articleOf(reading: Reading, hash: Hash): Result<Article, Incomplete> {
  const { title, publisher, url, text } = reading;
  if (title === null || publisher === null || url === null) {
    const missing = (['title', 'publisher', 'url'] as const).filter((field) => reading[field] === null);
    return { ok: false, error: { kind: 'incomplete', missing } };
  }
  const article: Article = {
    id: articleId(reading, hash),
    title: title.slice(0, MAX.title),
    publisher: publisher.slice(0, MAX.name),
    author: reading.author,
    url,
    published: reading.published,
    language: reading.language,
    relays: reading.relays,
    text: { sha256: hash(text), chars: text.length },
  };
  return { ok: true, value: article };
}
