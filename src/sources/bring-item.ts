import type { ArticleId } from '../domain/article.ts';
import type { ArticleFile } from '../domain/article-file.ts';
import type { ProbeFailure } from '../domain/probe-failure.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source, SourceId } from '../domain/source.ts';
import type { ItemOutcome, QueuedItem } from '../store/source-contract.ts';
import type { SourcePorts } from './ports.ts';
import { publisherOf } from './publisher.ts';
import { isPassing, OUR_FAULT, type ReadItem, readItem, wasNotSent } from './read-item.ts';
import { standingOf } from './standing.ts';

/** So often an item's page is asked for before it is read without, or set aside. */
const TRIES = 4;
const FIRST_PAUSE_MS = 10 * 60_000;
/** Pauses grow no more after so many. */
const PAUSES = 5;
/** So often, over some two days, an item is read that we fail over: then it is the item. */
const FAULTS = 8;

/** Nothing was asked, and nothing is wrong with the item: it waits as before. */
type PutOff = { readonly kind: 'put-off' };

/**
 * Reads an item that waits, brings its article to all who follow its feed, and settles it for each when it has it: a process that
 * ends in between reads it again for the others, and what is stored already stays as it is.
 */
export async function bringItem(queued: QueuedItem, ports: SourcePorts): Promise<ItemOutcome | PutOff> {
  const { item, followers, attempts } = queued;
  const [first] = followers;
  if (first === undefined) throw new TypeError('an item is queued for nobody');
  const isLast = attempts + 1 >= TRIES;
  const read = await readItem(item, first.source, isLast, ports);
  if (read.ok) return bringTo(forWhom(queued, read.value.isLanguageTold), read.value, ports);
  if (wasNotSent(read.error)) return { kind: 'put-off' };
  const outcome = unread(read.error, attempts, isLast, ports.now());
  await ports.store.settle(queued, outcome, ports.now());
  return outcome;
}

/**
 * A text that does not tell its language was read in the one that its first follower says, and with the engine that it allows: who
 * says another one waits for the next time.
 */
function forWhom(queued: QueuedItem, isLanguageTold: boolean): QueuedItem {
  const { language, engine = 'local' } = queued.followers[0]?.source ?? {};
  const followers = queued.followers.filter(
    ({ source }) => (source.engine ?? 'local') === engine && (isLanguageTold || source.language === language),
  );
  return { ...queued, followers };
}

async function bringTo(
  { feed, item, followers }: QueuedItem,
  { article: read, said }: Pick<ReadItem, 'article' | 'said'>,
  ports: SourcePorts,
): Promise<ItemOutcome> {
  const kept = new Map<ArticleId, Follower[]>();
  for (const follower of followers) {
    const id = await bringOne(asOf(read, said, follower.source, ports), follower, ports);
    kept.set(id, [...(kept.get(id) ?? []), follower]);
  }
  for (const [article, who] of kept)
    await ports.store.settle({ feed, item, followers: who }, { kind: 'stored', article }, ports.now());
  return { kind: 'stored', article: read.file.article.id };
}

type Follower = QueuedItem['followers'][number];

/** Brings an article to one follower; to none that was removed meanwhile, before or while it is stored. @returns the id that it is found by */
async function bringOne(read: ReadArticle, { scope, source }: Follower, ports: SourcePorts): Promise<ArticleId> {
  const isThere = async (): Promise<boolean> => (await ports.store.get(scope, source.id)) !== null;
  if (!(await isThere())) return read.file.article.id;
  const { id, isNew } = await keepArticle(scope, source.id, read, ports);
  if (isNew && !(await isThere())) await ports.claims.remove(scope, id);
  return id;
}

function unread(reason: ProbeFailure, attempts: number, isLast: boolean, nowMs: number): ItemOutcome {
  return isPassing(reason) && !isLast ? again(attempts, nowMs) : { kind: 'aside', reason };
}

const again = (attempts: number, nowMs: number): ItemOutcome => ({
  kind: 'again',
  notBeforeMs: nowMs + FIRST_PAUSE_MS * 3 ** Math.min(attempts, PAUSES - 1),
});

/** After a fault of ours: the item is tried again later, and those behind it are read meanwhile; in the end it is set aside. */
export function putOffItem(queued: QueuedItem, { store, now }: Pick<SourcePorts, 'store' | 'now'>): Promise<void> {
  const { attempts } = queued;
  const outcome: ItemOutcome = attempts + 1 < FAULTS ? again(attempts, now()) : { kind: 'aside', reason: OUR_FAULT };
  return store.settle(queued, outcome, now());
}

/** The article as this source calls its publisher: it was read for another one, which may do so otherwise, and that is for that one alone. */
function asOf(read: ReadArticle, said: string | null, source: Source, { outletOf }: SourcePorts): ReadArticle {
  const { article } = read.file;
  const publisher = publisherOf({ url: article.url, said }, source, outletOf);
  return { ...read, file: { ...read.file, article: { ...article, publisher } } };
}

/**
 * Stores an article; what it was before is kept where its text has changed. What the data folder has is left to it, and so is a text
 * that the publisher has under another address already. What another source brought before goes on by that one's publisher, and
 * gives way to a longer text alone: whoever passes an article on does not take it over.
 * @param by the source that brings it
 * @returns the id that it is found by, and whether it was not there before
 */
export async function keepArticle(
  scope: Scope,
  by: SourceId,
  read: Pick<ReadArticle, 'file' | 'text'>,
  ports: Pick<SourcePorts, 'claims' | 'store' | 'now'>,
): Promise<{ readonly id: ArticleId; readonly isNew: boolean }> {
  const { claims, store, now } = ports;
  const { file, text } = read;
  const { id } = file.article;
  const before = await claims.file(scope, id);
  if (before === null) {
    const standing = await standingOf(scope, read, now(), ports);
    if (standing.kind === 'known' && standing.id !== id) return { id: standing.id, isNew: false };
    await claims.put(scope, file, text);
    return { id, isNew: true };
  }
  const isOthers = await isBroughtByAnother(scope, by, id, store);
  if (before.text === null || (isOthers && text.length <= before.text.length)) return { id, isNew: false };
  if (isChanged(before.file, file)) await store.keepVersion(scope, { file: before.file, untilMs: now() });
  const { publisher } = isOthers ? before.file.article : file.article;
  await claims.put(scope, { ...file, article: { ...file.article, publisher } }, text);
  return { id, isNew: false };
}

const isBroughtByAnother = async (
  scope: Scope,
  by: SourceId,
  article: ArticleId,
  store: SourcePorts['store'],
): Promise<boolean> => ((await store.sourcesOf(scope, [article])).get(article) ?? []).some((source) => source !== by);

const isChanged = ({ article: one }: ArticleFile, { article: other }: ArticleFile): boolean =>
  one.text.sha256 !== other.text.sha256;
