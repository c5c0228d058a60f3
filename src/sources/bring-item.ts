import type { ArticleFile } from '../domain/article-file.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source } from '../domain/source.ts';
import type { ReadArticle } from '../reader.ts';
import type { ItemOutcome, QueuedItem } from '../store/source-contract.ts';
import type { SourcePorts } from './ports.ts';
import { publisherOf } from './publisher.ts';
import { isPassing, readItem } from './read-item.ts';

/** So often an item's page is asked for before it is read without, or set aside. */
const TRIES = 4;
const FIRST_PAUSE_MS = 10 * 60_000;

/**
 * Reads an item that waits, brings its article to all who follow its feed, and settles it last: a process that ends in between
 * reads it again, and what is stored already stays as it is.
 */
export async function bringItem(queued: QueuedItem, ports: SourcePorts): Promise<ItemOutcome> {
  const outcome = await brought(queued, ports);
  await ports.store.settle(queued, outcome, ports.now());
  return outcome;
}

async function brought({ item, followers, attempts }: QueuedItem, ports: SourcePorts): Promise<ItemOutcome> {
  const [first] = followers;
  if (first === undefined) throw new TypeError('an item is queued for nobody');
  const isLast = attempts + 1 >= TRIES;
  const read = await readItem(item, first.source, isLast, ports);
  if (!read.ok) return unread(read.error, attempts, isLast, ports.now());
  const { article } = read.value;
  for (const { scope, source } of followers) await keepArticle(scope, asOf(article, source, ports), ports);
  return { kind: 'stored', article: article.file.article.id };
}

function unread(reason: ProbeFailure, attempts: number, isLast: boolean, nowMs: number): ItemOutcome {
  return isPassing(reason) && !isLast
    ? { kind: 'again', notBeforeMs: nowMs + FIRST_PAUSE_MS * 3 ** attempts }
    : { kind: 'aside', reason };
}

/** The article as this source calls its publisher: it was read for another one, which may do so otherwise. */
function asOf(read: ReadArticle, source: Source, { outletOf }: SourcePorts): ReadArticle {
  const { article } = read.file;
  const publisher = publisherOf({ url: article.url, said: article.publisher }, source, outletOf);
  return { ...read, file: { ...read.file, article: { ...article, publisher } } };
}

/** Stores an article; what it was before is kept where its text has changed. What the data folder has is left to it. */
export async function keepArticle(
  scope: Scope,
  { file, text }: Pick<ReadArticle, 'file' | 'text'>,
  { claims, store, now }: Pick<SourcePorts, 'claims' | 'store' | 'now'>,
): Promise<void> {
  const before = await claims.file(scope, file.article.id);
  if (before !== null && before.text === null) return;
  if (before !== null && isChanged(before.file, file))
    await store.keepVersion(scope, { file: before.file, untilMs: now() });
  await claims.put(scope, file, text);
}

const isChanged = ({ article: one }: ArticleFile, { article: other }: ArticleFile): boolean =>
  one.text.sha256 !== other.text.sha256;
