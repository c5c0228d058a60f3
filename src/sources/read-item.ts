import type { Result } from '../domain/failure.ts';
import type { FeedItem } from '../domain/feed-item.ts';
import type { FetchFailure } from '../domain/fetch.ts';
import type { PageText } from '../domain/page-text.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Source } from '../domain/source.ts';
import type { Known, SourcePorts } from './ports.ts';
import { isOfSource, publisherOf } from './publisher.ts';

/** Why the page was not taken of an article that the feed only sums up. */
export type InsteadOfPage = ProbeFailure | { readonly kind: 'stub'; readonly why: string };

/** An item with its article, and where the text of it comes from. */
export interface ReadItem {
  readonly article: ReadArticle;
  /** null: it was taken, or the feed gives all of it. */
  readonly insteadOfPage: InsteadOfPage | null;
  /** What the page calls its publisher; null: it does not, or was not taken. */
  readonly said: string | null;
  /** Whether the page or the feed tells the language, so that it is the same for all who follow. */
  readonly isLanguageTold: boolean;
}

export type Reads = Pick<SourcePorts, 'fetch' | 'documents' | 'outletOf'>;
export type ReadFor = Pick<Source, 'publisher' | 'language' | 'url' | 'siteUrl' | 'engine'>;

/**
 * Reads the article of an item: what the feed gives where that is all of it, else its page, else, where the page holds less or
 * cannot be had, what the feed gives after all. Of an article on another's site the page alone: what the feed gives are words
 * about it, or a copy that nobody vouches for.
 * @param isLast whether to make do with what the feed gives where the page may be had at another time
 */
export async function readItem(
  item: FeedItem,
  source: ReadFor,
  isLast: boolean,
  ports: Reads,
): Promise<Result<ReadItem, ProbeFailure>> {
  const isOwn = item.url === null || isOfSource(item.url, source, ports.outletOf);
  if (item.url === null || (item.isFull && isOwn)) return ofFeed(item, source, null, ports);
  const page = await readPageAt(item.url, ports);
  if (!page.ok) {
    const { error } = page;
    const isToBeRepeated = wasNotSent(error) || (isPassing(error) && !isLast);
    return item.text === null || !isOwn || isToBeRepeated ? page : ofFeed(item, source, error, ports);
  }
  const why = lackOf(page.value, isOwn ? item.text : null);
  if (why === null) return ofPage(item, page.value, source, ports);
  return isOwn ? ofFeed(item, source, { kind: 'stub', why }, ports) : unreadable(`its page is no article: ${why}`);
}

/** Fetches a page, as its site's robots.txt allows, and takes its text out. */
async function readPageAt(url: string, { fetch, documents }: Reads): Promise<Result<PageText, ProbeFailure>> {
  const outcome = await fetch({ url, accept: 'page', validators: null });
  if (outcome.kind === 'failed') return { ok: false, error: { kind: 'fetch', failure: outcome.failure } };
  if (outcome.kind === 'unchanged') throw new TypeError('a page that was asked for without validators is unchanged');
  return documents.page({ body: outcome.body, charset: outcome.charset, url: outcome.url });
}

/** Why a page is no better than the text that the feed gives; null: it is. */
function lackOf({ text, stub }: PageText, given: string | null): string | null {
  if (stub !== null) return stub;
  return text === null || text.length < (given?.length ?? 0) ? 'short' : null;
}

const unreadable = (problem: string): Result<never, ProbeFailure> => ({
  ok: false,
  error: { kind: 'unreadable', looksLike: 'empty', problem },
});

type Reading = Promise<Result<ReadItem, ProbeFailure>>;

async function ofPage(item: FeedItem, page: PageText, source: ReadFor, ports: Reads): Reading {
  const article = await ports.documents.article(page.text ?? '', knownOf(item, source, page, ports), source.engine);
  const isLanguageTold = (page.language ?? item.language) !== null;
  const { publisher: said } = page;
  return article.ok
    ? { ok: true, value: { article: article.value, insteadOfPage: null, said, isLanguageTold } }
    : article;
}

async function ofFeed(item: FeedItem, source: ReadFor, insteadOfPage: InsteadOfPage | null, ports: Reads): Reading {
  if (item.text === null) return unreadable('holds no text');
  const article = await ports.documents.article(item.text, knownOf(item, source, null, ports), source.engine);
  const isLanguageTold = item.language !== null;
  return article.ok
    ? { ok: true, value: { article: article.value, insteadOfPage, said: null, isLanguageTold } }
    : article;
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

/** What is noted of a feed or item after a fault of ours. */
export const OUR_FAULT: ProbeFailure = {
  kind: 'unreadable',
  looksLike: 'other',
  problem: 'failed on our side (the log says more)',
};

/** Whether nothing was asked, so that nothing is known of what was to be read. */
export const wasNotSent = (failure: ProbeFailure): boolean =>
  failure.kind === 'fetch' && failure.failure.kind === 'not-sent';

/** Whether trying again later may help; how long a document takes to read depends on what else is done then. */
export const isPassing = (failure: ProbeFailure): boolean =>
  failure.kind === 'too-slow' || (failure.kind === 'fetch' && isPassingAnswer(failure.failure));

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
