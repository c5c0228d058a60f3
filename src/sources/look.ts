import type { Result } from '../domain/failure.ts';
import type { PageText } from '../domain/page-text.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { SourceKind } from '../domain/source.ts';
import type { Document, FeedText, SourcePorts } from './ports.ts';

/** A feed as a list or a site names it. */
export interface Named {
  readonly url: string;
  readonly title: string | null;
}

/** What an address turned out to be. */
export type Looked =
  | {
      readonly kind: 'feed';
      /** Where it is to be fetched from now on. */
      readonly url: string;
      readonly movedTo: string | null;
      readonly read: FeedText;
      /** All feeds of the site that named it, itself first; [] where it was asked for itself. */
      readonly feeds: readonly Named[];
    }
  | { readonly kind: 'article'; readonly url: string; readonly page: PageText }
  | { readonly kind: 'list'; readonly feeds: readonly Named[]; readonly leftOut: number; readonly invalid: number };

/** What looking takes. */
export type Looks = Pick<SourcePorts, 'fetch' | 'documents'>;
export type Looking = Promise<Result<Looked, ProbeFailure>>;

/** Of the feeds that a site names so many are tried until one can be read. */
const TRIED = 3;

/**
 * Fetches an address that somebody named and finds out whether it is a feed, a site with feeds, an article, or a list of feeds. That
 * somebody asks for it is why robots.txt, which is for robots, is not asked.
 * @param kind what it must be; absent: whatever it is
 */
export async function look(url: string, kind: SourceKind | undefined, ports: Looks): Looking {
  const outcome = await ports.fetch({ url, accept: 'feed', validators: null });
  if (outcome.kind === 'failed') return { ok: false, error: { kind: 'fetch', failure: outcome.failure } };
  if (outcome.kind === 'unchanged') throw new TypeError('what was asked for without validators is unchanged');
  const { body, charset, movedTo } = outcome;
  const document = { body, charset, url: outcome.url };
  const read = await ports.documents.feed(document);
  if (read.ok) return found({ kind: 'feed', url: movedTo ?? url, movedTo, read: read.value, feeds: [] });
  if (read.error.kind !== 'unreadable') return read;
  if (read.error.looksLike === 'opml') return lookIntoList(document, ports);
  return read.error.looksLike === 'page' ? lookAtPage(document, kind, ports) : read;
}

const found = (value: Looked): Result<Looked, never> => ({ ok: true, value });

export async function lookIntoList(document: Document, { documents }: Pick<Looks, 'documents'>): Looking {
  const list = await documents.opml(document);
  return list.ok ? found({ kind: 'list', ...list.value }) : list;
}

async function lookAtPage(
  document: Document & { readonly url: string },
  kind: SourceKind | undefined,
  ports: Looks,
): Looking {
  const read = await ports.documents.page(document);
  if (!read.ok) return read;
  const page = read.value;
  const isMeant = kind === 'article' || (kind === undefined && page.isArticle);
  const feed = isMeant ? null : await firstFeed(page.feeds, ports);
  if (feed !== null) return found(feed);
  if (kind === 'feed' || page.text === null) return { ok: false, error: { kind: 'no-feed', url: document.url } };
  return found({ kind: 'article', url: page.url ?? document.url, page });
}

async function firstFeed(feeds: PageText['feeds'], ports: Looks): Promise<Looked | null> {
  for (const { url } of feeds.slice(0, TRIED)) {
    const looked = await readFeedAt(url, ports);
    if (looked?.kind === 'feed')
      return { ...looked, feeds: feeds.toSorted((a, b) => Number(b.url === url) - Number(a.url === url)) };
  }
  return null;
}

/** null: it is none that can be read. */
async function readFeedAt(url: string, { fetch, documents }: Looks): Promise<Looked | null> {
  const outcome = await fetch({ url, accept: 'feed', validators: null });
  if (outcome.kind !== 'fetched') return null;
  const read = await documents.feed({ body: outcome.body, charset: outcome.charset, url: outcome.url });
  const { movedTo } = outcome;
  return read.ok ? { kind: 'feed', url: movedTo ?? url, movedTo, read: read.value, feeds: [] } : null;
}
