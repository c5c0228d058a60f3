import type { Result } from '../domain/failure.ts';
import type { FeedItem } from '../domain/feed-item.ts';
import type { FetchFailure } from '../domain/fetch.ts';
import type { PageText } from '../domain/page-text.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Source } from '../domain/source.ts';
import type { Known, SourcePorts } from './ports.ts';
import { publisherOf } from './publisher.ts';

/** Why the page was not taken of an article that the feed only sums up. */
export type InsteadOfPage = ProbeFailure | { readonly kind: 'stub'; readonly why: string };

/** An item with its article, and where the text of it comes from. */
export interface ReadItem {
  readonly article: ReadArticle;
  /** null: it was taken, or the feed gives all of it. */
  readonly insteadOfPage: InsteadOfPage | null;
}

export type Reads = Pick<SourcePorts, 'fetch' | 'documents' | 'outletOf'>;
export type ReadFor = Pick<Source, 'publisher' | 'language' | 'url' | 'siteUrl'>;

/**
 * Reads the article of an item: what the feed gives where that is all of it, else its page, else, where the page holds less or
 * cannot be had, what the feed gives after all.
 * @param isLast whether to make do with what the feed gives where the page may be had at another time
 */
export async function readItem(
  item: FeedItem,
  source: ReadFor,
  isLast: boolean,
  ports: Reads,
): Promise<Result<ReadItem, ProbeFailure>> {
  if (item.isFull || item.url === null) return ofFeed(item, source, null, ports);
  const page = await readPageAt(item.url, ports);
  if (!page.ok) {
    const { error } = page;
    const isToBeRepeated = wasNotSent(error) || (isPassing(error) && !isLast);
    return item.text === null || isToBeRepeated ? page : ofFeed(item, source, error, ports);
  }
  const why = lackOf(page.value, item);
  if (why !== null) return ofFeed(item, source, { kind: 'stub', why }, ports);
  const article = await ports.documents.article(page.value.text ?? '', knownOf(item, source, page.value, ports));
  return article.ok ? { ok: true, value: { article: article.value, insteadOfPage: null } } : article;
}

/** Fetches a page, as its site's robots.txt allows, and takes its text out. */
async function readPageAt(url: string, { fetch, documents }: Reads): Promise<Result<PageText, ProbeFailure>> {
  const outcome = await fetch({ url, accept: 'page', validators: null });
  if (outcome.kind === 'failed') return { ok: false, error: { kind: 'fetch', failure: outcome.failure } };
  if (outcome.kind === 'unchanged') throw new TypeError('a page that was asked for without validators is unchanged');
  return documents.page({ body: outcome.body, charset: outcome.charset, url: outcome.url });
}

/** Why a page is no better than what the feed gives; null: it is. */
function lackOf({ text, stub }: PageText, item: FeedItem): string | null {
  if (stub !== null) return stub;
  return text === null || text.length < (item.text?.length ?? 0) ? 'short' : null;
}

async function ofFeed(
  item: FeedItem,
  source: ReadFor,
  insteadOfPage: InsteadOfPage | null,
  ports: Reads,
): Promise<Result<ReadItem, ProbeFailure>> {
  if (item.text === null)
    return { ok: false, error: { kind: 'unreadable', looksLike: 'empty', problem: 'holds no text' } };
  const article = await ports.documents.article(item.text, knownOf(item, source, null, ports));
  return article.ok ? { ok: true, value: { article: article.value, insteadOfPage } } : article;
}

function knownOf(item: FeedItem, source: ReadFor, page: PageText | null, { outletOf }: Reads): Known {
  const url = page?.url ?? item.url;
  return {
    title: item.title ?? page?.title ?? null,
    publisher: publisherOf({ url, said: page?.publisher ?? null }, source, outletOf),
    author: item.author ?? page?.author ?? null,
    url,
    published: item.published ?? page?.published ?? null,
    language: page?.language ?? item.language ?? source.language,
  };
}

/** Whether nothing was asked, so that nothing is known of what was to be read. */
export const wasNotSent = (failure: ProbeFailure): boolean =>
  failure.kind === 'fetch' && failure.failure.kind === 'not-sent';

/** Whether trying again later may help. */
export const isPassing = (failure: ProbeFailure): boolean =>
  failure.kind === 'fetch' && isPassingAnswer(failure.failure);

function isPassingAnswer(failure: FetchFailure): boolean {
  switch (failure.kind) {
    case 'status':
      return failure.status >= 500 || failure.status === 429 || failure.status === 408;
    case 'robots':
      return failure.rule === null;
    case 'unknown-host':
    case 'unreachable':
    case 'too-slow':
    case 'truncated':
    case 'not-sent':
      return true;
    default:
      return false;
  }
}
