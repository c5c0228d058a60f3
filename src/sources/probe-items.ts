import { publishedAtMs } from '../domain/article.ts';
import type { Result } from '../domain/failure.ts';
import type { FeedItem } from '../domain/feed-item.ts';
import type { ProbedItem } from '../domain/probe.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Scope } from '../domain/scope.ts';
import type { SourcePorts } from './ports.ts';
import { type InsteadOfPage, type ReadFor, type ReadItem, readItem } from './read-item.ts';
import { standingOf } from './standing.ts';

/** So many of the newest items are shown, and so many of these read. */
const SHOWN = 8;
const READ = 3;

export interface ReadProbe {
  readonly item: ProbedItem;
  readonly insteadOfPage: InsteadOfPage | null;
}

/** The newest items of a feed, newest first, the first few of them read as they would be if the source were added. */
export async function probeItems(
  items: readonly FeedItem[],
  source: ReadFor,
  scope: Scope,
  ports: SourcePorts,
): Promise<{ readonly shown: readonly ProbedItem[]; readonly read: readonly ReadProbe[] }> {
  const newest = items.toSorted((a, b) => (publishedAtMs(b) ?? 0) - (publishedAtMs(a) ?? 0)).slice(0, SHOWN);
  const read = await Promise.all(newest.slice(0, READ).map((item) => probeItem(item, source, scope, ports)));
  const others = newest.slice(READ).map((item) => probedItem(item, { kind: 'new' }, null));
  return { shown: [...read.map(({ item }) => item), ...others], read };
}

async function probeItem(item: FeedItem, source: ReadFor, scope: Scope, ports: SourcePorts): Promise<ReadProbe> {
  // Whoever looks waits: no model is asked, and nothing is sent to one before the source is added.
  const read: Result<ReadItem, ProbeFailure> = await readItem(item, { ...source, engine: 'local' }, true, ports);
  if (!read.ok) return { item: probedItem(item, { kind: 'new' }, read), insteadOfPage: null };
  const { article, insteadOfPage } = read.value;
  return { item: await probeArticle(article, scope, ports, item), insteadOfPage };
}

/** An article as it would be stored, and whether it is known. */
export async function probeArticle(
  { file, text }: ReadArticle,
  scope: Scope,
  ports: SourcePorts,
  item: Pick<FeedItem, 'title' | 'url' | 'published'> = file.article,
): Promise<ProbedItem> {
  const standing = await standingOf(scope, { file, text }, ports.now(), ports);
  const shown = standing.kind === 'known' ? ({ kind: 'known' } as const) : standing;
  return probedItem(item, shown, { ok: true, value: { file, text } });
}

const probedItem = (
  item: Pick<FeedItem, 'title' | 'url' | 'published'>,
  standing: ProbedItem['standing'],
  read: ProbedItem['read'],
): ProbedItem => ({ title: item.title, url: item.url, publishedAtMs: publishedAtMs(item), standing, read });
